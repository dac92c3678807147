import { CodedError } from '../../domain/errors.ts';
import { offerOf } from '../../flows/resend.ts';
import { readMessage } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';
import { messageForPartner } from '../partner-eyes.ts';

export const getMessage: Handler<'getMessage'> = async ({ api, caller, params: { documentId }, query }) => {
  const { db } = api.context;
  const page = { offset: query.setOffset ?? 0, limit: query.setLimit ?? 200 };
  const { side } = caller;
  const view = { side, events: query.events, ...(caller.kind === 'key' && { environment: caller.environment }) };
  const look = caller.kind === 'key' ? db.scoped : db.screens;
  const message = await look(caller.visibility, (tx) => readMessage(tx, documentId, page, view));
  if (!message) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  if (caller.side === 'partner') return { status: 200, body: messageForPartner(message) };
  const offer = message.direction === 'out' ? await offerOf(api.context, documentId, caller.visibility) : undefined;
  return { status: 200, body: { ...message, ...(offer && { resend: { ...offer, numbers: [...offer.numbers] } }) } };
};
