import type { Domain, OdooClient, OdooRecord, Specification } from '../client.ts';

export interface PickingProduct {
  readonly id: number;
  readonly default_code: string | false;
  readonly barcode: string | false;
  readonly tracking: 'none' | 'lot' | 'serial';
  readonly display_name: string;
}

export interface PickingLine {
  readonly id: number;
  readonly quantity: number;
  readonly picked: boolean;
  readonly lot_id: { readonly id: number; readonly name: string } | false;
  readonly lot_name: string | false;
  readonly result_package_id: { readonly id: number; readonly name: string } | false;
}

export interface PickingMove {
  readonly id: number;
  readonly state: string;
  readonly product_uom_qty: number;
  readonly quantity: number;
  readonly product_id: PickingProduct;
  readonly move_line_ids: readonly PickingLine[];
}

/** A transfer with all that actions need of it, read in one call. */
export interface Picking {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly origin: string | false;
  readonly carrier_tracking_ref: string | false;
  readonly scheduled_date: string | false;
  readonly date_done: string | false;
  readonly user_id: number | false;
  readonly backorder_ids: readonly { readonly id: number; readonly name: string }[];
  readonly move_ids: readonly PickingMove[];
}

const head: Specification = {
  name: {},
  state: {},
  origin: {},
  carrier_tracking_ref: {},
  scheduled_date: {},
  date_done: {},
  user_id: {},
  backorder_ids: { fields: { name: {} } },
};

const tree: Specification = {
  ...head,
  move_ids: {
    fields: {
      state: {},
      product_uom_qty: {},
      quantity: {},
      product_id: { fields: { default_code: {}, barcode: {}, tracking: {}, display_name: {} } },
      move_line_ids: {
        fields: {
          quantity: {},
          picked: {},
          lot_id: { fields: { name: {} } },
          lot_name: {},
          result_package_id: { fields: { name: {} } },
        },
      },
    },
  },
};

const asPickings = (records: readonly OdooRecord[]) => records as unknown as readonly Picking[];

/** Transfers with their moves and lines. */
export async function pickingTrees(client: OdooClient, domain: Domain, limit = 20): Promise<readonly Picking[]> {
  return asPickings(await client.webSearchRead('stock.picking', domain, tree, { order: 'id', limit }));
}

/** Transfers without their moves. */
export async function pickingHeads(
  client: OdooClient,
  domain: Domain,
  limit = 20,
): Promise<readonly Omit<Picking, 'move_ids'>[]> {
  return asPickings(await client.webSearchRead('stock.picking', domain, head, { order: 'id', limit }));
}

export const isOpen = (state: string): boolean => state !== 'done' && state !== 'cancel';

/** `2026-12-15T17:00:00Z` as Odoo writes it: UTC without saying so. */
export const odooTime = (iso: string): string => new Date(iso).toISOString().slice(0, 19).replace('T', ' ');
