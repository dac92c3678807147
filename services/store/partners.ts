import type { Knex } from 'knex';
import type pg from 'pg';
import type { Identity, PartnerKind } from '../domain/configuration/configuration.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import type { OrganizationKind } from './users.ts';

/** What an environment of a partner runs, and who we are there. */
export interface PartnerInUse {
  readonly name: string;
  /** Null where nothing is agreed. */
  readonly hash: string | null;
  readonly releaseId: string | null;
  readonly ours: readonly Identity[];
}

export async function partnerInUse(
  pool: pg.Pool,
  orgId: string,
  environment: Environment,
): Promise<PartnerInUse | undefined> {
  const { rows } = await pool.query<PartnerInUse>(
    `select o.name, u.hash, u.release_id as "releaseId",
       (select coalesce(jsonb_agg(jsonb_build_object('qualifier', t.qualifier, 'isaId', t.isa_id, 'gsId', t.gs_id) order by t.id), '[]')
          from trading_identity t join organization w on w.id = t.org_id where w.kind = 'owner' and t.environment = $2) as ours
     from organization o left join configuration_in_use u on u.org_id = o.id and u.environment = $2 where o.id = $1`,
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

/** The company that runs this hub, and how it is called in envelopes. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly identities: Readonly<Record<Environment, readonly Identity[]>>;
}

/** The company; undefined before the set-up. @param lock lets nobody else change it until the transaction ends. */
export async function companyOf(db: Knex, { lock = false } = {}): Promise<Company | undefined> {
  const query = db('organization')
    .where({ kind: 'owner' })
    .first<{ id: string; name: string } | undefined>('id', 'name');
  const row = await (lock ? query.forNoKeyUpdate() : query);
  if (!row) return undefined;
  const rows = await db('trading_identity')
    .where({ org_id: row.id })
    .orderBy('id')
    .select<(Identity & { environment: Environment })[]>(...['environment', 'qualifier'], {
      isaId: 'isa_id',
      gsId: 'gs_id',
    });
  const of = (environment: Environment) =>
    rows
      .filter((one) => one.environment === environment)
      .map(({ qualifier, isaId, gsId }) => ({ qualifier, isaId, gsId }));
  return { ...row, identities: { production: of('production'), sandbox: of('sandbox') } };
}

/** Replaces the identities of the company; the order is kept by the ids. */
export async function saveCompanyIdentities(
  tx: Tx,
  orgId: string,
  identities: Company['identities'],
  newId: () => string,
): Promise<void> {
  await tx('trading_identity').where({ org_id: orgId }).delete();
  const rows = (['production', 'sandbox'] as const).flatMap((environment) =>
    identities[environment].map(({ qualifier, isaId, gsId }) => ({
      ...{ id: newId(), org_id: orgId, environment, qualifier },
      ...{ isa_id: isaId, gs_id: gsId },
    })),
  );
  if (rows.length > 0) await tx('trading_identity').insert(rows);
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

/** What an organisation is called. */
export async function organizationName(tx: Knex, id: string): Promise<string> {
  const row = await tx('organization').where({ id }).first<{ name: string } | undefined>('name');
  return row?.name ?? '';
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

/** Partners of this name; several, where nobody minded. */
export async function partnersCalled(
  db: Knex,
  name: string,
): Promise<readonly { readonly id: string; readonly kind: PartnerKind }[]> {
  return db('organization')
    .where({ name })
    .whereNot({ kind: 'owner' })
    .orderBy('id')
    .select<{ id: string; kind: PartnerKind }[]>('id', 'kind');
}

/** Lets nobody else make a partner until the transaction ends, so that two do not take one name or id. */
export async function lockPartnerNames(tx: Tx): Promise<void> {
  await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.partnerNames]);
}

/** The partner whose name is this one, whatever the capitals; undefined when nobody has it. */
export async function partnerNameTaken(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx('organization')
    .whereRaw('lower(name) = lower(?)', [name])
    .whereNot({ kind: 'owner' })
    .first<{ name: string } | undefined>('name');
  return row?.name;
}

export async function insertPartner(
  tx: Tx,
  { id, name, kind, at }: { readonly id: string; readonly name: string; readonly kind: PartnerKind; readonly at: Date },
): Promise<void> {
  await tx('organization').insert({ id, name, kind, created_at: at });
}
