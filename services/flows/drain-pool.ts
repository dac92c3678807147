import type { PoolClient } from 'pg';
import { typeOfPool } from '../domain/destinations.ts';
import { movesStock } from '../odoo/actions/index.ts';
import { type Pool, takeHeads } from '../store/lanes.ts';
import {
  doOthersWait,
  isPoolDue,
  leavePoolLanes,
  lockPool,
  takePoolLanes,
  unlockPool,
  wakePool,
} from '../store/pools.ts';
import { attemptTogether } from './attempt.ts';
import type { Context } from './context.ts';
import type { LaneLock } from './lane-lock.ts';
import { lanesUnderWay } from './lanes-under-way.ts';

// Twice as many gain a fifth at most, and hold up what comes in the meantime twice as long.
const deliveriesTogether = 50;
const poolsAtATime = 8;
// Where nothing can be taken although something is due, another worker has its lane for a moment.
const vainLooks = 3;

/**
 * Works off a pool: the heads of as many lanes as may go together, those first that somebody waits for and each document in its turn, until none is due. Each
 * delivery's lane is locked as if it went alone. What moves stock has one worker at a time: Odoo itself would make them wait for each other.
 */
export async function drainPool(context: Context, client: PoolClient, pool: Pool, lock: LaneLock): Promise<void> {
  const alone = movesStock(typeOfPool(pool.pool));
  let vain = 0;
  do {
    // What it came for is found by who is in the pool: that one looks once more when it has left.
    if (alone && !(await lockPool(client, pool))) return;
    const end = await drainTaken(context, client, pool, lock);
    if (alone) await unlockPool(client, pool);
    if (end === 'turn') {
      await wakePool(client, pool);
      return context.wakeRelay();
    }
    vain = end === 'nothing' ? vain + 1 : 0;
  } while (
    vain < vainLooks &&
    !context.closing?.aborted &&
    (await isPoolDue(client, pool, context.now(), [...lanesUnderWay(context)]))
  );
}

/** @returns whether it was its turn's end, all was done, or nothing could be taken. */
async function drainTaken(
  context: Context,
  client: PoolClient,
  pool: Pool,
  lock: LaneLock,
): Promise<'turn' | 'done' | 'nothing'> {
  for (let any = false; ; any = true) {
    if (context.closing?.aborted || !(await attemptSome(context, client, pool, lock))) return any ? 'done' : 'nothing';
    if (await doOthersWait(client, pool, poolsAtATime)) return 'turn';
  }
}

/** One attempt at the next deliveries of a pool. @returns false when there were none */
async function attemptSome(context: Context, client: PoolClient, pool: Pool, lock: LaneLock): Promise<boolean> {
  const underWay = lanesUnderWay(context);
  const of = { most: deliveriesTogether, without: [...underWay] };
  const taken = await takePoolLanes(client, pool, context.now(), of);
  if (taken.length === 0) return false;
  const lanes = taken.map(({ lane }) => lane);
  for (const lane of lanes) underWay.add(lane);
  try {
    const heads = await takeHeads(client, lanes, context.now(), pool.pool);
    await attemptTogether(context, heads, lock);
    await leavePoolLanes(client, pool, taken, context.now());
    context.wakeRelay();
    return heads.length > 0;
  } finally {
    for (const lane of lanes) underWay.delete(lane);
  }
}
