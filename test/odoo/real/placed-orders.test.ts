import { expect, it } from 'vitest';
import type { PartnerRules } from '../../../services/odoo/actions/index.ts';
import { losing } from '../lossy-client.ts';
import { onRealOdoo } from './rig.ts';
import { company, placed, tradeRules } from './trade-rig.ts';
import { fresh } from './world.ts';

/** What an 850 does in Odoo: one quotation under the buyer's number, at Odoo's prices; what changes an order, or does not fit, is a case. */
onRealOdoo((stage) => {
  async function buyer() {
    const { world } = stage();
    const customerId = await company(stage(), 'Test Buyer', { ref: `B${fresh()}` });
    const ref = `C${fresh()}`;
    const store = await world.odoo.create('res.partner', {
      ...{ name: `Test Store ${ref}`, ref, type: 'delivery', parent_id: customerId, zip: '53703' },
    });
    const product = await world.product();
    await world.odoo.call('product.product', 'write', [[product.id], { list_price: 18 }]);
    return { customerId, store, ref, product, rules: tradeRules({ customerId }) };
  }
  const shipTo = (id: string, more: object = {}) => ({
    parties: [
      { role: 'buyer', name: 'B' },
      { role: 'ship-to', id, ...more },
    ],
  });
  const ordersOf = (customer: number) =>
    stage().world.odoo.rows(
      'sale.order',
      [['partner_id', '=', customer]],
      ['name', 'state', 'client_order_ref', 'partner_shipping_id', 'commitment_date', 'amount_untaxed', 'order_line'],
    );

  it('becomes one quotation for the customer and the address, and the same order again changes nothing', async () => {
    const { apply, world } = stage();
    const { customerId, store, ref, product, rules } = await buyer();
    const event = placed([{ product, quantity: 4, price: 18 }], {
      ...shipTo(ref),
      instructions: 'Call before delivery',
    });
    const result = await apply(event, rules);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const [order, ...more] = await ordersOf(customerId);
    expect(more).toEqual([]);
    expect(order).toMatchObject({
      ...{ state: 'draft', client_order_ref: event.data.orderNumber, commitment_date: '2026-12-17 17:00:00' },
      amount_untaxed: 72,
    });
    expect(order!.partner_shipping_id[0]).toBe(store);
    const lines = await world.odoo.rows(
      'sale.order.line',
      [['order_id', '=', order!.id]],
      ['product_id', 'product_uom_qty', 'name'],
    );
    expect(lines.map((line) => [line.product_id?.[0], line.product_uom_qty])).toEqual([
      [product.id, 4],
      [undefined, 0],
    ]);
    expect(lines[1]!.name).toBe('Call before delivery');
    const of = { model: 'sale.order', recordId: order!.id, before: false };
    expect(result.writes).toEqual([
      expect.objectContaining({
        ...of,
        field: 'client_order_ref',
        after: event.data.orderNumber,
        pointer: '/orderNumber',
      }),
      expect.objectContaining({ ...of, field: 'state', after: 'draft' }),
      expect.objectContaining({ ...of, field: 'partner_shipping_id', pointer: '/parties/1/id' }),
      expect.objectContaining({ ...of, field: 'commitment_date', pointer: '/requestedDeliveryAt/utc' }),
      expect.objectContaining({ model: 'sale.order.line', after: 4, pointer: '/lines/0/quantity/value' }),
    ]);
    const again = await apply({ ...event, id: 'another-envelope' }, rules);
    expect(again).toMatchObject({ outcome: 'already-applied' });
    expect(await ordersOf(customerId)).toHaveLength(1);
    // Also once a person has confirmed it.
    await world.odoo.call('sale.order', 'action_confirm', [[order!.id]]);
    expect(await apply(event, rules)).toMatchObject({ outcome: 'already-applied' });
  });

  it('prices stay Odoo’s, and what the buyer expects is said', async () => {
    const { apply } = stage();
    const { customerId, ref, product, rules } = await buyer();
    const result = await apply(placed([{ product, quantity: 4, price: 16.5 }], shipTo(ref)), rules);
    expect(result).toMatchObject({
      ...{ outcome: 'applied', remarks: [expect.stringMatching(/expects \S+ at 16\.50 USD; Odoo has 18\.00 USD/)] },
    });
    expect((await ordersOf(customerId))[0]).toMatchObject({ amount_untaxed: 72 });
  });

  it('units and item numbers of the buyer’s are read by the partner’s tables', async () => {
    const { apply, world } = stage();
    const { customerId, ref, product, rules } = await buyer();
    const theirs = `B-${fresh()}`;
    const line = {
      product: { id: 0, sku: theirs },
      quantity: 2,
      more: { quantity: { value: 2, unit: 'case', unitCode: 'CA' } },
    };
    const event = placed([line], shipTo(ref));
    expect(await apply(event, rules)).toMatchObject({ outcome: 'refused', code: 'odoo.product-unknown', writes: [] });
    const known = { ...rules, meanings: async () => new Map([['odoo-items', new Map([[theirs, product.sku]])]]) };
    expect(await apply(event, known)).toMatchObject({ outcome: 'held', code: 'odoo.unit-unknown', writes: [] });
    expect(await apply(event, { ...known, units: new Map([['CA', '12']]) })).toMatchObject({ outcome: 'applied' });
    const [order] = await ordersOf(customerId);
    const lines = await world.odoo.rows('sale.order.line', [['order_id', '=', order!.id]], ['product_uom_qty']);
    expect(lines.map(({ product_uom_qty }) => product_uom_qty)).toEqual([24]);
  });

  it('an order that Odoo has otherwise, a change, a cancel, an unknown address or customer is a case, and nothing is made', async () => {
    const { apply, world } = stage();
    const { customerId, ref, product, rules } = await buyer();
    const held = async (event: ReturnType<typeof placed>, code: string, of: Partial<PartnerRules> = rules) =>
      expect(await apply(event, of)).toMatchObject({ outcome: 'held', code, writes: [] });
    const line = { product, quantity: 4 };
    await held(placed([line], shipTo('NOWHERE', { name: 'Nowhere' })), 'odoo.address-unknown');
    await held(placed([line], shipTo(ref)), 'odoo.contact-unset', tradeRules({}));
    expect(await apply(placed([line], { purpose: 'cancel' }), rules)).toMatchObject({ code: 'odoo.order-unknown' });
    expect(await ordersOf(customerId)).toEqual([]);
    const event = placed([line], shipTo(ref));
    expect(await apply(event, rules)).toMatchObject({ outcome: 'applied' });
    const { orderNumber } = event.data;
    await held(placed([{ product, quantity: 5 }], { ...shipTo(ref), orderNumber }), 'odoo.order-differs');
    for (const purpose of ['change', 'replace', 'cancel'])
      await held(placed([line], { ...shipTo(ref), orderNumber, purpose }), 'odoo.order-changed');
    const [order, ...more] = await ordersOf(customerId);
    expect(more).toEqual([]);
    await world.odoo.call('sale.order', 'action_cancel', [[order!.id]], { context: { disable_cancel_warning: true } });
    expect(await apply(placed([line], { orderNumber, purpose: 'cancel' }), rules)).toMatchObject({
      ...{ outcome: 'already-applied', writes: [{ field: 'state', after: 'cancel' }] },
    });
    await held(event, 'odoo.order-differs');
  });

  it('whichever answer is lost, there is one order', async () => {
    const { apply, client } = stage();
    const { customerId, ref, product, rules } = await buyer();
    const event = placed([{ product, quantity: 4 }], shipTo(ref));
    const kills = new Set<string>();
    for (let before = -1; kills.size > before; ) {
      before = kills.size;
      await apply(event, rules, losing(client, kills)).catch(() => undefined);
    }
    expect(kills.size).toBeGreaterThan(0);
    expect(await apply(event, rules)).toMatchObject({ outcome: 'already-applied' });
    expect(await ordersOf(customerId)).toHaveLength(1);
  });
});
