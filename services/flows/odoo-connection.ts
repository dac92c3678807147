import { connectOdoo } from '../odoo/connect.ts';
import type { OdooClient } from '../odoo/client.ts';
import type { Environment } from '../store/documents.ts';
import { findConnection, type ConnectionRow } from '../store/odoo-connections.ts';
import type { Context } from './context.ts';

export interface OdooConnection extends ConnectionRow {
  readonly client: OdooClient;
}

interface Kept {
  readonly connection: Promise<OdooConnection | undefined>;
  readonly until: number;
}

const kept = new WeakMap<Context['db'], Map<string, Kept>>();
const keepMs = 15_000;

/** The Odoo of an environment, or undefined where none is connected. The sandbox only ever gets a twin: the database holds nothing else for it. */
export function odooFor(context: Context, environment: Environment): Promise<OdooConnection | undefined> {
  return keep(context, environment, { environment });
}

/** A connection by its id. */
export function odooById(context: Context, id: string): Promise<OdooConnection | undefined> {
  return keep(context, id, { id });
}

function keep(context: Context, key: string, where: { environment: Environment } | { id: string }): Promise<OdooConnection | undefined> {
  let known = kept.get(context.db);
  if (!known) kept.set(context.db, (known = new Map()));
  const now = context.now().getTime();
  const found = known.get(key);
  if (found && found.until > now) return found.connection;
  const connection = open(context, where);
  known.set(key, { connection, until: now + keepMs });
  connection.catch(() => known.delete(key));
  return connection;
}

async function open(context: Context, where: { environment: Environment } | { id: string }): Promise<OdooConnection | undefined> {
  const row = await findConnection(context.db.system, where);
  if (!row) return undefined;
  const url = row.kind === 'twin' ? `${context.twinUrl}/${row.database}` : row.url;
  const client = connectOdoo({
    url, database: row.database, login: row.login, apiKey: context.secrets.open(row.secret), version: row.version,
    // A sandbox that could reach a real Odoo would not be one.
    allow: (target) => row.environment === 'production' || target.href.startsWith(context.twinUrl),
  });
  return { ...row, client };
}
