import { countConnections } from '../../store/odoo-connections.ts';
import { hubWarnings } from '../../store/read/open-cases.ts';
import { contractVersion } from '../contract-file.ts';
import { type Gauge, gaugesText } from '../gauges.ts';
import type { Handler } from '../operation.ts';

/** What health says in words, as numbers to alarm on. */
export const getMetrics: Handler<'getMetrics'> = async ({ api: { context } }) => {
  const connections = await countConnections(context.db.front);
  const warnings = await hubWarnings(context.db.front);
  const gauges: readonly Gauge[] = [
    {
      name: 'crossdock_info',
      help: 'The version that runs.',
      values: [{ labels: { version: contractVersion }, value: 1 }],
    },
    {
      name: 'crossdock_odoo_connections',
      help: 'Odoo connections by environment and state; what is for one that is not ready waits.',
      values: connections.map(({ environment, state, count }) => ({ labels: { environment, state }, value: count })),
    },
    {
      name: 'crossdock_hub_warning',
      help: 'Open cases about the hub itself, each 1.',
      values: warnings.map((code) => ({ labels: { code }, value: 1 })),
    },
  ];
  return { status: 200, bytes: Buffer.from(gaugesText(gauges)), type: 'text/plain' };
};
