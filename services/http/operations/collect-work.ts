import { CodedError } from '../../domain/errors.ts';
import { confirmPickUp } from '../../flows/confirm-pick-up.ts';
import { readWork } from '../../store/work.ts';
import { mailboxOf, noteConfirmed } from '../mailbox.ts';
import type { Handler } from '../operation.ts';

export const collectWork: Handler<'collectWork'> = async ({ api: { context }, caller, params: { documentId } }) => {
  const by = { actor: caller.actor, at: context.now() };
  const mailbox = mailboxOf(context, caller);
  const done = await context.db.scoped('*', async (tx) =>
    (await readWork(tx, mailbox, documentId)) ? confirmPickUp(context, tx, mailbox, documentId, by) : 'absent',
  );
  if (done === 'absent') throw new CodedError('http.not-found', { detail: 'There is no work with this id.' });
  if (done === 'confirmed') context.changes.moved(caller.orgId, documentId);
  noteConfirmed(context, caller, documentId, 'Confirmed that the work was collected');
  return { status: 204 };
};
