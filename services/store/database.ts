import knex, { type Knex } from 'knex';
import pg from 'pg';
import { prepareStatements } from './prepared.ts';
import { endWhenSilent } from './silent-connection.ts';

// int8 fits a JavaScript number for every count and id here; as a string it would only breed conversions.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Tx = Knex.Transaction;

/** The ways into the database. All of them run as the role `crossdock_app`, which row-level security binds. */
export interface Database {
  /** Sees every organisation: for flows, which act for the hub. */
  readonly system: Knex;
  /** Plain pool with the same sight as `system`, for hot statements and LISTEN. */
  readonly pool: pg.Pool;
  /**
   * Like `pool`, but its commits do not wait for the disk: for who has which lane and what is under way. If the last moments of that are lost
   * in a crash, an attempt is made again that would have been made again anyway. One connection for each lane that is drained.
   */
  readonly lanes: pg.Pool;
  /** The same for the Odoo twin: what it commits is on disk at the latest with the hub's own record of it. */
  readonly twin: Knex;
  /**
   * Keys, sessions and sign-in, with the same sight as `system`: statements that every request waits for. Nothing slow may run here.
   * This pool, `intake`, `scoped` and `screens` give a statement up in bounded time, on the server and, if the server is silent, on our side.
   */
  readonly front: Knex;
  /** Stores what partners send, and does nothing else. */
  readonly intake: pg.Pool;
  /**
   * Runs `work` in a transaction that sees one organisation, or all (`*`, the integration team). Outside of it the pool sees nothing. For partners' machines
   * and for what people change.
   */
  scoped<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Like `scoped`, on connections of its own: for what people look at. A slow search here holds up nobody's traffic. */
  screens<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for flows; hot statements, lanes, the twin, partners' traffic and screens get half as many each, `front` and `intake` a quarter. */
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

const as = (scope: string) => `-c role=crossdock_app -c app.org=${scope}`;
const unhurried = '-c synchronous_commit=off';
// Beyond the server's own limit there is only silence.
const silenceMs = 5_000;

/** Opens the pools. Connects lazily; errors of the database surface at the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const { maxConnections = 16, screenTimeoutMs = 10_000, requestTimeoutMs = 20_000 } = options;
  const open = opener(options.url);
  const half = Math.max(4, Math.ceil(maxConnections / 2));
  const quarter = Math.max(2, Math.ceil(maxConnections / 4));
  const system = open.knex(as('*'), maxConnections);
  const twin = open.knex(`${as('*')} ${unhurried}`, half);
  const pool = open.pool(as('*'), half);
  const lanes = open.pool(`${as('*')} ${unhurried}`, half);
  const front = open.knex(as('*'), quarter, requestTimeoutMs);
  const intake = open.pool(as('*'), quarter, requestTimeoutMs);
  const traffic = open.knex(as('none'), half, requestTimeoutMs);
  const screens = open.knex(as('none'), half, screenTimeoutMs);
  return {
    system,
    pool,
    lanes,
    twin,
    front,
    intake,
    scoped: (orgId, work) => inSight(traffic, orgId, work),
    screens: (orgId, work) => inSight(screens, orgId, work),
    close: async () => {
      const knexes = [system, twin, front, traffic, screens];
      await Promise.all([...knexes.map((one) => one.destroy()), pool.end(), lanes.end(), intake.end()]);
    },
  };
}

function inSight<T>(pool: Knex, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pool.transaction(async (tx) => {
    await tx.raw(`select set_config('app.org', ?, true)`, [orgId]);
    return work(tx);
  });
}

/** Makes pools. With `limitMs` waiting for a connection, connecting and each statement end in about that time, whatever the server does. */
function opener(url: string) {
  // knex would write its warnings to the console; what matters comes as an error of the statement.
  const quiet = () => undefined;
  const log = { warn: quiet, error: quiet, deprecate: quiet, debug: quiet };
  const settings = (options: string, limitMs: number | undefined) => ({
    connectionString: url,
    keepAlive: true,
    options: limitMs ? `${options} -c statement_timeout=${limitMs}` : options,
    ...(limitMs && { connectionTimeoutMillis: limitMs }),
  });
  return {
    knex(options: string, max: number, limitMs?: number): Knex {
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
        ...{ client: 'pg', compileSqlOnError: false, log, connection: settings(options, limitMs), pool },
        ...(limitMs && { acquireConnectionTimeout: limitMs }),
      });
    },
    pool(options: string, max: number, limitMs?: number): pg.Pool {
      const pool = new pg.Pool({ ...settings(options, limitMs), max });
      endureLostConnections(pool);
      if (limitMs)
        pool.on('connect', (client) => endWhenSilent(client as pg.PoolClient & pg.Client, limitMs + silenceMs));
      return pool;
    },
  };
}
