import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertWaiting } from '../store/traffic.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { until } from './until.ts';

// A worker dies after it has handed a document over and before that is written down.

let rig: FaultRig;
let root: string;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-handover-')));
  rig = await faultRig({ transfers: 1, env: { CROSSDOCK_FOLDERS: root } });
}, 300_000);
afterAll(async () => {
  await rig.stop();
  rmSync(root, { recursive: true, force: true });
});

async function endpointWith(name: string, count: number) {
  const { db } = rig;
  const path = join(root, name);
  mkdirSync(path);
  const { id: orgId } = await db('organization').where({ kind: '3pl' }).first('id');
  const id = uuidv7();
  await db('channel_endpoint').insert({
    ...{ id, org_id: orgId, environment: 'production', name, channel: 'folder' },
    ...{ settings: JSON.stringify({ path }), created_at: new Date() },
  });
  const documents: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const documentId = await insertWaiting(db, { orgId, content: `ISA ${name} ${n}` });
    await db('document').where({ id: documentId }).update({ channel: 'folder', endpoint_id: id });
    documents.push(documentId);
  }
  const send = async () => {
    for (const documentId of documents)
      await db('delivery').insert({
        ...{ id: uuidv7(), org_id: orgId, environment: 'production', destination: 'channel', lane: `endpoint/${id}` },
        ...{ document_id: documentId, endpoint_id: id },
      });
    await db('wake_up').insert({ topic: 'lane', key: `endpoint/${id}`, owner_id: orgId });
  };
  const outbox = () => {
    try {
      return readdirSync(join(path, 'outbox'));
    } catch {
      return [];
    }
  };
  return { path, documents, send, outbox };
}

test.each([
  ['and the file lies there still', false],
  ['and the partner took the file before the next worker came', true],
] as const)(
  'the document reaches the partner once, in its order: kill -9 %s',
  { timeout: 120_000 },
  async (_what, isTaken) => {
    const { db, hub } = rig;
    const { path, documents, send, outbox } = await endpointWith(isTaken ? 'taken' : 'there', 3);
    const [first] = documents;
    const worker = await hub.start('worker');
    // Writing it down waits for this lock: the file is there, and no row says so.
    const holder = await db.transaction();
    await holder.raw('select 1 from document where id = ? for no key update', [first!]);
    await send();
    await until('the first file is there', async () => outbox().length === 1);
    await worker.killHard();
    await holder.rollback();
    expect(await db('document').where({ id: first }).first('state')).toEqual({ state: 'ready' });
    const [file] = outbox();
    if (isTaken) rmSync(join(path, 'outbox', file!));

    const second = await hub.start('worker');
    await until('all are handed over', async () => {
      const rows = await db('delivery').whereIn('document_id', documents).select<{ state: string }[]>('state');
      return rows.every(({ state }) => state === 'applied');
    });
    expect(outbox().length).toBe(isTaken ? 2 : 3);
    expect(outbox().includes(file!)).toBe(!isTaken);
    const order = await db('audit_entry')
      .where({ action: 'document.handed-over' })
      .whereIn('document_id', documents)
      .orderBy('id');
    expect(order.map((one) => one.document_id)).toEqual(documents);
    expect(await second.stop()).toBe(0);
  },
);
