import { suspendPartner as suspend } from '../../flows/go-live/hold.ts';
import { goLiveAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const suspendPartner: Handler<'suspendPartner'> = async ({ api: { context }, caller, params, body }) => {
  const { actor, by } = caller;
  await suspend(context, params.partnerId, { reason: body.reason, actor, by });
  return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
};
