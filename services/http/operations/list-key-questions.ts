import { lookupOf } from '../../domain/cross-references.ts';
import { questionPage, waitingOf } from '../../store/awaited-keys.ts';
import { knownPartner } from '../change-configuration.ts';
import { questionView, waitingView } from '../cross-reference-views.ts';
import type { Handler } from '../operation.ts';

export const listKeyQuestions: Handler<'listKeyQuestions'> = async ({ api: { context }, params, query }) => {
  const { kind, q, environment, limit = 50, offset = 0 } = query;
  const of = { orgId: params.partnerId, environment };
  const { page, waiting } = await context.db.screens('*', async (tx) => {
    await knownPartner(tx, of.orgId);
    const page = await questionPage(tx, { ...of, q, lookup: kind && lookupOf[kind] }, { limit, offset });
    return { page, waiting: await waitingOf(tx, of) };
  });
  const { questions, total } = page;
  return { status: 200, body: { questions: questions.map(questionView), total, waiting: waitingView(waiting) } };
};
