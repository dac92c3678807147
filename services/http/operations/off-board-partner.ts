import { offBoardPartner as offBoard } from '../../flows/go-live/hold.ts';
import { goLiveAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const offBoardPartner: Handler<'offBoardPartner'> = async ({ api: { context }, caller, params, body }) => {
  const { actor, by } = caller;
  await offBoard(context, params.partnerId, { ...body, actor, by });
  return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
};
