import { returnGoLive as giveBack } from '../../flows/go-live/decide.ts';
import { dossierAnswer } from '../go-live-call.ts';
import type { Handler } from '../operation.ts';

export const returnGoLive: Handler<'returnGoLive'> = async ({ api: { context }, caller, params, body }) => {
  const { actor, by } = caller;
  await giveBack(context, params.requestId, { code: body.code, note: body.note ?? '', actor, by });
  return { status: 200, body: await dossierAnswer(context, params.requestId, caller) };
};
