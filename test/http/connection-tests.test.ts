import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { type Browser, type HttpRig, httpRig, isa, orgs } from './rig.ts';

// Connection tests by the API: a partner runs them at endpoints of its own, and sees each step.

type ConnectionTest = components['schemas']['ConnectionTest'];

let rig: HttpRig;
let server: Server;
let quayside: Browser;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  server = rig.app.listen(0, '127.0.0.1');
  quayside = await rig.signIn('quayside');
  team = await rig.signIn('team');
});
afterAll(async () => {
  server.close();
  await rig.close();
});

const endpoints = `/v1/partners/${orgs.quayside}/endpoints`;
const mailbox = async (environment: string) => {
  const { body } = await quayside.get(`${endpoints}?environment=${environment}`);
  return body.endpoints.find(({ name }: { name: string }) => name === 'https');
};

/** By a real connection: the hub calls itself at the port that it was called at. */
async function start(endpointId: string, stage: string, who = quayside) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${endpoints}/${endpointId}/connection-tests`, {
    method: 'POST',
    headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'content-type': 'application/json' },
    body: JSON.stringify({ stage }),
  });
  return { status: answer.status, body: (await answer.json()) as ConnectionTest & { detail?: string } };
}

async function newest(endpointId: string): Promise<ConnectionTest> {
  return (await quayside.get(`${endpoints}/${endpointId}/connection-tests`)).body.tests[0];
}

async function ended(endpointId: string): Promise<ConnectionTest> {
  await vi.waitFor(async () => expect((await newest(endpointId)).state).not.toBe('running'), { timeout: 60_000 });
  return newest(endpointId);
}

test('a partner sees that its mailbox takes a right key, and no wrong one, none and no wrong signature', async () => {
  const { id } = await mailbox('sandbox');
  const secret = newSecret();
  const changed = await quayside.send('patch', `${endpoints}/${id}`).send({ settings: { signingSecret: secret } });
  expect(changed.status).toBe(200);
  rig.context.pass(5000);
  const begun = await start(id, 'loopback');
  expect(begun).toMatchObject({ status: 201, body: { state: 'running', startedBy: 'edi@quayside.example' } });
  const test = await ended(id);
  expect(test.steps.filter(({ state }) => state !== 'good')).toEqual([]);
  expect([test.state, test.steps.map(({ wants }) => wants)]).toEqual([
    'works',
    ['works', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused'],
  ]);
  expect(JSON.stringify(test)).not.toContain(secret);
  // The key of the test is good for nothing any more, and nothing was stored.
  const keys = await rig.context.db.system('api_key').where({ name: 'Connection test' }).select('revoked_at');
  expect(keys).toEqual(Array(2).fill({ revoked_at: expect.any(Date) }));
  expect(await rig.context.db.system('document').where({ environment: 'sandbox' })).toEqual([]);
});

test('with its own machine the partner is told what to do, and the test ends when that was seen', async () => {
  const { id } = await mailbox('sandbox');
  expect((await start(id, 'host')).status).toBe(201);
  await vi.waitFor(async () => expect((await newest(id)).awaits).toContain('API key of the sandbox'), {
    timeout: 20_000,
  });
  // One at a time.
  expect(await start(id, 'loopback', team)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('is running') },
  });
  const sent = await rig.withKey('sandbox', 'post', '/v1/inbox').type('application/edi-x12').send(isa());
  expect(sent.status).toBe(202);
  await vi.waitFor(async () => expect((await newest(id)).awaits).toContain('with a wrong signature'), {
    timeout: 20_000,
  });
  const { port } = server.address() as AddressInfo;
  const wrong = await fetch(`http://127.0.0.1:${port}/v1/hooks/${id}`, { method: 'POST', body: '{}' });
  expect(wrong.status).toBe(401);
  const { state, steps } = await ended(id);
  expect([state, steps.map((step) => `${step.wants} ${step.state}`)]).toEqual([
    'works',
    ['works good', 'refused good'],
  ]);
  const [{ test_works: works }] = await rig.context.db.system('channel_endpoint').where({ id }).select('test_works');
  expect(works).toBe(true);
});

test('production has no such test, another partner sees none, and whoever started it by the team stays unnamed', async () => {
  const production = await mailbox('production');
  const { body } = await quayside.get(`${endpoints}/${production.id}/connection-tests`);
  expect(body).toEqual({ stages: [], obstacle: expect.stringContaining('sandbox'), tests: [] });
  expect((await start(production.id, 'loopback')).status).toBe(409);
  const { id } = await mailbox('sandbox');
  const heron = await rig.signIn('heron');
  expect((await heron.get(`${endpoints}/${id}/connection-tests`)).status).toBe(404);
  expect((await start(id, 'loopback', heron)).status).toBe(404);
  expect((await start(id, 'loopback', team)).status).toBe(201);
  expect((await ended(id)).startedBy).toBe('The integration team');
});
