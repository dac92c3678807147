import { startParallelRun as start } from '../../flows/go-live/parallel-run.ts';
import { doing, goLiveAnswer, requirePartner } from '../go-live-call.ts';
import { documentNamed } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const startParallelRun: Handler<'startParallelRun'> = ({
  api: { context },
  caller,
  params: { partnerId },
  body,
}) =>
  doing(async () => {
    await requirePartner(context, partnerId);
    const { document, endpoints, ...policy } = body;
    await start(context, partnerId, { document: documentNamed(document), policy, endpoints }, caller);
    return { status: 201, body: await goLiveAnswer(context, partnerId, caller) };
  });
