import { type Capabilities, readCapabilities } from '../odoo/capabilities.ts';
import type { OdooClient } from '../odoo/client.ts';
import { connectOdoo } from '../odoo/connect.ts';
import type { Environment } from '../store/documents.ts';
import { type ConnectionRow, findConnection, homeOf } from '../store/odoo-connections.ts';
import type { Context } from './context.ts';
import { recent } from './recent.ts';

export interface OdooConnection extends ConnectionRow {
  /** Made at the first use: a key that cannot be opened must not stop what only needs to know which Odoo it is. @throws */
  readonly client: OdooClient;
  /** What the Odoo has, asked once and remembered for some minutes. @throws OdooError */
  capabilities(): Promise<Capabilities>;
}

const remembered = recent<OdooConnection | undefined>(15_000);

/**
 * The Odoo that a partner works with: the one where something is arranged for it, else the first of the environment; undefined where none is connected. The
 * sandbox only ever gets a twin: the database holds nothing else for it.
 */
export async function odooFor(
  context: Context,
  { environment, orgId }: { readonly environment: Environment; readonly orgId: string },
): Promise<OdooConnection | undefined> {
  const id = await homes(context, `${environment}/${orgId}`, () => homeOf(context.db.system, { environment, orgId }));
  return id === undefined ? undefined : odooById(context, id);
}

const homes = recent<string | undefined>(15_000);

/** Which Odoo a partner works with has changed. */
export const forgetHome = (context: Context, environment: Environment, orgId: string): boolean =>
  homes.forget(context, `${environment}/${orgId}`);

/** A connection by its id. */
export function odooById(context: Context, id: string): Promise<OdooConnection | undefined> {
  return remembered(context, id, () => openConnection(context, id));
}

/** How the connection stands has changed: it is read anew at its next use. */
export function forgetConnection(context: Context, { id }: ConnectionRow): void {
  remembered.forget(context, id);
}

/** A connection as it is in the database at this moment, and not as it was some seconds ago. */
export async function openConnection(context: Context, id: string): Promise<OdooConnection | undefined> {
  const row = await findConnection(context.db.system, id);
  if (!row) return undefined;
  let client: OdooClient | undefined;
  const connection = {
    ...row,
    get client() {
      client ??= connect(context, row);
      return client;
    },
    capabilities: () => known(context, capabilitiesKey(row), () => readCapabilities(connection.client)),
  };
  return connection;
}

// A module is installed or a field renamed once in a while; a key that is replaced asks again at once.
const known = recent<Capabilities>(600_000);
const capabilitiesKey = (row: ConnectionRow) => `${row.id}/${row.version}/${row.secret}`;

/**
 * What was remembered of an Odoo may not hold any more: it did not know a field that it knew before, or has something that it had not.
 * @returns false when it was asked within `olderThanMs`, so that asking again would show the same
 */
export function forgetCapabilities(context: Context, row: ConnectionRow, olderThanMs = 0): boolean {
  return known.forget(context, capabilitiesKey(row), olderThanMs);
}

function connect(context: Context, row: ConnectionRow): OdooClient {
  return connectOdoo({
    url: row.kind === 'twin' ? `${context.twinUrl}/${row.database}` : row.url,
    database: row.database,
    login: row.login,
    apiKey: context.secrets.open(row.secret),
    version: row.version,
    // A sandbox that could reach a real Odoo would not be one.
    allow: (target) => row.environment === 'production' || target.href.startsWith(`${context.twinUrl}/`),
  });
}
