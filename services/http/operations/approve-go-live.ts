import { approveGoLive as approve } from '../../flows/go-live/decide.ts';
import { doing, dossierAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const approveGoLive: Handler<'approveGoLive'> = ({ api: { context }, caller, params, body }) =>
  doing(async () => {
    const { actor, by, userId } = caller;
    await approve(context, params.requestId, { hash: body.bundle, actor, by, userId });
    return { status: 200, body: await dossierAnswer(context, params.requestId, caller) };
  });
