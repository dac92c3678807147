import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { giveUsualEndpoint } from '../../services/flows/endpoints.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { type Receiver, receiver } from '../support/receiver.ts';
import { said } from './command.ts';

// `crossdock webhook`: what is posted to partners, from the command line.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
let at: Receiver;
const quayside = '0198c1a2-0000-7000-8000-0000000000b1';
beforeAll(async () => {
  at = await receiver();
  context = await testContext({ startAt: new Date().toISOString() });
  await context.db.system('organization').insert([
    { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' },
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
  ]);
  await context.db.system.transaction((tx) => giveUsualEndpoint(context, tx, quayside));
  await context.db.system('event').insert({
    ...{ id: 'event1', org_id: quayside, environment: 'production', type: 'shipment.eta.v1', subject: 'WH/OUT/00001' },
    ...{ occurred_at: context.now(), received_at: context.now(), data: '{}', provenance: '{}' },
  });
});
afterAll(async () => {
  await context.close();
  await at.close();
});

const env = () => ({
  DATABASE_URL: context.database.url,
  CROSSDOCK_KEYS: testKeys.join(','),
  CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8',
});
const run = (...args: readonly string[]) => said([...args, '--partner', 'quayside logistics'], { env: env() });

test('a webhook gets a secret that is shown once, test events, further secrets and replays', async () => {
  const settings = ['--set', `url=${at.url}`, '--set', 'types=shipment.eta.v1,shipment.milestone.v1'];
  const added = await run('endpoint', 'add', 'hook', '--channel', 'webhook', ...settings);
  const [secret = ''] = /whsec_\S+/.exec(added.out) ?? [];
  expect([added.code, secret]).toEqual([0, expect.stringMatching(/^whsec_.{40,}/)]);
  expect((await run('endpoint', 'show', 'hook')).out).not.toContain('whsec_');
  const tested = await run('webhook', 'test', 'hook', '--type', 'shipment.eta.v1');
  expect([tested.code, tested.out.trim()]).toEqual([0, 'The receiver answered 200.']);
  at.verify(secret);
  const rotated = await run('webhook', 'rotate', 'hook', '--json');
  await run('webhook', 'test', 'hook', '--type', 'shipment.eta.v1', '--json');
  at.verify(secret);
  at.verify(JSON.parse(rotated.out).secret, at.hooks.slice(-1));
  expect((await run('webhook', 'retire', 'hook')).out).toContain('1 retired');
  const replayed = await run('webhook', 'replay', 'hook', '--from', '2026-01-01T00:00:00Z', '--json');
  expect(JSON.parse(replayed.out)).toMatchObject({ total: 1, done: 1, open: 1 });
  const listed = await run('webhook', 'deliveries', 'hook', '--state', 'waiting', '--json');
  expect(JSON.parse(listed.out).deliveries).toMatchObject([{ eventId: 'event1', state: 'pending', attempts: 0 }]);
  expect((await run('webhook', 'log', 'hook')).out).toContain('Answered 200');
});

test('what is wrong is said, and nothing is done', async () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['webhook', 'test', 'hook', '--type', 'shipment.lost.v1'], 'there are shipment.milestone.v1'],
    [['webhook', 'replay', 'hook', '--dead', '--from', '2026-01-01'], 'Say one of'],
    [['webhook', 'deliveries', 'https'], 'exchanges documents'],
    [
      ['endpoint', 'add', 'x', '--channel', 'webhook', '--set', 'url=http://x.example', '--set', 'types=a.v1'],
      'must be one of',
    ],
  ];
  for (const [args, message] of cases) {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  }
});
