import { CodedError } from '../../domain/errors.ts';
import { release } from '../../flows/quarantine.ts';
import { retryDeliveriesOf } from '../../flows/retry-document.ts';
import type { Handler } from '../operation.ts';

export const retryDocument: Handler<'retryDocument'> = async ({ api: { context }, caller, params }) => {
  const by = { visibility: caller.visibility, actor: caller.actor };
  const state = await release(context, params.documentId, by);
  if (state === undefined) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  if (state !== 'quarantined' && (await retryDeliveriesOf(context, params.documentId, by)) === 0)
    throw new CodedError('http.conflict', {
      detail:
        'Nothing of the document can be tried again: it was not set aside, and none of its deliveries came to nothing.',
    });
  return { status: 202, body: { id: params.documentId, outcome: 'processing' } };
};
