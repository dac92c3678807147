import { CodedError } from '../../domain/errors.ts';
import { release } from '../../flows/quarantine.ts';
import type { Handler } from '../operation.ts';

export const retryDocument: Handler<'retryDocument'> = async ({ api: { context }, caller, params }) => {
  const state = await release(context, params.documentId, { visibility: caller.visibility, actor: caller.actor });
  if (state === undefined) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  if (state !== 'quarantined')
    throw new CodedError('http.conflict', {
      detail: 'The document was not set aside. Only one that could not be translated can be tried again.',
    });
  return { status: 202, body: { id: params.documentId, outcome: 'processing' } };
};
