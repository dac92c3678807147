import { journeyView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const getJourney: Handler<'getJourney'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await journeyView(context, caller, params.partnerId),
});
