import { expect, it } from 'vitest';
import { suggestItems } from '../../../services/odoo/suggestions/items.ts';
import { readProducts } from '../../../services/odoo/suggestions/master-data.ts';
import { suggestContacts, suggestLocations, suggestUnits } from '../../../services/odoo/suggestions/places.ts';
import { onRealOdoo } from './rig.ts';
import { company, placed, tradeRules } from './trade-rig.ts';
import { fresh } from './world.ts';

/** Keys of a partner that this Odoo knows nothing by: which are asked for, what they may be, and that a cross reference stands in their place. */
onRealOdoo((stage) => {
  const saying = (lookup: string, entries: Record<string, string>) => ({
    meanings: async () => new Map([[lookup, new Map(Object.entries(entries))]]),
  });

  it('all items of an order that there are not are asked for at once, and no other; with a cross reference the product is ordered', async () => {
    const { apply, world } = stage();
    const customerId = await company(stage(), 'Test Buyer');
    const product = await world.product();
    const [one, two] = [`X1-${fresh()}`, `X2-${fresh()}`];
    const line = (sku: string) => ({ product: { id: 0, sku }, quantity: 2 });
    const event = placed([line(one), { product, quantity: 1 }, line(two)]);
    const rules = tradeRules({ customerId });
    const result = await apply(event, rules);
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.product-unknown', writes: [] });
    expect(result.awaits).toMatchObject([
      { kind: 'item', key: one },
      { kind: 'item', key: two },
    ]);
    const known = { ...rules, ...saying('odoo-items', { [one]: product.sku, [two]: product.sku }) };
    expect(await apply(event, known)).toMatchObject({ outcome: 'applied' });
    const wrong = await apply(placed([line(one)]), { ...rules, ...saying('odoo-items', { [one]: `N-${two}` }) });
    expect(wrong.awaits).toMatchObject([{ kind: 'item', key: one, meant: `N-${two}` }]);
    expect(wrong.reason).toContain(`(their ${one})`);
  });

  it('an address by a key of the buyer’s is found by the contact that its cross reference names, by reference or by id', async () => {
    const { apply, world } = stage();
    const customerId = await company(stage(), 'Test Buyer');
    const product = await world.product();
    const store = await world.odoo.create('res.partner', { name: `Test Store ${fresh()}`, parent_id: customerId });
    const key = `ST-${fresh()}`;
    const to = {
      parties: [
        { role: 'buyer', name: 'B' },
        { role: 'ship-to', id: key },
      ],
    };
    const rules = tradeRules({ customerId });
    const first = await apply(placed([{ product, quantity: 1 }], to), rules);
    expect(first).toMatchObject({ code: 'odoo.address-unknown', awaits: [{ kind: 'partner', key }] });
    const event = placed([{ product, quantity: 1 }], to);
    const result = await apply(event, { ...rules, ...saying('odoo-partners', { [key]: `id:${store}` }) });
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.writes.find(({ field }) => field === 'partner_shipping_id')).toMatchObject({
      pointer: '/parties/1/id',
    });
    const [order] = await world.odoo.rows(
      'sale.order',
      [['client_order_ref', '=', event.data.orderNumber]],
      ['partner_shipping_id'],
    );
    expect(order!.partner_shipping_id[0]).toBe(store);
  });

  it('what there is is suggested by barcode, internal reference, number of a vendor and name, in few calls', async () => {
    const { client, world, capabilities, rules } = stage();
    const product = await world.product();
    const vendor = await company(stage(), 'Test Vendor', { ref: `V${fresh()}` });
    const theirs = `VN-${fresh()}`;
    await world.odoo.create('product.supplierinfo', {
      partner_id: vendor,
      product_id: product.id,
      product_code: theirs,
    });
    const item = (key: string, said: object = {}) => ({ kind: 'item', key, said: { sku: key, ...said } }) as const;
    const asked = [item(theirs), item(product.sku.toLowerCase()), item(`NONE-${fresh()}`)];
    const found = await suggestItems(client, asked);
    const best = asked.map((one) => found.get(one)![0]);
    expect(best[0]).toMatchObject({ value: product.sku, isExact: true });
    expect(best[0]!.reason).toContain(theirs);
    expect(best[1]).toMatchObject({ value: product.sku });
    expect(best[2]).toBeUndefined();
    const { products, total } = await readProducts(client, { q: product.sku, limit: 5, offset: 0 });
    expect([products.map(({ id }) => id), total]).toEqual([[product.id], 1]);
    const none = await readProducts(client, { q: product.sku, without: [product.sku], limit: 5, offset: 0 });
    expect(none.total).toBe(0);
    const place = { kind: 'location', key: 'Nowhere', said: {} } as const;
    const places = await suggestLocations(client, [place], rules.pickingTypeIds);
    expect(places.get(place)).toMatchObject([{ isExact: false }]);
    const unit = { kind: 'unit', key: 'dozens', said: {} } as const;
    expect(suggestUnits([...capabilities.units.byId.values()], [unit]).get(unit)![0]).toMatchObject({
      value: 'Dozens',
    });
    const ref = String((await world.odoo.rows('res.partner', [['id', '=', vendor]], ['ref']))[0]!.ref);
    const contact = { kind: 'partner', key: ref.toLowerCase(), said: {} } as const;
    const contacts = await suggestContacts(client, [contact]);
    expect(contacts.get(contact)![0]).toMatchObject({
      value: ref,
      reason: 'Its reference is the same.',
      isExact: true,
    });
  });
});
