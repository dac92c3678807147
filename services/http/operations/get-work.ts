import { CodedError } from '../../domain/errors.ts';
import { readWork } from '../../store/work.ts';
import { openMailbox, refuseHeld } from '../mailbox.ts';
import type { Handler } from '../operation.ts';
import { tagged } from '../tagged.ts';

export const getWork: Handler<'getWork'> = async ({ api, caller, params, request }) => {
  const mailbox = await openMailbox(api, caller);
  const found = await api.context.db.scoped(caller.visibility, (tx) => readWork(tx, mailbox, params.documentId));
  if (!found) throw new CodedError('http.not-found', { detail: 'There is no work with this id.' });
  refuseHeld(found);
  return tagged(request, found.work);
};
