import { append } from '../../services/domain/lists.ts';
/** A JSON Schema in which no `$ref` is left. */
export interface ResolvedSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, ResolvedSchema>>;
  readonly required?: readonly string[];
  readonly items?: ResolvedSchema;
  readonly enum?: readonly unknown[];
  readonly $comment?: string;
}

/** A change that somebody who reads or writes the published event cannot follow. */
export interface Break {
  /** Pointer to the field, `/lines/[]/product`. */
  readonly at: string;
  /** What changed, as the rest of a sentence that begins with the field. */
  readonly what: string;
}

// What these say binds nobody; the rest of the keywords must stay as they are.
const free = new Set(['title', 'description', '$comment', '$schema', 'examples', 'deprecated']);
const compared = new Set(['properties', 'required', 'items', 'enum']);

/**
 * What in a schema breaks the promise that its published form gave. Allowed are new optional fields, new words in a list that is marked
 * `"$comment": "open"`, and other texts for people; all else is a break.
 */
export function breaksBetween(published: ResolvedSchema, current: ResolvedSchema, at = ''): Break[] {
  return [
    ...brokenFields(published, current, at),
    ...brokenList(published, current, at),
    ...brokenKeywords(published, current, at),
    ...(published.items && current.items ? breaksBetween(published.items, current.items, `${at}/[]`) : []),
  ];
}

function brokenFields(published: ResolvedSchema, current: ResolvedSchema, at: string): Break[] {
  const breaks: Break[] = [];
  const before = published.properties ?? {};
  const now = current.properties ?? {};
  for (const [name, schema] of Object.entries(before)) {
    const field = now[name];
    if (field) append(breaks, breaksBetween(schema, field, `${at}/${name}`));
    else breaks.push({ at: `${at}/${name}`, what: 'is gone; readers look for it (a new name is a new field)' });
  }
  const needed = new Set(published.required);
  for (const name of current.required ?? []) {
    if (needed.has(name)) continue;
    const what =
      name in before ? 'was optional and is required now' : 'is new and required; only optional fields may be added';
    breaks.push({ at: `${at}/${name}`, what });
  }
  for (const name of needed)
    if (name in now && !current.required?.includes(name))
      breaks.push({ at: `${at}/${name}`, what: 'was always there and is optional now; readers count on it' });
  return breaks;
}

function brokenList(published: ResolvedSchema, current: ResolvedSchema, at: string): Break[] {
  if (!published.enum || !current.enum) return [];
  const before = new Set(published.enum.map(String));
  const now = new Set(current.enum.map(String));
  const isOpen = published.$comment === 'open';
  if (isOpen !== (current.$comment === 'open'))
    return [
      { at, what: `was ${isOpen ? 'an open' : 'a closed'} list of words and is ${isOpen ? 'closed' : 'open'} now` },
    ];
  const gone = [...before]
    .filter((word) => !now.has(word))
    .map((word) => ({ at, what: `no longer has the word \`${word}\`` }));
  if (isOpen) return gone;
  const added = [...now]
    .filter((word) => !before.has(word))
    .map((word) => ({
      at,
      what: `has the new word \`${word}\`, and the list is closed: readers have a branch for each of the others`,
    }));
  return [...gone, ...added];
}

function brokenKeywords(published: ResolvedSchema, current: ResolvedSchema, at: string): Break[] {
  const keywords = new Set([...Object.keys(published), ...Object.keys(current)]);
  return (
    [...keywords]
      .filter((keyword) => !free.has(keyword))
      .filter((keyword) => !compared.has(keyword) || keyword in published !== keyword in current)
      // Objects may gain or lose the mention of no required fields.
      .filter((keyword) => keyword !== 'required' && keyword !== 'properties')
      .filter((keyword) => JSON.stringify(published[keyword]) !== JSON.stringify(current[keyword]))
      .map((keyword) => ({
        at,
        what: `had ${keyword} ${written(published[keyword])} and has ${written(current[keyword])} now`,
      }))
  );
}

const written = (value: unknown) => (value === undefined ? 'none' : `\`${JSON.stringify(value)}\``);
