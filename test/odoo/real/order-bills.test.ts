import { expect, it } from 'vitest';
import type { PartnerRules } from '../../../services/odoo/actions/index.ts';
import { losing } from '../lossy-client.ts';
import { received } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { company, invoice, tradeRules } from './trade-rig.ts';
import { fresh } from './world.ts';

/** What an 810 does in Odoo: one draft bill against the purchase order, for what came and at the price that was ordered; anything else is a case. */
onRealOdoo((stage) => {
  /** A purchase order of ten lamps at 5.00 and four rugs at 12.50, of which so many lamps and all rugs came. */
  async function bought({ lamps = 10 } = {}) {
    const { world, apply } = stage();
    const [lamp, rug] = [await world.product(), await world.product()];
    const vendorId = await company(stage(), 'Test Supplier');
    const { order, name, receipt } = await world.purchase(
      [
        { product: lamp, quantity: 10 },
        { product: rug, quantity: 4 },
      ],
      { partner_id: vendorId },
    );
    const lines = await world.odoo.rows('purchase.order.line', [['order_id', '=', order]], ['product_id']);
    for (const [at, price_unit] of [5, 12.5].entries())
      await world.odoo.call('purchase.order.line', 'write', [[lines[at]!.id], { price_unit }]);
    const came = [
      { product: lamp, received: lamps },
      { product: rug, received: 4 },
    ];
    expect(await apply(received(String(receipt.name), came))).toMatchObject({ outcome: 'applied' });
    return { lamp, rug, order, name, vendorId, lines, rules: tradeRules({ vendorId }) };
  }
  const all = ({ lamp, rug }: Awaited<ReturnType<typeof bought>>) => [
    { product: lamp, quantity: 10, price: 5 },
    { product: rug, quantity: 4, price: 12.5 },
  ];
  const billsOf = (vendor: number) =>
    stage().world.odoo.rows(
      'account.move',
      [['partner_id', '=', vendor]],
      ['ref', 'state', 'move_type', 'amount_total', 'invoice_origin', 'invoice_date', 'invoice_date_due'],
    );
  const billedOf = async (order: number) =>
    (await stage().world.odoo.rows('purchase.order.line', [['order_id', '=', order]], ['qty_invoiced'])).map(
      ({ qty_invoiced }) => qty_invoiced,
    );

  it('becomes one draft bill on the order, which counts it as billed; the same invoice again changes nothing', async () => {
    const { apply } = stage();
    const of = await bought();
    const event = invoice(of.name, all(of), { terms: { netDays: 30 } });
    const result = await apply(event, of.rules);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const [bill, ...more] = await billsOf(of.vendorId);
    expect(more).toEqual([]);
    expect(bill).toMatchObject({
      ...{ ref: event.data.invoiceNumber, state: 'draft', move_type: 'in_invoice', amount_total: 100 },
      ...{ invoice_origin: of.name, invoice_date: '2026-11-25', invoice_date_due: '2026-12-25' },
    });
    expect(await billedOf(of.order)).toEqual([10, 4]);
    const lines = result.writes.filter(({ model }) => model === 'account.move.line');
    expect(lines.map(({ before, after, pointer }) => [before, after, pointer])).toEqual([
      [false, 50, '/lines/0/quantity/value'],
      [false, 50, '/lines/1/quantity/value'],
    ]);
    expect(await apply({ ...event, id: 'another-envelope' }, of.rules)).toMatchObject({ outcome: 'already-applied' });
    expect(await billsOf(of.vendorId)).toHaveLength(1);
    const twice = await apply(invoice(of.name, all(of)), of.rules);
    expect(twice).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs' });
    expect(twice.reason).toMatch(/10 of \S+ are invoiced, 10 came, and 10 were billed before/);
  });

  it('more than came is a case with both figures; what came is billed, and the rest when it has come', async () => {
    const { apply, world } = stage();
    const of = await bought({ lamps: 6 });
    const result = await apply(invoice(of.name, all(of)), of.rules);
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs', writes: [] });
    expect(result.reason).toMatch(/10 of \S+ are invoiced, 6 came: 4 too many/);
    const some = (quantity: number) => invoice(of.name, [{ product: of.lamp, quantity, price: 5 }]);
    expect(await apply(some(6), of.rules)).toMatchObject({ outcome: 'applied' });
    expect(await apply(some(4), of.rules)).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs' });
    const [rest] = await world.odoo.rows(
      'stock.picking',
      [
        ['origin', '=', of.name],
        ['state', '=', 'assigned'],
      ],
      ['name'],
    );
    await apply(received(String(rest!.name), [{ product: of.lamp, received: 4 }]));
    expect(await apply(some(4), of.rules)).toMatchObject({ outcome: 'applied' });
    expect(await billedOf(of.order)).toEqual([10, 0]);
  });

  it('another price, and charges that nobody ordered, are a case with both figures, unless the tolerance covers them', async () => {
    const { apply } = stage();
    const of = await bought();
    const dearer = invoice(of.name, [{ product: of.lamp, quantity: 10, price: 5.2 }], {}, [3.5]);
    const result = await apply(dearer, of.rules);
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs', writes: [] });
    expect(result.reason).toMatch(
      /55\.50 USD .*50\.00 USD: .*5\.20 USD .*5\.00 USD; charges beside the goods are 3\.50 USD/,
    );
    expect(await billsOf(of.vendorId)).toEqual([]);
    const trusting = tradeRules({ vendorId: of.vendorId, tolerance: 6 });
    expect(await apply(dearer, trusting)).toMatchObject({
      ...{ outcome: 'applied', remarks: [expect.stringContaining('within the agreed tolerance')] },
    });
    expect((await billsOf(of.vendorId))[0]).toMatchObject({ amount_total: 55.5 });
  });

  it('goods that are billed as ordered need not have come; item numbers of the vendor’s own count where they are known', async () => {
    const { apply, world } = stage();
    const of = await bought({ lamps: 6 });
    await world.odoo.call('product.product', 'write', [[of.lamp.id], { purchase_method: 'purchase' }]);
    const theirs = `V-${fresh()}`;
    const event = invoice(of.name, [{ product: { id: 0, sku: theirs }, quantity: 10, price: 5 }]);
    expect(await apply(event, of.rules)).toMatchObject({ outcome: 'held', code: 'odoo.item-unexpected', writes: [] });
    const meanings = async () => new Map([['odoo-items', new Map([[theirs, of.lamp.sku]])]]);
    const rules = { ...of.rules, meanings };
    expect(await apply(event, rules)).toMatchObject({ outcome: 'applied' });
    expect(await billedOf(of.order)).toEqual([10, 0]);
  });

  it('an order of somebody else, none at all, a credit note or a vendor that nobody has named is a case or a refusal', async () => {
    const { apply } = stage();
    const of = await bought();
    const stopped = async (event: ReturnType<typeof invoice>, code: string, rules: Partial<PartnerRules> = of.rules) =>
      expect(await apply(event, rules)).toMatchObject({ outcome: 'held', code, writes: [] });
    const other = await company(stage(), 'Test Stranger');
    await stopped(invoice(of.name, all(of)), 'odoo.order-unknown', tradeRules({ vendorId: other }));
    await stopped(invoice('P-NONE', all(of)), 'odoo.order-unknown');
    await stopped(invoice(of.name, all(of), { purchaseOrder: undefined }), 'odoo.order-unknown');
    await stopped(invoice(of.name, all(of), { kind: 'credit-note' }), 'odoo.bill-corrected');
    await stopped(invoice(of.name, all(of)), 'odoo.contact-unset', tradeRules({}));
    expect(await billsOf(of.vendorId)).toEqual([]);
  });

  it('whichever answer is lost, there is one bill', async () => {
    const { apply, client } = stage();
    const of = await bought();
    const event = invoice(of.name, all(of));
    const kills = new Set<string>();
    for (let before = -1; kills.size > before; ) {
      before = kills.size;
      await apply(event, of.rules, losing(client, kills)).catch(() => undefined);
    }
    expect(kills.size).toBeGreaterThan(0);
    expect(await apply(event, of.rules)).toMatchObject({ outcome: 'already-applied' });
    expect(await billsOf(of.vendorId)).toHaveLength(1);
    expect(await billedOf(of.order)).toEqual([10, 4]);
  });
});
