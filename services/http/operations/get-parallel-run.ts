import { readParallelRun } from '../../flows/go-live/read.ts';
import { knownPartner } from '../change-configuration.ts';
import { documentNamed, parallelRunView } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const getParallelRun: Handler<'getParallelRun'> = async ({ api: { context }, caller, params, query }) => {
  const reading = await context.db.screens('*', async (tx) => {
    await knownPartner(tx, params.partnerId);
    const key = documentNamed(query.document ?? '', 'query/document');
    return readParallelRun(context.now(), tx, params.partnerId, key, caller.side === 'team');
  });
  return { status: 200, body: parallelRunView(reading) };
};
