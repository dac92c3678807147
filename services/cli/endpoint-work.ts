import { hubAddress } from '../bin/hub-address.ts';
import { termsOf } from '../flows/configuration.ts';
import { type Endpoint, endpointsAt } from '../flows/endpoints.ts';
import { withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import type { EndpointOptions } from './endpoint-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { partnerCalled } from './partner-choice.ts';
import { textTable } from './text-table.ts';

function endpoints({ partner, environment }: EndpointOptions): Promise<readonly Endpoint[]> {
  if (environment !== 'production' && environment !== 'sandbox')
    throw new UsageError(`--environment is "${environment}"; it must be production or sandbox.`);
  return withContext(process.env, async (context) => {
    const base = hubAddress(process.env);
    if (partner === undefined) return endpointsAt(base);
    const orgId = await context.db.system.transaction((tx) => partnerCalled(tx, partner));
    return endpointsAt(base, (await termsOf(context, orgId, environment))?.configuration.documents);
  });
}

export async function list(options: EndpointOptions): Promise<number> {
  const found = await endpoints(options);
  if (options.json) console.log(JSON.stringify({ endpoints: found }));
  else
    console.log(
      textTable(
        ['endpoint', 'channel', 'method', 'scope of the key', 'documents', 'address'],
        found.map(({ id, channel, method, scope, sets, address }) => [
          ...[id, channel, method, scope, options.partner === undefined ? '' : sets.join(', '), address],
        ]),
      ),
    );
  return exitCodes.fine;
}

export async function show(id: string, options: EndpointOptions): Promise<number> {
  const all = await endpoints(options);
  const found = all.find((one) => one.id === id);
  if (!found) throw new UsageError(`There is no endpoint ${id}; there are ${all.map((one) => one.id).join(' and ')}.`);
  if (options.json) console.log(JSON.stringify(found));
  else
    console.log(`${found.address}
  ${found.method} with an API key that has the scope ${found.scope}
  ${found.direction === 'in' ? 'From the partner' : 'To the partner'}${found.sets.length > 0 ? `: ${found.sets.join(', ')}` : ''}
Try it: ${found.command}`);
  return exitCodes.fine;
}
