import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addressSample } from '../../services/domain/configuration/samples.ts';
import { type NewHub, newHub, sendAndRead } from '../support/new-hub.ts';

// A hub comes into service by the command line alone, and its partner goes to a second hub as files, with the same verdicts there.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

let first: NewHub;
let second: NewHub;
beforeAll(async () => {
  [first, second] = [await newHub(), await newHub()];
});
afterAll(async () => {
  await first.close();
  await second.close();
});

const partner = 'Harbour Row Storage';
const theirs = { qualifier: '12', isaId: '5550100', gsId: '5550100' };
const ours = { qualifier: 'ZZ', isaId: 'LARKFIELD', gsId: 'LARKFIELD' };

/** The samples of an exported folder between the two, as the partner would send them. */
const documents = (folder: string) =>
  readdirSync(join(folder, 'samples'))
    .filter((name) => /^(945|944|856)-.*\.x12$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, 'samples', name), 'latin1');
      return [
        name,
        Buffer.from(addressSample(text, { sender: theirs, receiver: ours, usage: 'P' }), 'latin1'),
      ] as const;
    });

async function setUp(hub: NewHub): Promise<void> {
  const login = ['--company', 'Larkfield Sports', '--email', 'ada@larkfield.example'];
  await hub.json('setup', ...login, '--qualifier', ours.qualifier, '--id', ours.isaId);
}
const release = (hub: NewHub) => hub.json('partner', 'release', 'make', '--partner', partner, '--note', 'Goes live.');
const makeKey = async (hub: NewHub) => {
  const of = ['--organization', partner, '--environment', 'production', '--name', 'Warehouse system'];
  return (await hub.json('key', 'create', ...of)).key as string;
};

test('empty database, company, partner from a template, key: a first 945 is acknowledged and in Odoo; exported and imported elsewhere it gets the same verdicts', async () => {
  await setUp(first);
  const started = await first.start();
  expect(started.out()).not.toMatch(/demo/i);
  const identity = ['--qualifier', theirs.qualifier, '--id', theirs.isaId];
  expect(await first.run('partner', 'create', partner, '--template', 'standard-3pl', ...identity)).toContain(
    'crossdock key create',
  );
  await release(first);
  const key = await makeKey(first);
  await first.connectOdoo();
  await first.sendOrders(partner);
  await expect.poll(() => first.transferState('WH/OUT/00001')).toBe('assigned');

  const folder = join(first.room, 'harbour-row');
  await first.json('partner', 'export', folder, '--partner', partner, '--of', '1');
  const all = documents(folder);
  const complete = all.find(([name]) => name === '945-complete.x12')![1];
  const { verdicts } = await sendAndRead(first.url, key, complete);
  expect(verdicts).toEqual([{ findings: [], sets: [['945', 'A']] }]);
  await expect.poll(() => first.transferState('WH/OUT/00001'), { timeout: 120_000 }).toBe('done');
  const outbox = await fetch(`${first.url}/v1/outbox`, { headers: { authorization: `Bearer ${key}` } });
  expect(
    ((await outbox.json()) as { documents: { sets: string[] }[] }).documents.flatMap(({ sets }) => sets),
  ).toContain('997');

  await setUp(second);
  await second.start();
  expect(await second.json('partner', 'import', folder, '--create')).toMatchObject({ created: true });
  await release(second);
  const otherKey = await makeKey(second);
  expect(all.length).toBeGreaterThan(5);
  for (const [name, bytes] of all) {
    const [here, there] = [await sendAndRead(first.url, key, bytes), await sendAndRead(second.url, otherKey, bytes)];
    expect([name, there.verdicts, there.findings]).toEqual([name, here.verdicts, here.findings]);
  }
});

test('an empty database is told what to do, and nothing of a demo', async () => {
  const empty = await newHub();
  try {
    const started = await empty.start();
    expect(started.out()).toContain('crossdock setup --company');
    expect(started.out()).not.toMatch(/demo/i);
    expect(await empty.run('partner', 'list')).toContain('There is no partner yet.');
  } finally {
    await empty.close();
  }
});
