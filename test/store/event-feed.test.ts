import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FeedPosition, feedStart, readEventFeed } from '../../services/store/event-feed.ts';
import { migrate } from '../../services/store/migrate.ts';
import { until } from '../fault/until.ts';
import { type TestContext, testContext } from '../support/context.ts';

// Readers go on where they stopped. What is committed late is passed over by nobody, and nothing comes twice.

let context: TestContext;
const orgId = uuidv7();
beforeAll(async () => {
  context = await testContext();
  await context.db.system('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' });
});
afterAll(() => context.close());

const insert = (db: Knex, id: string, more: object = {}) =>
  db('event').insert({
    ...{ id, org_id: orgId, environment: 'production', type: 'shipment.eta.v1', subject: id },
    ...{ occurred_at: context.now(), received_at: context.now(), data: '{}', provenance: '{}', ...more },
  });

/** Reads on until these events were seen: transactions of other tests on the same server may hold the end back for a moment. */
async function readUntil(seen: string[], at: { position: FeedPosition }, wanted: readonly string[], limit = 2) {
  await until(`the feed has shown ${wanted.join(', ')}`, async () => {
    const page = await readEventFeed(context.db.system, {}, at.position, limit);
    seen.push(...page.events.map(({ event }) => event.id));
    at.position = page.next;
    return wanted.every((id) => seen.includes(id));
  });
}

test('an event whose transaction took its time comes after those that were read before it, and is not passed over', async () => {
  const { system } = context.db;
  const seen: string[] = [];
  const at = { position: feedStart };
  const slow = await system.transaction();
  await insert(slow, 'slow');
  await insert(system, 'quick 1');
  const early = await readEventFeed(system, {}, at.position, 10);
  // Whatever comes after the slow one waits for it: it may yet become visible.
  expect(early.events).toEqual([]);
  at.position = early.next;
  await insert(system, 'quick 2');
  await slow.commit();
  await readUntil(seen, at, ['slow', 'quick 1', 'quick 2']);
  expect(seen).toEqual(['slow', 'quick 1', 'quick 2']);
});

test('many writers and a reader that never stops: each event is read once', async () => {
  const { system } = context.db;
  const seen: string[] = [];
  const at = { position: (await readEventFeed(system, {}, feedStart, 500)).next };
  const ids = Array.from({ length: 60 }, (_, n) => `many ${n}`);
  const writing = Promise.all(
    [0, 1, 2, 3].map(async (writer) => {
      for (const [nth, id] of ids.entries()) {
        if (nth % 4 !== writer) continue;
        const tx = await system.transaction();
        await insert(tx, id);
        // Numbers are taken in one order, and committed in another.
        if (nth % 3 === 0) await tx.raw('select pg_sleep(0.02)');
        await tx.commit();
      }
    }),
  );
  await readUntil(seen, at, ids, 7);
  await writing;
  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test('a page ends at its limit or at its bytes, and is filtered by organisation, environment, type and time of receipt', async () => {
  const { system } = context.db;
  const begin = (await readEventFeed(system, {}, feedStart, 500)).next;
  await insert(system, 'sandbox', { environment: 'sandbox' });
  await insert(system, 'other type', { type: 'receipt.confirmed.v1' });
  await insert(system, 'late', { received_at: new Date('2026-11-24T00:00:00.000Z') });
  await readUntil([], { position: begin }, ['sandbox', 'other type', 'late']);
  const read = async (filter: Parameters<typeof readEventFeed>[1], limit = 10) => {
    const { events, more } = await readEventFeed(system, filter, begin, limit);
    return [...events.map(({ event }) => event.id), ...(more ? ['more'] : [])];
  };
  expect(await read({}, 2)).toEqual(['sandbox', 'other type', 'more']);
  expect(await read({ environment: 'production' })).toEqual(['other type', 'late']);
  expect(await read({ types: ['receipt.confirmed.v1'] })).toEqual(['other type']);
  expect(await read({ since: new Date('2026-11-23T18:00:00.000Z') })).toEqual(['late']);
  expect(await read({ orgId: uuidv7() })).toEqual([]);
});

test('the order goes on after a dump was restored into a server whose transactions have lower numbers', async () => {
  const { system } = context.db;
  await system('event').where({ id: 'late' }).update({ xact: 4_000_000_000 });
  await migrate(context.database.url);
  await insert(system, 'after the restore');
  const { rows } = await system.raw('select id from event order by xact desc, seq desc limit 2');
  expect(rows.map(({ id }: { id: string }) => id)).toEqual(['after the restore', 'late']);
  const seen: string[] = [];
  await readUntil(seen, { position: { xact: 4_000_000_000, seq: 0 } }, ['late', 'after the restore']);
  expect(seen).toEqual(['late', 'after the restore']);
  // Once more changes nothing.
  await migrate(context.database.url);
  await insert(system, 'and after that');
  await readUntil(seen, { position: { xact: 4_000_000_001, seq: 0 } }, ['and after that']);
});
