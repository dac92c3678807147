import { askGoLive } from '../../flows/go-live/ask.ts';
import { doing, goLiveAnswer, requirePartner, wishOf } from '../go-live-call.ts';
import { documentNamed } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const askForGoLive: Handler<'askForGoLive'> = ({ api: { context }, caller, params: { partnerId }, body }) =>
  doing(async () => {
    await requirePartner(context, partnerId);
    const { documents, ...wish } = body;
    const keys = documents.map((one, nth) => documentNamed(one, `body/documents/${nth}`));
    await askGoLive(context, partnerId, { documents: keys, ...wishOf(wish) }, caller);
    return { status: 201, body: await goLiveAnswer(context, partnerId, caller) };
  });
