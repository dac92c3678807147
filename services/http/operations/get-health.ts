import { failingEndpoints } from '../../store/endpoints.ts';
import { parkedConnections } from '../../store/odoo-connections.ts';
import { hubWarnings } from '../../store/read/open-cases.ts';
import { contractVersion } from '../contract-file.ts';
import type { Handler } from '../operation.ts';

const words = { unreachable: 'does not answer', refused: 'does not let the hub in' } as const;

/** Always 200 while documents are taken: a monitor that restarts the hub because Odoo is away would only make it worse. */
export const getHealth: Handler<'getHealth'> = async ({ api: { context } }) => {
  const warnings = await hubWarnings(context.db.front);
  const parked = await parkedConnections(context.db.front);
  const failing = await failingEndpoints(context.db.front);
  const reasons = [
    // No name and no address: anybody may ask.
    ...parked.map(
      ({ environment, state, since }) =>
        `The Odoo of ${environment} ${words[state]} since ${since.toISOString()}: what is for it waits, and goes on by itself.`,
    ),
    ...failing.map(
      ({ environment, count, since }) =>
        `${count === 1 ? 'An endpoint' : `${count} endpoints`} of partners in ${environment} ${count === 1 ? 'does' : 'do'} not answer, the first since ${since.toISOString()}: what is for ${count === 1 ? 'it' : 'them'} waits, and goes on by itself.`,
    ),
    ...(warnings.includes('disk.low') ? ['The disk of the hub is getting full.'] : []),
  ];
  return {
    status: 200,
    body: {
      ...{ status: reasons.length > 0 ? 'degraded' : 'ready', version: contractVersion },
      ...(warnings.length > 0 && { warnings }),
      ...(reasons.length > 0 && { reasons }),
    },
  };
};
