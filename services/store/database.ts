import knex, { type Knex } from 'knex';
import pg from 'pg';
import { prepareStatements } from './prepared.ts';

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
  /** Runs `work` in a transaction that sees one organisation, or all (`*`, the integration team). Outside of it the pool sees nothing. */
  scoped<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for flows; hot statements, lanes, the twin and the portal's reads get half as many each. */
  readonly maxConnections?: number;
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

/** Opens the pools. Connects lazily; errors of the database surface at the first statement. */
export function openDatabase({ url, maxConnections = 16 }: DatabaseOptions): Database {
  // knex would write its warnings to the console; what matters comes as an error of the statement.
  const quiet = () => undefined;
  const log = { warn: quiet, error: quiet, deprecate: quiet, debug: quiet };
  const half = Math.max(4, Math.ceil(maxConnections / 2));
  const open = (options: string, max: number) => {
    const pool = {
      min: 0,
      max,
      afterCreate: (connection: pg.Client, done: (error: Error | null, connection: pg.Client) => void) => {
        prepareStatements(connection);
        done(null, connection);
      },
    };
    return knex({ client: 'pg', log, connection: { connectionString: url, options }, pool });
  };
  const openPool = (options: string) => {
    const pool = new pg.Pool({ connectionString: url, options, max: half });
    endureLostConnections(pool);
    return pool;
  };
  const system = open(as('*'), maxConnections);
  const twin = open(`${as('*')} ${unhurried}`, half);
  const walled = open(as('none'), half);
  const pool = openPool(as('*'));
  const lanes = openPool(`${as('*')} ${unhurried}`);
  return {
    system,
    pool,
    lanes,
    twin,
    scoped: (orgId, work) =>
      walled.transaction(async (tx) => {
        await tx.raw(`select set_config('app.org', ?, true)`, [orgId]);
        return work(tx);
      }),
    close: async () => {
      await Promise.all([system.destroy(), twin.destroy(), walled.destroy(), pool.end(), lanes.end()]);
    },
  };
}
