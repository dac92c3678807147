import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, entryHash, sealAudit } from '../../services/store/audit.ts';
import { type TestContext, testContext } from '../support/context.ts';

let context: TestContext;
const orgs = ['0198c1a2-0000-7000-8000-0000000000a1', '0198c1a2-0000-7000-8000-0000000000a2'] as const;

beforeAll(async () => {
  context = await testContext();
  await context.db.system('organization').insert(orgs.map((id) => ({ id, name: id, kind: 'carrier' })));
});
afterAll(() => context.close());

async function chain(orgId: string) {
  const { rows } = await context.db.pool.query(
    `select id, org_id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, document_id, detail::text as detail, chain_seq, previous_hash, hash
     from audit_entry where org_id = $1 and hash is not null order by chain_seq`,
    [orgId],
  );
  return rows;
}

test('entries of concurrent writers end in one unbroken chain per organisation', async () => {
  const write = (i: number) =>
    context.db.system.transaction((tx) =>
      audit(tx, [{ orgId: orgs[i % 2]!, at: context.now(), actor: 'hub', action: 'document.received', detail: { i } }]),
    );
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(i)));
  await Promise.all([sealAudit(context.db.system), sealAudit(context.db.system)]);
  await write(40);
  await sealAudit(context.db.system);
  for (const orgId of orgs) {
    const entries = await chain(orgId);
    let previous = Buffer.alloc(32);
    entries.forEach((entry, place) => {
      expect(entry.chain_seq).toBe(place + 1);
      expect(entry.previous_hash).toEqual(previous);
      expect(entry.hash).toEqual(entryHash(previous, place + 1, entry));
      previous = entry.hash;
    });
    expect(entries.length).toBeGreaterThanOrEqual(20);
  }
});

test('nobody changes or removes an entry, sealed or not', async () => {
  await context.db.system.transaction((tx) =>
    audit(tx, [{ orgId: orgs[0], at: context.now(), actor: 'hub', action: 'document.sent' }]),
  );
  const statements = [
    `update audit_entry set actor = 'somebody else' where hash is null`,
    `update audit_entry set actor = 'somebody else', hash = '\\x00' where hash is null`,
    'update audit_entry set hash = null',
    'delete from audit_entry',
    'truncate audit_entry',
  ];
  for (const sql of statements) {
    await expect(context.db.pool.query(sql)).rejects.toThrow(/permission denied|append-only/);
    // The owner may take the trigger away; by mistake it changes nothing either.
    await expect(context.database.knex.raw(sql)).rejects.toThrow('append-only');
  }
});
