import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareDatabase } from '../../services/bin/database.ts';
import { audit, closeUnsealedChains, entryHash, sealAudit } from '../../services/store/audit.ts';
import { type ChainVerdict, verifyChain } from '../../services/store/audit-chain.ts';
import { keepDailyHead, readHeads, type SignedHead } from '../../services/store/audit-heads.ts';
import { auditKeys } from '../../services/store/audit-keys.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import { openDatabase } from '../../services/store/database.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testDatabase, testKeys } from '../support/database.ts';

let context: TestContext;
let places = 0;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.close());

async function organization(): Promise<string> {
  places += 1;
  const id = `0198c1a2-0000-7000-8000-${String(places).padStart(12, '0')}`;
  await context.db.system('organization').insert({ id, name: id, kind: 'carrier' });
  return id;
}

const write = (orgId: string, i: number) =>
  context.db.system.transaction((tx) =>
    audit(tx, [
      {
        ...{ orgId, at: context.now(), actor: 'hub', action: 'document.received' },
        // What the database orders, spaces and writes in its own way must come back as the same content.
        detail: { number: i, sizeBytes: 1e21, tiny: 1e-9, 'é"\\': null, a: { z: [1, { y: '\u2028' }], b: -0.5 } },
      },
    ]),
  );

/** A new organisation with so many sealed entries. */
async function chainOf(length: number): Promise<string> {
  const orgId = await organization();
  for (let i = 1; i <= length; i++) await write(orgId, i);
  while ((await sealAudit(context.db.system)) > 0);
  return orgId;
}

const verdictOn = (orgId: string, heads: readonly SignedHead[] = [], keys = context.db.auditKeys) =>
  verifyChain(orgId, chainRows(context.db.system, orgId), keys, heads);

const found = (verdict: ChainVerdict) => verdict.faults.map(({ kind, from, to }) => ({ kind, from, to }));

/** As whoever owns the database: no trigger, no right and no wall holds them. */
async function tamper(work: (owner: Knex) => Promise<unknown>): Promise<void> {
  const owner = context.database.knex;
  await owner.raw('alter table audit_entry disable trigger all');
  await work(owner);
  await owner.raw('alter table audit_entry enable trigger all');
}

test('entries of concurrent writers end in one unbroken chain per organisation, proven and sealed', async () => {
  const orgs = [await organization(), await organization()];
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(orgs[i % 2]!, i)));
  await Promise.all([sealAudit(context.db.system), sealAudit(context.db.system)]);
  await write(orgs[0]!, 40);
  expect(await verdictOn(orgs[0]!)).toMatchObject({ entries: 20, waiting: 1, waitingSince: expect.any(String) });
  await sealAudit(context.db.system);
  for (const [i, orgId] of orgs.entries())
    expect(await verdictOn(orgId)).toEqual({
      ...{ orgId, entries: i === 0 ? 21 : 20, withoutSeal: 0, waiting: 0, anchored: 0, faults: [] },
    });
});

test('nobody changes or removes an entry, sealed or not', async () => {
  const orgId = await chainOf(1);
  await write(orgId, 2);
  const statements = [
    `update audit_entry set actor = 'somebody else' where hash is null`,
    `update audit_entry set actor = 'somebody else', hash = '\\x00' where hash is null`,
    'update audit_entry set hash = null',
    'delete from audit_entry',
    'truncate audit_entry',
  ];
  for (const sql of statements) {
    await expect(context.db.pool.query(sql)).rejects.toThrow('permission denied');
    // The owner may take the trigger away; by mistake it changes nothing either.
    await expect(context.database.knex.raw(sql)).rejects.toThrow('append-only');
  }
  await sealAudit(context.db.system);
});

describe('the login of the hub', () => {
  test('can choose neither number, hash nor seal of an entry', async () => {
    const orgId = await organization();
    for (const [columns, values] of [
      ['chain_seq, hash', `1, '\\x00'`],
      ['seal, key_id', `'\\x00', 'x'`],
      ['previous_hash', `'\\x00'`],
    ] as const)
      await expect(
        context.db.pool.query(
          `insert into audit_entry (org_id, actor, action, ${columns}) values ($1, 'x', 'x', ${values})`,
          [orgId],
        ),
      ).rejects.toThrow('permission denied');
  });

  test('fills in no hash twice and none that does not continue the chain', async () => {
    const orgId = await chainOf(2);
    await write(orgId, 3);
    const { rows } = await context.db.pool.query<{ id: number; hash: string | null }>(
      `select id, encode(hash, 'hex') as hash from audit_entry where org_id = $1 order by id`,
      [orgId],
    );
    const [, second, third] = rows;
    const good = { id: third!.id, seq: 3, previous: second!.hash, hash: '00', seal: '00', key: 'x' };
    for (const wrong of [
      { ...good, seq: 4 },
      { ...good, seq: 1 },
      { ...good, previous: '00' },
      { ...good, id: second!.id },
      { ...good, id: 987_654_321 },
    ])
      await expect(
        context.db.pool.query('select audit_seal($1::jsonb)', [JSON.stringify([wrong])]),
        JSON.stringify(wrong),
      ).rejects.toThrow(/continue the chain|append-only/);
    await sealAudit(context.db.system);
    expect((await verdictOn(orgId)).faults).toEqual([]);
  });

  test('sealing others with garbage shows, and what is sealed after it stands', async () => {
    const orgId = await chainOf(2);
    await write(orgId, 3);
    await context.db.pool.query(
      `select audit_seal(jsonb_build_array(jsonb_build_object('id', (select max(id) from audit_entry where org_id = $1), 'seq', 3,
         'previous', (select encode(hash, 'hex') from audit_entry where org_id = $1 and chain_seq = 2), 'hash', repeat('ab', 32), 'seal', repeat('cd', 32), 'key', $2::text)))`,
      [orgId, context.db.auditKeys.seal(Buffer.alloc(32)).key],
    );
    await write(orgId, 4);
    await sealAudit(context.db.system);
    expect(found(await verdictOn(orgId))).toEqual([
      { kind: 'altered', from: 3, to: 3 },
      { kind: 'forged', from: 3, to: 3 },
    ]);
  });

  test('an entry that it did not write by way of the program is told, waiting and sealed', async () => {
    const orgId = await chainOf(1);
    await context.db.pool.query(
      `insert into audit_entry (org_id, actor, action, proof) values ($1, 'edi@quayside.example', 'delivery.retried', $2)`,
      [orgId, Buffer.alloc(32, 1)],
    );
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: undefined, to: undefined }]);
    await sealAudit(context.db.system);
    const verdict = await verdictOn(orgId);
    expect(found(verdict)).toEqual([{ kind: 'inserted', from: 2, to: 2 }]);
    expect(verdict.faults[0]).toMatchObject({
      orgId,
      entry: { actor: 'edi@quayside.example', action: 'delivery.retried' },
    });
  });

  test('the proof of one entry proves no other', async () => {
    const orgId = await chainOf(1);
    await context.db.pool.query(
      `insert into audit_entry (org_id, at, actor, action, detail, proof)
       select org_id, at, actor, 'document.delivered', detail, proof from audit_entry where org_id = $1`,
      [orgId],
    );
    await sealAudit(context.db.system);
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: 2, to: 2 }]);
  });
});

describe('the owner of the database', () => {
  test.each([
    ['actor', `'somebody else'`],
    ['at', `at + interval '1 microsecond'`],
    ['action', `'document.sent'`],
    ['document_id', 'gen_random_uuid()'],
    ['detail', `detail || '{"number": 8}'`],
  ])('who alters %s of an entry is found out', async (column, value) => {
    const orgId = await chainOf(3);
    await tamper((owner) =>
      owner.raw(`update audit_entry set ${column} = ${value} where org_id = '${orgId}' and chain_seq = 2`),
    );
    const verdict = await verdictOn(orgId);
    // The hash; and, as seal and link are still good, the writer's proof.
    expect(found(verdict)).toEqual([
      { kind: 'altered', from: 2, to: 2 },
      { kind: 'inserted', from: 2, to: 2 },
    ]);
    expect(verdict.faults[0]!.entry).toMatchObject({ id: expect.any(Number), at: expect.stringMatching(/^20/) });
  });

  test('who alters an entry and works out all hashes after it anew is found out by the seals', async () => {
    const orgId = await chainOf(4);
    await tamper((owner) => rework(owner, orgId, `actor = 'somebody else'`));
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'forged', from: 2, to: 4 }]);
  });

  test('who turns the whole chain into one from before there were seals is found out', async () => {
    const orgId = await chainOf(3);
    await tamper((owner) =>
      rework(owner, orgId, `actor = 'somebody else'`, 'seal = null, key_id = null, proof = null'),
    );
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'forged', from: 1, to: 3 }]);
  });

  test('who removes entries from the middle or the beginning is found out', async () => {
    const orgId = await chainOf(6);
    await tamper((owner) => owner.raw(`delete from audit_entry where org_id = '${orgId}' and chain_seq in (1, 3, 4)`));
    expect(found(await verdictOn(orgId))).toEqual([
      { kind: 'missing', from: 1, to: 1 },
      { kind: 'missing', from: 3, to: 4 },
    ]);
  });

  test('who inserts an entry and moves the others on is found out', async () => {
    const orgId = await chainOf(3);
    await tamper(async (owner) => {
      await owner.raw(`update audit_entry set chain_seq = chain_seq + 100 where org_id = ? and chain_seq >= 2`, [
        orgId,
      ]);
      await owner.raw(`update audit_entry set chain_seq = chain_seq - 99 where org_id = ? and chain_seq > 100`, [
        orgId,
      ]);
      await owner.raw(
        `insert into audit_entry (org_id, at, actor, action, detail, proof, chain_seq, previous_hash, hash, seal, key_id)
         select org_id, at, actor, 'document.sent', detail, proof, 2, previous_hash, hash, seal, key_id from audit_entry where org_id = ? and chain_seq = 3`,
        [orgId],
      );
    });
    const verdict = await verdictOn(orgId);
    expect(found(verdict)).toContainEqual({ kind: 'altered', from: 2, to: 4 });
    expect(found(verdict)).toContainEqual({ kind: 'inserted', from: 2, to: 2 });
  });

  test('who removes entries from the end, or goes back to an earlier state, is found out by the signed head', async () => {
    const orgId = await chainOf(4);
    const { folder, heads } = await signedHeads();
    expect(found(await verdictOn(orgId, heads))).toEqual([]);
    await tamper((owner) => owner.raw(`delete from audit_entry where org_id = '${orgId}' and chain_seq > 2`));
    expect(found(await verdictOn(orgId))).toEqual([]);
    expect(found(await verdictOn(orgId, heads))).toEqual([{ kind: 'removed', from: 3, to: 4 }]);
    // Whoever goes on from there gets a chain that is good in itself, but not the one that was signed.
    for (const i of [5, 6, 7]) await write(orgId, i);
    await sealAudit(context.db.system);
    expect(found(await verdictOn(orgId, heads))).toEqual([{ kind: 'replaced', from: 4, to: 4 }]);
    rmSync(folder, { recursive: true });
  });
});

/** Alters entry 2 and gives it and all later ones hashes that fit, as anybody can who can write to the table. */
async function rework(owner: Knex, orgId: string, change: string, rest = 'seal = seal'): Promise<void> {
  await owner.raw(`update audit_entry set ${change} where org_id = ? and chain_seq = 2`, [orgId]);
  await owner.raw(`update audit_entry set ${rest} where org_id = ?`, [orgId]);
  let former = Buffer.alloc(32);
  for await (const row of chainRows(owner, orgId)) {
    const hash = entryHash(former, row.seq!, row);
    await owner.raw('update audit_entry set previous_hash = ?, hash = ? where id = ?', [former, hash, row.id]);
    former = Buffer.from(hash);
  }
}

async function signedHeads() {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-heads-'));
  chmodSync(folder, 0o700);
  const { db } = context;
  await keepDailyHead(db.system, db.auditKeys, folder, context.now());
  const pems = db.auditKeys.publicKeys.map(({ pem }) => pem);
  return { folder, pems, heads: readHeads(folder, pems).heads };
}

test('a head is signed once a day; one that was altered or is signed by a stranger is refused', async () => {
  const orgId = await chainOf(2);
  const { folder, pems, heads } = await signedHeads();
  expect(heads).toHaveLength(1);
  expect(heads[0]!.chains).toContainEqual({ orgId, seq: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { db } = context;
  expect(await keepDailyHead(db.system, db.auditKeys, folder, context.now())).toBeUndefined();
  const tomorrow = new Date(context.now().getTime() + 86_400_000);
  expect(await keepDailyHead(db.system, db.auditKeys, folder, tomorrow)).toMatchObject({
    signature: expect.any(String),
  });
  expect(readHeads(folder, pems)).toMatchObject({ refused: [], heads: [{}, {}] });

  const file = join(folder, `${tomorrow.toISOString().slice(0, 10)}.json`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('seq\\":2', 'seq\\":1'));
  writeFileSync(join(folder, 'z.json'), 'nonsense');
  expect(readHeads(folder, pems)).toMatchObject({
    heads: [{}],
    refused: [
      { file, reason: expect.stringContaining('signature') },
      { file: join(folder, 'z.json'), reason: 'It is no signed head.' },
    ],
  });
  const stranger = auditKeys([Buffer.alloc(32, 9).toString('base64')]).publicKeys.map(({ pem }) => pem);
  expect(readHeads(folder, stranger).heads).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('keys are changed one after the other; without the old one its seals are unchecked and not wrong', async () => {
  const orgId = await chainOf(2);
  const keys = [Buffer.alloc(32, 8).toString('base64'), ...testKeys];
  const rotated = openDatabase({ logins: context.database.logins, keys, maxConnections: 4 });
  const entry = { orgId, at: context.now(), actor: 'hub', action: 'document.sent' };
  await rotated.system.transaction((tx) => tx.transaction((nested) => audit(nested, [entry])));
  await sealAudit(rotated.system);
  expect((await verdictOn(orgId, [], rotated.auditKeys)).faults).toEqual([]);
  await rotated.close();
  const onlyNew = auditKeys([Buffer.alloc(32, 8).toString('base64')]);
  expect(found(await verdictOn(orgId, [], onlyNew))).toEqual([{ kind: 'unchecked', from: 1, to: 2 }]);
});

test('entries from before there were seals stay verifiable by their hashes, and are closed with a sealed one', async () => {
  const orgId = await chainOf(3);
  await tamper((owner) => rework(owner, orgId, `actor = 'hub'`, 'seal = null, key_id = null, proof = null'));
  expect(await closeUnsealedChains(context.db.system, context.now())).toBeGreaterThan(0);
  await sealAudit(context.db.system);
  expect(await closeUnsealedChains(context.db.system, context.now())).toBe(0);
  expect(await verdictOn(orgId)).toMatchObject({ entries: 4, withoutSeal: 3, faults: [] });
  await tamper((owner) => rework(owner, orgId, `actor = 'somebody else'`));
  expect(found(await verdictOn(orgId))).toEqual([{ kind: 'forged', from: 4, to: 4 }]);
});

test('the migration chains what waited for the plain chain as it was done then, and the first start closes it', async () => {
  const database = await testDatabase({ empty: true });
  const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
  const before = readdirSync(directory).filter((name) => name.endsWith('.ts') && name < '20261129_031');
  for (const name of before.sort())
    await database.knex.migrate.up({ name, directory, loadExtensions: ['.ts'], tableName: 'schema_migration' });
  const orgId = '0198c1a2-0000-7000-8000-0000000000f1';
  await database.knex('organization').insert({ id: orgId, name: 'Before', kind: 'carrier' });
  const entry = { org_id: orgId, actor: 'Jörg — hub', action: 'document.received', detail: { a: 'ß', b: [1, 2.5] } };
  await database.knex('audit_entry').insert([entry, { ...entry, document_id: orgId }, { ...entry, actor: '' }]);
  const { logins } = await prepareDatabase(database.url, testKeys);
  const db = openDatabase({ logins, keys: testKeys, maxConnections: 4 });
  expect(await closeUnsealedChains(db.system, context.now())).toBe(1);
  await sealAudit(db.system);
  const verdict = await verifyChain(orgId, chainRows(db.system, orgId), db.auditKeys, []);
  expect(verdict).toMatchObject({ entries: 4, withoutSeal: 3, waiting: 0, faults: [] });
  await db.close();
  await database.drop();
});
