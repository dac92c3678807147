import { CodedError } from '../../domain/errors.ts';
import { replay, type WantedReplay } from '../../flows/replay.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Call, Handler } from '../operation.ts';
import { replayView } from '../webhook-view.ts';

export const replayWebhook: Handler<'replayWebhook'> = async ({ api: { context }, params, caller, body }) => {
  const { partnerId: orgId, endpointId } = params;
  const row = await replay(context, { orgId, endpointId }, wantedOf(body), endpointBy(caller));
  return { status: 202, body: await replayView(context, row) };
};

/** @throws CodedError `http.request-invalid` unless one thing is asked for */
function wantedOf({ deliveryId, dead, from, to }: Call<'replayWebhook'>['body']): WantedReplay {
  const isRange = from !== undefined || to !== undefined;
  if (
    [deliveryId !== undefined, dead === true, isRange].filter(Boolean).length !== 1 ||
    (isRange && from === undefined)
  )
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'body', message: 'must say one of: deliveryId, dead, from (with or without to)' }],
      detail: 'Say one of these: `deliveryId`, `dead`, or `from` with or without `to`.',
    });
  if (deliveryId !== undefined) return { deliveryId };
  return from === undefined ? { dead: true } : { from: new Date(from), ...(to !== undefined && { to: new Date(to) }) };
}
