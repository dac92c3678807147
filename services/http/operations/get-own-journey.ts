import { journeyView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const getOwnJourney: Handler<'getOwnJourney'> = async ({ api: { context }, caller }) => ({
  status: 200,
  body: await journeyView(context, caller, caller.orgId),
});
