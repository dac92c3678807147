import type { Knex } from 'knex';
import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

export interface ConnectionSettings {
  /** Operation types whose released transfers are sent out. */
  readonly pickingTypeIds?: readonly number[];
  /** Which partner gets which event. */
  readonly routes?: readonly { readonly event: EventType; readonly orgId: string; readonly carrier?: string }[];
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
}

const columns = [
  'id',
  'environment',
  'name',
  'kind',
  'version',
  'url',
  'database',
  'login',
  'secret',
  'settings',
] as const;

export function findConnection(
  db: Knex,
  where: { id: string } | { environment: Environment },
): Promise<ConnectionRow | undefined> {
  return db('odoo_connection')
    .where(where)
    .orderBy('created_at')
    .first<ConnectionRow | undefined>(...columns);
}

/** Whether any connection goes to an Odoo twin. */
export async function hasTwin(db: Knex): Promise<boolean> {
  return (await db('odoo_connection').where({ kind: 'twin' }).first('id')) !== undefined;
}

/** Reads what the feed remembers of its last look, and keeps others from moving it until the transaction ends. */
export async function lockFeed<Memory extends object>(tx: Tx, id: string): Promise<Partial<Memory> | undefined> {
  const row = await tx('odoo_connection')
    .where({ id })
    .forUpdate()
    .skipLocked()
    .first<{ feed: Partial<Memory> } | undefined>('feed');
  return row?.feed;
}

export async function saveFeed(tx: Tx, id: string, feed: object): Promise<void> {
  await tx('odoo_connection')
    .where({ id })
    .update({ feed: JSON.stringify(feed) });
}
