import { ConfigError } from '../../bin/config.ts';
import type { DemoAccess } from '../../bin/seed.ts';
import { twinPath } from '../../http/paths.ts';
import type { OdooRecord } from '../../odoo/client.ts';
import { connectOdoo } from '../../odoo/connect.ts';

/** A transfer that is ready to leave, as the desk sees it in Odoo. */
export interface ReadyTransfer {
  readonly id: number;
  readonly name: string;
  /** The carrier's number; empty where there is none. */
  readonly trackingNumber: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

/** Somebody of the company who works in Odoo by hand: the old way, with which a parallel run compares. */
export interface OdooDesk {
  /** Transfers that are ready to leave, the newest first. */
  ready(): Promise<readonly ReadyTransfer[]>;
  /** Ships a transfer as it is reserved. */
  ship(transfer: ReadyTransfer, trackingNumber: string): Promise<void>;
  /** Writes the carrier's number on a transfer. */
  noteCarrierNumber(transfer: ReadyTransfer, number: string): Promise<void>;
  /** Confirms the quotations that orders of buyers have become. */
  confirmOrders(): Promise<readonly { readonly name: string; readonly number: string }[]>;
  look(transfer: ReadyTransfer): Promise<{ readonly state: string; readonly trackingNumber: string }>;
}

/** @throws ConfigError where the demo of this home has no such desk */
export function openDesk(url: string, { odoo }: DemoAccess): OdooDesk {
  if (!odoo)
    throw new ConfigError(
      'The demo of this home is of an earlier Crossdock and has no desk in the Odoo twin. Start one in another CROSSDOCK_HOME, and run this with the same.',
    );
  const client = connectOdoo({ ...odoo, url: `${url}${twinPath}/${odoo.database}`, version: 19 });
  return {
    async ready() {
      const domain = [
        ['state', '=', 'assigned'],
        ['picking_type_id.code', '=', 'outgoing'],
      ];
      const pickings = await client.searchRead('stock.picking', domain, ['name', 'carrier_tracking_ref'], {
        order: 'id desc',
      });
      const moves = await client.searchRead(
        'stock.move',
        [['picking_id', 'in', pickings.map(({ id }) => id)]],
        ['product_id', 'product_uom_qty', 'picking_id'],
      );
      const products = await client.read(
        'product.product',
        [...new Set(moves.map((move) => idOf(move, 'product_id')))],
        ['default_code'],
      );
      const skus = new Map(products.map((one) => [one.id, String(one.default_code)]));
      return pickings.map(({ id, name, carrier_tracking_ref: number }) => ({
        ...{ id, name: String(name), trackingNumber: String(number || '') },
        lines: moves
          .filter((move) => idOf(move, 'picking_id') === id)
          .map((move) => ({ sku: skus.get(idOf(move, 'product_id'))!, quantity: Number(move.product_uom_qty) })),
      }));
    },
    async ship({ id }, trackingNumber) {
      await client.write('stock.picking', [id], { carrier_tracking_ref: trackingNumber });
      await client.call('stock.picking', 'button_validate', { ids: [id] });
    },
    noteCarrierNumber: ({ id }, number) => client.write('stock.picking', [id], { carrier_tracking_ref: number }),
    async confirmOrders() {
      const domain = [
        ['state', 'in', ['draft', 'sent']],
        ['client_order_ref', '!=', false],
      ];
      const orders = await client.searchRead('sale.order', domain, ['name', 'client_order_ref'], { order: 'id' });
      for (const { id } of orders) await client.call('sale.order', 'action_confirm', { ids: [id] });
      return orders.map(({ name, client_order_ref: number }) => ({ name: String(name), number: String(number) }));
    },
    async look({ id }) {
      const [found] = await client.read('stock.picking', [id], ['state', 'carrier_tracking_ref']);
      return { state: String(found?.state), trackingNumber: String(found?.carrier_tracking_ref || '') };
    },
  };
}

/** Odoo gives a record as its id, or as its id and name. */
const idOf = (record: OdooRecord, field: string): number => {
  const value = record[field];
  return Number(Array.isArray(value) ? value[0] : value);
};
