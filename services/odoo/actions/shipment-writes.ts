import { converted, type UnitTable } from '../units.ts';
import { type MajorVersion, versionFacts } from '../version.ts';
import type { OdooWrite } from './contract.ts';
import type { ShippedStep } from './event-data.ts';
import { odooTime, type Picking, type PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import { type Allotment, allotted, type ShipmentPlan } from './shipment-plan.ts';
import { backorderWrites, untoldRests } from './shipment-rest.ts';
import { trackingOf, untoldNumbers } from './shipment-tracking.ts';

export interface ShipmentRecord {
  /** What it says of the whole; the lines are those of the plan. */
  readonly data: ShippedStep;
  readonly done?: 'shipped' | 'received';
  /** As it was read before anything was written; its moves are those of the plan. */
  readonly before: Picking;
  /** As Odoo shows it now. */
  readonly after: Picking;
  readonly plan: ShipmentPlan;
  readonly version: MajorVersion;
  readonly units: UnitTable;
}

/** What of a document's fields Odoo holds, read back field by field, and what it does not. */
export interface ReadBack {
  readonly writes: readonly OdooWrite[];
  readonly missing: readonly string[];
}

type Check = { readonly write: OdooWrite } | { readonly missing: string };

/** Compares what a shipping advice says with what Odoo shows. Only what reads back counts as written. */
export function readBack(record: ShipmentRecord): ReadBack {
  const checks = [
    ...headChecks(record),
    ...untoldNumbers(record.data).map((missing) => ({ missing })),
    ...quantityChecks(record),
    ...lotChecks(record),
    ...packageChecks(record),
    ...untoldRests(record).map((missing) => ({ missing })),
  ];
  return {
    writes: [...checks.flatMap((check) => ('write' in check ? [check.write] : [])), ...backorderWrites(record)],
    missing: checks.flatMap((check) => ('missing' in check ? [check.missing] : [])),
  };
}

const headRecord = ({ id, name }: Picking) => ({ model: 'stock.picking', recordId: id, recordName: name });

/** What stood there before is known where it is not what stands there now; otherwise it may be the doing of an earlier try. */
const changed = (before: unknown, after: unknown) => (before === after ? {} : { before });

function headChecks({ data, before, after, done = 'shipped' }: ShipmentRecord): Check[] {
  const head = headRecord(after);
  const state: Check = {
    write: {
      ...head,
      field: 'state',
      ...changed(before.state, after.state),
      after: after.state,
      pointer: '/orderNumber',
      method: 'button_validate',
    },
  };
  const checks: Check[] =
    after.state === 'done' ? [state] : [{ missing: `${after.name} is ${after.state} and not done.` }];
  const tracking = trackingOf(data);
  if (tracking && after.carrier_tracking_ref !== undefined) {
    const { carrier_tracking_ref: holds } = after;
    checks.push(
      holds === tracking.value
        ? {
            write: {
              ...head,
              field: 'carrier_tracking_ref',
              ...changed(before.carrier_tracking_ref, holds),
              after: holds,
              pointer: tracking.pointer,
              method: 'write',
            },
          }
        : { missing: `Tracking number ${tracking.value} is not on ${after.name}, which shows ${holds || 'none'}.` },
    );
  }
  if (data.shippedAt) {
    const wanted = odooTime(data.shippedAt.utc);
    checks.push(
      after.date_done === wanted
        ? {
            write: {
              ...head,
              field: 'date_done',
              ...changed(before.date_done, after.date_done),
              after: wanted,
              pointer: `/${done}At/utc`,
              method: 'write',
            },
          }
        : {
            missing: `The time ${wanted} of the transfer is not on ${after.name}, which shows ${after.date_done || 'none'}.`,
          },
    );
  }
  return checks;
}

const moveRecord = (picking: Picking, move: PickingMove) => ({
  model: 'stock.move',
  recordId: move.id,
  recordName: `${picking.name}: ${move.product_id.display_name}`,
});

const moveNow = ({ after }: ShipmentRecord, move: PickingMove) => after.move_ids.find(({ id }) => id === move.id);

/** One write for each line of the document and move, since each has its own place in the event. */
function quantityChecks(record: ShipmentRecord): Check[] {
  const { plan, after, done = 'shipped' } = record;
  const sums = new Map<string, { one: Allotment; quantity: number }>();
  for (const one of plan.allotments) {
    const key = `${one.move.id}/${one.line}`;
    sums.set(key, { one, quantity: rounded((sums.get(key)?.quantity ?? 0) + one.quantity) });
  }
  return [...sums.values()].map(({ one, quantity }) => {
    const now = moveNow(record, one.move);
    const wanted = allotted(plan.allotments, one.move);
    if (!now || rounded(now.quantity) !== wanted)
      return {
        missing: `${after.name} shows ${now?.quantity ?? 0} of ${one.move.product_id.display_name} and not ${wanted}.`,
      };
    return {
      write: {
        ...moveRecord(after, one.move),
        field: 'quantity',
        ...changed(one.move.quantity, now.quantity),
        after: quantity,
        ...(one.line >= 0 && { pointer: `/lines/${one.line}/${done}/value` }),
        method: 'write',
      },
    };
  });
}

const names = (move: PickingMove | undefined, of: (line: PickingMove['move_line_ids'][number]) => string | false) => [
  ...new Set((move?.move_line_ids ?? []).flatMap((line) => of(line) || [])),
];
const lotName = (line: PickingMove['move_line_ids'][number]) => (line.lot_id ? line.lot_id.name : line.lot_name);

function lotChecks(record: ShipmentRecord): Check[] {
  const seen = new Set<string>();
  return record.plan.allotments.flatMap((one): Check[] => {
    const { move, lot } = one;
    if (!lot || seen.has(`${move.id}${lot.pointer}`)) return [];
    seen.add(`${move.id}${lot.pointer}`);
    const now = moveNow(record, move);
    if (!names(now, lotName).includes(lot.name))
      return [{ missing: `Lot ${lot.name} is not on ${record.after.name}.` }];
    const held = quantityIn(record.units, now!, (line) => lotName(line) === lot.name);
    const wanted = rounded(
      record.plan.allotments
        .filter((other) => other.move.id === move.id && other.lot?.name === lot.name)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    );
    // Thirds of a dozen differ in the last digit.
    if (Math.abs(held - wanted) > 1e-4)
      return [{ missing: `${record.after.name} shows ${held} of lot ${lot.name} and not ${wanted}.` }];
    const before = names(move, lotName).join(', ') || false;
    return [
      {
        write: {
          ...moveRecord(record.after, move),
          field: 'lot_ids',
          ...changed(before, lot.name),
          after: lot.name,
          pointer: lot.pointer,
          method: 'write',
        },
      },
    ];
  });
}

/** Sum of the lines of a move that fit, in the unit of the move. */
function quantityIn(
  { byId }: UnitTable,
  move: PickingMove,
  fits: (line: PickingMove['move_line_ids'][number]) => boolean,
): number {
  const to = byId.get(move.product_uom.id);
  return rounded(
    move.move_line_ids.filter(fits).reduce((sum, line) => {
      const from = byId.get(line.product_uom_id.id);
      return sum + (from && to ? converted(line.quantity, from, to) : line.quantity);
    }, 0),
  );
}

function packageChecks(record: ShipmentRecord): Check[] {
  const seen = new Set<string>();
  return record.plan.allotments.flatMap((one): Check[] => {
    const { sscc, move } = one;
    if (!sscc || seen.has(sscc.value)) return [];
    seen.add(sscc.value);
    const line = record.after.move_ids
      .flatMap(({ move_line_ids }) => move_line_ids)
      .find((each) => each.result_package_id && each.result_package_id.name === sscc.value);
    if (!line?.result_package_id)
      return [{ missing: `Package ${sscc.value} of ${move.product_id.display_name} is not on ${record.after.name}.` }];
    return [
      {
        write: {
          model: versionFacts[record.version].packageModel,
          recordId: line.result_package_id.id,
          recordName: sscc.value,
          field: 'name',
          after: sscc.value,
          pointer: sscc.pointer,
          method: 'create',
        },
      },
    ];
  });
}
