import { resumePartner as resume } from '../../flows/go-live/hold.ts';
import { goLiveAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const resumePartner: Handler<'resumePartner'> = async ({ api: { context }, caller, params }) => {
  await resume(context, params.partnerId, caller);
  return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
};
