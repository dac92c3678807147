import { endParallelRun as end } from '../../flows/go-live/parallel-run.ts';
import { goLiveAnswer, requirePartner } from '../go-live-call.ts';
import { documentNamed } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const endParallelRun: Handler<'endParallelRun'> = async ({ api: { context }, caller, params, body }) => {
  await requirePartner(context, params.partnerId);
  await end(context, params.partnerId, documentNamed(body.document), caller);
  return { status: 200, body: await goLiveAnswer(context, params.partnerId, caller) };
};
