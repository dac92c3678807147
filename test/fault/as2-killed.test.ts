import type { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyKind } from '../../services/channels/as2/identity/identity.ts';
import { messageIdOf } from '../../services/channels/as2/names.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { keptIdentity } from '../channels/as2/capture.ts';
import { identityFrom } from '../channels/as2/keys.ts';
import { bodyOf, openPartner, type Partner } from '../channels/as2/partner.ts';
import { insertWaiting } from '../store/traffic.ts';
import { testKeys } from '../support/database.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { freePort } from './hub-processes.ts';
import { until } from './until.ts';

// A worker dies after the partner has its AS2 message and has answered, and before that is written down; and the process that takes a message dies before its answer.

const ids = { ourId: 'CROSSDOCK', partnerId: 'QUAYSIDE' } as const;
const hubKey = keptIdentity('hub');
let rig: FaultRig;
let partner: Partner;
let endpointId: string;
let orgId: string;

beforeAll(async () => {
  rig = await faultRig({ transfers: 1, env: { CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8' } });
  const certificate: X509Certificate = identityFrom(hubKey).certificate;
  partner = await openPartner(ids, async () => certificate);
  const { db } = rig;
  orgId = (await db('organization').where({ kind: '3pl' }).first('id')).id;
  endpointId = uuidv7();
  const settings = { ...ids, url: partner.url, certificates: partner.identity.pem };
  await db('channel_endpoint').insert({
    ...{ id: endpointId, org_id: orgId, environment: 'production', name: 'as2', channel: 'as2' },
    ...{ settings: JSON.stringify(settings), created_at: new Date() },
  });
  await db('hub_key').insert({
    ...{ id: uuidv7(), kind: keyKind('production'), state: 'current', public_part: hubKey.publicPart },
    sealed_private_part: secretBox(testKeys).seal(hubKey.privatePart),
    created_at: new Date(),
  });
}, 300_000);
afterAll(async () => {
  await partner.close();
  await rig.stop();
});

test('kill -9 between "bytes sent" and "recorded as sent": the same Message-ID again, and the document is delivered once', {
  timeout: 120_000,
}, async () => {
  const { db, hub } = rig;
  const documentId = await insertWaiting(db, { orgId, content: 'ISA killed' });
  await db('document').where({ id: documentId }).update({ channel: 'as2', endpoint_id: endpointId });
  const lane = `endpoint/${endpointId}`;
  const worker = await hub.start('worker');
  // Writing it down waits for this lock: the partner has answered, and no row says so.
  const holder = await db.transaction();
  await holder.raw('select 1 from document where id = ? for no key update', [documentId]);
  await db('delivery').insert({
    ...{ id: uuidv7(), org_id: orgId, environment: 'production', destination: 'channel', lane },
    ...{ document_id: documentId, endpoint_id: endpointId },
  });
  await db('wake_up').insert({ topic: 'lane', key: lane, owner_id: orgId });
  await until('the partner has the message', () => partner.arrived.length === 1);
  await worker.killHard();
  await holder.rollback();
  expect(await db('document').where({ id: documentId }).first('state')).toEqual({ state: 'ready' });
  const second = await hub.start('worker');
  await until('it is recorded', async () => {
    const { state } = await db('document').where({ id: documentId }).first('state');
    return state === 'delivered';
  });
  expect(partner.arrived.map(({ messageId }) => messageId)).toEqual([messageIdOf(documentId), messageIdOf(documentId)]);
  expect(partner.arrived[1]!.mic).toEqual(partner.arrived[0]!.mic);
  expect(await second.stop()).toBe(0);
});

test('kill -9 between the commit and the answer: the message again gets its receipt, and is stored once', {
  timeout: 120_000,
}, async () => {
  const { db, hub } = rig;
  const file = { fileName: '945.x12', bytes: Buffer.from('ISA taken') };
  const stored = () => db('document').where({ endpoint_id: endpointId, direction: 'in' });
  const api = await hub.start('api');
  // The entry of the log waits for this lock; the document is stored before it.
  const holder = await db.transaction();
  await holder.raw('lock table exchange in exclusive mode');
  const lost = partner.send(`${hub.url}/as2`, [file], { messageId: '<killed@partner>' }).catch(() => 'no answer');
  await until('the document is stored', async () => (await stored()).length === 1);
  await api.killHard();
  await holder.rollback();
  expect(await lost).toBe('no answer');
  // Now with a port for AS2 alone, which any process that serves the API may have.
  const port = await freePort();
  const second = await hub.start('api', { AS2_PORT: String(port) });
  const answer = await partner.send(`http://127.0.0.1:${port}/as2`, [file], { messageId: '<killed@partner>' });
  expect(answer.mdn).toMatchObject({ disposition: 'processed', messageId: '<killed@partner>', signed: true });
  expect(await stored()).toHaveLength(1);
  expect(await second.stop()).toBe(0);
});

test('kill -9 between the commit and the receipt that was to follow: the next process sends it, and nothing is stored twice', {
  timeout: 120_000,
}, async () => {
  const { db, hub } = rig;
  const came: string[] = [];
  // It takes no receipt until the first process is gone.
  let isUp = false;
  const receiver = createServer(async (request, response) => {
    const body = String(await bodyOf(request));
    if (!isUp) return;
    came.push(body);
    response.writeHead(200).end();
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/mdn`;
  const messageId = '<owed@partner>';
  const row = () => db('exchange').where({ endpoint_id: endpointId, transport_id: messageId }).first();
  const api = await hub.start('api');
  const file = { fileName: '945.x12', bytes: Buffer.from('ISA owed') };
  const fields = { 'Receipt-Delivery-Option': url };
  expect((await partner.send(`${hub.url}/as2`, [file], { messageId, fields })).status).toBe(200);
  expect((await row()).owed).toMatchObject({ url, tries: 0 });
  await api.killHard();
  isUp = true;
  // The time is over for which the first process had it for itself.
  await db('exchange').where({ transport_id: messageId }).update({ owed_at: db.fn.now() });
  const second = await hub.start('api');
  await until('the receipt has come', () => came.length === 1);
  expect(came[0]).toContain('multipart/report');
  expect(came[0]).toContain(`Original-Message-ID: ${messageId}\r\n`);
  await until('nothing is owed any more', async () => (await row()).owed === null);
  const sent = await db('exchange').where({ endpoint_id: endpointId, kind: 'receipt', direction: 'out' });
  expect(sent.map(({ state, summary }) => [state, summary])).toEqual([['done', 'Sent the receipt (HTTP 200)']]);
  expect(await second.stop()).toBe(0);
  receiver.closeAllConnections();
  receiver.close();
});
