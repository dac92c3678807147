import type { Knex } from 'knex';
import { until } from './until.ts';

/** Stops translations of one partner's documents at a place where all of it is done but the acknowledgement. */
export interface HeldBack {
  /** Resolves when a translation stands there. */
  reached(): Promise<void>;
  /** Ends the database's part of those whose process was killed there: it does not notice by itself. */
  endDead(): Promise<void>;
  letGo(): Promise<void>;
}

/** Locks the control numbers of a partner, in production. There must be some: a document of it was acknowledged before. */
export async function holdBack(db: Knex, orgId: string): Promise<HeldBack> {
  const tx = await db.transaction();
  const [{ pid }] = (await tx.raw('select pg_backend_pid() as pid')).rows as [{ pid: number }];
  const locked = await tx('control_number').where({ org_id: orgId, environment: 'production' }).forUpdate();
  if (locked.length === 0) throw new Error('There are no control numbers to hold back.');
  const blocked = `from pg_stat_activity where ? = any(pg_blocking_pids(pid)) and datname = current_database()`;
  return {
    reached: async () => {
      await until(
        'a translation is held back',
        async () => (await db.raw(`select 1 ${blocked}`, [pid])).rows.length > 0,
      );
    },
    endDead: async () => {
      await db.raw(`select pg_terminate_backend(pid) ${blocked}`, [pid]);
    },
    letGo: async () => {
      await tx.rollback();
    },
  };
}
