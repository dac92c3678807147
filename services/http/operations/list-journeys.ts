import { listStandings } from '../../store/read/standings.ts';
import type { Handler } from '../operation.ts';

export const listJourneys: Handler<'listJourneys'> = async ({ api: { context }, caller, query }) => ({
  status: 200,
  body: { journeys: await context.db.screens(caller.visibility, (tx) => listStandings(tx, query)) },
});
