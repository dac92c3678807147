import { describe, expect, test } from 'vitest';
import { sealAudit } from '../../services/store/audit.ts';
import { auditRig, found } from './audit-rig.ts';

// What the hub writes, and what its own login can do to it.

const rig = auditRig();
const { organization, write, chainOf, verdictOn } = rig;

test('entries of concurrent writers end in one unbroken chain per organisation, proven and sealed', async () => {
  const orgs = [await organization(), await organization()];
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(orgs[i % 2]!, i)));
  await Promise.all([sealAudit(rig.context.db.system), sealAudit(rig.context.db.system)]);
  await write(orgs[0]!, 40);
  expect(await verdictOn(orgs[0]!)).toMatchObject({ entries: 20, waiting: 1, waitingSince: expect.any(String) });
  await sealAudit(rig.context.db.system);
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
    await expect(rig.context.db.pool.query(sql)).rejects.toThrow('permission denied');
    // The owner may take the trigger away; by mistake it changes nothing either.
    await expect(rig.context.database.knex.raw(sql)).rejects.toThrow('append-only');
  }
  await sealAudit(rig.context.db.system);
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
        rig.context.db.pool.query(
          `insert into audit_entry (org_id, actor, action, ${columns}) values ($1, 'x', 'x', ${values})`,
          [orgId],
        ),
      ).rejects.toThrow('permission denied');
  });

  test('fills in no hash twice and none that does not continue the chain', async () => {
    const orgId = await chainOf(2);
    await write(orgId, 3);
    const { rows } = await rig.context.db.pool.query<{ id: number; hash: string | null }>(
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
        rig.context.db.pool.query('select audit_seal($1::jsonb)', [JSON.stringify([wrong])]),
        JSON.stringify(wrong),
      ).rejects.toThrow(/continue the chain|append-only/);
    await sealAudit(rig.context.db.system);
    expect((await verdictOn(orgId)).faults).toEqual([]);
  });

  test('sealing others with garbage shows, and what is sealed after it stands', async () => {
    const orgId = await chainOf(2);
    await write(orgId, 3);
    await rig.context.db.pool.query(
      `select audit_seal(jsonb_build_array(jsonb_build_object('id', (select max(id) from audit_entry where org_id = $1), 'seq', 3,
         'previous', (select encode(hash, 'hex') from audit_entry where org_id = $1 and chain_seq = 2), 'hash', repeat('ab', 32), 'seal', repeat('cd', 32), 'key', $2::text)))`,
      [orgId, rig.context.db.auditKeys.seal(Buffer.alloc(32)).key],
    );
    await write(orgId, 4);
    await sealAudit(rig.context.db.system);
    expect(found(await verdictOn(orgId))).toEqual([
      { kind: 'altered', from: 3, to: 3 },
      { kind: 'forged', from: 3, to: 3 },
    ]);
  });

  test('an entry that it did not write by way of the program is told, waiting and sealed', async () => {
    const orgId = await chainOf(1);
    await rig.context.db.pool.query(
      `insert into audit_entry (org_id, actor, action, proof) values ($1, 'edi@quayside.example', 'delivery.retried', $2)`,
      [orgId, Buffer.alloc(32, 1)],
    );
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: undefined, to: undefined }]);
    await sealAudit(rig.context.db.system);
    const verdict = await verdictOn(orgId);
    expect(found(verdict)).toEqual([{ kind: 'inserted', from: 2, to: 2 }]);
    expect(verdict.faults[0]).toMatchObject({
      orgId,
      entry: { actor: 'edi@quayside.example', action: 'delivery.retried' },
    });
  });

  test('the proof of one entry proves no other', async () => {
    const orgId = await chainOf(1);
    await rig.context.db.pool.query(
      `insert into audit_entry (org_id, at, actor, action, detail, proof)
       select org_id, at, actor, 'document.delivered', detail, proof from audit_entry where org_id = $1`,
      [orgId],
    );
    await sealAudit(rig.context.db.system);
    expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: 2, to: 2 }]);
  });
});
