import { describe, expect, test } from 'vitest';
import { sealAudit } from '../../services/store/audit.ts';
import { auditRig, found, rework } from './audit-rig.ts';

// What whoever owns the database can do to the audit trail, and how it shows.

const rig = auditRig();
const { write, chainOf, verdictOn, tamper, signedHeads } = rig;

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

  test('who writes a chain as if it were from before there were seals, and lets the hub go on with it, is found out', async () => {
    const orgId = await chainOf(3);
    await tamper((owner) =>
      rework(owner, orgId, `actor = 'somebody else'`, 'seal = null, key_id = null, proof = null'),
    );
    await write(orgId, 4);
    await sealAudit(rig.context.db.system);
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
    const { heads } = await signedHeads();
    expect(found(await verdictOn(orgId, heads))).toEqual([]);
    await tamper((owner) => owner.raw(`delete from audit_entry where org_id = '${orgId}' and chain_seq > 2`));
    expect(found(await verdictOn(orgId))).toEqual([]);
    expect(found(await verdictOn(orgId, heads))).toEqual([{ kind: 'removed', from: 3, to: 4 }]);
    // Whoever goes on from there gets a chain that is good in itself, but not the one that was signed.
    for (const i of [5, 6, 7]) await write(orgId, i);
    await sealAudit(rig.context.db.system);
    expect(found(await verdictOn(orgId, heads))).toEqual([{ kind: 'replaced', from: 4, to: 4 }]);
  });
});

test('a copy of an entry that the hub has written is found out, chained or not, though the hub can prove each word of it', async () => {
  const orgId = await chainOf(3);
  // The login of the hub may do this: no right stands in the way.
  const copy = () =>
    rig.context.db.system.raw(
      `insert into audit_entry (org_id, at, actor, action, document_id, detail, proof)
       select org_id, at, actor, action, document_id, detail, proof from audit_entry where org_id = ? and chain_seq = 2`,
      [orgId],
    );
  await copy();
  expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: undefined, to: undefined }]);
  await sealAudit(rig.context.db.system);
  expect(found(await verdictOn(orgId))).toEqual([{ kind: 'inserted', from: 4, to: 4 }]);
});

test('the same entry written twice by the hub is two entries', async () => {
  const orgId = await chainOf(1);
  await write(orgId, 7);
  await write(orgId, 7);
  await sealAudit(rig.context.db.system);
  expect(found(await verdictOn(orgId))).toEqual([]);
});
