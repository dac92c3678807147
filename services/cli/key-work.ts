import { hubAddress } from '../bin/hub-address.ts';
import { createKey, revokeKey } from '../flows/api-keys.ts';
import type { Context } from '../flows/context.ts';
import { type Scope, scopes } from '../store/api-keys.ts';
import type { Environment } from '../store/documents.ts';
import { type Organization, organizations } from '../store/partners.ts';
import { type ApiKeyView, readApiKeys } from '../store/read/people.ts';
import { commandActor } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { CreateKeyOptions, KeyOptions } from './key-commands.ts';
import { textTable } from './text-table.ts';
import { organizationOf, runRefusable } from './user-work.ts';

interface Found {
  readonly organization: Organization;
  readonly apiKey: ApiKeyView;
}

function environmentOf(name: string | undefined): Environment | undefined {
  if (name === undefined || name === 'production' || name === 'sandbox') return name;
  throw new UsageError(`--environment is "${name}"; it must be production or sandbox.`);
}

async function keys(context: Context, among: readonly Organization[], environment?: Environment): Promise<Found[]> {
  const now = context.now();
  const found: Found[] = [];
  for (const organization of among) {
    const rows = await context.db.system.transaction((tx) =>
      readApiKeys(tx, { orgId: organization.id, now, environment }),
    );
    for (const apiKey of rows) found.push({ organization, apiKey });
  }
  return found;
}

const view = ({ organization: { id, name }, apiKey }: Found) => ({ organization: { id, name }, ...apiKey });
/** What a key with these scopes can be tried on. */
function tried(granted: readonly string[]): string {
  if (granted.includes('outbox:read')) return '/v1/outbox';
  return granted.includes('messages:read')
    ? '/v1/messages'
    : '/v1/inbox --data-binary @FILE -H "Content-Type: application/edi-x12"';
}

const day = (at: string | undefined) => at?.slice(0, 10) ?? 'never';

export const list = (options: KeyOptions) =>
  runRefusable(async (context) => {
    const { organization: wanted } = options;
    const among =
      wanted === undefined ? await organizations(context.db.system) : [await organizationOf(context, wanted)];
    const found = await keys(context, among, environmentOf(options.environment));
    if (options.json) console.log(JSON.stringify({ apiKeys: found.map(view) }));
    else if (found.length === 0) console.log('There is no API key yet. Make one: crossdock key create --help');
    else
      console.log(
        textTable(
          ['prefix', 'name', 'partner', 'environment', 'state', 'ends', 'last used', 'scopes'],
          found.map(({ organization, apiKey }) => [
            ...[apiKey.prefix, apiKey.name, organization.name, apiKey.environment, apiKey.state],
            ...[day(apiKey.expiresAt), day(apiKey.lastUsedAt), apiKey.scopes.join(', ')],
          ]),
        ),
      );
    return exitCodes.fine;
  });

export const create = (options: CreateKeyOptions) =>
  runRefusable(async (context) => {
    const environment = environmentOf(options.environment)!;
    const wanted = options.scope ?? scopes;
    const unknown = wanted.find((scope) => !(scopes as readonly string[]).includes(scope));
    if (unknown !== undefined) throw new UsageError(`"${unknown}" is no scope. There are ${scopes.join(', ')}.`);
    const organization = await organizationOf(context, options.organization);
    const { name, days: expiresInDays } = options;
    const made = { environment, name, scopes: wanted as readonly Scope[], expiresInDays };
    const { id, key } = await createKey(context, organization.id, made, commandActor());
    const found = (await keys(context, [organization])).find(({ apiKey }) => apiKey.id === id)!;
    if (options.json) console.log(JSON.stringify({ key, apiKey: view(found) }));
    else {
      console.log(`${name}, a key of ${organization.name} for ${environment}, ends on ${day(found.apiKey.expiresAt)}.`);
      console.log(`  ${key}  (shown only now)`);
      console.log(`Try it: curl -H "Authorization: Bearer ${key}" ${hubAddress(process.env)}${tried(wanted)}`);
    }
    return exitCodes.fine;
  });

export const revoke = (wanted: string, { json }: KeyOptions) =>
  runRefusable(async (context) => {
    const all = await keys(context, await organizations(context.db.system));
    const [found, ...more] = all.filter(({ apiKey: { id, prefix } }) => id === wanted || prefix === wanted);
    if (!found || more.length > 0)
      throw new UsageError(
        found
          ? `Several keys begin with ${wanted}; give the id.`
          : `No key is called ${wanted}. \`crossdock key list\` prints them.`,
      );
    const { organization, apiKey } = found;
    await revokeKey(context, { orgId: organization.id, keyId: apiKey.id }, commandActor());
    const [after] = (await keys(context, [organization])).filter((one) => one.apiKey.id === apiKey.id);
    if (json) console.log(JSON.stringify(view(after!)));
    else
      console.log(
        `${apiKey.name} of ${organization.name} (${apiKey.environment}) is revoked: it opens nothing any more.`,
      );
    return exitCodes.fine;
  });
