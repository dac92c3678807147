import { CodedError } from '../../domain/errors.ts';
import { confirmPickUp } from '../../flows/confirm-pick-up.ts';
import { mailboxOf, noteConfirmed } from '../mailbox.ts';
import type { Handler } from '../operation.ts';

export const confirmOutbox: Handler<'confirmOutbox'> = async ({ api: { context }, caller, params }) => {
  const by = { actor: caller.actor, at: context.now() };
  const done = await context.db.scoped('*', (tx) =>
    confirmPickUp(context, tx, mailboxOf(context, caller), params.documentId, by),
  );
  if (done === 'absent') throw new CodedError('http.not-found', { detail: 'The outbox has no document with this id.' });
  if (done === 'confirmed') context.changes.moved(caller.orgId, params.documentId);
  noteConfirmed(context, caller, params.documentId, 'Confirmed that the document was fetched');
  return { status: 204 };
};
