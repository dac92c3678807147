import type { PoolClient } from 'pg';
import type { OdooClient } from '../odoo/client.ts';
import { OdooError } from '../odoo/error.ts';

/** Whether a lane is still ours: its lock goes with the connection that took it, and then another worker may be at the same delivery. */
export interface LaneLock {
  readonly lost: boolean;
  /** Waits until nobody else does what has this name, and does it. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Watches the connection that takes a lane, until `release`. */
export function watchLock(client: PoolClient): LaneLock & { release(): void } {
  const lose = () => {
    lock.lost = true;
  };
  const lock = {
    lost: false,
    async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
      await client.query('select pg_advisory_lock(hashtextextended($1, 726))', [name]);
      try {
        return await work();
      } finally {
        // With a lost connection its locks are gone.
        if (!lock.lost) await client.query('select pg_advisory_unlock(hashtextextended($1, 726))', [name]);
      }
    },
    release: () => void client.off('error', lose),
  };
  client.on('error', lose);
  return lock;
}

/** The client for as long as the lane is held; after that nothing more goes to Odoo. */
export function guardWithLock(client: OdooClient, lock: LaneLock): OdooClient {
  const guarded =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> => {
      if (!lock.lost) return call(...args);
      return Promise.reject(
        new OdooError('unreachable', 'crossdock.LaneLost', 'The connection that held the lane is gone.'),
      );
    };
  return {
    majorVersion: client.majorVersion,
    version: guarded(client.version),
    call: guarded(client.call),
    searchRead: guarded(client.searchRead),
    read: guarded(client.read),
    create: guarded(client.create),
    write: guarded(client.write),
    webSearchRead: guarded(client.webSearchRead),
  };
}
