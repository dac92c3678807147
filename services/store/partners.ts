import type { Knex } from 'knex';
import type pg from 'pg';
import type { EventType } from '../domain/events.ts';
import type { AcknowledgementKind, Ta1Policy } from '../domain/x12/acknowledge/acknowledge.ts';
import type { Environment } from './documents.ts';
import type { OrganizationKind } from './users.ts';

/** How documents of a set are acknowledged. */
export interface AckPolicy {
  /** What acknowledges the partner's groups; 997 unless agreed otherwise. */
  readonly functional?: AcknowledgementKind;
  /** When a TA1 is sent; when requested unless agreed otherwise. */
  readonly ta1?: Ta1Policy;
  /** AK2 loops for accepted sets too, or only for faulty ones. */
  readonly includeAcceptedSets?: boolean;
  /** How long the partner has to acknowledge what we send. */
  readonly ackWithinMinutes?: number;
  /** How long the partner has for the business answer. */
  readonly answerWithinMinutes?: number;
}

export interface Agreement {
  readonly direction: 'in' | 'out';
  readonly set: string;
  readonly version: string;
  readonly channel: string;
  /** File in the partner's profile. */
  readonly mapping: string;
  readonly eventType: EventType;
  readonly acknowledgement: AckPolicy;
}

export interface Identity {
  readonly qualifier: string;
  readonly isaId: string;
  readonly gsId: string;
}

/** What the flows need to know of a partner in one environment. */
export interface PartnerTerms {
  readonly orgId: string;
  readonly name: string;
  readonly profile: string;
  readonly timeZone: string;
  readonly identities: readonly Identity[];
  readonly ours: readonly Identity[];
  readonly agreements: readonly Agreement[];
}

/** Identities and agreements of a partner, with our own identities of the same environment. */
export async function partnerTerms(
  pool: pg.Pool,
  orgId: string,
  environment: Environment,
): Promise<PartnerTerms | undefined> {
  const { rows } = await pool.query<PartnerTerms & { profile: string | null }>(
    `select o.id as "orgId", o.name, coalesce(o.profile, '') as profile, o.time_zone as "timeZone",
       (select coalesce(jsonb_agg(jsonb_build_object('qualifier', qualifier, 'isaId', isa_id, 'gsId', gs_id) order by id), '[]')
          from trading_identity where org_id = o.id and environment = $2) as identities,
       (select coalesce(jsonb_agg(jsonb_build_object('qualifier', t.qualifier, 'isaId', t.isa_id, 'gsId', t.gs_id) order by t.id), '[]')
          from trading_identity t join organization w on w.id = t.org_id where w.kind = 'owner' and t.environment = $2) as ours,
       (select coalesce(jsonb_agg(jsonb_build_object('direction', direction, 'set', set_code, 'version', version, 'channel', channel, 'mapping', mapping,
            'eventType', event_type, 'acknowledgement', acknowledgement) order by set_code), '[]')
          from agreement where org_id = o.id and environment = $2 and active) as agreements
     from organization o where o.id = $1`,
    [orgId, environment],
  );
  return rows[0];
}

/** The organisation that runs this hub; undefined before the set-up. */
export async function ownOrganisationIfAny(db: Knex): Promise<string | undefined> {
  const row = await db('organization').where({ kind: 'owner' }).first<{ id: string } | undefined>('id');
  return row?.id;
}

/** The organisation that runs this hub. @throws where none has been set up. */
export async function ownOrganisation(db: Knex): Promise<string> {
  const id = await ownOrganisationIfAny(db);
  if (id === undefined) throw new Error('No company has been set up.');
  return id;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
}

/** All organisations: the owner first, then the partners by name. */
export async function organizations(db: Knex): Promise<readonly Organization[]> {
  return db('organization').orderByRaw(`kind <> 'owner', name, id`).select('id', 'name', 'kind');
}

/** Whether there is an organisation with this id that the transaction sees. */
export async function organizationExists(tx: Knex, id: string): Promise<boolean> {
  return (await tx('organization').where({ id }).first('id')) !== undefined;
}

/** Names of those of the ids that are partners. */
export async function partnerNames(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('organization')
    .whereIn('id', ids)
    .whereNot({ kind: 'owner' })
    .select<{ id: string; name: string }[]>('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
