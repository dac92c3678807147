import type { Knex } from 'knex';
import type { IdStock } from './id-stock.ts';
import type { Directory, TwinDatabase } from './identity.ts';

/** What a request meets: the server it came to and the time it came. */
export interface Site {
  readonly db: Knex;
  readonly directory: Directory;
  /** The database that the address names, or the only one there is. */
  readonly server: TwinDatabase | undefined;
  readonly ids: IdStock;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly now: string;
}
