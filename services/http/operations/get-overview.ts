import { insideKinds } from '../../domain/obligations/case-kinds.ts';
import { readOverview } from '../../store/read/overview.ts';
import type { Handler } from '../operation.ts';

const dayMs = 86_400_000;

export const getOverview: Handler<'getOverview'> = async ({ api: { context }, caller, query }) => {
  const since = new Date(context.now().getTime() - dayMs);
  const without = caller.side === 'team' ? [] : insideKinds;
  return {
    status: 200,
    body: await context.db.screens(caller.visibility, (tx) => readOverview(tx, { ...query, since, without })),
  };
};
