import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prepareDatabase } from '../../services/bin/database.ts';
import { audit, closeUnsealedChains, sealAudit } from '../../services/store/audit.ts';
import { verifyChain } from '../../services/store/audit-chain.ts';
import { keepDailyHead, readHeads } from '../../services/store/audit-heads.ts';
import { auditKeys } from '../../services/store/audit-keys.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import { openDatabase } from '../../services/store/database.ts';
import { testDatabase, testKeys } from '../support/database.ts';
import { auditRig, found, rework } from './audit-rig.ts';

// Signed heads, changes of keys, and what was written before there were keys.

const rig = auditRig();
const { chainOf, verdictOn, tamper, signedHeads } = rig;

test('a head is signed once a day; one that was altered or is signed by a stranger is refused', async () => {
  const orgId = await chainOf(2);
  const { folder, pems, heads } = await signedHeads();
  expect(heads).toHaveLength(1);
  expect(heads[0]!.chains).toContainEqual({ orgId, seq: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { db } = rig.context;
  expect(await keepDailyHead(db.system, db.auditKeys, folder, rig.context.now())).toBeUndefined();
  const tomorrow = new Date(rig.context.now().getTime() + 86_400_000);
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
});

test('keys are changed one after the other; without the old one its seals are unchecked and not wrong', async () => {
  const orgId = await chainOf(2);
  const keys = [Buffer.alloc(32, 8).toString('base64'), ...testKeys];
  const rotated = openDatabase({ logins: rig.context.database.logins, keys, maxConnections: 4 });
  const entry = { orgId, at: rig.context.now(), actor: 'hub', action: 'document.delivered' as const };
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
  expect(await closeUnsealedChains(rig.context.db.system, rig.context.now())).toBeGreaterThan(0);
  await sealAudit(rig.context.db.system);
  expect(await closeUnsealedChains(rig.context.db.system, rig.context.now())).toBe(0);
  expect(await verdictOn(orgId)).toMatchObject({ entries: 4, withoutSeal: 3, faults: [] });
  await tamper((owner) => rework(owner, orgId, `actor = 'somebody else'`));
  expect(found(await verdictOn(orgId))).toEqual([
    { kind: 'forged', from: 4, to: 4 },
    { kind: 'forged', from: 1, to: 3 },
  ]);
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
  expect(await closeUnsealedChains(db.system, rig.context.now())).toBe(1);
  await sealAudit(db.system);
  const verdict = await verifyChain(orgId, chainRows(db.system, orgId), db.auditKeys, []);
  expect(verdict).toMatchObject({ entries: 4, withoutSeal: 3, waiting: 0, faults: [] });
  await db.close();
  await database.drop();
});
