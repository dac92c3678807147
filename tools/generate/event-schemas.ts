import { readdirSync, readFileSync } from 'node:fs';
import type { ResolvedSchema } from './event-compatibility.ts';

/** A file of `specs/events` as it is written. */
export interface EventSchema extends ResolvedSchema {
  readonly $id: string;
  readonly title: string;
}

export interface EventSchemas {
  /** By event type, such as `shipment.milestone.v1`. */
  readonly types: ReadonlyMap<string, EventSchema>;
  readonly vocabulary: EventSchema & { readonly $defs: Readonly<Record<string, ResolvedSchema>> };
  readonly envelope: EventSchema;
}

/** Reads `specs/events` below the root of the project. */
export function readEventSchemas(root: URL): EventSchemas {
  const folder = new URL('specs/events/', root);
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')) as EventSchema;
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => name.slice(0, -'.schema.json'.length))
    .sort();
  return {
    types: new Map(names.filter((name) => /[.]v\d+$/.test(name)).map((name) => [name, read(name)])),
    vocabulary: read('common') as EventSchemas['vocabulary'],
    envelope: read('envelope'),
  };
}

/** The schema with every reference into the vocabulary replaced by what it refers to: it stands alone. */
export function resolved(schema: ResolvedSchema, vocabulary: EventSchemas['vocabulary']): ResolvedSchema {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    if ('$ref' in value && typeof value.$ref === 'string') {
      const name = value.$ref.replace('common.schema.json#/$defs/', '');
      const { $ref: _, ...beside } = value;
      return { ...(visit(vocabulary.$defs[name]) as object), ...beside };
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(schema) as ResolvedSchema;
}
