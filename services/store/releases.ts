import type { Knex } from 'knex';
import type { Configuration } from '../domain/configuration/configuration.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

/** A numbered decision that production runs a configuration. */
export interface Release {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly note: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface Candidate {
  readonly name: string;
  readonly hash: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** What an environment of a partner runs. */
export interface InUse {
  readonly environment: Environment;
  readonly hash: string;
  readonly releaseId: string | null;
  /** Of the sandbox, when it does not run the draft. */
  readonly candidate: string | null;
}

const releaseColumns = {
  id: 'id',
  number: 'number',
  hash: 'hash',
  note: 'note',
  createdAt: 'created_at',
  createdBy: 'created_by',
} as const;

/** Lets nobody else change what this partner runs until the transaction ends. */
export async function lockPartner(tx: Tx, orgId: string): Promise<void> {
  await tx('organization').where({ id: orgId }).forNoKeyUpdate().first('id');
}

/** Releases of a partner, the newest first. */
export async function releasesOf(db: Knex, orgId: string): Promise<readonly Release[]> {
  return db('release').where({ org_id: orgId }).orderBy('number', 'desc').select<Release[]>(releaseColumns);
}

export async function insertRelease(
  tx: Tx,
  of: Omit<Release, 'number'> & { readonly orgId: string },
): Promise<Release> {
  const last = await tx('release').where({ org_id: of.orgId }).max<{ max: number | null }[]>('number').first();
  const number = (last?.max ?? 0) + 1;
  const { id, hash, note, createdAt, createdBy } = of;
  await tx('release').insert({
    ...{ id, org_id: of.orgId, number, hash, note },
    ...{ created_at: createdAt, created_by: createdBy },
  });
  return { id, number, hash, note, createdAt, createdBy };
}

/** The hash of the draft; undefined where a partner has none. */
export async function draftOf(db: Knex, orgId: string): Promise<string | undefined> {
  const row = await db('draft').where({ org_id: orgId }).first<{ hash: string } | undefined>('hash');
  return row?.hash;
}

export async function saveDraftHash(
  tx: Tx,
  of: { readonly orgId: string; readonly hash: string; readonly at: Date; readonly actor: string },
): Promise<void> {
  const values = { hash: of.hash, updated_at: of.at, updated_by: of.actor };
  await tx('draft')
    .insert({ org_id: of.orgId, ...values })
    .onConflict('org_id')
    .merge(values);
}

/** Candidates of a partner, by name. */
export async function candidatesOf(db: Knex, orgId: string): Promise<readonly Candidate[]> {
  return db('candidate')
    .where({ org_id: orgId })
    .orderBy('name')
    .select<Candidate[]>({ name: 'name', hash: 'hash', createdAt: 'created_at', createdBy: 'created_by' });
}

export async function saveCandidate(tx: Tx, orgId: string, of: Candidate): Promise<void> {
  const values = { hash: of.hash, created_at: of.createdAt, created_by: of.createdBy };
  await tx('candidate')
    .insert({ org_id: orgId, name: of.name, ...values })
    .onConflict(['org_id', 'name'])
    .merge(values);
}

export async function deleteCandidate(tx: Tx, orgId: string, name: string): Promise<void> {
  await tx('candidate').where({ org_id: orgId, name }).delete();
}

export async function inUseOf(db: Knex, orgId: string): Promise<readonly InUse[]> {
  return db('configuration_in_use')
    .where({ org_id: orgId })
    .orderBy('environment')
    .select<InUse[]>({ environment: 'environment', hash: 'hash', releaseId: 'release_id', candidate: 'candidate' });
}

/** Who among others has one of these identities already. Nobody else takes one until the transaction ends, so that two do not take the same. */
export async function identityHolder(
  tx: Tx,
  orgId: string,
  environment: Environment,
  identities: Configuration['identities'][Environment],
): Promise<{ readonly name: string; readonly identity: string } | undefined> {
  if (identities.length === 0) return undefined;
  await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.identities]);
  return tx('trading_identity as t')
    .join('organization as o', 'o.id', 't.org_id')
    .where({ environment })
    .whereNot({ org_id: orgId })
    .whereIn(
      ['qualifier', 'isa_id'],
      identities.map(({ qualifier, isaId }) => [qualifier, isaId]),
    )
    .first<{ name: string; identity: string } | undefined>(
      'o.name',
      tx.raw(`t.qualifier || '/' || t.isa_id as identity`),
    );
}

/** Heads of the drafts of others in which a text stands, such as an id, with the partners' names. */
export async function draftsNaming(
  tx: Tx,
  orgId: string,
  text: string,
): Promise<readonly { readonly name: string; readonly head: string }[]> {
  const rows = await tx('draft as d')
    .join('configuration as c', (on) => on.on('c.org_id', 'd.org_id').on('c.hash', 'd.hash'))
    .joinRaw(
      `join configuration_file f on f.org_id = d.org_id and f.path = 'partner.yaml' and f.hash = c.files ->> 'partner.yaml'`,
    )
    .join('organization as o', 'o.id', 'd.org_id')
    .whereNot({ 'd.org_id': orgId })
    .whereRaw('position(?::bytea in f.content) > 0', [Buffer.from(text)])
    .orderBy('o.name')
    .select<{ name: string; content: Buffer }[]>('o.name', 'f.content');
  return rows.map(({ name, content }) => ({ name, head: content.toString('utf8') }));
}

/**
 * Sets what an environment of a partner runs, and makes the read models say the same: its identities, its agreements and, in production or before the first release, kind and zone.
 * Nothing else writes them.
 */
export async function putInUse(
  tx: Tx,
  orgId: string,
  use: InUse & { readonly at: Date },
  configuration: Configuration,
  newId: () => string,
): Promise<void> {
  const { environment, hash, releaseId, candidate, at } = use;
  const values = { hash, release_id: releaseId, candidate, since: at };
  await tx('configuration_in_use')
    .insert({ org_id: orgId, environment, ...values })
    .onConflict(['org_id', 'environment'])
    .merge(values);
  const of = { org_id: orgId, environment };
  await tx('trading_identity').where(of).delete();
  const identities = configuration.identities[environment];
  if (identities.length > 0)
    await tx('trading_identity').insert(
      identities.map((one) => ({
        ...{ ...of, id: newId(), qualifier: one.qualifier },
        ...{ isa_id: one.isaId, gs_id: one.gsId },
      })),
    );
  await tx('agreement').where(of).delete();
  await tx('agreement').insert(
    configuration.documents.map((document) => ({
      ...{ ...of, id: newId(), direction: document.direction === 'inbound' ? 'in' : 'out' },
      ...{ set_code: document.set, version: document.version, endpoint: document.endpoint, mapping: document.mapping },
      acknowledgement: JSON.stringify({ ...document.acknowledgement, ...document.sla }),
    })),
  );
  // Before the first release the sandbox alone says it.
  const production = tx('configuration_in_use').where({ org_id: orgId, environment: 'production' });
  if (environment === 'production' || !(await production.first('org_id')))
    await tx('organization')
      .where({ id: orgId })
      .update({ kind: configuration.kind, ...(configuration.zone && { time_zone: configuration.zone }) });
}

/** Partners by name, with the release that production runs and what the sandbox runs: `draft` or the name of a candidate. */
export async function partnersInUse(db: Knex): Promise<
  readonly {
    readonly name: string;
    readonly kind: string;
    readonly production: number | null;
    readonly sandbox: string | null;
  }[]
> {
  return db('organization as o')
    .leftJoin('configuration_in_use as p', (on) => on.on('p.org_id', 'o.id').andOnVal('p.environment', 'production'))
    .leftJoin('configuration_in_use as s', (on) => on.on('s.org_id', 'o.id').andOnVal('s.environment', 'sandbox'))
    .leftJoin('release as r', 'r.id', 'p.release_id')
    .whereNot({ 'o.kind': 'owner' })
    .orderBy(['o.name', 'o.id'])
    .select(
      'o.name',
      'o.kind',
      'r.number as production',
      db.raw(`case when s.org_id is null then null else coalesce(s.candidate, 'draft') end as sandbox`),
    );
}
