import type { OdooClient } from '../odoo/client.ts';
import { connectOdoo } from '../odoo/connect.ts';
import type { Environment } from '../store/documents.ts';
import { type ConnectionRow, findConnection } from '../store/odoo-connections.ts';
import type { Context } from './context.ts';
import { recent } from './recent.ts';

export interface OdooConnection extends ConnectionRow {
  /** Made at the first use: a key that cannot be opened must not stop what only needs to know which Odoo it is. @throws */
  readonly client: OdooClient;
}

const remembered = recent<OdooConnection | undefined>(15_000);

/** The Odoo of an environment, or undefined where none is connected. The sandbox only ever gets a twin: the database holds nothing else for it. */
export function odooFor(context: Context, environment: Environment): Promise<OdooConnection | undefined> {
  return remembered(context, environment, () => open(context, { environment }));
}

/** A connection by its id. */
export function odooById(context: Context, id: string): Promise<OdooConnection | undefined> {
  return remembered(context, id, () => open(context, { id }));
}

async function open(
  context: Context,
  where: { environment: Environment } | { id: string },
): Promise<OdooConnection | undefined> {
  const row = await findConnection(context.db.system, where);
  if (!row) return undefined;
  let client: OdooClient | undefined;
  return {
    ...row,
    get client() {
      client ??= connect(context, row);
      return client;
    },
  };
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
