import { hubAddress } from '../bin/hub-address.ts';
import type { TestReport, Told } from '../channels/channel.ts';
import type { ChannelSchema } from '../channels/schema.ts';
import type { Context } from '../flows/context.ts';
import { channelCalled } from '../flows/endpoint-in-use.ts';
import { completed } from '../flows/endpoint-settings.ts';
import { type EndpointView, readChannels, readEndpoints } from '../flows/endpoint-views.ts';
import {
  addEndpoint,
  changeEndpoint,
  type EndpointBy,
  type EndpointKey,
  pauseEndpoint,
  removeEndpoint,
  testEndpoint,
} from '../flows/endpoints.ts';
import type { Environment } from '../store/documents.ts';
import { type Organization, organizations } from '../store/partners.ts';
import { commandActor } from './command-context.ts';
import { contentOf, UsageError } from './command-input.ts';
import type { AddOptions, ChangeOptions, EndpointOptions, ListOptions, SettingOptions } from './endpoint-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { textTable } from './text-table.ts';
import { organizationOf, runRefusable } from './user-work.ts';

export const by = (): EndpointBy => ({ ...commandActor(), side: 'team' });

function environmentOf(name: string): Environment {
  if (name === 'production' || name === 'sandbox') return name;
  throw new UsageError(`--environment is "${name}"; it must be production or sandbox.`);
}

const read = (context: Context, of: { orgId: string; environment?: Environment | undefined }) =>
  context.db.system.transaction((tx) => readEndpoints(context, tx, of, hubAddress(process.env)));

interface Found {
  readonly partner: Organization;
  readonly endpoint: EndpointView;
}

const view = ({ partner: { id, name }, endpoint }: Found) => ({ partner: { id, name }, ...endpoint });

/** The endpoint of this name or id. */
export async function found(
  context: Context,
  name: string,
  options: EndpointOptions,
): Promise<Found & { key: EndpointKey }> {
  const environment = environmentOf(options.environment);
  const partner = await organizationOf(context, options.partner);
  const all = await read(context, { orgId: partner.id, environment });
  const endpoint = all.find((one) => one.name === name || one.id === name);
  if (!endpoint)
    throw new UsageError(
      `${partner.name} has no endpoint called ${name} in ${environment}; it has ${all.map((one) => one.name).join(', ') || 'none'}.`,
    );
  return { partner, endpoint, key: { orgId: partner.id, endpointId: endpoint.id } };
}

export const list = (options: ListOptions) =>
  runRefusable(async (context) => {
    const environment = options.environment === undefined ? undefined : environmentOf(options.environment);
    const all =
      options.partner === undefined ? await partners(context) : [await organizationOf(context, options.partner)];
    const lists = await Promise.all(
      all.map(async (partner) =>
        (await read(context, { orgId: partner.id, environment })).map((endpoint) => ({ partner, endpoint })),
      ),
    );
    const endpoints = lists.flat();
    if (options.json) console.log(JSON.stringify({ endpoints: endpoints.map(view) }));
    else if (endpoints.length === 0)
      console.log('There is no endpoint yet. Make a partner: crossdock partner create --help');
    else
      console.log(
        textTable(
          ['endpoint', 'partner', 'environment', 'channel', 'state', 'waiting', 'documents', 'where'],
          endpoints.map(({ partner, endpoint: one }) => [
            ...[one.name, partner.name, one.environment, one.channel, one.state, String(one.waiting)],
            ...[[...one.sets.in, ...one.sets.out].join(', '), whereOf(one)],
          ]),
        ),
      );
    return exitCodes.fine;
  });

const partners = async ({ db }: Context) => (await organizations(db.system)).filter(({ kind }) => kind !== 'owner');

// Keys and certificates are no place.
const longestShown = 80;

const whereOf = ({ addresses, settings }: EndpointView): string =>
  addresses.length > 0
    ? addresses.map(({ method, address }) => `${method} ${address}`).join(', ')
    : Object.values(settings)
        .map(String)
        .filter((value) => value.length <= longestShown)
        .join(', ');

export const show = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    print(await found(context, name, options), options);
    return exitCodes.fine;
  });

/** @param made what was made for it, which is shown this once */
function print(of: Found, { json }: { readonly json?: boolean }, made: readonly Told[] = []): void {
  if (json) console.log(JSON.stringify({ ...view(of), ...(made.length > 0 && { made }) }));
  else console.log([textOf(of), ...made.map(({ label, value }) => `  ${label}, shown this once: ${value}`)].join('\n'));
}

function textOf({ partner, endpoint: one }: Found): string {
  const state = one.state === 'ready' ? 'ready' : `${one.state}${one.since ? ` since ${one.since}` : ''}`;
  const brings = one.outbound === 'push' ? 'The hub brings our documents there' : 'The partner comes for our documents';
  return [
    `${one.name} of ${partner.name} in ${one.environment}: ${one.title}, ${state}`,
    ...(one.reason ? [`  ${one.reason}`] : []),
    `  ${brings}; ${one.waiting} ${one.waiting === 1 ? 'waits' : 'wait'}`,
    ...Object.entries(one.settings).map(([setting, value]) => `  ${setting}: ${String(value)}`),
    ...one.secrets.map((setting) => `  ${setting}: (secret)`),
    ...(one.sets.in.length > 0 ? [`  From the partner: ${one.sets.in.join(', ')}`] : []),
    ...(one.sets.out.length > 0 ? [`  To the partner: ${one.sets.out.join(', ')}`] : []),
    ...one.addresses.flatMap(({ method, address, scope, command }) => [
      `  ${method} ${address} with an API key that has the scope ${scope}`,
      `    ${command}`,
    ]),
    ...(one.tell.length > 0 ? ["  What the partner's system must be told:"] : []),
    ...one.tell.map(({ label, value }) => `    ${label}: ${value.replaceAll('\n', '\n      ')}`),
  ].join('\n');
}

export const channels = ({ json }: { readonly json?: boolean }) =>
  runRefusable(async (context) => {
    const all = readChannels(context);
    if (json) console.log(JSON.stringify({ channels: all }));
    else
      for (const { name, title, description, schema } of all) {
        console.log(`${name}: ${title}. ${description}`);
        for (const [setting, one] of Object.entries(schema.properties)) {
          const needed = schema.required?.includes(setting) ? 'needed' : 'if you like';
          console.log(`  ${setting} (${needed}): ${String(one.description ?? one.title ?? '')}`);
        }
      }
    return exitCodes.fine;
  });

export const add = (name: string, options: AddOptions) =>
  runRefusable(async (context) => {
    const environment = environmentOf(options.environment);
    const { id: orgId } = await organizationOf(context, options.partner);
    const { channel } = options;
    const said = await settingsOf(schemaOf(context, channel), options);
    const { settings, made } = completed(context, channel, said);
    await addEndpoint(context, orgId, { environment, name, channel, settings }, by());
    print(await found(context, name, options), options, made);
    return exitCodes.fine;
  });

export const change = (name: string, options: ChangeOptions) =>
  runRefusable(async (context) => {
    const { endpoint, key } = await found(context, name, options);
    const said = await settingsOf(schemaOf(context, endpoint.channel), options);
    const unset = Object.fromEntries((options.unset ?? []).map((one) => [one, null]));
    const isNew = Object.keys({ ...said, ...unset }).length > 0;
    if (!isNew && options.rename === undefined)
      throw new UsageError('Say what is to change: --set, --unset or --rename.');
    await changeEndpoint(
      context,
      key,
      { name: options.rename, ...(isNew && { settings: { ...endpoint.settings, ...said, ...unset } }) },
      by(),
    );
    print(await found(context, key.endpointId, options), options);
    return exitCodes.fine;
  });

function schemaOf(context: Context, channel: string): ChannelSchema {
  const found = channelCalled(context, channel);
  if (found) return found.schema;
  throw new UsageError(`There is no channel ${channel}; there are ${Object.keys(context.channels).join(', ')}.`);
}

/** `--set path=/srv/edi` as the schema types it. */
async function settingsOf(
  schema: ChannelSchema,
  { set = [], setFile = [] }: SettingOptions,
): Promise<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  const parts = (text: string): [string, string] => {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError(`"${text}" is no setting; write its name, =, and its value.`);
    return [text.slice(0, at), text.slice(at + 1)];
  };
  for (const text of set) {
    const [name, value] = parts(text);
    settings[name] = typed(schema, name, value);
  }
  for (const text of setFile) {
    const [name, file] = parts(text);
    settings[name] = typed(schema, name, (await contentOf(file)).toString('utf8').replace(/\r?\n$/, ''));
  }
  return settings;
}

function typed(schema: ChannelSchema, name: string, value: string): unknown {
  const type = schema.properties[name]?.type;
  if (type === 'array')
    return value
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const number = Number(value);
  return (type === 'integer' || type === 'number') && value.trim() !== '' && !Number.isNaN(number) ? number : value;
}

/** Each sentence, and below one that failed what to do. */
export const testLines = ({ says, failed }: Pick<TestReport, 'says' | 'failed'>): readonly string[] =>
  says.flatMap((said) => {
    const step = failed.find((one) => one.says === said);
    return step ? [said, `  ${step.remedy}`] : [said];
  });

export const test = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    const { key } = await found(context, name, options);
    const { works, says, failed } = await testEndpoint(context, key, by());
    if (options.json) console.log(JSON.stringify({ works, says, failed }));
    else console.log([...testLines({ says, failed }), works ? 'It works.' : 'It does not work.'].join('\n'));
    return works ? exitCodes.fine : exitCodes.findings;
  });

export const pause = (name: string, options: EndpointOptions, wanted: 'paused' | 'resumed') =>
  runRefusable(async (context) => {
    const { key } = await found(context, name, options);
    await pauseEndpoint(context, key, wanted, by());
    print(await found(context, name, options), options);
    return exitCodes.fine;
  });

export const remove = (name: string, options: EndpointOptions) =>
  runRefusable(async (context) => {
    const { key, partner, endpoint } = await found(context, name, options);
    await removeEndpoint(context, key, by());
    if (options.json) console.log(JSON.stringify({ removed: view({ partner, endpoint }) }));
    else console.log(`${endpoint.name} of ${partner.name} is removed from ${endpoint.environment}.`);
    return exitCodes.fine;
  });
