import type { Version } from '../../../services/twins/odoo/schema.ts';
import { put, recorded } from './house.ts';
import type { Step } from './load.ts';
import type { Seen, Values } from './seen.ts';
import { Start } from './start.ts';

/** Places, lots, packages and owners that only the stock names. */
export function stockNames(seen: Seen, version: Version, steps: readonly Step[]): void {
  for (const [key, name] of new Start(version, seen, steps).names) {
    const [model, id] = key.split('/') as [string, string];
    if (model !== 'stock.lot' && model !== 'stock.package')
      put(seen, model, Number(id), { [seen.schema.inner(model).rec]: name });
  }
}

const shelf = { 17: 51, 18: 45, 19: 39 } as const;

/** Moves that are shown with a quantity and without their lines have one, in the shelf that the recordings use. */
export function reservedLines(seen: Seen, version: Version): void {
  let spare = 950_000;
  for (const [id, move] of seen.of('stock.move')) {
    const quantity = seen.shown.get(`stock.move/${id}/quantity`) ?? 0;
    const known = [...seen.of('stock.move.line').values()].some((line) => line.move_id === id);
    if (quantity <= 0 || known || move.state === 'cancel') continue;
    const house = [...seen.of('stock.location')].find(([, { complete_name }]) =>
      /\/M8 Shelf$/.test(String(complete_name)),
    );
    const name = String(seen.of('stock.picking').get(move.picking_id as number)?.name);
    const from = name.startsWith('M8') && house ? house[0] : shelf[version];
    put(seen, 'stock.location', from, {
      name: 'M Shelf A',
      complete_name: 'WH/Stock/M Shelf A',
      usage: 'internal',
      location_id: recorded[version].stock,
    });
    put(seen, 'stock.move.line', spare++, {
      ...{
        move_id: id,
        picking_id: move.picking_id,
        product_id: move.product_id,
        quantity,
        quantity_product_uom: quantity,
        picked: false,
      },
      ...{
        product_uom_id: move.product_uom,
        location_id: from,
        location_dest_id: move.location_dest_id,
        company_id: 1,
      },
      ...(move.state === 'done' && { closed: true, picked: true }),
    });
  }
}

/** Stock of products that are only shown by how many there are, or by what is reserved of them: fifty, as the recordings begin with. */
export function onHand(seen: Seen, version: Version, quants: readonly Values[], start: Start): Values[] {
  const made: Values[] = [];
  for (const id of seen.of('product.product').keys()) {
    const there = quants.filter((quant) => quant.product_id === id);
    const told = seen.shown.get(`product.product/${id}/qty_available`);
    const short = [...seen.of('stock.move').values()].some(
      (move) => move.product_id === id && move.state === 'confirmed',
    );
    const spare = [...seen.of('stock.move.line')].some(([at, line]) => at >= 950_000 && line.product_id === id);
    const unknown =
      !short && !start.knows(id) && (there.length === 0 || (spare && there.every((quant) => !('id' in quant))));
    if (told === undefined && !unknown) continue;
    const rest = (told ?? 50) - there.reduce((sum, quant) => sum + Number(quant.quantity), 0);
    if (rest > 0 && there[0]) there[0].quantity = Number(there[0].quantity) + rest;
    else if (rest > 0) {
      put(seen, 'stock.location', shelf[version], {
        name: 'M Shelf A',
        complete_name: 'WH/Stock/M Shelf A',
        usage: 'internal',
        location_id: recorded[version].stock,
      });
      made.push({
        product_id: id,
        location_id: shelf[version],
        lot_id: null,
        package_id: null,
        owner_id: null,
        quantity: rest,
      });
    }
  }
  return made;
}

/** A receipt whose lines go elsewhere than itself follows a rule. */
export function putaways(seen: Seen): void {
  let spare = 970_000;
  for (const line of seen.of('stock.move.line').values()) {
    const picking = seen.of('stock.picking').get(line.picking_id as number);
    if (picking?.picking_type_id !== 1 || line.location_dest_id === picking.location_dest_id) continue;
    const rule = {
      product_id: line.product_id,
      location_in_id: picking.location_dest_id,
      location_out_id: line.location_dest_id,
    };
    put(seen, 'stock.putaway.rule', spare++, { ...rule, company_id: 1 });
  }
}
