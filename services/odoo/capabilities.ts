import type { OdooClient } from './client.ts';
import { readUnits, type UnitTable } from './units.ts';

/** What one Odoo has, as far as actions depend on it. Modules add fields; one unknown field refuses the whole call. */
export interface Capabilities {
  /** `stock_delivery`: carrier, tracking reference and weight on a transfer. */
  readonly delivery: boolean;
  /** `sale_stock`: a transfer knows its sales order. */
  readonly sales: boolean;
  /** `purchase_stock`: a receipt's moves know their order lines. */
  readonly purchases: boolean;
  readonly units: UnitTable;
}

/** What is lost where a module is absent, for the check of a connection. */
export const lostWithout: Readonly<Record<'delivery' | 'sales' | 'purchases', string>> = {
  delivery:
    'Module stock_delivery is not installed: tracking numbers are left as notes, orders go out without carrier and weight, and no load is tendered.',
  sales: 'Module sale_stock is not installed: orders go out without the customer’s purchase order number.',
  purchases: 'Module purchase_stock is not installed: receipts are found by their source document only.',
};

const has = (fields: unknown, name: string) => typeof fields === 'object' && fields !== null && name in fields;

/** Asks an Odoo what it has, in three calls. @throws OdooError */
export async function readCapabilities(client: OdooClient): Promise<Capabilities> {
  const fieldsOf = (model: string, allfields: readonly string[]) =>
    client.call(model, 'fields_get', { args: { allfields, attributes: ['type'] } });
  const transfer = await fieldsOf('stock.picking', ['carrier_tracking_ref', 'sale_id']);
  const move = await fieldsOf('stock.move', ['purchase_line_id']);
  return {
    delivery: has(transfer, 'carrier_tracking_ref'),
    sales: has(transfer, 'sale_id'),
    purchases: has(move, 'purchase_line_id'),
    units: await readUnits(client),
  };
}
