import { hash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../services/store/database.ts';
import { insertOutbound } from '../../services/store/documents.ts';
import { type Mailbox, markDelivered } from '../../services/store/outbox.ts';
import { listWork } from '../../services/store/work.ts';
import { type TestContext, testContext } from '../support/context.ts';

// `GET /v1/work` under writers: what is committed late, or in another order than it was made in, is passed over by nobody, and nothing comes twice.

let context: TestContext;
const orgId = uuidv7();
const mailbox: Mailbox = { orgId, environment: 'production', channels: ['https'] };
beforeAll(async () => {
  context = await testContext();
  await context.db.system('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' });
});
afterAll(() => context.close());

const start = Date.parse('2026-11-23T10:00:00.000Z');

function insert(tx: Tx, subject: string, at: number): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ type: 'receipt.expected.v1', subject, data: {} }));
  const id = uuidv7();
  return insertOutbound(tx, [
    {
      ...{ id, orgId, environment: 'production', channel: 'https', endpointId: null, transportId: id, bytes },
      ...{ fileName: `${subject}.json`, sha256: hash('sha256', bytes, 'hex'), answers: null, sets: [] },
      ...{ subjects: [subject], numbers: [], controlNumber: null, headline: 'Waits', createdAt: new Date(start + at) },
      ...{ configurationHash: null, releaseId: null, provenance: undefined, form: 'events' },
    },
  ]);
}

/** One round of a partner's program: reads page by page, collects what it has read, and notes it. */
async function round(seen: string[], limit: number): Promise<void> {
  const { system } = context.db;
  for (let after: { at: string; id: string } | undefined, isOver = false; !isOver; ) {
    const from = after;
    const page = await system.transaction((tx) =>
      listWork(tx, mailbox, { state: 'waiting' }, { limit, ...(from && { after: from }) }),
    );
    for (const { id, subject } of page.work) {
      seen.push(subject);
      await system.transaction((tx) => markDelivered(tx, mailbox, id, context.now()));
    }
    after = page.next;
    isOver = after === undefined;
  }
}

test('work that is committed behind the end of a page is in the next round, and nothing is in two', async () => {
  const { system } = context.db;
  const seen: string[] = [];
  const slow = await system.transaction();
  await insert(slow, 'slow', 1);
  for (const [nth, subject] of ['b', 'c', 'd'].entries())
    await system.transaction((tx) => insert(tx, subject, 2 + nth));
  const first = await system.transaction((tx) => listWork(tx, mailbox, { state: 'waiting' }, { limit: 2 }));
  expect(first.work.map(({ subject }) => subject)).toEqual(['b', 'c']);
  await slow.commit();
  // The cursor goes on behind its page, so that what came in before it is not in this round …
  const second = await system.transaction((tx) =>
    listWork(tx, mailbox, { state: 'waiting' }, { limit: 2, after: first.next }),
  );
  expect(second.work.map(({ subject }) => subject)).toEqual(['d']);
  expect(second.next).toBeUndefined();
  // … and is in the next one, which begins anew with all that waits.
  await round(seen, 2);
  expect(seen).toEqual(['slow', 'b', 'c', 'd']);
});

test('many writers, one of which is slow, and a reader that never stops: each is collected once', async () => {
  const { system } = context.db;
  const subjects = Array.from({ length: 60 }, (_, nth) => `many ${nth}`);
  let isWriting = true;
  const writing = Promise.all(
    [0, 1, 2, 3].map(async (writer) => {
      for (const [nth, subject] of subjects.entries()) {
        if (nth % 4 !== writer) continue;
        const tx = await system.transaction();
        // Made in one order, two at the same moment, and committed in another.
        await insert(tx, subject, 1000 + Math.floor(nth / 2));
        if (nth % 3 === 0) await tx.raw('select pg_sleep(0.02)');
        await tx.commit();
      }
    }),
  ).finally(() => {
    isWriting = false;
  });
  const seen: string[] = [];
  while (isWriting) await round(seen, 7);
  await writing;
  await round(seen, 7);
  expect(seen.toSorted()).toEqual(subjects.toSorted());
});
