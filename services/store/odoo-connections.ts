import type { Knex } from 'knex';
import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

export interface ConnectionSettings {
  /** Operation types whose released transfers are sent out. */
  readonly pickingTypeIds?: readonly number[];
  /** Which partner gets which event. */
  readonly routes?: readonly ConnectionRoute[];
  /** What was chosen when the feed was begun: `now`, `all` or a date, and when. */
  readonly sendFrom?: { readonly from: string; readonly at: string };
}

export interface ConnectionRoute {
  readonly event: EventType;
  readonly orgId: string;
  /** Only what this carrier (SCAC) moves. */
  readonly carrier?: string;
}

export interface ConnectionRow {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly kind: 'odoo' | 'twin';
  readonly version: string;
  readonly url: string;
  readonly database: string;
  readonly login: string;
  /** Sealed by the secret box. */
  readonly secret: string;
  readonly settings: ConnectionSettings;
  /** User of Odoo who gets the to-dos where a transfer names nobody. */
  readonly responsibleUserId: number | null;
  readonly state: ConnectionState;
  readonly stateReason: string | null;
}

/** `refused`: Odoo answers, and does not let the hub in: a wrong or expired key, another database, a missing right. */
export type ConnectionState = 'untried' | 'ready' | 'unreachable' | 'refused';

const columns = {
  id: 'id',
  environment: 'environment',
  name: 'name',
  kind: 'kind',
  version: 'version',
  url: 'url',
  database: 'database',
  login: 'login',
  secret: 'secret',
  settings: 'settings',
  responsibleUserId: 'responsible_user_id',
  state: 'state',
  stateReason: 'state_reason',
};

export const findConnection = (db: Knex, id: string): Promise<ConnectionRow | undefined> =>
  db('odoo_connection').where({ id }).first<ConnectionRow | undefined>(columns);

/** Id of the connection where something is arranged for a partner, else of the first of the environment; undefined where there is none. */
export async function homeOf(
  db: Knex,
  { environment, orgId }: { readonly environment: Environment; readonly orgId: string },
): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select c.id from odoo_connection c left join odoo_partner p on p.connection_id = c.id and p.org_id = ?
     where c.environment = ? order by p.org_id is null, c.created_at, c.id limit 1`,
    [orgId, environment],
  );
  return rows[0]?.id;
}

/** The connections of an environment, or all, the one that is used first. */
export function listConnections(db: Knex, environment?: Environment): Promise<readonly ConnectionRow[]> {
  const query = db('odoo_connection').orderBy(['environment', 'created_at']);
  if (environment !== undefined) query.where({ environment });
  return query.select<ConnectionRow[]>(columns);
}

type Access = Pick<ConnectionRow, 'url' | 'login' | 'version' | 'secret' | 'name'>;

/** Another login and key: how it stood with the old ones says nothing any more. */
export async function replaceAccess(tx: Tx, id: string, access: Access): Promise<void> {
  await tx('odoo_connection').where({ id }).update(access);
}

/** A connection of production, whose feed has not begun. */
export async function insertConnection(
  tx: Tx,
  row: Access & { readonly id: string; readonly database: string; readonly at: Date },
): Promise<void> {
  const { at, ...rest } = row;
  await tx('odoo_connection').insert({ ...rest, environment: 'production', kind: 'odoo', created_at: at });
}

/** Whether any connection goes to an Odoo twin. */
export async function hasTwin(db: Knex): Promise<boolean> {
  return (await db('odoo_connection').where({ kind: 'twin' }).first('id')) !== undefined;
}

/**
 * Reads what the feed remembers of its last look, and keeps others from looking until the transaction ends. An advisory lock and not the row's: a look lasts as long as
 * Odoo takes, and the row says how the connection stands meanwhile.
 */
export async function lockFeed<Memory extends object>(tx: Tx, id: string): Promise<Partial<Memory> | undefined> {
  const lock = await tx.raw<{ rows: { taken: boolean }[] }>(
    `select pg_try_advisory_xact_lock(hashtextextended('feed/' || ?, 0)) as taken`,
    [id],
  );
  if (!lock.rows[0]?.taken) return undefined;
  const row = await tx('odoo_connection').where({ id }).first<{ feed: Partial<Memory> } | undefined>('feed');
  return row?.feed;
}

export async function saveFeed(tx: Tx, id: string, feed: object): Promise<void> {
  await tx('odoo_connection')
    .where({ id })
    .update({ feed: JSON.stringify(feed) });
}

/** Keeps the feed from looking until the transaction ends; waits for the look that is under way, but not for long. */
export async function haltFeed(tx: Tx, id: string): Promise<void> {
  await tx.raw(`set local lock_timeout = '10s'`);
  await tx.raw(`select pg_advisory_xact_lock(hashtextextended('feed/' || ?, 0))`, [id]);
}

/** The settings as they are, held until the transaction ends. */
export async function lockSettings(tx: Tx, id: string): Promise<ConnectionSettings | undefined> {
  const row = await tx('odoo_connection')
    .where({ id })
    .forUpdate()
    .first<{ settings: ConnectionSettings } | undefined>('settings');
  return row?.settings;
}

export async function saveSettings(tx: Tx, id: string, settings: ConnectionSettings): Promise<void> {
  await tx('odoo_connection')
    .where({ id })
    .update({ settings: JSON.stringify(settings) });
}

/** @returns who was responsible before. */
export async function saveResponsible(tx: Tx, id: string, userId: number | null): Promise<number | null> {
  const row = await tx('odoo_connection').where({ id }).forUpdate().first<{ before: number | null }>({
    before: 'responsible_user_id',
  });
  await tx('odoo_connection').where({ id }).update({ responsible_user_id: userId });
  return row.before;
}

/** Writes how a connection stands. @returns true when that is another state than before. */
export async function saveConnectionState(
  tx: Tx,
  id: string,
  state: ConnectionState,
  reason: string | null,
): Promise<boolean> {
  const changed = await tx('odoo_connection')
    .where({ id })
    .whereNot({ state })
    .update({ state, state_reason: reason, state_since: tx.fn.now() });
  return changed > 0;
}

/** Connections that do not work at the moment. */
export function parkedConnections(
  db: Knex,
): Promise<readonly { environment: Environment; state: 'unreachable' | 'refused'; since: Date }[]> {
  return db('odoo_connection')
    .whereIn('state', ['unreachable', 'refused'])
    .orderBy('environment')
    .select({ environment: 'environment', state: 'state', since: 'state_since' });
}

/** How many Odoo connections of each environment are in each state. */
export async function countConnections(
  db: Knex,
): Promise<readonly { environment: Environment; state: string; count: number }[]> {
  const rows = await db('odoo_connection')
    .groupBy('environment', 'state')
    .orderBy(['environment', 'state'])
    .select<{ environment: Environment; state: string; count: string }[]>(
      'environment',
      'state',
      db.raw('count(*) as count'),
    );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Notes that Odoo has answered; so often is enough, and spares a write for each call. */
export async function noteContact(db: Knex, id: string): Promise<void> {
  await db('odoo_connection')
    .where({ id })
    .whereRaw(`(last_contact_at is null or last_contact_at < now() - interval '10 seconds')`)
    .update({ last_contact_at: db.fn.now() });
}

export async function saveLacks(db: Knex, id: string, lacks: readonly string[]): Promise<void> {
  await db('odoo_connection')
    .where({ id })
    .update({ lacks: JSON.stringify(lacks) });
}

export async function saveVersion(db: Knex, id: string, version: string): Promise<void> {
  await db('odoo_connection').where({ id }).update({ version });
}

/** Carriers of an Odoo by their id there, with the code that the trade knows them by. */
export async function carrierCodes(db: Knex, connectionId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db('odoo_carrier')
    .where({ connection_id: connectionId })
    .select<{ carrier_id: number; scac: string }[]>('carrier_id', 'scac');
  return new Map(rows.map((row) => [row.carrier_id, row.scac]));
}

export interface CarrierRow {
  readonly id: number;
  readonly name: string;
  readonly scac: string;
}

export function findCarrier(tx: Tx, connectionId: string, carrierId: number): Promise<CarrierRow | undefined> {
  return tx('odoo_carrier')
    .where({ connection_id: connectionId, carrier_id: carrierId })
    .first<CarrierRow | undefined>({ id: 'carrier_id', name: 'name', scac: 'scac' });
}

export async function saveCarrier(tx: Tx, connectionId: string, carrier: CarrierRow): Promise<void> {
  await tx('odoo_carrier')
    .insert({ connection_id: connectionId, carrier_id: carrier.id, name: carrier.name, scac: carrier.scac })
    .onConflict(['connection_id', 'carrier_id'])
    .merge(['name', 'scac']);
}

/** @returns false when there was none. */
export async function removeCarrier(tx: Tx, connectionId: string, carrierId: number): Promise<boolean> {
  return (await tx('odoo_carrier').where({ connection_id: connectionId, carrier_id: carrierId }).delete()) > 0;
}
