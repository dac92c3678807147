import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { breaksBetween, type ResolvedSchema } from './event-compatibility.ts';
import { type EventSchemas, resolved } from './event-schemas.ts';

/** How the event schemas stand to what was published of them, in `specs/events/published`. */
export interface Publication {
  /** Sentences, each with what to do; while there are any, nothing may be published. */
  readonly refusals: readonly string[];
  /** The published files as they ought to be, by path from the root. */
  readonly files: Readonly<Record<string, string>>;
}

const folder = 'specs/events/published/';

/** Compares the event schemas with the published ones below the root of the project. */
export function publicationOf(schemas: EventSchemas, root: URL): Publication {
  const current = new Map([...schemas.types, ['envelope', schemas.envelope] as const]);
  const refusals: string[] = [];
  const files: Record<string, string> = {};
  for (const [name, schema] of current) {
    const whole = resolved(schema, schemas.vocabulary);
    files[`${folder}${name}.json`] = `${jsonText(whole)}\n`;
    const before = publishedSchema(name, root);
    if (!before) continue;
    for (const { at, what } of breaksBetween(before, whole))
      refusals.push(`${name} is published, and its field ${at || '/'} ${what}. ${remedy(name)}`);
  }
  for (const name of publishedNames(root))
    if (!current.has(name))
      refusals.push(
        `${name} is published, and its schema is gone. Events of this type are stored and read: bring specs/events/${name}.schema.json back.`,
      );
  return { refusals, files };
}

function remedy(name: string): string {
  const [, stem, version] = /^(.*)[.]v(\d+)$/.exec(name) ?? [];
  return stem
    ? `Take the change back, or copy the schema to ${stem}.v${Number(version) + 1} and change that: the old version stays as it is.`
    : 'Take the change back: every event has this envelope.';
}

function publishedNames(root: URL): readonly string[] {
  const place = new URL(folder, root);
  return existsSync(place) ? readdirSync(place).map((name) => name.replace(/[.]json$/, '')) : [];
}

function publishedSchema(name: string, root: URL): ResolvedSchema | undefined {
  const file = new URL(`${folder}${name}.json`, root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ResolvedSchema) : undefined;
}

const width = 120;

/** JSON as the formatter leaves it: lists of single values on one line where they fit. */
function jsonText(value: unknown, indent = '', before = 0): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const fits = indent.length + before + flat.length < width && value.every((item) => typeof item !== 'object');
    if (value.length === 0 || fits) return flat;
    return `[\n${value.map((item) => inner + jsonText(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + jsonText(item, inner, name.length);
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
