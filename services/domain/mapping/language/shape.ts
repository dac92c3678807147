import billOfLading from '../../../../specs/events/bill-of-lading.issued.v1.schema.json' with { type: 'json' };
import vocabulary from '../../../../specs/events/common.schema.json' with { type: 'json' };
import dockAppointment from '../../../../specs/events/dock-appointment.scheduled.v1.schema.json' with { type: 'json' };
import acknowledged from '../../../../specs/events/document.acknowledged.v1.schema.json' with { type: 'json' };
import advised from '../../../../specs/events/document.advised.v1.schema.json' with { type: 'json' };
import freightInvoiced from '../../../../specs/events/freight.invoiced.v1.schema.json' with { type: 'json' };
import adjusted from '../../../../specs/events/inventory.adjusted.v1.schema.json' with { type: 'json' };
import snapshot from '../../../../specs/events/inventory.snapshot.v1.schema.json' with { type: 'json' };
import invoiceIssued from '../../../../specs/events/invoice.issued.v1.schema.json' with { type: 'json' };
import orderAnswered from '../../../../specs/events/purchase-order.answered.v1.schema.json' with { type: 'json' };
import orderPlaced from '../../../../specs/events/purchase-order.placed.v1.schema.json' with { type: 'json' };
import receiptConfirmed from '../../../../specs/events/receipt.confirmed.v1.schema.json' with { type: 'json' };
import receiptExpected from '../../../../specs/events/receipt.expected.v1.schema.json' with { type: 'json' };
import returnReceived from '../../../../specs/events/return.received.v1.schema.json' with { type: 'json' };
import announced from '../../../../specs/events/shipment.announced.v1.schema.json' with { type: 'json' };
import delivered from '../../../../specs/events/shipment.delivered.v1.schema.json' with { type: 'json' };
import eta from '../../../../specs/events/shipment.eta.v1.schema.json' with { type: 'json' };
import exception from '../../../../specs/events/shipment.exception.v1.schema.json' with { type: 'json' };
import milestone from '../../../../specs/events/shipment.milestone.v1.schema.json' with { type: 'json' };
import tendered from '../../../../specs/events/shipment.tendered.v1.schema.json' with { type: 'json' };
import answered from '../../../../specs/events/tender.answered.v1.schema.json' with { type: 'json' };
import orderCancelled from '../../../../specs/events/warehouse-order.cancelled.v1.schema.json' with { type: 'json' };
import released from '../../../../specs/events/warehouse-order.released.v1.schema.json' with { type: 'json' };
import shipped from '../../../../specs/events/warehouse-order.shipped.v1.schema.json' with { type: 'json' };
import type { EventType } from '../../events.ts';

/** What the compiler needs to know of an event's JSON Schema: which fields there are, and what may stand in them. */
export type Shape = ObjectShape | ArrayShape | TextShape | NumberShape | MomentShape;
export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
  /** At least one of these must be there; empty where the schema does not say so. */
  readonly oneOf: readonly string[];
}
export interface ArrayShape {
  readonly kind: 'array';
  readonly items: Shape;
  readonly minItems: number;
}
export interface TextShape {
  readonly kind: 'text';
  readonly choices?: readonly string[];
  /** The text has a form of its own, which only a conversion such as `as: sscc` guarantees. */
  readonly formed: boolean;
}
export interface NumberShape {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly minimum?: number;
}
/** `common.schema.json#/$defs/Moment`, made by `moment:` only. */
export interface MomentShape {
  readonly kind: 'moment';
}

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly pattern?: string;
}

const schemas: Readonly<Record<EventType, JsonSchema>> = {
  'shipment.milestone.v1': milestone,
  'warehouse-order.shipped.v1': shipped,
  'shipment.announced.v1': announced,
  'tender.answered.v1': answered,
  'warehouse-order.released.v1': released,
  'shipment.tendered.v1': tendered,
  'document.acknowledged.v1': acknowledged,
  'shipment.exception.v1': exception,
  'shipment.eta.v1': eta,
  'shipment.delivered.v1': delivered,
  'dock-appointment.scheduled.v1': dockAppointment,
  'warehouse-order.cancelled.v1': orderCancelled,
  'receipt.expected.v1': receiptExpected,
  'receipt.confirmed.v1': receiptConfirmed,
  'return.received.v1': returnReceived,
  'inventory.adjusted.v1': adjusted,
  'inventory.snapshot.v1': snapshot,
  'freight.invoiced.v1': freightInvoiced,
  'purchase-order.placed.v1': orderPlaced,
  'purchase-order.answered.v1': orderAnswered,
  'invoice.issued.v1': invoiceIssued,
  'bill-of-lading.issued.v1': billOfLading,
  'document.advised.v1': advised,
};

const definitions: Readonly<Record<string, JsonSchema>> = vocabulary.$defs;
const shapes = new Map<EventType, ObjectShape>();

/** The shape of an event's `data`. */
export function shapeOf(type: EventType): ObjectShape {
  const known = shapes.get(type);
  if (known) return known;
  const shape = toShape(schemas[type]);
  if (shape.kind !== 'object') throw new Error(`The schema of ${type} does not describe an object.`);
  shapes.set(type, shape);
  return shape;
}

function toShape(schema: JsonSchema): Shape {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    if (name === 'Moment') return { kind: 'moment' };
    const definition = definitions[name];
    if (!definition) throw new Error(`specs/events has no definition ${schema.$ref}.`);
    return toShape(definition);
  }
  switch (schema.type) {
    case 'object':
      return {
        kind: 'object',
        fields: new Map(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, toShape(field)])),
        required: new Set(schema.required ?? []),
        oneOf: (schema.anyOf ?? []).flatMap((option) => option.required ?? []),
      };
    case 'array':
      return { kind: 'array', items: toShape(schema.items ?? { type: 'string' }), minItems: schema.minItems ?? 0 };
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        integer: schema.type === 'integer',
        ...(schema.minimum === undefined ? {} : { minimum: schema.minimum }),
      };
    default:
      return {
        kind: 'text',
        formed: schema.pattern !== undefined,
        ...(schema.enum === undefined ? {} : { choices: schema.enum.map(String) }),
      };
  }
}

const momentFields: ReadonlyMap<string, Shape> = new Map(
  ['local', 'utc', 'zone', 'zoneOrigin'].map((name) => [name, { kind: 'text', formed: false }]),
);

/** The fields that a path may go on with below this shape; arrays are passed through. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, Shape> {
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind === 'array') return fieldsOf(shape.items);
  return shape.kind === 'moment' ? momentFields : new Map();
}
