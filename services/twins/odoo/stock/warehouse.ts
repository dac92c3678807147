import { type Env, numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';

/** A step of a route: transfers of one operation type, from one location of the warehouse to another. */
export interface Step {
  readonly type: Row;
  readonly from: number;
  readonly to: number;
}

const kinds = [
  ['in_type_id', 'Receipts', 'incoming', 'IN'],
  ['out_type_id', 'Delivery Orders', 'outgoing', 'OUT'],
  ['pick_type_id', 'Pick', 'internal', 'PICK'],
  ['pack_type_id', 'Pack', 'internal', 'PACK'],
  ['int_type_id', 'Internal Transfers', 'internal', 'INT'],
] as const;
const rooms = [
  ['lot_stock_id', 'Stock', ['ship_only', 'pick_ship', 'pick_pack_ship']],
  ['wh_input_stock_loc_id', 'Input', []],
  ['wh_output_stock_loc_id', 'Output', ['pick_ship', 'pick_pack_ship']],
  ['wh_pack_stock_loc_id', 'Packing Zone', ['pick_pack_ship']],
] as readonly (readonly [field: string, name: string, steps: readonly string[]])[];

const usageOf = async (env: Env, usage: string): Promise<Json> =>
  (await env.search('stock.location', [['usage', '=', usage]], { limit: 1 }))[0]?.id ?? null;

/** A new warehouse has its locations and operation types, with numbers of their own. */
export async function equipWarehouses(env: Env, warehouses: readonly Row[]): Promise<void> {
  const [vendors, customers] = [await usageOf(env, 'supplier'), await usageOf(env, 'customer')];
  for (const warehouse of warehouses) {
    const code = textOf(warehouse.values.code);
    const company = numberOf(warehouse.values.company_id) || 1;
    const location = async (name: string, usage: string, parent: number | null, complete: string, active = true) =>
      (
        await env.records.create(env.schema.inner('stock.location'), [
          { name, usage, location_id: parent, complete_name: complete, company_id: company, active },
        ])
      )[0]!.id;
    const view = await location(code, 'view', null, code);
    const found: Record<string, Json> = { view_location_id: view };
    // Rooms that its steps do not use are archived.
    for (const [field, name, steps] of rooms)
      found[field] = await location(
        name,
        'internal',
        view,
        `${code}/${name}`,
        steps.includes(textOf(warehouse.values.delivery_steps)),
      );
    const ends: Record<string, readonly [Json, Json]> = {
      IN: [vendors, found.lot_stock_id!],
      OUT: [found.lot_stock_id!, customers],
      PICK: [found.lot_stock_id!, found.wh_output_stock_loc_id!],
      PACK: [found.wh_pack_stock_loc_id!, found.wh_output_stock_loc_id!],
      INT: [found.lot_stock_id!, found.lot_stock_id!],
    };
    for (const [at, [field, name, kind, short]] of kinds.entries()) {
      const [from, to] = ends[short]!;
      const [type] = await env.records.create(env.schema.inner('stock.picking.type'), [
        {
          ...{
            name,
            code: kind,
            sequence_code: short,
            sequence: 10 + at,
            warehouse_id: warehouse.id,
            company_id: company,
          },
          ...{ create_backorder: 'ask', reservation_method: 'at_confirm', use_existing_lots: kind !== 'incoming' },
          use_create_lots: kind === 'incoming' || (kind === 'outgoing' && env.version >= 19),
          ...{ default_location_src_id: from, default_location_dest_id: to },
        },
      ]);
      found[field] = type!.id;
      await env.records.addCounter(`picking/${type!.id}`, `${code}/${short}/`);
    }
    env.records.set(warehouse, found);
  }
}

/** The way of goods out of a warehouse, first step first. */
export async function deliverySteps(env: Env, warehouse: Row, customers: number): Promise<Step[]> {
  const at = (field: string) => numberOf(warehouse.values[field]);
  const type = async (field: string) => (await env.one('stock.picking.type', warehouse.values[field]))!;
  const [stock, output, packing] = [at('lot_stock_id'), at('wh_output_stock_loc_id'), at('wh_pack_stock_loc_id')];
  const out = await type('out_type_id');
  const steps = textOf(warehouse.values.delivery_steps);
  if (steps === 'pick_ship')
    return [
      { type: await type('pick_type_id'), from: stock, to: output },
      { type: out, from: output, to: customers },
    ];
  if (steps === 'pick_pack_ship')
    return [
      { type: await type('pick_type_id'), from: stock, to: packing },
      { type: await type('pack_type_id'), from: packing, to: output },
      { type: out, from: output, to: customers },
    ];
  return [{ type: out, from: numberOf(out.values.default_location_src_id), to: customers }];
}
