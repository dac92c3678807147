import { Ajv } from 'ajv';
import type { SchemaObject } from 'ajv/dist/core.js';
import standalone from 'ajv/dist/standalone/index.js';

// The instant in UTC as mappings and `Date.toISOString` write it. A pattern is inlined, where a function would be a package at run time.
const dateTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;

/**
 * Makes the source of a module that validates the data of each event type, without imports.
 * @param schemas the schemas by event type
 * @param vocabulary `common.schema.json`, which they refer to
 */
export function eventValidators(schemas: ReadonlyMap<string, SchemaObject>, vocabulary: SchemaObject): string {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    inlineRefs: false,
    // Texts are only asked whether they are empty, for which code units count as well as characters do.
    unicode: false,
    logger: false,
  });
  ajv.addFormat('date-time', dateTime);
  // One root, since ajv compiles a definition once for each root that refers to it.
  const $defs = Object.fromEntries(
    [...Object.entries(vocabulary.$defs as object), ...schemas].map(([name, schema]) => [name, bare(schema)]),
  );
  ajv.addSchema({ $id: 'events', $defs });
  const names = Object.fromEntries([...schemas.keys()].map((type) => [nameOf(type), `events#/$defs/${type}`]));
  const code = standalone.default(ajv, names).replace('"use strict";', '');
  if (/\brequire\(|^import /m.test(code))
    throw new Error(
      'The validators need a package at run time. Look in specs/events for a keyword or format that ajv does not inline.',
    );
  const entries = [...schemas.keys()].map((type) => `  '${type}': ${nameOf(type)},`);
  return `// Made by \`npm run generate\` from specs/events. Do not edit.
// @ts-nocheck
type Validator = { (data: unknown): boolean; errors?: readonly { instancePath: string; message?: string }[] | null };
${code}
/** Validates the data of an event by its type; \`errors\` holds the first fault of the last call. */
export const eventValidators: Readonly<Record<string, Validator>> = {
${entries.join('\n')}
};
`;
}

/** `shipment.milestone.v1` as a name in code. */
const nameOf = (type: string) => type.replace(/[.-](\w)/g, (_match, letter: string) => letter.toUpperCase());

const annotations = new Set(['$schema', '$id', '$comment', 'title', 'description']);

/** A schema without what is there for readers, and with references into the one root. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      // In `properties` these are names of fields.
      .filter(([key, value]) => !annotations.has(key) || typeof value === 'object')
      .map(([key, value]) => [key, key === '$ref' ? String(value).replace('common.schema.json', '') : bare(value)]),
  );
}
