import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import { watch } from '../../services/flows/watch.ts';
import { verifyChain } from '../../services/store/audit-chain.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import { type FlowRig, flowRig, type Profile, sample, under } from './rig.ts';

// The flows act for the hub and see everybody; what they leave behind belongs to one partner each.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 3 });
  await collect(rig.context, rig.connections.production);
  await rig.work();
  // Each kind of traffic from each partner: applied, refused, rejected, a case, a late clock, an answer.
  await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
  await rig.bring('standard-3pl', sample('standard-3pl', '945-two-sets-one-bad'));
  await rig.bring('standard-3pl', under('000000801', sample('standard-3pl', '997-accepted', { 'OW*1~': 'OW*999~' })));
  await rig.bring('standard-carrier', sample('standard-carrier', '214-departed'));
  await rig.bring(
    'standard-carrier',
    sample('standard-carrier', '214-departed', { '000000201': '000000202', 'WH/OUT/00001': 'NOWHERE' }),
  );
  await rig.work();
  rig.context.pass(60 * 3_600_000);
  await watch(rig.context);
});
afterAll(() => rig.close());

/** Every table with an org_id that flows write to and partners see. */
const tables = [
  ...['document', 'document_raw', 'interchange', 'functional_group', 'transaction_set', 'event'],
  ...['delivery', 'odoo_write', 'ladder_rung', 'sla_clock', 'exception_case', 'audit_entry'],
];

test.each(tables)('without a filter, %s shows each partner its own rows, all of them, and no others', async (table) => {
  const { db } = rig.context;
  for (const profile of ['standard-3pl', 'standard-carrier'] as const satisfies readonly Profile[]) {
    const orgId = rig.orgs[profile];
    const seen = await db.scoped(orgId, (tx) => tx(table).select('org_id'));
    expect(new Set(seen.map((row) => row.org_id))).toEqual(new Set([orgId]));
    expect(seen.length).toBe((await db.system(table).where({ org_id: orgId })).length);
  }
});

test.each(['interchange_seen', 'control_number', 'business_key', 'wake_up'])(
  'what only flows need, %s, is closed to partners, their own rows too',
  async (table) => {
    for (const profile of ['standard-3pl', 'standard-carrier'] as const)
      await expect(rig.context.db.scoped(rig.orgs[profile], (tx) => tx(table).first())).rejects.toThrow(
        'permission denied',
      );
  },
);

test('with the pass of one partner and the id of the other in every filter, nothing shows', async () => {
  const { db } = rig.context;
  const [mine, theirs] = [rig.orgs['standard-3pl'], rig.orgs['standard-carrier']];
  for (const table of tables) {
    const look = (run: typeof db.scoped) => run(mine, (tx) => tx(table).where({ org_id: theirs }));
    expect([table, await look(db.scoped), await look(db.screens)]).toEqual([table, [], []]);
  }
});

test('what flows have written to the audit trail is proven, chained and sealed', async () => {
  const { db } = rig.context;
  for (const orgId of Object.values(rig.orgs)) {
    const verdict = await verifyChain(orgId, chainRows(db.system, orgId), db.auditKeys, []);
    expect(verdict).toMatchObject({ waiting: 0, faults: [] });
    expect(verdict.entries).toBeGreaterThan(0);
  }
});

test('rows of one document all belong to whose document it is', async () => {
  const { db } = rig.context;
  for (const table of [
    'document_raw',
    'interchange',
    'functional_group',
    'transaction_set',
    'ladder_rung',
    'sla_clock',
    'event',
    'exception_case',
    'audit_entry',
  ]) {
    const strangers = await db
      .system(`${table} as t`)
      .join('document as d', 'd.id', 't.document_id')
      .whereRaw('t.org_id <> d.org_id');
    expect([table, strangers]).toEqual([table, []]);
  }
  const strangers = await db
    .system('delivery as t')
    .join('event as e', 'e.id', 't.event_id')
    .whereRaw('t.org_id <> e.org_id or t.environment <> e.environment');
  expect(strangers).toEqual([]);
});
