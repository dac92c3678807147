import { advanceRun } from '../../flows/certification/advance.ts';
import { answerByForm } from '../../flows/certification/answer-by-form.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { runView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const answerScenario: Handler<'answerScenario'> = async ({ api, caller, params, body }) => {
  const of = { orgId: params.partnerId, id: params.runId };
  const { context } = api;
  await forPartner(context, caller, of.orgId, () => Promise.resolve());
  await answerByForm(context, { ...of, ...body }, runBy(caller));
  await advanceRun(context, of.id);
  return { status: 200, body: await runView(context, caller, of) };
};
