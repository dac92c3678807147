import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, sealAudit } from '../../services/store/audit.ts';
import { type Database, openDatabase } from '../../services/store/database.ts';
import { scratch } from '../platform/hub-rig.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock audit`: what an operator, and an auditor who has no key, can find out.

let database: TestDatabase;
let db: Database;
let home: ReturnType<typeof scratch>;
const [quayside, other] = ['0198c1a2-0000-7000-8000-0000000000b1', '0198c1a2-0000-7000-8000-0000000000b2'] as const;
const path = (name: string) => join(home.dir, name);

beforeAll(async () => {
  home = scratch('home of the hub');
  database = await testDatabase();
  db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 4 });
  await database.knex('organization').insert([
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
    { id: other, name: 'Other Logistics', kind: '3pl' },
  ]);
  await record(quayside, 5);
  await record(other, 2);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  home.remove();
});

async function record(orgId: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++)
    await db.system.transaction((tx) =>
      audit(tx, [{ orgId, at: new Date(), actor: 'hub', action: 'document.received', detail: { i } }]),
    );
  await sealAudit(db.system);
}

/** The address alone: the hub's own login, without the owner's. */
function address(): string {
  const url = new URL(database.url);
  url.username = '';
  url.password = '';
  return url.href;
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  said(['audit', ...args], {
    env: { DATABASE_URL: address(), CROSSDOCK_KEYS: testKeys[0]!, CROSSDOCK_HOME: home.dir, ...env },
  });

describe('a trail that is as it was written', { timeout: 900_000 }, () => {
  test('verifies with exit code 0; without heads it says what would not show', async () => {
    const { code, out, err } = await run(['verify']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'Other Logistics: 2 entries.\nQuayside Logistics: 5 entries.\nNo signed heads were at hand: entries removed from the end would not show.\n',
    );
  });

  test('is signed, exported, and verified from the export with the public key alone', async () => {
    const head = await run(['head', '--output', path('heads')]);
    expect(head.code).toBe(0);
    expect(JSON.parse(head.out)).toEqual({
      payload: expect.any(String),
      key: expect.any(String),
      signature: expect.any(String),
    });
    const keys = await run(['public-key']);
    expect(keys.out).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    writeFileSync(path('hub.pem'), keys.out);
    expect(await run(['export', '--output', path('trail.jsonl')])).toMatchObject({ code: 0, out: '', err: '' });
    expect(readFileSync(path('trail.jsonl'), 'utf8').trim().split('\n')).toHaveLength(8);

    const alone = { DATABASE_URL: '', CROSSDOCK_KEYS: '', CROSSDOCK_HOME: path('nowhere') };
    const offline = [
      'verify',
      '--file',
      path('trail.jsonl'),
      '--heads',
      path('heads'),
      '--public-key',
      path('hub.pem'),
    ];
    const checked = await run(offline, alone);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain('Quayside Logistics: 5 entries; signed heads reach to entry 5.');
    expect(checked.out).toContain('Seals were not checked');
    expect(existsSync(path('nowhere'))).toBe(false);
    const withKeys = await run(['verify', '--file', path('trail.jsonl'), '--json'], { DATABASE_URL: '' });
    expect(JSON.parse(withKeys.out)).toMatchObject({ ok: true, sealsChecked: true });
  });
});

describe('an export that was altered', { timeout: 900_000 }, () => {
  const doctored = (change: (lines: string[]) => string[]) => {
    writeFileSync(
      path('doctored.jsonl'),
      change(readFileSync(path('trail.jsonl'), 'utf8').trim().split('\n')).join('\n'),
    );
    return run(['verify', '--file', path('doctored.jsonl'), '--heads', path('heads'), '--json']);
  };
  const kinds = (out: string) =>
    (JSON.parse(out) as { chains: { faults: { kind: string; from?: number; to?: number }[] }[] }).chains
      .flatMap((chain) => chain.faults)
      .map(({ kind, from, to }) => `${kind} ${from}-${to}`);

  test('a changed entry, a missing one and a cut end are named, with exit code 1', async () => {
    const at = (lines: string[], i: number) =>
      lines.findIndex((line) => line.includes(quayside) && line.includes(`"seq":${i}`));
    const changed = await doctored((lines) => lines.with(at(lines, 2), lines[at(lines, 2)]!.replace('"hub"', '"hob"')));
    expect([changed.code, kinds(changed.out)]).toEqual([1, ['altered 2-2', 'inserted 2-2']]);
    const missing = await doctored((lines) => lines.toSpliced(at(lines, 3), 1));
    expect([missing.code, kinds(missing.out)]).toEqual([1, ['missing 3-3']]);
    const cut = await doctored((lines) => lines.toSpliced(at(lines, 4), 2));
    expect([cut.code, kinds(cut.out)]).toEqual([1, ['removed 4-5']]);
    const gone = await doctored((lines) => lines.filter((line) => !line.includes(`"orgId":"${quayside}"`)));
    expect([gone.code, kinds(gone.out)]).toEqual([1, ['removed 1-5']]);
  });

  test('what is no export, no key or no folder is a mistake in use, in a sentence with exit code 2', async () => {
    writeFileSync(path('broken.jsonl'), `${readFileSync(path('trail.jsonl'), 'utf8').slice(0, -20)}`);
    mkdirSync(path('empty'), { recursive: true });
    for (const [args, message] of [
      [['--file', path('absent')], /absent cannot be read: ENOENT/],
      [['--file', path('hub.pem')], /hub\.pem:1 cannot be read/],
      [['--file', path('broken.jsonl')], /broken\.jsonl:8 cannot be read/],
      [['--file', path('trail.jsonl'), '--heads', path('absent')], /absent cannot be read/],
      [['--file', path('trail.jsonl'), '--public-key', path('trail.jsonl')], /has no public key/],
      [['--org', 'Nobody'], /There is no organisation called Nobody/],
      [['--file', path('trail.jsonl'), '--org', 'Nobody'], /There is no organisation called Nobody/],
    ] as const) {
      const { code, out, err } = await run(['verify', ...args]);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
      expect(err).toMatch(message);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

test('a database that its owner has altered is told with organisation, entry, time and what is wrong', {
  timeout: 900_000,
}, async () => {
  await database.knex.raw('alter table audit_entry disable trigger all');
  await database.knex('audit_entry').where({ org_id: quayside, chain_seq: 4 }).update({ actor: 'somebody else' });
  await database.knex('audit_entry').where({ org_id: other, chain_seq: 2 }).delete();
  await database.knex.raw('alter table audit_entry enable trigger all');
  const { code, out } = await run(['verify', '--heads', path('heads')]);
  expect(code).toBe(1);
  expect(out).toMatch(/Quayside Logistics: NOT AS IT WAS WRITTEN: 5 entries/);
  expect(out).toMatch(/ {2}entry 4 \(20\d\d-.*Z, document\.received by somebody else\): altered\. Its content/);
  expect(out).toMatch(/ {2}entry 2: removed\. The head signed at 20/);
  expect((await run(['verify', '--org', 'Other Logistics'])).code).toBe(0);
  // Once there are heads in the home of the hub, they are held against it unasked.
  mkdirSync(path('audit-heads'));
  for (const name of readdirSync(path('heads')))
    writeFileSync(join(path('audit-heads'), name), readFileSync(join(path('heads'), name)));
  expect((await run(['verify', '--org', 'Other Logistics'])).code).toBe(1);
});

test('with keys that are not those of the hub nothing can be said, and nothing is changed', {
  timeout: 900_000,
}, async () => {
  const stranger = Buffer.alloc(32, 9).toString('base64');
  const asOwner = await run(['verify', '--org', 'Quayside Logistics', '--heads', path('empty')], {
    DATABASE_URL: database.url,
    CROSSDOCK_KEYS: stranger,
  });
  expect(asOwner.out).toMatch(/unchecked\. It was sealed with the key [0-9a-f]{8}, which is not among those given/);
  const asHub = await run(['verify'], { CROSSDOCK_KEYS: stranger });
  expect(asHub).toMatchObject({ code: 2, out: '' });
  expect(asHub.err).toMatch(/^The database lets nobody in as crossdock_hub_/);
  expect((await run(['public-key'], { CROSSDOCK_KEYS: '', CROSSDOCK_HOME: path('nowhere') })).code).toBe(2);
});
