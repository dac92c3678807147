import { askAgain } from '../../flows/go-live/ask.ts';
import { doing, goLiveAnswer, wishOf } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const askForGoLiveAgain: Handler<'askForGoLiveAgain'> = ({ api: { context }, caller, params, body }) =>
  doing(async () => {
    await askAgain(context, params.partnerId, params.requestId, wishOf(body), caller);
    return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
  });
