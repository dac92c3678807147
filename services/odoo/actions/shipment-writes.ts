import { type MajorVersion, versionFacts } from '../version.ts';
import type { OdooWrite } from './contract.ts';
import type { Shipped } from './event-data.ts';
import { odooTime, type Picking, type PickingMove } from './pickings.ts';
import type { Allotment, ShipmentPlan } from './shipment-plan.ts';

/** The reference that the carrier's shipment is found by, best first, with its place in the event. */
export function trackingOf(data: Shipped): { readonly value: string; readonly pointer: string } | undefined {
  if (data.trackingNumber) return { value: data.trackingNumber, pointer: '/trackingNumber' };
  const at = data.references.findIndex(({ kind }) => kind === 'tracking-number' || kind === 'carrier-pro');
  if (at >= 0) return { value: data.references[at]!.value, pointer: `/references/${at}/value` };
  return data.billOfLading ? { value: data.billOfLading, pointer: '/billOfLading' } : undefined;
}

interface Shipment {
  readonly data: Shipped;
  /** As it was read first. */
  readonly picking: Picking;
  readonly plan: ShipmentPlan;
  readonly packages: ReadonlyMap<string, number>;
  readonly version: MajorVersion;
  /** This try did it, so what was there before is known. */
  readonly fresh: boolean;
  readonly after?: Pick<Picking, 'backorder_ids'>;
}

/** What the fields of Odoo hold because of a shipping advice. */
export function shipmentWrites(shipment: Shipment): OdooWrite[] {
  return [
    ...headWrites(shipment),
    ...quantityWrites(shipment),
    ...lotWrites(shipment),
    ...packageWrites(shipment),
    ...backorderWrites(shipment),
  ];
}

function headWrites({ data, picking, fresh }: Shipment): OdooWrite[] {
  const record = { model: 'stock.picking', recordId: picking.id, recordName: picking.name };
  const tracking = trackingOf(data);
  const writes: OdooWrite[] = [
    {
      ...record,
      field: 'state',
      ...(fresh && { before: picking.state }),
      after: 'done',
      pointer: '/orderNumber',
      method: 'button_validate',
    },
  ];
  if (tracking) {
    const before = fresh ? { before: picking.carrier_tracking_ref } : {};
    writes.push({
      ...record,
      field: 'carrier_tracking_ref',
      ...before,
      after: tracking.value,
      pointer: tracking.pointer,
      method: 'write',
    });
  }
  if (data.shippedAt)
    writes.push({
      ...record,
      field: 'date_done',
      after: odooTime(data.shippedAt.utc),
      pointer: '/shippedAt/utc',
      method: 'write',
    });
  return writes;
}

const moveRecord = (picking: Picking, move: PickingMove) => ({
  model: 'stock.move',
  recordId: move.id,
  recordName: `${picking.name}: ${move.product_id.display_name}`,
});

/** One write for each line of the document and move, since each has its own place in the event. */
function quantityWrites({ picking, plan, fresh }: Shipment): OdooWrite[] {
  const sums = new Map<string, { one: Allotment; quantity: number }>();
  for (const one of plan.allotments) {
    const key = `${one.move.id}/${one.line}`;
    sums.set(key, { one, quantity: (sums.get(key)?.quantity ?? 0) + one.quantity });
  }
  return [...sums.values()].map(({ one, quantity }) => ({
    ...moveRecord(picking, one.move),
    field: 'quantity',
    ...(fresh && { before: one.move.quantity }),
    after: quantity,
    ...(one.line >= 0 && { pointer: `/lines/${one.line}/shipped/value` }),
    method: 'write',
  }));
}

function lotWrites({ picking, plan, fresh }: Shipment): OdooWrite[] {
  const seen = new Set<string>();
  return plan.allotments.flatMap(({ move, lot }) => {
    if (!lot || seen.has(`${move.id}${lot.pointer}`)) return [];
    seen.add(`${move.id}${lot.pointer}`);
    const before = fresh
      ? { before: move.move_line_ids.flatMap((line) => (line.lot_id ? [line.lot_id.name] : [])).join(', ') || false }
      : {};
    return [
      {
        ...moveRecord(picking, move),
        field: 'lot_ids',
        ...before,
        after: lot.name,
        pointer: lot.pointer,
        method: 'write',
      },
    ];
  });
}

function packageWrites({ plan, packages, version }: Shipment): OdooWrite[] {
  const pointers = new Map(plan.allotments.flatMap(({ sscc }) => (sscc ? [[sscc.value, sscc.pointer] as const] : [])));
  return [...pointers].flatMap(([sscc, pointer]) => {
    const recordId = packages.get(sscc);
    if (recordId === undefined) return [];
    return [
      {
        model: versionFacts[version].packageModel,
        recordId,
        recordName: sscc,
        field: 'name',
        after: sscc,
        pointer,
        method: 'create',
      },
    ];
  });
}

function backorderWrites({ picking, after }: Shipment): OdooWrite[] {
  const backorders = after?.backorder_ids ?? picking.backorder_ids;
  const known = new Set(after ? picking.backorder_ids.map(({ id }) => id) : []);
  return backorders
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({
      model: 'stock.picking',
      recordId: id,
      recordName: name,
      field: 'backorder_id',
      after: picking.name,
      method: 'button_validate',
    }));
}
