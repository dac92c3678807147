import { cancelGoLive as cancel } from '../../flows/go-live/decide.ts';
import { goLiveAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const cancelGoLive: Handler<'cancelGoLive'> = async ({ api: { context }, caller, params, body }) => {
  const { actor, by } = caller;
  await cancel(context, params.partnerId, params.requestId, { why: body.why, actor, by });
  return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
};
