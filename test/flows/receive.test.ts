import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receive } from '../../services/flows/receive.ts';
import { readDocuments } from '../../services/store/documents.ts';
import { bytesOfDocument } from '../../services/store/mappings.ts';
import { type TestContext, testContext } from '../support/context.ts';

let context: TestContext;
const orgId = '0198c1a2-0000-7000-8000-0000000000a1';
const other = '0198c1a2-0000-7000-8000-0000000000a2';
const from = { orgId, environment: 'production', channel: 'https', actor: 'test' } as const;
const bytes = (text: string) => Buffer.from(text, 'latin1');

beforeAll(async () => {
  context = await testContext();
  await context.db.system('organization').insert([
    { id: orgId, name: 'Quayside Logistics', kind: '3pl' },
    { id: other, name: 'Blue Heron Freight', kind: 'carrier' },
  ]);
});
afterAll(() => context.close());

test('when receive answers, bytes, clock, wake-up and audit are committed', async () => {
  const [received] = await receive(context, from, [{ bytes: bytes('ISA\xe9\0'), fileName: 'a.x12' }]);
  const { db } = context;
  const raw = await db.system('document_raw').where({ document_id: received!.id }).first();
  expect(raw.content).toEqual(bytes('ISA\xe9\0'));
  const document = await db.system('document').where({ id: received!.id }).first();
  expect(document).toMatchObject({
    state: 'received',
    direction: 'in',
    file_name: 'a.x12',
    size_bytes: 5,
    outcome: 'processing',
  });
  expect(document.sha256.toString('hex')).toBe(hash('sha256', bytes('ISA\xe9\0'), 'hex'));
  expect(await db.system('wake_up').where({ topic: 'translate', key: received!.id }).first()).toMatchObject({
    dispatched_at: null,
  });
  expect(await db.system('sla_clock').where({ document_id: received!.id }).first()).toMatchObject({
    name: 'acknowledge',
    state: 'running',
  });
  expect(await db.system('audit_entry').where({ document_id: received!.id }).first()).toMatchObject({
    action: 'document.received',
    actor: 'test',
  });
});

test('a large document takes less room than it has bytes, and is read as it came; one of the sandbox, or a picture, is kept as it is', async () => {
  const text = bytes(
    Array.from({ length: 20_000 }, (_, line) => `LX*${line}~W12*CL*${line % 97}*${line % 89}~`).join(''),
  );
  const picture = randomBytes(600_000);
  const received = [
    ...(await receive(context, from, [{ bytes: text }, { bytes: picture }, { bytes: bytes('small between') }])),
    ...(await receive(context, { ...from, environment: 'sandbox' }, [{ bytes: text }])),
  ];
  const kept = new Map<string, number>(
    (
      await context.db.system('document_raw').select('document_id', context.db.system.raw('length(content) as size'))
    ).map(({ document_id, size }) => [document_id, size]),
  );
  const ids = received.map(({ id }) => id);
  const sizes = ids.map((id) => kept.get(id)!);
  expect(sizes[0]).toBeLessThan(text.length / 2);
  expect(sizes.slice(1)).toEqual([picture.length, 'small between'.length, text.length]);
  const sent = [text, picture, bytes('small between'), text];
  const read = await readDocuments(context.db.pool, ids);
  for (const [nth, id] of ids.entries()) {
    expect(read.find((one) => one.id === id)!.bytes.equals(sent[nth]!)).toBe(true);
    expect((await bytesOfDocument(context.db.system, orgId, id))!.equals(sent[nth]!)).toBe(true);
  }
});

test('the same bytes again have one effect and answer the first id, at once and later', async () => {
  const twice = await receive(context, from, [{ bytes: bytes('same') }, { bytes: bytes('same') }]);
  expect(twice.map((r) => r.duplicate).sort()).toEqual([false, true]);
  expect(twice[0]!.id).toBe(twice[1]!.id);
  const [later] = await receive(context, from, [{ bytes: bytes('same') }]);
  expect(later).toMatchObject({ id: twice[0]!.id, duplicate: true });
  expect(await context.db.system('wake_up').where({ key: twice[0]!.id })).toHaveLength(1);
});

test('the same bytes from another organisation, or for the other environment, are another document', async () => {
  const [mine] = await receive(context, from, [{ bytes: bytes('shared') }]);
  const [theirs] = await receive(context, { ...from, orgId: other }, [{ bytes: bytes('shared') }]);
  const [sandbox] = await receive(context, { ...from, environment: 'sandbox' }, [{ bytes: bytes('shared') }]);
  expect(new Set([mine!.id, theirs!.id, sandbox!.id]).size).toBe(3);
});

test('hundreds at once share commits, and each gets back its own bytes', async () => {
  const texts = Array.from({ length: 600 }, (_, i) => `document ${i} ${'x'.repeat(i)}`);
  const received = await Promise.all(
    texts.map(async (text) => (await receive(context, from, [{ bytes: bytes(text) }]))[0]!),
  );
  const rows = await context.db.system('document_raw').whereIn(
    'document_id',
    received.map((r) => r.id),
  );
  const stored = new Map(rows.map((row) => [row.document_id, row.content.toString('latin1')]));
  expect(received.map((r) => stored.get(r.id))).toEqual(texts);
  const commits = await context.db
    .system('document')
    .whereIn(
      'id',
      received.map((r) => r.id),
    )
    .countDistinct({ count: context.db.system.raw('xmin::text') })
    .first();
  expect(Number(commits!.count)).toBeLessThan(100);
});

test('a document that cannot be stored fails alone', async () => {
  const good = receive(context, from, [{ bytes: bytes('good neighbour') }]);
  const bad = receive(context, { ...from, orgId: '0198c1a2-0000-7000-8000-00000000dead' }, [
    { bytes: bytes('nobody') },
  ]);
  await expect(bad).rejects.toThrow();
  expect((await good)[0]).toMatchObject({ duplicate: false });
});
