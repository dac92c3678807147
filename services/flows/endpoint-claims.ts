import type { ClaimedName } from '../channels/channel.ts';
import { CodedError } from '../domain/errors.ts';
import { ownerId } from '../store/backlog.ts';
import type { Tx } from '../store/database.ts';
import { type EndpointValues, type SealedEndpoint, sealedEndpoints } from '../store/endpoints.ts';
import { hasTaken } from '../store/exchanges.ts';
import { organizationName } from '../store/partners.ts';
import type { Context } from './context.ts';
import { channelCalled } from './endpoint-in-use.ts';
import type { EndpointBy } from './endpoints.ts';
import { raise } from './obligations.ts';
import { refuseBody } from './refuse-body.ts';

// Names of which the hub has one for everybody, such as AS2 ids and user names: who may have one, and what happens when two want it (ADR 23, 22).

/** Settings that an endpoint is to have. */
export interface Wanted extends EndpointValues {
  readonly id: string;
  readonly orgId: string;
  readonly channel: string;
  /** As it was. */
  readonly before?: SealedEndpoint;
}

/** Two want the same name and nobody has shown whose it is: the team is told, once the change is refused. */
export class Contested extends CodedError {
  readonly facts: {
    /** The one that has the name. */
    readonly endpointId: string;
    readonly channel: string;
    readonly name: string;
    readonly claimant: string;
    readonly holder: string;
  };

  constructor(detail: string, facts: Contested['facts']) {
    super('http.conflict', { detail });
    this.facts = facts;
  }
}

/** @throws CodedError when the endpoint may not have what it is to have for itself: `http.conflict`, `http.request-invalid` */
export async function refuseClaims(context: Context, tx: Tx, wanted: Wanted, by: EndpointBy): Promise<void> {
  const channel = channelCalled(context, wanted.channel);
  const claimed = channel?.claims?.(wanted.settings);
  const former = wanted.before && channel?.claims?.(wanted.before.settings);
  // What an endpoint has it keeps, whoever changes something else.
  if (claimed && claimed.name !== former?.name && by.side === 'partner')
    await refuseForeignName(tx, wanted, { claimed, others: await sealedEndpoints(tx, [wanted.channel]), context });
  if (!channel?.clash) return;
  for (const other of await sealedEndpoints(tx, [wanted.channel])) {
    const why = other.id === wanted.id ? undefined : channel.clash(wanted.settings, other.settings);
    if (why !== undefined) await refuseClash(tx, { wanted, other, why, claimed, by });
  }
}

async function refuseForeignName(
  tx: Tx,
  wanted: Wanted,
  {
    claimed,
    others,
    context,
  }: { readonly claimed: ClaimedName; readonly others: readonly SealedEndpoint[]; readonly context: Context },
): Promise<void> {
  const { setting, name, rule } = claimed;
  if (rule === 'prefixed') {
    const prefix = prefixOf(await organizationName(tx, wanted.orgId), wanted.orgId);
    const message = `is ${name}; it must be ${prefix} or begin with ${prefix}- (the name of your organisation), such as ${prefix}-wms. The integration team can give any other`;
    if (name !== prefix && !name.startsWith(`${prefix}-`)) refuseBody([{ place: `body/settings/${setting}`, message }]);
    return;
  }
  const claims = channelCalled(context, wanted.channel)?.claims;
  for (const other of others)
    if (other.orgId !== wanted.orgId && claims?.(other.settings)?.name === name && (await hasTaken(tx, other.id, rule)))
      throw new CodedError('http.conflict', {
        detail: `${name} is the id of another organisation, which has shown so by a signed message. Each organisation uses its own.`,
      });
}

async function refuseClash(
  tx: Tx,
  {
    wanted,
    other,
    why,
    claimed,
    by,
  }: {
    readonly wanted: Wanted;
    readonly other: SealedEndpoint;
    readonly why: string;
    readonly claimed: ClaimedName | undefined;
    readonly by: EndpointBy;
  },
): Promise<never> {
  const conflict = (detail: string) => new CodedError('http.conflict', { detail });
  if (!claimed || other.orgId === wanted.orgId) throw conflict(why);
  const holder = await organizationName(tx, other.orgId);
  if (by.side === 'team')
    throw conflict(
      `${why} It is ${other.name} of ${holder} in ${other.environment}: change or remove that one first, and the name is free.`,
    );
  if (await hasTaken(tx, other.id, claimed.rule)) throw conflict(why);
  throw new Contested(
    `${why} Nothing has come there yet that shows whose it is: if it is yours, the integration team, who have a case about it now, can release it for you.`,
    {
      ...{ endpointId: other.id, channel: wanted.channel, name: claimed.name, holder },
      claimant: await organizationName(tx, wanted.orgId),
    },
  );
}

/** Tells the team of a name that two want. */
export async function tellContested(context: Context, { facts }: Contested): Promise<void> {
  await context.db.system.transaction(async (tx) => {
    const orgId = await ownerId(tx);
    if (orgId === undefined) return;
    const about = { type: 'organization', id: orgId } as const;
    const of = { orgId, environment: 'production', at: context.now(), about } as const;
    await raise(context, tx, [{ ...of, kind: 'endpoint.contested', facts }]);
  });
}

const longestPrefix = 40;

/** `Quayside Logistics` → `quayside-logistics` */
export function prefixOf(organization: string, orgId: string): string {
  const plain = organization
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longestPrefix)
    .replace(/-+$/, '');
  return plain.length >= 3 ? plain : `partner-${orgId.slice(-8)}`;
}
