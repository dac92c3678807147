import knex, { type Knex } from 'knex';
import pg from 'pg';
import { type AuditKeys, auditKeys } from './audit-keys.ts';
import type { Logins } from './logins.ts';
import { prepareStatements } from './prepared.ts';
import { endWhenSilent } from './silent-connection.ts';

// int8 fits a JavaScript number for every count and id here; as a string it would only breed conversions.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Tx = Knex.Transaction;

/** The ways into the database, each as a login that can do no more than it must; none is that of the owner. */
export interface Database {
  /** Sees every organisation: for flows, which act for the hub. */
  readonly system: Knex;
  /** Plain pool with the same visibility as `system`, for hot statements and LISTEN. */
  readonly pool: pg.Pool;
  /**
   * Like `pool`, but its commits do not wait for the disk: for who has which lane and what is under way. If the last moments of that are lost
   * in a crash, an attempt is made again that would have been made again anyway. One connection for each lane that is drained.
   */
  readonly lanes: pg.Pool;
  /** The same for the Odoo twin, which reaches its own schema only: what it commits is on disk at the latest with the hub's own record of it. */
  readonly twin: Knex;
  /**
   * Keys, sessions and sign-in, with the same visibility as `system`: statements that every request waits for. Nothing slow may run here.
   * This pool, `intake`, `scoped` and `screens` give a statement up in bounded time, on the server and, if the server is silent, on our side.
   */
  readonly front: Knex;
  /** Stores what partners send, and does nothing else. */
  readonly intake: pg.Pool;
  /** Proves and seals audit entries. @throws when the database was opened without keys. */
  readonly auditKeys: AuditKeys;
  /**
   * Runs `work` in a transaction that sees one organisation, or all (`*`, the integration team). For partners' machines and for what people change.
   * For one organisation it is on a login that sees nothing without a pass, which only the hub's own login can make: not even SQL of a stranger's
   * making gets to another one's rows.
   */
  scoped<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Like `scoped`, on connections of its own: for what people look at. A slow search here holds up nobody's traffic. */
  screens<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly logins: Logins;
  /** The hub's secret keys, newest first; undefined for a command that writes no audit entry. */
  readonly keys: readonly string[] | undefined;
  /** Connections for flows; hot statements, lanes, the twin, partners' traffic and screens get half as many each, the others a quarter. */
  readonly maxConnections?: number;
  /** Longest statement of a screen; 10 s unless given. */
  readonly screenTimeoutMs?: number;
  /** Longest statement of anything else that a request waits for; 20 s unless given. */
  readonly requestTimeoutMs?: number;
}

/**
 * Lets a process live through the loss of a connection, idle or in somebody's hands between two statements: pg tells it as an event, and one that nobody
 * hears ends the process. The next statement on it fails, and the pool connects anew.
 */
export function endureLostConnections(pool: pg.Pool, told: (error: Error) => void = () => undefined): void {
  pool.on('error', told);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

// Beyond the server's own limit there is only silence.
const silenceMs = 5_000;

/** Opens the pools. Connects lazily; errors of the database surface at the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const { logins, keys, maxConnections = 16, screenTimeoutMs = 10_000, requestTimeoutMs = 20_000 } = options;
  const half = Math.max(4, Math.ceil(maxConnections / 2));
  const quarter = Math.max(2, Math.ceil(maxConnections / 4));
  const proofs = keys && auditKeys(keys);
  const system = openKnex({ url: logins.hub, max: maxConnections, proofs });
  const twin = openKnex({ url: logins.twin, max: half, unhurried: true });
  const pool = openPool({ url: logins.hub, max: half });
  const lanes = openPool({ url: logins.hub, max: half, unhurried: true });
  const front = openKnex({ url: logins.hub, max: quarter, limitMs: requestTimeoutMs, proofs });
  const intake = openPool({ url: logins.hub, max: quarter, limitMs: requestTimeoutMs });
  const passOf = passOffice(front);
  const visibility = (limitMs: number) => {
    const team = openKnex({ url: logins.hub, max: quarter, limitMs, proofs });
    const walled = openKnex({ url: logins.partner, max: half, limitMs, proofs });
    const run: Database['scoped'] = async (orgId, work) =>
      orgId === '*' ? team.transaction(work) : underPass(walled, await passOf(orgId), work);
    return { run, pools: [team, walled] };
  };
  const traffic = visibility(requestTimeoutMs);
  const screens = visibility(screenTimeoutMs);
  return {
    system,
    pool,
    lanes,
    twin,
    front,
    intake,
    get auditKeys() {
      if (!proofs) throw new Error('The database was opened without the keys of the hub.');
      return proofs;
    },
    scoped: traffic.run,
    screens: screens.run,
    close: async () => {
      const knexes = [system, twin, front, ...traffic.pools, ...screens.pools];
      await Promise.all([...knexes.map((one) => one.destroy()), pool.end(), lanes.end(), intake.end()]);
    },
  };
}

function underPass<T>(pool: Knex, pass: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pool.transaction(async (tx) => {
    await tx.raw(`select set_config('app.org', ?, true)`, [pass]);
    return work(tx);
  });
}

interface PoolOptions {
  readonly url: string;
  readonly max: number;
  /** Commits do not wait for the disk. */
  readonly unhurried?: boolean;
  /** Waiting for a connection, connecting and each statement end in about this time, whatever the server does. */
  readonly limitMs?: number;
  /** For `audit`, which gets no more than a transaction. */
  readonly proofs?: AuditKeys | undefined;
}

function settings({ url, unhurried, limitMs }: PoolOptions) {
  const options = [
    ...(unhurried ? ['-c synchronous_commit=off'] : []),
    ...(limitMs ? [`-c statement_timeout=${limitMs}`] : []),
  ];
  return {
    connectionString: url,
    keepAlive: true,
    ...(options.length > 0 && { options: options.join(' ') }),
    ...(limitMs && { connectionTimeoutMillis: limitMs }),
  };
}

// knex would write its warnings to the console; what matters comes as an error of the statement.
const quiet = () => undefined;
const log = { warn: quiet, error: quiet, deprecate: quiet, debug: quiet };

function openKnex(of: PoolOptions): Knex {
  const { max, limitMs, proofs } = of;
  const pool = {
    min: 0,
    max,
    afterCreate: (connection: pg.Client, done: (error: Error | null, connection: pg.Client) => void) => {
      prepareStatements(connection);
      if (limitMs) endWhenSilent(connection, limitMs + silenceMs);
      done(null, connection);
    },
  };
  return knex({
    // The values of a statement are a partner's data: they do not belong into the message of its error.
    ...{ client: 'pg', compileSqlOnError: false, log, connection: settings(of), pool },
    ...(proofs && { userParams: { auditKeys: proofs } }),
    ...(limitMs && { acquireConnectionTimeout: limitMs }),
  });
}

function openPool(of: PoolOptions): pg.Pool {
  const { max, limitMs } = of;
  const pool = new pg.Pool({ ...settings(of), max });
  endureLostConnections(pool);
  if (limitMs) pool.on('connect', (client) => endWhenSilent(client as pg.PoolClient & pg.Client, limitMs + silenceMs));
  return pool;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Gets the pass to an organisation, once; it does not change. What is no id gets one that opens nothing. */
function passOffice(hub: Knex): (orgId: string) => Promise<string> {
  const passes = new Map<string, string>();
  return async (orgId) => {
    const known = uuid.test(orgId) ? passes.get(orgId) : 'none';
    if (known !== undefined) return known;
    const { rows } = await hub.raw<{ rows: { pass: string }[] }>('select app_pass(?) as pass', [orgId]);
    passes.set(orgId, rows[0]!.pass);
    return rows[0]!.pass;
  };
}
