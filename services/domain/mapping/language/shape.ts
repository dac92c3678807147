import { eventSchemas, vocabulary } from '../../../../specs/generated/event-schemas.ts';
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

const schemas: Readonly<Record<EventType, JsonSchema>> = eventSchemas;
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
