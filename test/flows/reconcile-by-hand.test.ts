import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptDifference, takeAcceptanceBack } from '../../services/flows/accept-difference.ts';
import { askForReconciliation, differenceText, reconcileDue } from '../../services/flows/reconcile.ts';
import { differencesOf } from '../../services/store/odoo-differences.ts';
import { findReconciliation } from '../../services/store/reconciliations.ts';
import { type FlowRig, flowRig, sample } from './rig.ts';

// What people do in Odoo without a document, what is left of a difference, and how far stock agrees.

let rig: FlowRig;
const by = { actor: 'anna@northgate.example', by: { kind: 'person' } } as const;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const db = () => rig.context.db.system;

async function done(since?: string) {
  rig.context.pass(1000);
  const of = { connectionId: rig.connections.production, ...(since !== undefined && { since: new Date(since) }) };
  const { id } = await askForReconciliation(rig.context, of, by);
  await reconcileDue(rig.context);
  const row = (await findReconciliation(db(), id))!;
  expect(row).toMatchObject({ state: 'done', reason: null });
  const differences = await differencesOf(db(), id, { limit: 100 });
  return { row, differences, told: differences.map(differenceText) };
}
const openCases = () =>
  db()('exception_case').where({ state: 'open' }).whereLike('fingerprint', 'connection.differs/%').select('title');

/** Validates a transfer as a person does in Odoo. @returns its name */
async function validated(code: 'outgoing' | 'incoming'): Promise<string> {
  const odoo = rig.odoo.production;
  const [rules] = await db()('odoo_partner').where({ org_id: rig.orgs['standard-3pl'] }).select('picking_type_ids');
  const domain = [
    ['state', '=', 'assigned'],
    ['picking_type_id', 'in', rules.picking_type_ids],
    ['picking_type_id.code', '=', code],
  ];
  const [picking] = await odoo.searchRead('stock.picking', domain, ['name'], { order: 'id desc', limit: 1 });
  const moves = await odoo.searchRead('stock.move', [['picking_id', '=', picking!.id]], ['product_uom_qty']);
  for (const move of moves)
    await odoo.write('stock.move', [move.id], { quantity: move.product_uom_qty!, picked: true });
  await odoo.call('stock.picking', 'button_validate', { ids: [picking!.id] });
  const [now] = await odoo.read('stock.picking', [picking!.id], ['state']);
  expect(now).toMatchObject({ state: 'done' });
  return String(picking!.name);
}

describe('what was done in Odoo by hand', () => {
  test('is nobody’s business before the partner’s first document of that kind', async () => {
    await validated('outgoing');
    rig.context.pass(60_000);
    expect((await done()).told).toEqual([]);
  });

  test('is told after it, again each time, until its document comes', async () => {
    await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
    await rig.work();
    rig.context.pass(60_000);
    const name = await validated('outgoing');
    rig.context.pass(60_000);
    const first = await done();
    expect(first.told).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${name} was shipped in Odoo \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC, changed last by .+; no document of .+ says so\\.$`,
        ),
      ),
    ]);
    expect(first.row).toMatchObject({ differ: 1, accepted: 0 });
    expect(first.differences).toMatchObject([
      { cause: 'undocumented', orgId: rig.orgs['standard-3pl'], documentId: null },
    ]);
    expect((await openCases()).length).toBe(1);
    // Nothing new was written or done since: it differs as before.
    const second = await done();
    expect(second.told).toEqual(first.told);
    expect((await openCases()).length).toBe(1);

    const write = await db()('odoo_write').where({ model: 'stock.picking', field: 'state' }).first();
    const { id: _, ...rest } = write;
    await db()('odoo_write').insert({
      ...{ ...rest, record_id: first.differences[0]!.recordId, record_name: name },
      ...{ before: null, after: JSON.stringify('done') },
    });
    expect((await done()).told).toEqual([]);
    expect(await openCases()).toEqual([]);
  });

  test('is told no more when a person has accepted it, in any reconciliation, and again when that is taken back', async () => {
    const name = await validated('outgoing');
    rig.context.pass(60_000);
    const { row, differences } = await done();
    expect(row).toMatchObject({ differ: 1 });
    const of = { connectionId: row.connectionId, reconciliationId: row.id, differenceId: differences[0]!.id };
    await acceptDifference(rig.context, of, 'Shipped by hand on purpose', by);
    expect(await findReconciliation(db(), row.id)).toMatchObject({ differ: 0, accepted: 1 });
    expect(await openCases()).toEqual([]);
    expect((await done()).row).toMatchObject({ differ: 0, accepted: 0 });
    const everything = await done('2026-01-01T00:00:00Z');
    expect(everything.row).toMatchObject({ differ: 0, accepted: 1 });
    expect(everything.differences).toMatchObject([
      { recordName: name, acceptedBy: by.actor, acceptedNote: 'Shipped by hand on purpose' },
    ]);
    await takeAcceptanceBack(rig.context, of, by);
    expect(await findReconciliation(db(), everything.row.id)).toMatchObject({ differ: 1, accepted: 0 });
    expect((await openCases()).length).toBe(1);
    expect((await done()).told).toEqual([expect.stringContaining(name)]);
    const elsewhere = { ...of, reconciliationId: rig.context.newId() };
    await expect(acceptDifference(rig.context, elsewhere, undefined, by)).rejects.toMatchObject({
      code: 'http.not-found',
    });
    await acceptDifference(rig.context, of, undefined, by);
  });
});

describe('a difference of a field', () => {
  test('is told each time until it is right, though nothing was written since', async () => {
    const [{ record_id: id, after }] = await db()('odoo_write').where({ field: 'carrier_tracking_ref' }).limit(1);
    await rig.odoo.production.write('stock.picking', [Number(id)], { carrier_tracking_ref: 'SPOILT' });
    await done('2026-01-01T00:00:00Z');
    for (const _ of [1, 2])
      expect((await done()).told).toEqual([expect.stringContaining('carrier_tracking_ref is SPOILT')]);
    await rig.odoo.production.write('stock.picking', [Number(id)], { carrier_tracking_ref: after });
    expect((await done()).told).toEqual([]);
    expect((await done()).row).toMatchObject({ agree: 0, differ: 0 });
  });
});

test('a bill that was typed in Odoo is told once the partner’s invoices come here', async () => {
  await rig.bring('standard-3pl', sample('standard-3pl', '810-purchase-order'));
  await rig.work();
  const [bill] = await db()('odoo_write').where({ model: 'account.move' }).limit(1);
  expect(bill).toBeDefined();
  const odoo = rig.odoo.production;
  const [own] = await odoo.read('account.move', [Number(bill.record_id)], ['partner_id']);
  const partner = own!.partner_id as [number, string];
  rig.context.pass(60_000);
  const [id] = await odoo.create('account.move', [
    { move_type: 'in_invoice', partner_id: partner[0], ref: 'BY-HAND-1' },
  ]);
  // The twin has the database's time, and this hub's runs ahead of it.
  await rig.context.db
    .twin('odoo_twin.record')
    .where({ model: 'account.move', id })
    .update({ create_date: rig.context.now() });
  rig.context.pass(60_000);
  expect((await done()).told).toEqual([
    expect.stringMatching(
      /^Draft bill \d+ \(BY-HAND-1\) was entered in Odoo .* by .+; no invoice of .+ that came here says so\.$/,
    ),
  ]);
});

test('the stock of the last snapshot stands as a number, and what Odoo has not taken is counted', async () => {
  await rig.bring('standard-3pl', sample('standard-3pl', '846-full-snapshot'));
  await rig.work();
  const { row } = await done();
  expect(row.stock).toMatchObject([{ orgId: rig.orgs['standard-3pl'], warehouse: expect.any(String) }]);
  const { compared, agree } = row.stock[0]!;
  expect(compared).toBeGreaterThan(0);
  const held = await db()('delivery')
    .where({ environment: 'production', destination: 'odoo' })
    .whereIn('state', ['held', 'refused', 'failed']);
  expect(row.notApplied).toBe(held.length);
  // A snapshot that agrees in all is applied; one that does not is held.
  expect(held.length > 0).toBe(agree < compared);
  expect((await done()).row.stock).toEqual(row.stock);
});
