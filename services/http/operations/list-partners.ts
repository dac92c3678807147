import { listPartners as list } from '../../store/read/partners.ts';
import type { Handler } from '../operation.ts';

const dayMs = 86_400_000;

export const listPartners: Handler<'listPartners'> = async ({ api: { context }, caller, query }) => {
  const since = new Date(context.now().getTime() - dayMs);
  return {
    status: 200,
    body: { partners: await context.db.screens(caller.visibility, (tx) => list(tx, { ...query, since })) },
  };
};
