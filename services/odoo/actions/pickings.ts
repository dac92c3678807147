import type { Capabilities } from '../capabilities.ts';
import type { Domain, OdooClient, OdooRecord, Specification } from '../client.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** A many2one of which only the id is wanted. */
type Id = { readonly id: number } | false;

export interface PickingProduct {
  readonly id: number;
  readonly default_code: string | false;
  readonly barcode: string | false;
  readonly tracking: 'none' | 'lot' | 'serial';
  readonly display_name: string;
  readonly uom_id: { readonly id: number };
  /** Until 18. */
  readonly packaging_ids?: readonly { readonly name: string; readonly qty: number }[];
  /** From 19 on: packagings are units. */
  readonly uom_ids?: readonly Named[];
}

/** A reserved or announced quantity of a move: where it is, in which lot and package, and whose. */
export interface PickingLine {
  readonly id: number;
  readonly quantity: number;
  readonly picked: boolean;
  readonly product_uom_id: { readonly id: number };
  readonly lot_id: Named | false;
  readonly lot_name: string | false;
  readonly package_id: Named | false;
  readonly result_package_id: Named | false;
  readonly location_id: { readonly id: number };
  readonly location_dest_id: { readonly id: number };
  readonly owner_id: Id;
}

export interface PickingMove {
  readonly id: number;
  readonly state: string;
  readonly product_uom_qty: number;
  readonly quantity: number;
  readonly picked: boolean;
  readonly product_uom: { readonly id: number };
  readonly product_id: PickingProduct;
  readonly location_id: { readonly id: number };
  readonly location_dest_id: { readonly id: number };
  readonly move_orig_ids: readonly number[];
  readonly move_dest_ids: readonly number[];
  readonly move_line_ids: readonly PickingLine[];
  readonly purchase_line_id?: { readonly id: number; readonly sequence: number } | false;
}

/** A transfer without its moves. */
export interface PickingHead {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly origin: string | false;
  readonly picking_type_id: { readonly id: number; readonly display_name: string; readonly warehouse_id: Id };
  readonly picking_type_code: string;
  readonly company_id: Id;
  readonly partner_id: Id;
  readonly location_id: { readonly id: number };
  /** Absent where `stock_delivery` is not installed. */
  readonly carrier_tracking_ref?: string | false;
  readonly scheduled_date: string | false;
  readonly date_done: string | false;
  readonly user_id: number | false;
  readonly backorder_ids: readonly { readonly id: number; readonly name: string; readonly state: string }[];
}

/** A transfer with all that actions need of it, read in one call. */
export interface Picking extends PickingHead {
  readonly move_ids: readonly PickingMove[];
}

const head = ({ delivery }: Capabilities): Specification => ({
  name: {},
  state: {},
  origin: {},
  picking_type_id: { fields: { display_name: {}, warehouse_id: { fields: {} } } },
  picking_type_code: {},
  company_id: { fields: {} },
  partner_id: { fields: {} },
  location_id: { fields: {} },
  ...(delivery && { carrier_tracking_ref: {} }),
  scheduled_date: {},
  date_done: {},
  user_id: {},
  backorder_ids: { fields: { name: {}, state: {} } },
});

const named: Specification[string] = { fields: { name: {} } };
const idOnly: Specification[string] = { fields: {} };

/** What is asked of a product. */
export const productFields = (major: number): Specification => ({
  default_code: {},
  barcode: {},
  tracking: {},
  display_name: {},
  uom_id: idOnly,
  ...(major >= 19 ? { uom_ids: named } : { packaging_ids: { fields: { name: {}, qty: {} } } }),
});

const tree = (capabilities: Capabilities, major: number): Specification => ({
  ...head(capabilities),
  move_ids: {
    fields: {
      state: {},
      product_uom_qty: {},
      quantity: {},
      picked: {},
      product_uom: idOnly,
      location_id: idOnly,
      location_dest_id: idOnly,
      move_orig_ids: {},
      move_dest_ids: {},
      product_id: { fields: productFields(major) },
      ...(capabilities.purchases && { purchase_line_id: { fields: { sequence: {} } } }),
      move_line_ids: {
        fields: {
          quantity: {},
          picked: {},
          product_uom_id: idOnly,
          lot_id: named,
          lot_name: {},
          package_id: named,
          result_package_id: named,
          location_id: idOnly,
          location_dest_id: idOnly,
          owner_id: idOnly,
        },
      },
    },
  },
});

const asPickings = (records: readonly OdooRecord[]) => records as unknown as readonly Picking[];

/** Transfers with their moves and lines. */
export async function pickingTrees(
  client: OdooClient,
  capabilities: Capabilities,
  domain: Domain,
  limit = 20,
): Promise<readonly Picking[]> {
  const specification = tree(capabilities, client.majorVersion);
  return asPickings(await client.webSearchRead('stock.picking', domain, specification, { order: 'id', limit }));
}

/** The transfers that moves belong to. */
export async function pickingsOf(
  moves: readonly number[],
  client: OdooClient,
  capabilities: Capabilities,
): Promise<readonly Picking[]> {
  if (moves.length === 0) return [];
  return pickingTrees(client, capabilities, [['move_ids', 'in', [...new Set(moves)]]]);
}

/** Transfers that take on what this one has moved, but for cancelled ones. */
export async function followersOf(
  picking: Picking,
  client: OdooClient,
  capabilities: Capabilities,
): Promise<readonly Picking[]> {
  const moves = picking.move_ids.filter(({ state }) => state === 'done').flatMap(({ move_dest_ids }) => move_dest_ids);
  return (await pickingsOf(moves, client, capabilities)).filter(({ state }) => state !== 'cancel');
}

/** Transfers without their moves. */
export async function pickingHeads(
  client: OdooClient,
  capabilities: Capabilities,
  domain: Domain,
  limit = 20,
): Promise<readonly PickingHead[]> {
  return asPickings(await client.webSearchRead('stock.picking', domain, head(capabilities), { order: 'id', limit }));
}

export const isOpen = (state: string): boolean => state !== 'done' && state !== 'cancel';

/** `2026-12-15T17:00:00Z` as Odoo writes it: UTC without saying so. */
export const odooTime = (iso: string): string => new Date(iso).toISOString().slice(0, 19).replace('T', ' ');
