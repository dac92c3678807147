import { rollBack } from '../../flows/go-live/roll-back.ts';
import { doing, goLiveAnswer, requirePartner } from '../go-live-call.ts';
import { documentNamed } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const rollBackGoLive: Handler<'rollBackGoLive'> = ({ api: { context }, caller, params: { partnerId }, body }) =>
  doing(async () => {
    await requirePartner(context, partnerId);
    await rollBack(context, partnerId, documentNamed(body.document), body.why, caller);
    return { status: 200, body: await goLiveAnswer(context, partnerId, caller) };
  });
