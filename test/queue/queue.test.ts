import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type JobHandlers, jobSettings } from '../../services/domain/jobs.ts';
import { type Relay, type RelayOptions, startRelay } from '../../services/queue/relay.ts';
import { type Runner, startRunner } from '../../services/queue/runner.ts';
import { redisMissing } from '../support/redis.ts';
import { skipped } from '../support/skipped.ts';
import { type QueueRig, queueRig } from './queue-rig.ts';

const idle = Object.fromEntries(
  Object.keys(jobSettings).map((name) => [name, async () => {}]),
) as unknown as JobHandlers;

/** A promise and the way to settle it. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const ids = (count: number, prefix = 'document') => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);

for (const kind of ['postgres', 'redis'] as const) {
  const missing = kind === 'redis' ? redisMissing : undefined;
  describe.skipIf(missing)(skipped(`the queue on ${kind}`, missing), () => {
    let rig: QueueRig;
    let relay: Relay | undefined;
    let runner: Runner | undefined;

    const relayWith = (options: Partial<RelayOptions> = {}) => {
      relay = startRelay({ pool: rig.db.pool, queue: rig.queue, onError: rig.onError, ...options });
      return relay;
    };
    const runWith = async (handlers: Partial<JobHandlers>) => {
      runner = await startRunner({
        store: rig.store,
        queue: rig.queue,
        handlers: { ...idle, ...handlers },
        onError: rig.onError,
      });
      return runner;
    };

    beforeAll(async () => {
      rig = await queueRig(kind);
    });
    afterAll(() => rig.close());
    beforeEach(() => {
      rig.errors.length = 0;
    });
    afterEach(async () => {
      await relay?.close();
      await runner?.close();
      relay = undefined;
      runner = undefined;
      await rig.emptyStore();
      await rig.db.pool.query('delete from wake_up');
    });

    test('a wake-up row becomes a job soon after the relay is woken, and its row stays until the handler deletes it', async () => {
      const seen = gate();
      let rowsAtWork = -1;
      await runWith({
        translate: async ({ documentIds }) => {
          expect(documentIds).toEqual(['document-0']);
          rowsAtWork = await rig.rowsLeft();
          await rig.done('translate', documentIds);
          seen.open();
        },
      });
      relayWith({ pollMs: 60_000 });
      await rig.wake('translate', ['document-0']);
      relay?.wakeRelay();
      await seen.opened;
      expect(rowsAtWork).toBe(1);
      expect(await rig.rowsLeft()).toBe(0);
      expect(rig.errors).toEqual([]);
    });

    test('another process wakes the relay by NOTIFY', async () => {
      const seen = gate();
      await runWith({
        translate: async ({ documentIds }) => {
          await rig.done('translate', documentIds);
          seen.open();
        },
      });
      relayWith({ pollMs: 60_000 });
      await rig.wake('translate', ['document-0']);
      await rig.database.knex.raw('notify wake_up');
      await seen.opened;
    });

    test('a burst of 1,234 documents travels in chunks of 50 at most, each document once', async () => {
      const all = gate();
      const seen: string[] = [];
      let largest = 0;
      await rig.wake('translate', ids(1_234));
      await runWith({
        translate: async ({ documentIds }) => {
          largest = Math.max(largest, documentIds.length);
          await rig.done('translate', documentIds);
          seen.push(...documentIds);
          if (seen.length >= 1_234) all.open();
        },
      });
      relayWith();
      await all.opened;
      expect(largest).toBe(50);
      expect(new Set(seen).size).toBe(1_234);
      expect(seen).toHaveLength(1_234);
    });

    test('one lane is never drained twice at a time, and what arrives while it is drained is not forgotten', async () => {
      const lanes = 20;
      const perLane = 15;
      const pending = new Map<string, number[]>();
      const applied = new Map<string, number[]>();
      const busy = new Set<string>();
      let overlaps = 0;
      let total = 0;
      const all = gate();
      await runWith({
        lane: async ({ lane }) => {
          if (busy.has(lane)) overlaps += 1;
          busy.add(lane);
          for (let next = pending.get(lane)?.shift(); next !== undefined; next = pending.get(lane)?.shift()) {
            await rig.db.pool.query('select 1');
            applied.set(lane, [...(applied.get(lane) ?? []), next]);
            total += 1;
          }
          busy.delete(lane);
          if (total === lanes * perLane) all.open();
        },
      });
      relayWith();
      for (let round = 0; round < perLane; round++) {
        for (const lane of ids(lanes, 'lane')) pending.set(lane, [...(pending.get(lane) ?? []), round]);
        await rig.wake('lane', ids(lanes, 'lane'));
        relay?.wakeRelay();
      }
      await all.opened;
      expect(overlaps).toBe(0);
      for (const order of applied.values()) expect(order).toEqual(order.toSorted((one, other) => one - other));
    });

    test('a queue store that is emptied loses nothing: the sweep makes the rows due again', async () => {
      await rig.wake('translate', ids(150));
      const first = relayWith();
      // No runner yet: all is dispatched and waits in the store.
      while ((await undispatched(rig)) > 0) await new Promise((resolve) => setImmediate(resolve));
      await first.close();
      await rig.emptyStore();

      const all = gate();
      const seen = new Set<string>();
      await runWith({
        translate: async ({ documentIds }) => {
          await rig.done('translate', documentIds);
          for (const id of documentIds) seen.add(id);
          if (seen.size === 150) all.open();
        },
      });
      const second = relayWith({ overdueMs: 600_000 });
      await rig.db.pool.query(`update wake_up set dispatched_at = dispatched_at - interval '1 hour'`);
      expect(await second.sweep()).toBe(150);
      await all.opened;
      expect(await rig.rowsLeft()).toBe(0);
    });

    test('the sweep leaves alone what the queue still has, however old it is', async () => {
      await rig.wake('translate', ids(120));
      await rig.wake('lane', ['lane-a']);
      const patient = relayWith({ overdueMs: 600_000 });
      while ((await undispatched(rig)) > 0) await new Promise((resolve) => setImmediate(resolve));
      await rig.db.pool.query(`update wake_up set dispatched_at = dispatched_at - interval '1 hour'`);
      expect(await patient.sweep()).toBe(0);
    });

    test('two relays on one table dispatch each row once', async () => {
      const all = gate();
      const seen: string[] = [];
      await rig.wake('translate', ids(2_000));
      const other = startRelay({ pool: rig.db.pool, queue: rig.queue, onError: rig.onError });
      relayWith();
      await runWith({
        translate: async ({ documentIds }) => {
          await rig.done('translate', documentIds);
          seen.push(...documentIds);
          if (seen.length >= 2_000) all.open();
        },
      });
      await all.opened;
      await other.close();
      expect(new Set(seen).size).toBe(2_000);
      expect(seen).toHaveLength(2_000);
    });

    test('a job that fails is tried again, and its error is told', async () => {
      const healed = gate();
      let tries = 0;
      await runWith({
        translate: async () => {
          tries += 1;
          if (tries < 3) throw new Error('the database went away');
          healed.open();
        },
      });
      await rig.queue.enqueue([{ name: 'translate', data: { documentIds: ['document-0'] } }]);
      await healed.opened;
      expect(tries).toBe(3);
      expect(rig.errors.map((error) => error.message)).toEqual(['the database went away', 'the database went away']);
    });

    test('close() waits for the jobs that run: none is cut off, and none begins afterwards', async () => {
      const begun = gate();
      const finish = gate();
      const started: string[] = [];
      const finished: string[] = [];
      const running = await runWith({
        lane: async ({ lane }) => {
          started.push(lane);
          begun.open();
          await finish.opened;
          finished.push(lane);
        },
      });
      await rig.queue.enqueue([{ name: 'lane', data: { lane: 'lane-a' } }]);
      await begun.opened;
      const closed = running.close();
      finish.open();
      await closed;
      runner = undefined;
      expect(finished).toContain('lane-a');
      expect(finished).toEqual(started);
      await rig.queue.enqueue([{ name: 'lane', data: { lane: 'lane-b' } }]);
      expect(started).not.toContain('lane-b');
      expect(await rig.queue.queues.lanes.getWaitingCount()).toBe(1);
    });

    test('a job that the queue takes for under way for longer than anything can be is made anew', async () => {
      const again = gate();
      const [held, release] = [gate(), () => held.open()];
      let times = 0;
      await rig.wake('lane', ['lane-a']);
      await runWith({
        lane: async () => {
          times += 1;
          if (times === 1) return held.opened;
          await rig.done('lane', ['lane-a']);
          again.open();
        },
      });
      const patient = relayWith({ overdueMs: 600_000 });
      while ((await rig.queue.queues.lanes.getActiveCount()) === 0)
        await new Promise((resolve) => setImmediate(resolve));
      await rig.db.pool.query(`update wake_up set dispatched_at = dispatched_at - interval '11 minutes'`);
      expect(await patient.sweep()).toBe(0);
      await rig.db.pool.query(`update wake_up set dispatched_at = dispatched_at - interval '5 minutes'`);
      expect(await patient.sweep()).toBe(1);
      await again.opened;
      release();
    });

    test('when the clock was set back the queue forgets its times and begins anew from the rows, once', async () => {
      const all = gate();
      const seen = new Set<string>();
      let healed = false;
      await rig.wake('translate', ids(120));
      await rig.wake('lane', ['lane-a']);
      await runWith({
        translate: async ({ documentIds }) => {
          if (!healed) throw new Error('not yet');
          await rig.done('translate', documentIds);
          for (const id of documentIds) seen.add(id);
          if (seen.size === 120) all.open();
        },
      });
      const patient = relayWith({ overdueMs: 600_000 });
      while ((await rig.queue.queues.documents.getDelayedCount()) === 0)
        await new Promise((resolve) => setImmediate(resolve));
      healed = true;
      const jump = `insert into clock_jump (shift_ms, noticed_at) values (-18000000, now() - interval '1 minute')`;
      await rig.db.pool.query(jump);
      await patient.sweep();
      await all.opened;
      const { rows } = await rig.db.pool.query('select queue_anew_at is not null as anew from clock_jump');
      expect(rows).toEqual([{ anew: true }]);
      await rig.db.pool.query('delete from clock_jump');
    });
  });
}

async function undispatched(rig: QueueRig): Promise<number> {
  const { rows } = await rig.db.pool.query<{ n: number }>(
    'select count(*)::int as n from wake_up where dispatched_at is null',
  );
  return rows[0]?.n ?? -1;
}
