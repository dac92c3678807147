import { expect, it } from 'vitest';
import type { EventData } from '../../../services/domain/events.ts';
import { answerTo, differsFrom, unordered } from '../../../services/odoo/order-answer.ts';
import { readSales } from '../../../services/odoo/sale-feed.ts';
import { moment } from '../action-rig.ts';
import { onRealOdoo } from './rig.ts';
import { company, placed, tradeRules, type Wished } from './trade-rig.ts';
import { fresh } from './world.ts';

/** What a person makes of a quotation that an 850 became, and what its buyer is answered. */
onRealOdoo((stage) => {
  /** An 850 that stands in Odoo, and what a person may do with it there. */
  async function taken(wished: readonly Wished[], more: Record<string, unknown> = {}) {
    const { world, apply, client, capabilities } = stage();
    const customerId = await company(stage(), 'Test Buyer', { ref: `B${fresh()}` });
    const event = placed(wished, more);
    const units = new Map([['CA', '12']]);
    const result = await apply(event, { ...tradeRules({ customerId }), units });
    expect(result.outcome).toBe('applied');
    const { recordId, lines } = result.taken!;
    const order = event.data as EventData['purchase-order.placed.v1'];
    const look = async (from: string | null = null) => {
      const [sale] = await readSales(client, [recordId], from);
      const words = { units, table: capabilities.units, lines };
      return { sale, lines, answer: sale && answerTo(order, sale, words) };
    };
    const call = (method: string, options?: object) =>
      world.odoo.call('sale.order', method, [[recordId]], options as never);
    return {
      ...{ recordId, lines, look, order },
      confirm: () => call('action_confirm'),
      cancel: () => call('action_cancel', { context: { disable_cancel_warning: true } }),
      set: (values: object) => world.odoo.call('sale.order', 'write', [[recordId], values]),
      setLine: (at: number, values: object) =>
        world.odoo.call('sale.order.line', 'write', [[lines[String(at)]!.id], values]),
    };
  }
  async function product(price = 18) {
    const { world } = stage();
    const made = await world.product();
    await world.odoo.call('product.product', 'write', [[made.id], { list_price: price }]);
    return made;
  }

  it('a quotation is no answer; confirmed as it was ordered it is accepted, line by line', async () => {
    const [one, two] = [await product(), await product(7)];
    const order = await taken([
      { product: one, quantity: 4, price: 18 },
      { product: two, quantity: 2, price: 7 },
    ]);
    expect((await order.look()).answer).toBeUndefined();
    await order.confirm();
    const { answer, sale } = await order.look();
    expect(answer).toMatchObject({
      ...{ orderNumber: order.order.orderNumber, sellerOrderNumber: sale!.name, answer: 'accepted' },
      lines: [
        { lineNumber: '1', answer: 'accepted', quantity: { value: 4, unitCode: 'EA' }, unitPrice: { value: 18 } },
        { lineNumber: '2', answer: 'accepted', quantity: { value: 2 }, unitPrice: { value: 7 } },
      ],
    });
    expect(answer!.lines![0]!.deliverAt).toEqual(order.order.requestedDeliveryAt);
  });

  it('says what a person changed: quantity, price, date, a line taken out, another product', async () => {
    const [one, two, three, four, other] = [
      ...[await product(), await product(), await product()],
      ...[await product(), await product(20)],
    ] as const;
    const wished = [one, two, three, four].map((each) => ({ product: each!, quantity: 10, price: 18 }));
    const order = await taken(wished);
    await order.setLine(0, { product_uom_qty: 8 });
    await order.setLine(1, { price_unit: 19.5 });
    await order.set({ order_line: [[2, order.lines['2']!.id]] });
    await order.setLine(3, { product_id: other!.id, product_uom_qty: 10, price_unit: 18 });
    await order.confirm();
    const { answer } = await order.look();
    expect(answer).toMatchObject({
      answer: 'accepted-with-changes',
      lines: [
        { answer: 'quantity-changed', ordered: { value: 10 }, quantity: { value: 8 } },
        { answer: 'price-changed', quantity: { value: 10 }, unitPrice: { value: 19.5, currency: 'USD' } },
        { answer: 'rejected', quantity: { value: 0 } },
        { answer: 'substituted', product: { sku: four!.sku }, substitute: { sku: other!.sku } },
      ],
    });
    const dated = await taken([{ product: one!, quantity: 3, price: 18 }]);
    await dated.set({ commitment_date: '2026-12-21 17:00:00' });
    await dated.confirm();
    expect((await dated.look()).answer).toMatchObject({
      answer: 'accepted-with-changes',
      lines: [{ answer: 'date-changed', deliverAt: { utc: '2026-12-21T17:00:00Z' } }],
    });
  });

  it('cancelled it is rejected, as a quotation and after it was confirmed', async () => {
    const order = await taken([{ product: await product(), quantity: 4 }]);
    await order.cancel();
    expect((await order.look()).answer).toMatchObject({
      answer: 'rejected',
      lines: [{ answer: 'rejected', ordered: { value: 4 }, quantity: { value: 0 } }],
    });
    const late = await taken([{ product: await product(), quantity: 4, price: 18 }]);
    await late.confirm();
    const { answer: told } = await late.look();
    await late.cancel();
    expect(differsFrom(told!, (await late.look()).answer!)).toEqual(['it is cancelled']);
  });

  it('counts in the unit of the buyer, also where a person counts in another one', async () => {
    const { world } = stage();
    const one = await product();
    const cases = { more: { quantity: { value: 2, unit: 'case', unitCode: 'CA' } } };
    const order = await taken([{ product: one, quantity: 2, ...cases }]);
    await order.setLine(0, { product_uom_qty: 36 });
    await order.confirm();
    expect((await order.look()).answer).toMatchObject({
      lines: [{ answer: 'quantity-changed', ordered: { value: 2 }, quantity: { value: 3, unitCode: 'CA' } }],
    });
    const dozens = await taken([{ product: one, quantity: 24, price: 18 }]);
    const unit = world.odoo.version >= 19 ? 'product_uom_id' : 'product_uom';
    await dozens.setLine(0, { [unit]: world.units.dozen, product_uom_qty: 2, price_unit: 216 });
    await dozens.confirm();
    expect((await dozens.look()).answer).toMatchObject({
      answer: 'accepted',
      lines: [{ answer: 'accepted', quantity: { value: 24, unitCode: 'EA' }, unitPrice: { value: 18 } }],
    });
  });

  it('what is changed after the answer is seen, and said in words', async () => {
    const { world } = stage();
    const [one, extra] = [await product(), await product()];
    const order = await taken([{ product: one, quantity: 4, price: 18 }]);
    await order.confirm();
    const { answer: told, sale } = await order.look();
    await order.setLine(0, { product_uom_qty: 3 });
    await order.set({ order_line: [[0, 0, { product_id: extra.id, product_uom_qty: 2 }]] });
    // By the order's or a line's own time: not every change of a line touches the order.
    const found = await order.look(sale!.write_date);
    expect(differsFrom(told!, found.answer!)).toEqual(['line 1: 3 instead of 4']);
    expect(unordered(found.sale!, { lines: order.lines })).toEqual([`2 of ${extra.sku}`]);
    expect((await order.look('2099-01-01 00:00:00')).sale).toBeUndefined();
    await order.setLine(0, { product_uom_qty: 4 });
    expect(differsFrom(told!, (await order.look()).answer!)).toEqual([]);
    // Freight is nothing that the buyer would miss.
    const freight = await world.odoo.create('product.product', { name: `Freight ${fresh()}`, type: 'service' });
    await order.set({ order_line: [[0, 0, { product_id: freight, product_uom_qty: 1 }]] });
    const later = await order.look();
    expect(unordered(later.sale!, { lines: order.lines })).toEqual([`2 of ${extra.sku}`]);
    expect(moment(later.answer!.answeredAt.utc)).toEqual(later.answer!.answeredAt);
  });
});
