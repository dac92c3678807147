import { dossierAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const getGoLiveRequest: Handler<'getGoLiveRequest'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await dossierAnswer(context, params.requestId, caller),
});
