import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drain } from '../../services/flows/drain.ts';
import { watchExpiries } from '../../services/flows/watch-expiries.ts';
import { insertHandovers } from '../../services/store/deliveries.ts';
import { type Browser, type HttpRig, httpRig, orgs } from '../http/rig.ts';
import { insertWaiting } from '../store/traffic.ts';
import { storedFiles } from '../support/stored-files.ts';
import { channelContract, type PartnerSide } from './contract.ts';
import { courierChannel } from './courier.ts';

// A channel that is added as a fixture has everything that follows from its schema and its driver, with no other line changed.

const limitBytes = 2 * 1024 * 1024;
const password = 'open sesame';

interface Yard {
  readonly rig: HttpRig;
  readonly base: string;
  readonly courier: ReturnType<typeof courierChannel>;
  close(): Promise<void>;
}

async function openYard(): Promise<Yard> {
  const courier = courierChannel(limitBytes);
  const rig = await httpRig({ channels: { courier: courier.channel } });
  const server: Server = createServer(rig.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rig.close();
  };
  return { rig, base: `http://127.0.0.1:${port}`, courier, close };
}

const path = `/v1/partners/${orgs.quayside}/endpoints`;
const wanted = { environment: 'production', name: 'yard', channel: 'courier' } as const;

/** A document of ours on its way to an endpoint, as the render flow leaves it. */
async function handOver(
  { context }: HttpRig,
  endpointId: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<string> {
  const { db, newId } = context;
  const of = { orgId: orgs.quayside, environment: 'production' } as const;
  const documentId = await insertWaiting(db.system, { ...of, content: Buffer.from(bytes).toString('latin1') });
  await db
    .system('document')
    .where({ id: documentId })
    .update({ file_name: fileName, channel: 'courier', endpoint_id: endpointId });
  const lane = `endpoint/${endpointId}`;
  await db.system.transaction((tx) => insertHandovers(tx, [{ ...of, id: newId(), documentId, endpointId, lane }]));
  await drain(context, lane);
  return documentId;
}

async function openPartner(): Promise<PartnerSide> {
  const { rig, base, courier, close } = await openYard();
  const team = await rig.signIn('team');
  const settings = { depot: 'pier 4', password };
  const made = await team.send('post', path).send({ ...wanted, settings });
  const { id: endpointId } = made.body as { id: string };
  const { system } = rig.context.db;
  const call = (what: string, body: Uint8Array | string, name = '') =>
    fetch(`${base}/courier/${endpointId}${what}`, {
      method: 'POST',
      headers: { 'x-password': password, 'x-name': Buffer.from(name).toString('latin1') },
      body,
    });
  let last: 'accepted' | 'refused' | undefined;
  return {
    ...{ limitBytes, settings, wrongSettings: { ...settings, depot: 'closed' }, close },
    send: async (files) => {
      let taken = true;
      for (const { name, bytes } of files) {
        const answer = await call('', bytes, name);
        last = (await answer.text()) === 'accepted' ? 'accepted' : 'refused';
        taken &&= answer.ok;
      }
      return { taken };
    },
    told: async () => last,
    stored: () => storedFiles(system),
    deliver: (fileName, bytes) => handOver(rig, endpointId, fileName, bytes),
    deliverAgain: async (id) => {
      await system('delivery').where({ document_id: id }).update({ state: 'in-flight' });
      await drain(rig.context, `endpoint/${endpointId}`);
    },
    look: async () =>
      [...courier.at('pier 4').values()].flatMap(({ signed, id, fileName, bytes }) =>
        signed ? [] : [{ id, fileName, bytes: Buffer.from(bytes) }],
      ),
    acknowledge: async (id) => {
      courier.at('pier 4').get(id)!.signed = true;
      await call('/receipt', JSON.stringify({ documentId: id, state: 'delivered' }));
    },
    isDelivered: async (id) => (await system('document').where({ id }).first('state')).state === 'delivered',
  };
}

channelContract(courierChannel(limitBytes).channel, openPartner);

let yard: Yard;
let team: Browser;
let quayside: Browser;
beforeAll(async () => {
  yard = await openYard();
  await signIn();
});
const signIn = async () => {
  team = await yard.rig.signIn('team');
  quayside = await yard.rig.signIn('quayside');
};
afterAll(() => yard.close());

test('a partner sets it up: the form has its schema, what does not fit is named, and what its system must be told stands beside it', async () => {
  const { channels } = (await quayside.get('/v1/channels')).body;
  const { schema } = channels.find(({ name }: { name: string }) => name === 'courier');
  expect(schema.properties.password).toMatchObject({
    title: 'Password',
    description: 'Said at the door.',
    'x-secret': true,
  });
  const wrong = await quayside
    .send('post', path)
    .send({ ...wanted, settings: { depot: '', password: 'abc', speed: 1 } });
  expect(wrong.body.errors.map(({ place }: { place: string }) => place).toSorted()).toEqual([
    'body/settings/depot',
    'body/settings/password',
    'body/settings/speed',
  ]);
  const nowhere = await quayside.send('post', path).send({ ...wanted, settings: { depot: 'nowhere', password } });
  expect(nowhere.body.errors).toEqual([{ place: 'body/settings/depot', message: 'is no place' }]);
  const { status, body } = await quayside
    .send('post', path)
    .send({ ...wanted, settings: { depot: 'pier 5', password } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ name: 'yard', channel: 'courier', settings: { depot: 'pier 5' }, secrets: ['password'], state: 'ready' },
    tell: [{ label: 'Bring parcels to', value: expect.stringContaining(`/courier/${body.id}`) }],
    ...{ facts: [{ label: 'Depot', value: 'PIER 5' }], expires: [] },
  });
});

const endpointId = async () => {
  const { endpoints } = (await team.get(`${path}?environment=production`)).body;
  return endpoints.find(({ name }: { name: string }) => name === 'yard').id as string;
};

test('it is changed, tested, paused, resumed; each of them on record, and the secret in none of it', async () => {
  const one = `${path}/${await endpointId()}`;
  const changed = await quayside.send('patch', one).send({ settings: { depot: 'closed', licenceEnds: '2026-12-20' } });
  expect(changed.body).toMatchObject({ settings: { depot: 'closed' }, secrets: ['password'] });
  const report = await quayside.send('post', `${one}/test`);
  expect(report.body).toEqual({
    ...{ works: false, says: ['Nobody opens to •••.'] },
    failed: [{ says: 'Nobody opens to •••.', remedy: expect.stringContaining('set another one') }],
  });
  for (const verb of ['pause', 'resume']) expect((await quayside.send('post', `${one}/${verb}`)).status).toBe(200);
  const { db } = yard.rig.context;
  const entries = await db.system('audit_entry').whereLike('action', 'endpoint.%').orderBy('id');
  expect(entries.map(({ action }) => action)).toEqual(
    ['added', 'changed', 'tested', 'paused', 'resumed'].map((verb) => `endpoint.${verb}`),
  );
  expect(JSON.stringify(entries)).not.toContain(password);
  expect(JSON.stringify(await db.system('channel_endpoint'))).not.toContain(password);
});

test('what its settings say will end becomes a case in time, and the case closes with what takes its place', async () => {
  const { context } = yard.rig;
  const open = () =>
    context.db
      .system('exception_case')
      .where({ state: 'open', kind: 'endpoint.expiring' })
      .select('detail', 'fingerprint');
  await watchExpiries(context);
  const [one] = await open();
  expect(one?.detail).toMatch(/^The licence ends on 2026-12-20/);
  context.pass(22 * 86_400_000);
  await signIn();
  await watchExpiries(context);
  const later = await open();
  expect(later).toHaveLength(1);
  expect(later[0]?.fingerprint).not.toBe(one?.fingerprint);
  await quayside.send('patch', `${path}/${await endpointId()}`).send({ settings: { depot: 'pier 5' } });
  await watchExpiries(context);
  expect(await open()).toEqual([]);
});

test('what went over it stands in its log, newest first, in pages, also for its document; nothing in it gives the secret away', async () => {
  const id = await endpointId();
  const { rig, base, courier } = yard;
  await quayside.send('patch', `${path}/${id}`).send({ settings: { depot: 'closed' } });
  const documentId = await handOver(rig, id, 'out.x12', Buffer.from('ISA out'));
  expect((await quayside.get(`${path}/${id}`)).body).toMatchObject({
    waiting: 1,
    reason: 'Nobody opens at closed to •••.',
  });
  await quayside.send('patch', `${path}/${id}`).send({ settings: { depot: 'pier 6' } });
  await drain(rig.context, `endpoint/${id}`);
  const receipt = (state: string) =>
    fetch(`${base}/courier/${id}/receipt`, {
      method: 'POST',
      headers: { 'x-password': password },
      body: JSON.stringify({ documentId, state }),
    });
  expect(courier.at('pier 6').size).toBe(1);
  expect(await (await receipt('delivered')).text()).toBe('noted');
  expect(await (await receipt('delivered')).text()).toBe('known');
  const all = (await quayside.get(`${path}/${id}/exchanges`)).body;
  expect(all.exchanges.map(({ state, summary }: { state: string; summary: string }) => [state, summary])).toEqual([
    ['done', 'Signed: delivered'],
    ['done', 'Signed: delivered'],
    ['done', 'Lies at the depot'],
    ['failed', 'Said ••• in vain'],
  ]);
  const first = (await team.get(`${path}/${id}/exchanges?limit=3`)).body;
  const rest = (await team.get(`${path}/${id}/exchanges?limit=3&before=${first.next}`)).body;
  expect([...first.exchanges, ...rest.exchanges]).toEqual(all.exchanges);
  const ofMessage = (await quayside.get(`/v1/messages/${documentId}/exchanges`)).body;
  expect(ofMessage.exchanges).toEqual(all.exchanges);
  const heron = await rig.signIn('heron');
  expect((await heron.get(`/v1/messages/${documentId}/exchanges`)).status).toBe(404);
  expect((await heron.get(`${path}/${id}/exchanges`)).status).toBe(404);
  const message = (await quayside.get(`/v1/messages/${documentId}`)).body;
  expect(message.ladder.filter(({ rung }: { rung: string }) => ['transport', 'mdn'].includes(rung))).toMatchObject([
    { rung: 'transport', state: 'done' },
    { rung: 'mdn', state: 'done', detail: 'Signed: delivered' },
  ]);
  expect(JSON.stringify([all, rig.log])).not.toContain(password);
});

test('a receipt that comes before the handover is written down counts all the same', async () => {
  const id = await endpointId();
  const { rig, base } = yard;
  const { db } = rig.context;
  const documentId = await handOver(rig, id, 'early.x12', Buffer.from('ISA early'));
  // As if the worker had died before it wrote down what it did.
  await db.system('exchange').where({ endpoint_id: id }).whereRaw('? = any(document_ids)', [documentId]).delete();
  await db.system('delivery').where({ document_id: documentId }).update({ state: 'in-flight' });
  await fetch(`${base}/courier/${id}/receipt`, {
    method: 'POST',
    headers: { 'x-password': password },
    body: JSON.stringify({ documentId, state: 'delivered' }),
  });
  expect((await db.system('document').where({ id: documentId }).first('state')).state).toBe('sent');
  await drain(rig.context, `endpoint/${id}`);
  expect((await db.system('document').where({ id: documentId }).first('state')).state).toBe('delivered');
});

test('a receipt that refuses is a failed rung and a case; somebody unknown is a case for the team', async () => {
  const id = await endpointId();
  const { rig, base } = yard;
  const documentId = await handOver(rig, id, 'bad.x12', Buffer.from('ISA bad'));
  const headers = { 'x-password': password };
  await fetch(`${base}/courier/${id}/receipt`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ documentId, state: 'failed' }),
  });
  await fetch(`${base}/courier/${crypto.randomUUID()}`, { method: 'POST', headers, body: 'x' });
  const cases = await rig.context.db.system('exception_case').where({ state: 'open' }).orderBy('id').pluck('kind');
  expect(cases).toEqual(expect.arrayContaining(['mdn.negative', 'channel.stranger']));
  const { body } = await team.get(`/v1/messages/${documentId}`);
  expect(body.ladder).toContainEqual(expect.objectContaining({ rung: 'mdn', state: 'failed' }));
});
