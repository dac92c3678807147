import { type ReturnCodeName, returnCodes } from '../../domain/go-live/return-codes.ts';
import { readRequests } from '../../flows/go-live/read.ts';
import { requestView } from '../go-live-view.ts';
import type { Handler } from '../operation.ts';

export const listGoLiveRequests: Handler<'listGoLiveRequests'> = async ({ api: { context }, query }) => {
  const found = await context.db.screens('*', (tx) => readRequests(context.now(), tx, { open: query.state !== 'all' }));
  const requests = found.toSorted((a, b) => a.standing.queuedAt.getTime() - b.standing.queuedAt.getTime());
  const codes = Object.entries(returnCodes) as [ReturnCodeName, (typeof returnCodes)[ReturnCodeName]][];
  return {
    status: 200,
    body: {
      requests: requests.map((one) => requestView(one)),
      approvalsNeeded: Math.max(1, context.approvals),
      returnCodes: codes.map(([code, words]) => ({ code, ...words })),
    },
  };
};
