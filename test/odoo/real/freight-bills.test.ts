import { expect, it } from 'vitest';
import type { PartnerRules } from '../../../services/odoo/actions/index.ts';
import { losing } from '../lossy-client.ts';
import { shipped } from './events.ts';
import { onRealOdoo } from './rig.ts';
import { company, freightInvoice, tradeRules } from './trade-rig.ts';

/** What a 210 does in Odoo: one draft bill of the carrier, for a load that it was sent, that has left, and that costs what was agreed; anything else is a case. */
onRealOdoo((stage) => {
  /** A delivery by a method of a fixed price, and the rules of its carrier; shipped unless it is to stay. */
  async function load({ price = 412.67, isShipped = true, trade = {} as Partial<PartnerRules['trade']> } = {}) {
    const { world, apply } = stage();
    const product = await world.product();
    await world.stock(product, world.warehouse.stock, 20);
    const vendorId = await company(stage(), 'Test Carrier');
    const service = await world.odoo.create('product.product', { name: 'Test Freight', type: 'service' });
    const method = { name: 'Test Freight', delivery_type: 'fixed', fixed_price: price, product_id: service };
    const carrier = await world.odoo.create('delivery.carrier', method);
    const { transfers } = await world.order([{ product, quantity: 5 }]);
    const transfer = { id: transfers[0]!.id, name: String(transfers[0]!.name) };
    await world.odoo.call('stock.picking', 'write', [[transfer.id], { carrier_id: carrier }]);
    if (isShipped)
      expect(await apply(shipped(transfer.name, [{ product, shipped: 5 }]))).toMatchObject({ outcome: 'applied' });
    const rules: Partial<PartnerRules> = {
      notified: async () => [{ recordId: transfer.id, lines: {} }],
      ...tradeRules({ vendorId, ...trade }),
    };
    return { ...transfer, vendorId, rules };
  }
  const charges = [
    { amount: 400.43, more: { description: 'Tents' } },
    { amount: -60, more: { kind: 'discount', description: 'Agreed discount' } },
    { amount: 72.24, more: { kind: 'fuel' } },
  ];
  const billsOf = (vendor: number) =>
    stage().world.odoo.rows(
      'account.move',
      [['partner_id', '=', vendor]],
      ['ref', 'state', 'move_type', 'amount_total', 'invoice_origin', 'invoice_date', 'invoice_line_ids'],
    );

  it('becomes one draft bill with its charges, and the same invoice again changes nothing', async () => {
    const { apply, world } = stage();
    const { name, vendorId, rules } = await load();
    const event = freightInvoice(name, charges);
    const result = await apply(event, rules);
    expect(result).toMatchObject({ outcome: 'applied', remarks: [expect.stringMatching(/not reported .* delivered/)] });
    const number = event.data.invoiceNumber;
    const [bill, ...more] = await billsOf(vendorId);
    expect(more).toEqual([]);
    expect(bill).toMatchObject({
      ...{ ref: number, state: 'draft', move_type: 'in_invoice', amount_total: 412.67, invoice_origin: name },
      invoice_date: '2026-11-25',
    });
    const of = { model: 'account.move', recordId: bill!.id, before: false };
    expect(result.writes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...of, field: 'ref', after: number, pointer: '/invoiceNumber' }),
        expect.objectContaining({ ...of, field: 'amount_total', after: 412.67, pointer: '/total/value' }),
        expect.objectContaining({ ...of, field: 'state', after: 'draft' }),
      ]),
    );
    const lines = result.writes.filter(({ model }) => model === 'account.move.line');
    expect(lines.map(({ after, pointer }) => [after, pointer])).toEqual([
      [400.43, '/charges/0/amount/value'],
      [-60, '/charges/1/amount/value'],
      [72.24, '/charges/2/amount/value'],
    ]);
    const rows = await world.odoo.rows(
      'account.move.line',
      [
        ['move_id', '=', bill!.id],
        ['display_type', '=', 'product'],
      ],
      ['name'],
    );
    expect(rows.map((row) => row.name)).toContain(`Tents (${name})`);
    const again = await apply({ ...event, id: 'another-envelope' }, rules);
    expect(again).toMatchObject({ outcome: 'already-applied' });
    expect(again.writes.every((write) => !('before' in write))).toBe(true);
    expect(await billsOf(vendorId)).toHaveLength(1);
  });

  it('the same number for something else is refused, which Odoo would take', async () => {
    const { apply } = stage();
    const one = await load();
    const two = await load();
    const event = freightInvoice(one.name, charges);
    expect(await apply(event, one.rules)).toMatchObject({ outcome: 'applied' });
    const { invoiceNumber } = event.data;
    const other = freightInvoice(two.name, charges, { invoiceNumber });
    const rules = { ...two.rules, ...tradeRules({ vendorId: one.vendorId }) };
    const dearer = freightInvoice(one.name, [{ amount: 500 }], { invoiceNumber });
    for (const [again, of] of [
      [other, rules],
      [dearer, one.rules],
    ] as const)
      expect(await apply(again, of)).toMatchObject({ outcome: 'refused', code: 'odoo.bill-exists', writes: [] });
    // Another carrier may use the number too.
    expect(await apply(other, two.rules)).toMatchObject({ outcome: 'applied' });
    expect(await billsOf(one.vendorId)).toHaveLength(1);
  });

  it('another sum than agreed is a case with both figures, unless the partner’s tolerance covers it', async () => {
    const { apply } = stage();
    const { name, vendorId, rules } = await load({ price: 400 });
    const event = freightInvoice(name, charges);
    const result = await apply(event, rules);
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs', writes: [] });
    expect(result.reason).toMatch(/412\.67 USD .*400\.00 USD/);
    expect(await billsOf(vendorId)).toEqual([]);
    const more = { ...rules, ...tradeRules({ vendorId, tolerance: 15 }) };
    expect(await apply(event, more)).toMatchObject({
      ...{ outcome: 'applied', remarks: [expect.stringContaining('within the agreed tolerance'), expect.anything()] },
    });
    // A second invoice for the same load is more than was agreed for it.
    const second = await apply(freightInvoice(name, [{ amount: 20 }], { purpose: 'balance-due' }), more);
    expect(second).toMatchObject({ outcome: 'held', code: 'odoo.bill-differs' });
    expect(second.reason).toMatch(/20\.00 USD .*412\.67 USD billed before .*400\.00 USD/);
    expect(await billsOf(vendorId)).toHaveLength(1);
  });

  it('the shipping cost that stands on the transfer counts before the price of the method', async () => {
    const { apply, world } = stage();
    const { id, name, rules } = await load({ price: 400 });
    await world.odoo.call('stock.picking', 'write', [[id], { carrier_price: 412.67 }]);
    expect(await apply(freightInvoice(name, charges), rules)).toMatchObject({ outcome: 'applied' });
  });

  it('a load that the carrier was never sent, that has not left, or that has no price is a case; so is a carrier that nobody has named', async () => {
    const { apply } = stage();
    const { name, vendorId, rules } = await load({ price: 0 });
    const event = freightInvoice(name, charges);
    const held = async (of: Partial<PartnerRules>, code: string, invoice = event) =>
      expect(await apply(invoice, of)).toMatchObject({ outcome: 'held', code, writes: [] });
    await held({ ...rules, notified: async () => [] }, 'odoo.freight-not-tendered');
    await held(rules, 'odoo.freight-unpriced');
    await held({ ...rules, ...tradeRules({}) }, 'odoo.contact-unset');
    const waiting = await load({ isShipped: false });
    await held(waiting.rules, 'odoo.freight-not-shipped', freightInvoice(waiting.name, charges));
    for (const purpose of ['correction', 'rebill', 'cancel'])
      await held(rules, 'odoo.bill-corrected', freightInvoice(name, charges, { purpose }));
    const unsent = { ...rules, notified: async () => [] };
    expect(await apply(freightInvoice('NONE/1', charges), unsent)).toMatchObject({ code: 'odoo.order-unknown' });
    expect(await billsOf(vendorId)).toEqual([]);
    const trusting = { ...rules, ...tradeRules({ vendorId, unpricedFreight: 'apply' }) };
    expect(await apply(event, trusting)).toMatchObject({
      ...{ outcome: 'applied', remarks: [expect.stringContaining('no price'), expect.anything()] },
    });
  });

  it('whichever answer is lost, there is one bill', async () => {
    const { apply, client } = stage();
    const { name, vendorId, rules } = await load();
    const event = freightInvoice(name, charges);
    const kills = new Set<string>();
    for (let before = -1; kills.size > before; ) {
      before = kills.size;
      await apply(event, rules, losing(client, kills)).catch(() => undefined);
    }
    expect(kills.size).toBeGreaterThan(0);
    expect(await apply(event, rules)).toMatchObject({ outcome: 'already-applied' });
    expect(await billsOf(vendorId)).toHaveLength(1);
  });
});
