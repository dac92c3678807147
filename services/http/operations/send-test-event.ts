import { CodedError } from '../../domain/errors.ts';
import { eventTypes, isEventType } from '../../domain/events.ts';
import { sendTestEvent as send } from '../../flows/send-test-event.ts';
import type { Handler } from '../operation.ts';

export const sendTestEvent: Handler<'sendTestEvent'> = async ({ api, params, body }) => {
  const { partnerId: orgId, endpointId } = params;
  const { type } = body;
  if (!isEventType(type)) {
    const message = `is no type of event; there are ${eventTypes.join(', ')}`;
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'body/type', message }],
      detail: `body/type ${message}.`,
    });
  }
  const { exchange, ...sent } = await send(api.context, { orgId, endpointId }, type);
  const { detail = {}, body: answer } = exchange;
  return {
    status: 200,
    body: { ...sent, detail: { ...detail }, ...(answer && { body: Buffer.from(answer).toString('utf8') }) },
  };
};
