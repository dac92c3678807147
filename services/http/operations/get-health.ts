import { contractVersion } from '../contract-file.ts';
import type { Handler } from '../operation.ts';

export const getHealth: Handler<'getHealth'> = async ({ desk: { context } }) => {
  await context.db.front.raw('select 1');
  return { status: 200, body: { status: 'ready', version: contractVersion } };
};
