import type { OdooClient } from '../client.ts';
import { type ActionResult, stop } from './contract.ts';
import type { Reference } from './event-data.ts';
import { type Picking, pickingHeads } from './pickings.ts';

/** References that may hold the name of a transfer, because we gave it to the partner under that heading. */
const nameKinds = new Set(['shipment-id', 'depositor-order', 'delivery-order', 'customer-order']);

export interface ShipmentNames {
  readonly shipmentId?: string;
  readonly carrierReference?: string;
  readonly references: readonly Reference[];
}

type Found = Omit<Picking, 'move_ids'>;

/** The transfer that a carrier speaks of: by its name, else by the carrier's own number. */
export async function findShipment(client: OdooClient, names: ShipmentNames): Promise<Found | ActionResult> {
  const ours = [
    ...(names.shipmentId ? [names.shipmentId] : []),
    ...names.references.filter(({ kind }) => nameKinds.has(kind)).map(({ value }) => value),
  ];
  const shown = names.shipmentId ?? names.carrierReference ?? ours[0] ?? 'the shipment';
  const byName = ours.length > 0 ? await pickingHeads(client, [['name', 'in', [...new Set(ours)]]], 2) : [];
  const found =
    byName.length > 0 || !names.carrierReference
      ? byName
      : await pickingHeads(client, [['carrier_tracking_ref', '=', names.carrierReference]], 2);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return stop('held', 'odoo.order-ambiguous', `${shown} fits more than one transfer in Odoo.`);
  return stop('refused', 'odoo.order-unknown', `Odoo has no transfer for ${shown}.`);
}
