import { isDeepStrictEqual } from 'node:util';
import { secretSettings } from '../../channels/schema.ts';
import type { ValidationIssue } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { insertEndpoint, lockEndpoints, sealedEndpoints } from '../../store/endpoints.ts';
import type { Promotion } from '../../store/go-live/requests.ts';
import type { Context } from '../context.ts';
import { channelCalled, forgetEndpoints, settingsOf } from '../endpoint-in-use.ts';
import { factsIn } from '../endpoint-settings.ts';
import type { ChangeBy } from '../releases.ts';
import type { PlannedEndpoint } from './bundle-now.ts';

/** Settings by channel that must be other ones in production, or that somebody has to confirm: addresses and ids. Everything else is taken over. */
const asked: Readonly<Record<string, readonly string[]>> = {
  as2: ['ourId', 'partnerId', 'url'],
  sftp: ['host', 'port', 'user'],
  'sftp-server': ['user'],
  folder: ['path', 'inbox', 'outbox'],
  webhook: ['url'],
};

export interface ToConfirm {
  readonly endpoint: string;
  readonly channel: string;
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    /** What the sandbox has, or what was said in the request. */
    readonly value: string;
    readonly isSecret: boolean;
    /** The channel refuses the value of the sandbox in production. */
    readonly mustDiffer: boolean;
    readonly wrong?: string;
  }[];
}

interface Described {
  readonly title?: string;
}

const hostOf = (settings: Readonly<Record<string, unknown>>): string => {
  const { url, host } = settings;
  if (typeof url === 'string' && URL.canParse(url)) return new URL(url).host;
  return typeof host === 'string' ? host : '';
};

/** What the form asks for an endpoint that is promoted; secrets only where the host is another one. */
export async function toConfirm(context: Context, tx: Tx, planned: PlannedEndpoint): Promise<ToConfirm | undefined> {
  const { name, channel, settings, secrets, promotes } = planned;
  const way = channelCalled(context, channel);
  if (!promotes || !way) return undefined;
  const known = ((way.schema as { properties?: Record<string, Described> }).properties ?? {}) as Record<
    string,
    Described
  >;
  const clash = await clashOf(context, tx, planned);
  // Only what another value would mend is to be said anew: an address may be the same in both.
  const mends = new Set<string>();
  for (const one of clash === undefined ? [] : (asked[channel] ?? []))
    if ((await clashOf(context, tx, { ...planned, settings: { ...settings, [one]: '' } })) === undefined)
      mends.add(one);
  const isElsewhere = hostOf(settings) !== hostOf(promotes.settings);
  const secret = secretSettings(way.schema).filter((one) => promotes.secrets[one] !== undefined);
  const fields = [
    ...(asked[channel] ?? []).flatMap((one) =>
      known[one] && settings[one] !== undefined
        ? [
            {
              ...{ one, value: String(settings[one]), isSecret: false, mustDiffer: mends.has(one) },
              wrong: mends.has(one) ? clash : undefined,
            },
          ]
        : [],
    ),
    ...(isElsewhere
      ? secret.map((one) => {
          const isTaken = secrets[one] === promotes.secrets[one];
          return {
            one,
            value: '',
            isSecret: true,
            mustDiffer: isTaken,
            wrong: isTaken ? 'is for another host: say it anew' : undefined,
          };
        })
      : []),
  ].map(({ one, wrong, ...field }) => ({
    ...field,
    name: one,
    title: known[one]?.title ?? one,
    ...(wrong !== undefined && { wrong }),
  }));
  return { endpoint: name, channel, fields };
}

async function clashOf(
  context: Context,
  tx: Tx,
  { channel, settings, promotes }: PlannedEndpoint,
): Promise<string | undefined> {
  const way = channelCalled(context, channel);
  if (!way?.clash) return undefined;
  for (const other of await sealedEndpoints(tx, [channel])) {
    const why = way.clash(settings, other.settings);
    if (why !== undefined) return promotes && other.id === promotes.id ? `is that of the sandbox. ${why}` : why;
  }
  return undefined;
}

/** What was said of endpoints, with secrets sealed. @returns the places that do not fit too */
export function sealedPromotion(
  context: Context,
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  planned: readonly PlannedEndpoint[],
): { readonly promotion: Promotion; readonly wrong: readonly ValidationIssue[] } {
  const wrong: ValidationIssue[] = [];
  const entries = Object.entries(given).flatMap(([name, values]) => {
    const found = planned.find((one) => one.name === name && one.promotes);
    const way = found && channelCalled(context, found.channel);
    if (!way) {
      wrong.push({ place: `body/endpoints/${name}`, message: 'is no endpoint that is promoted by this request' });
      return [];
    }
    const secret = new Set(secretSettings(way.schema));
    const split = Object.groupBy(Object.entries(values), ([one]) => (secret.has(one) ? 'secrets' : 'settings'));
    return [
      [
        name,
        {
          settings: Object.fromEntries(split.settings ?? []),
          secrets: Object.fromEntries(
            (split.secrets ?? []).map(([one, value]) => [one, context.secrets.seal(String(value))]),
          ),
        },
      ] as const,
    ];
  });
  return { promotion: Object.fromEntries(entries), wrong };
}

/** Why an endpoint cannot be what is planned; empty where it can. */
export function faultsOf(context: Context, planned: PlannedEndpoint): readonly string[] {
  const way = channelCalled(context, planned.channel);
  if (!way || !planned.promotes) return [];
  const whole = settingsOf(context, { ...planned.promotes, settings: planned.settings, secrets: planned.secrets });
  return (way.checkSettings?.(whole as Record<string, unknown>) ?? []).map(
    ({ setting, message }) => `${setting} ${message}`,
  );
}

/** Makes the endpoints of production out of those of the sandbox, as part of the release. */
export async function promoteEndpoints(
  context: Context,
  tx: Tx,
  { orgId, actor, by }: ChangeBy,
  planned: readonly PlannedEndpoint[],
): Promise<readonly string[]> {
  const promoted = planned.filter(({ promotes }) => promotes !== undefined);
  if (promoted.length > 0) await lockEndpoints(tx);
  for (const { name, channel, settings, secrets, promotes } of promoted) {
    // Whoever said something else than the sandbox has is its author.
    const differs = !isDeepStrictEqual([settings, secrets], [promotes!.settings, promotes!.secrets]);
    const id = context.newId();
    await insertEndpoint(tx, {
      id,
      orgId,
      environment: 'production',
      name,
      channel,
      settings,
      secrets,
      facts: factsIn(channelCalled(context, channel), settings),
      at: context.now(),
    });
    await audit(tx, [
      {
        ...{
          orgId,
          at: context.now(),
          actor,
          action: 'endpoint.added' as const,
          subject: { type: 'endpoint', id } as const,
        },
        ...(by && { by }),
        detail: {
          ...{ promoted: true, differs },
          before: null,
          after: { name, channel, settings, secrets: Object.keys(secrets).toSorted() },
        },
      },
    ]);
  }
  if (promoted.length > 0) forgetEndpoints(context, orgId, 'production');
  return promoted.map(({ name }) => name);
}
