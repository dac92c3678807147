import { answer } from '../../flows/cross-references/answer.ts';
import { bulkRetryView } from '../bulk-retry-view.ts';
import { knownPartner } from '../change-configuration.ts';
import { waitingView } from '../cross-reference-views.ts';
import type { Handler } from '../operation.ts';

export const answerKeyQuestions: Handler<'answerKeyQuestions'> = async ({ api: { context }, caller, params, body }) => {
  const { actor, by } = caller;
  const { environment, answers } = body;
  const of = { orgId: params.partnerId, environment };
  await context.db.screens('*', (tx) => knownPartner(tx, of.orgId));
  const { written, removed, before, resumed, waiting } = await answer(context, of, answers, { actor, by });
  const retries = await Promise.all(resumed.map((row) => bulkRetryView(context, row)));
  const taken = { written, removed, before: [...before] };
  return { status: 200, body: { ...taken, resumed: retries, waiting: waitingView(waiting) } };
};
