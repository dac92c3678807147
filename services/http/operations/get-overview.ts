import { readOverview } from '../../store/read/overview.ts';
import type { Handler } from '../operation.ts';

const dayMs = 86_400_000;

export const getOverview: Handler<'getOverview'> = async ({ api: { context }, caller, query }) => {
  const since = new Date(context.now().getTime() - dayMs);
  return {
    status: 200,
    body: await context.db.screens(caller.visibility, (tx) => readOverview(tx, { ...query, since })),
  };
};
