import { fromPartners, toPartners } from '../../services/domain/routes.ts';
import type { EventSchemas } from './event-schemas.ts';

type Schema = Record<string, unknown>;

/** `shipment.milestone.v1` as the name of a component. */
const nameOf = (type: string) => type.replace(/(?:^|[.-])(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** What senders may add to an event because CloudEvents has it; we give our own. */
const letThrough: Schema = {
  specversion: { const: '1.0' },
  id: { type: 'string', maxLength: 200 },
  source: { type: 'string', maxLength: 1000 },
  datacontenttype: { const: 'application/json' },
  dataschema: { type: 'string', maxLength: 1000 },
};

/**
 * Fills in the schemas of the contract that follow from the events: a variant for each type that partners send or fetch, and the data of each. They are taken from
 * specs/events as they are, with references of the contract.
 */
export function addEventSchemas(document: object, { types, vocabulary }: EventSchemas): void {
  const { schemas } = (document as { components: { schemas: Record<string, Schema> } }).components;
  const made: Record<string, Schema> = {
    'from-partners': { oneOf: fromPartners.map(submitted) },
    'to-partners': { oneOf: toPartners.map(fetched) },
    'types-to-partners': { type: 'string', enum: [...toPartners] },
  };
  for (const schema of Object.values(schemas)) {
    const fill = made[String(schema['x-events'])];
    delete schema['x-events'];
    if (fill) Object.assign(schema, fill);
  }
  for (const [name, schema] of Object.entries(vocabulary.$defs)) schemas[`Event${name}`] = bare(schema) as Schema;
  for (const [type, schema] of types) schemas[nameOf(type)] = bare(schema) as Schema;
}

const common = (type: string): Schema => ({
  type: { const: type },
  subject: {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description: 'The record that it speaks of, such as the order number',
  },
  data: { $ref: `#/components/schemas/${nameOf(type)}` },
});

const submitted = (type: string): Schema => ({
  type: 'object',
  title: type,
  additionalProperties: false,
  // Extension attributes of CloudEvents: let through, and not kept.
  patternProperties: { '^(?!data_base64$)[a-z0-9]+$': true },
  required: ['type', 'subject', 'data'],
  properties: {
    ...common(type),
    time: { type: 'string', format: 'date-time', description: 'When it happened; what its data say unless given' },
    ...letThrough,
  },
});

const fetched = (type: string): Schema => ({
  type: 'object',
  title: type,
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'dataschema', 'data'],
  properties: {
    ...{ specversion: { const: '1.0' }, id: { type: 'string' }, source: { type: 'string' }, ...common(type) },
    time: { type: 'string', format: 'date-time' },
    ...{ datacontenttype: { const: 'application/json' }, dataschema: { type: 'string' } },
  },
});

const notes = new Set(['$schema', '$id', '$comment']);

function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      // In `properties` these are names of fields.
      .filter(([key, value]) => !notes.has(key) || typeof value === 'object')
      .map(([key, value]) => [key, key === '$ref' ? referenceOf(String(value)) : bare(value)]),
  );
}

const referenceOf = (reference: string) =>
  reference.replace(/^(common\.schema\.json)?#\/\$defs\//, '#/components/schemas/Event');
