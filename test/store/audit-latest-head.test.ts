import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteShortened, watchUnsealed } from '../../services/flows/watch-audit.ts';
import { sealAudit } from '../../services/store/audit.ts';
import { readHeads } from '../../services/store/audit-heads.ts';
import { moveLatestHead } from '../../services/store/audit-latest-head.ts';
import { auditRig, found } from './audit-rig.ts';

const rig = auditRig();
const { write, chainOf, verdictOn, tamper } = rig;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossdock-heads-'));
  await rig.context.db.system('organization').insert({ id: rig.context.newId(), name: 'Own', kind: 'owner' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const move = () => moveLatestHead(rig.context.db.system, rig.context.db.auditKeys, folder, rig.context.now());
const heads = () =>
  readHeads(
    folder,
    rig.context.db.auditKeys.publicKeys.map(({ pem }) => pem),
  ).heads;
const openCases = (fingerprint: string) =>
  rig.context.db.system('exception_case').where({ fingerprint, state: 'open' });
const cut = (orgId: string, after: number) =>
  tamper((owner) => owner.raw(`delete from audit_entry where org_id = '${orgId}' and chain_seq > ${after}`));

test('entries cut off the end are found out though no daily head tells of them; the head stays, and the team has a case until it is moved away', async () => {
  const orgId = await chainOf(4);
  expect(await move()).toEqual({ kind: 'moved' });
  expect(await move()).toEqual({ kind: 'unchanged' });
  await write(orgId, 5);
  await sealAudit(rig.context.db.system);
  expect(await move()).toEqual({ kind: 'moved' });
  expect(found(await verdictOn(orgId, heads()))).toEqual([]);

  await cut(orgId, 3);
  const kept = readFileSync(join(folder, 'latest.json'), 'utf8');
  const broken = await move();
  expect(broken).toMatchObject({ kind: 'broken', reason: expect.stringContaining(`entry 5 of organisation ${orgId}`) });
  expect(found(await verdictOn(orgId, heads()))).toEqual([{ kind: 'removed', from: 4, to: 5 }]);
  // Whoever writes on until there are as many entries again has other hashes.
  for (const i of [6, 7, 8]) await write(orgId, i);
  await sealAudit(rig.context.db.system);
  expect((await move()).kind).toBe('broken');
  expect(found(await verdictOn(orgId, heads()))).toEqual([{ kind: 'replaced', from: 5, to: 5 }]);
  expect(readFileSync(join(folder, 'latest.json'), 'utf8')).toBe(kept);

  if (broken.kind !== 'broken') throw new Error('It is broken.');
  for (const _ of [1, 2]) await noteShortened(rig.context, broken);
  expect(await openCases('audit.shortened')).toMatchObject([{ detail: expect.stringContaining('latest.json') }]);
  rmSync(join(folder, 'latest.json'));
  expect(await move()).toEqual({ kind: 'moved' });
  await noteShortened(rig.context, undefined);
  expect(await openCases('audit.shortened')).toEqual([]);
});

test('a head that the hub has not signed is not believed and not written over', async () => {
  await chainOf(2);
  const file = join(folder, 'latest.json');
  await move();
  const envelope = JSON.parse(readFileSync(file, 'utf8')) as { payload: string };
  const doctored = JSON.stringify({ ...envelope, payload: envelope.payload.replace(/"seq":\d+/, '"seq":1') });
  writeFileSync(file, doctored);
  expect(await move()).toMatchObject({ kind: 'broken', reason: expect.stringContaining('signature') });
  expect(readFileSync(file, 'utf8')).toBe(doctored);
  rmSync(file);
});

test('entries that wait ten minutes for their seal are a case of the hub, which closes when they are sealed', async () => {
  const orgId = await chainOf(1);
  const { system } = rig.context.db;
  await write(orgId, 2);
  const look = async () => {
    await watchUnsealed(rig.context);
    return (await openCases('audit.unsealed')).map(({ title }) => title);
  };
  expect(await look()).toEqual([]);
  rig.context.pass(10 * 60_000);
  expect(await look()).toEqual([]);
  rig.context.pass(1_000);
  expect(await look()).toEqual(['Audit entries are not being sealed']);
  await sealAudit(system);
  expect(await look()).toEqual([]);
});
