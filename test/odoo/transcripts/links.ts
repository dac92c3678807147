import type { Version } from '../../../services/twins/odoo/schema.ts';
import { present, recorded } from './house.ts';
import type { Seen, Values } from './seen.ts';
import { inUnitOf } from './start.ts';

export function transfers(seen: Seen, version: Version): void {
  const { pick, out, dock } = recorded[version];
  for (const type of seen.of('stock.picking.type').values()) type.name = String(type.name).split(': ').at(-1);
  const only = (model: string) => (seen.of(model).size === 1 ? [...seen.of(model).keys()][0] : undefined);
  for (const [id, values] of seen.of('stock.picking')) {
    const name = String(values.name ?? `WH/OUT/${id}`);
    const kind = /\/(IN|PICK|INT)\//.exec(name)?.[1] ?? 'OUT';
    const own = /^M8/.test(name);
    const type = kind === 'IN' ? 1 : kind === 'INT' ? 5 : kind === 'PICK' ? pick : own ? out : 2;
    const defaults = seen.of('stock.picking.type').get(type) ?? {};
    const order = kind === 'IN' ? { purchase_id: only('purchase.order') } : { sale_id: only('sale.order') };
    const filled = {
      ...{
        name,
        picking_type_id: type,
        partner_id: dock,
        company_id: 1,
        move_type: 'direct',
        priority: '0',
        is_locked: true,
      },
      ...{ scheduled_date: present, state: 'assigned', location_id: defaults.default_location_src_id, date: present },
      ...{ location_dest_id: defaults.default_location_dest_id ?? recorded[version].customers, origin: null, ...order },
    };
    Object.assign(values, { ...filled, ...defined(values) });
  }
}

const defined = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Order lines and the moves that serve them, in the order in which both were made. */
export function orders(seen: Seen, version: Version): void {
  if (seen.of('sale.order').size === 0 && seen.of('sale.order.line').size > 0) {
    seen.of('sale.order').set(990_001, {});
    for (const picking of seen.of('stock.picking').values()) picking.sale_id ??= 990_001;
  }
  const served = { 'sale.order': 'sale_id', 'purchase.order': 'purchase_id' } as const;
  for (const [model, field] of Object.entries(served)) {
    const link = model === 'sale.order' ? 'sale_line_id' : 'purchase_line_id';
    for (const [id, values] of seen.of(model)) {
      Object.assign(values, {
        name: `${model}-${id}`,
        state: model === 'sale.order' ? 'sale' : 'purchase',
        partner_id: recorded[version].dock,
        company_id: 1,
        warehouse_id: 1,
        user_id: recorded[version].hub,
        ...values,
      });
      values.commitment_date ??=
        [...seen.of('stock.picking').values()].find((one) => one[field] === id)?.date_deadline ?? null;
      const pickings = [...seen.of('stock.picking')].filter(([, one]) => one[field] === id);
      const direct = pickings
        .filter(([, { picking_type_id }]) => version >= 18 || picking_type_id !== recorded[17].pick)
        .map(([one]) => one);
      const moves = [...seen.of('stock.move')]
        .filter(([, move]) => direct.includes(move.picking_id as number))
        .sort((a, b) => a[0] - b[0]);
      const lines = [...seen.of(`${model}.line`)]
        .filter(([, line]) => (line.order_id ?? id) === id)
        .sort((a, b) => a[0] - b[0]);
      for (const [at, [lineId, line]] of lines.entries()) {
        const move =
          moves.find(([, one]) => one[link] === lineId) ??
          moves.find(([, one]) => line.product_id !== undefined && one.product_id === line.product_id && !one[link]) ??
          moves[at];
        const demand = model === 'sale.order' ? 'product_uom_qty' : 'product_qty';
        Object.assign(line, {
          order_id: id,
          product_id: move?.[1].product_id,
          [demand]: move?.[1].product_uom_qty,
          product_uom_id: move?.[1].product_uom ?? 1,
          ...line,
        });
        if (move)
          Object.assign(move[1], {
            [link]: move[1][link] ?? lineId,
            ...(model === 'purchase.order' && { sequence: 10 + at }),
          });
      }
    }
  }
}

export function lines(seen: Seen, version: Version): void {
  for (const values of seen.of('product.product').values()) {
    const [, code, name] = /^\[([^\]]+)\] (.*)$/.exec(String(values.name ?? '')) ?? [];
    Object.assign(values, {
      name: name ?? values.default_code ?? 'Product',
      default_code: code ?? null,
      tracking: 'none',
      uom_id: 1,
      active: true,
      ...values,
      ...(name && { name }),
    });
  }
  const moves = seen.of('stock.move');
  const chained = (move: Values, field: string) => ((move[field] || []) as number[]).map((id) => moves.get(id));
  for (const move of moves.values()) {
    // Moves of one chain move one product, of which a recording may show only one.
    move.product_id ??= ['move_orig_ids', 'move_dest_ids']
      .flatMap((field) => chained(move, field))
      .find((other) => other?.product_id)?.product_id;
    const picking = seen.of('stock.picking').get(move.picking_id as number);
    const product = seen.of('product.product').get(move.product_id as number);
    const places = { location_id: picking?.location_id, location_dest_id: picking?.location_dest_id };
    Object.assign(move, {
      ...{
        state: 'assigned',
        company_id: 1,
        sequence: 10,
        name: 'x',
        date: picking?.scheduled_date,
        origin: picking?.origin,
      },
      ...places,
      product_uom: product?.uom_id ?? 1,
      picked: false,
      ...defined(move),
    });
  }
  for (const [id, line] of seen.of('stock.move.line')) {
    // A move that was shown empty got its lines later.
    if (seen.shown.get(`stock.move/${String(line.move_id)}/quantity`) === 0) {
      seen.of('stock.move.line').delete(id);
      continue;
    }
    const move =
      seen.of('stock.move').get(line.move_id as number) ??
      [...seen.of('stock.move').values()].find((one) => one.picking_id === line.picking_id);
    const { product_id, picking_id, product_uom, location_id, location_dest_id } = move ?? {};
    Object.assign(line, {
      product_id,
      picking_id,
      product_uom_id: product_uom,
      location_id,
      location_dest_id,
      company_id: 1,
      ...defined(line),
    });
    line.move_id ??= [...seen.of('stock.move')].find(([, one]) => one === move)?.[0];
    const unit = seen.of('product.product').get(line.product_id as number)?.uom_id ?? 1;
    line.quantity_product_uom = inUnitOf(version, Number(line.quantity), line.product_uom_id, unit);
    if (move?.state === 'done') line.closed = true;
  }
}
