import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import { watch } from '../../services/flows/watch.ts';
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
