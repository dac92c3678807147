import type { Pool } from 'pg';
import { wakeUpChannel } from './relay.ts';

// NOTIFY in each transaction would halve the throughput of commits; one for all within this time does not.
const settleMs = 15;

/** Returns `wakeRelay` for a process without a relay: tells the relays elsewhere that something was committed, coalesced. */
export function remoteWakeRelay(pool: Pool, onError: (error: Error) => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      pool.query(`notify ${wakeUpChannel}`).catch(onError);
    }, settleMs);
  };
}
