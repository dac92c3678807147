import { goLiveAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const getGoLive: Handler<'getGoLive'> = async ({ api: { context }, caller, params: { partnerId } }) => ({
  status: 200,
  body: await goLiveAnswer(context, partnerId, caller),
});
