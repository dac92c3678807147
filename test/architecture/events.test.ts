import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaksBetween, type ResolvedSchema } from '../../tools/generate/event-compatibility.ts';
import { readEventSchemas, resolved } from '../../tools/generate/event-schemas.ts';
import { copyTree, type TreeCopy } from './tree-copy.ts';

const root = new URL('../../', import.meta.url);
const events = readEventSchemas(root);
const published = resolved(events.types.get('warehouse-order.shipped.v1')!, events.vocabulary);

/** The published schema with something done to a copy of it. */
function changed(change: (schema: Editable) => void): ResolvedSchema {
  const copy = structuredClone(published) as unknown as Editable;
  change(copy);
  return copy as unknown as ResolvedSchema;
}
interface Editable {
  title: string;
  description?: string;
  type: string;
  properties: Record<string, Editable>;
  items: Editable;
  required: string[];
  enum: string[];
  minItems?: number;
  pattern?: string;
  minLength?: number;
  additionalProperties: boolean;
  anyOf?: unknown[];
  $comment?: string;
}
const line = (schema: Editable) => schema.properties.lines!.items;
const without = (object: Record<string, unknown>, name: string) => Reflect.deleteProperty(object, name);
const text = { type: 'string', minLength: 1 } as unknown as Editable;

const allowed: Record<string, (schema: Editable) => void> = {
  'a new optional field': (s) => Object.assign(s.properties, { driver: text }),
  'a new optional field deep inside': (s) => Object.assign(line(s).properties.product!.properties, { colour: text }),
  'other words for people': (s) => {
    s.title = 'Other';
    s.properties.orderNumber!.description = 'Another sentence.';
  },
  'a new word in an open list': (s) => line(s).properties.shipped!.properties.unit!.enum.push('barrel'),
};

const refused: Record<string, { change: (schema: Editable) => void; at: string; what: RegExp }> = {
  'a field removed': {
    change: (s) => without(s.properties, 'trackingNumber'),
    at: '/trackingNumber',
    what: /is gone/,
  },
  'a field renamed': {
    change: (s) => {
      line(s).properties.amount = line(s).properties.difference!;
      without(line(s).properties, 'difference');
    },
    at: '/lines/[]/difference',
    what: /is gone/,
  },
  'a field required that was not': {
    change: (s) => s.required.push('shippedAt'),
    at: '/shippedAt',
    what: /was optional and is required now/,
  },
  'a new field that is required': {
    change: (s) => {
      line(s).properties.serial = text;
      line(s).required.push('serial');
    },
    at: '/lines/[]/serial',
    what: /is new and required/,
  },
  'a field no longer required': {
    change: (s) => s.required.splice(s.required.indexOf('lines'), 1),
    at: '/lines',
    what: /is optional now/,
  },
  'another type': {
    change: (s) => Object.assign(line(s).properties.difference!, { type: 'string' }),
    at: '/lines/[]/difference',
    what: /had type `"number"` and has `"string"` now/,
  },
  'a word taken out of a closed list': {
    change: (s) => s.properties.reporting!.enum.splice(0, 1),
    at: '/reporting',
    what: /no longer has the word `full`/,
  },
  'a new word in a closed list': {
    change: (s) => s.properties.reporting!.enum.push('summary'),
    at: '/reporting',
    what: /new word `summary`, and the list is closed/,
  },
  'a word taken out of an open list': {
    change: (s) => line(s).properties.shipped!.properties.unit!.enum.splice(0, 1),
    at: '/lines/[]/shipped/unit',
    what: /no longer has the word `each`/,
  },
  'a closed list opened': {
    change: (s) => Object.assign(s.properties.reporting!, { $comment: 'open' }),
    at: '/reporting',
    what: /was a closed list/,
  },
  'a list where there was free text': {
    change: (s) => Object.assign(s.properties.billOfLading!, { enum: ['A'] }),
    at: '/billOfLading',
    what: /had enum none/,
  },
  'a tighter bound': {
    change: (s) => Object.assign(s.properties.lines!, { minItems: 2 }),
    at: '/lines',
    what: /had minItems `1` and has `2` now/,
  },
  'a wider bound': {
    change: (s) => without(s.properties.lines as unknown as Record<string, unknown>, 'minItems'),
    at: '/lines',
    what: /had minItems `1` and has none now/,
  },
  'another form': {
    change: (s) => Object.assign(line(s).properties.packages!.items.properties.sscc!, { pattern: '^[0-9]{20}$' }),
    at: '/lines/[]/packages/[]/sscc',
    what: /had pattern/,
  },
  'an object that takes anything': {
    change: (s) => Object.assign(s, { additionalProperties: true }),
    at: '',
    what: /had additionalProperties/,
  },
  'another alternative': {
    change: (s) => line(s).properties.product!.anyOf!.push({ required: ['description'] }),
    at: '/lines/[]/product',
    what: /had anyOf/,
  },
};

describe('a published event', () => {
  test.each(Object.keys(allowed))('may gain %s', (name) => {
    expect(breaksBetween(published, changed(allowed[name]!))).toEqual([]);
  });

  test.each(Object.keys(refused))('may not have %s', (name) => {
    const { change, at, what } = refused[name]!;
    expect(breaksBetween(published, changed(change))).toEqual([{ at, what: expect.stringMatching(what) }]);
  });
});

let tree: TreeCopy;
beforeAll(() => {
  tree = copyTree();
});
afterAll(() => tree.remove());

/** Runs `generate.ts` on the copy of the tree. */
function generate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(tree.dir, 'tools/generate/generate.ts'), ...args],
    {
      cwd: tree.dir,
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
}

/** Writes a schema of the copy anew. */
function rewrite(name: string, change: (schema: Editable) => void): void {
  const schema = structuredClone(
    name === 'common' ? events.vocabulary : events.types.get(name)!,
  ) as unknown as Editable;
  change(schema);
  tree.write(`specs/events/${name}.schema.json`, JSON.stringify(schema));
}

describe('npm run generate', () => {
  test('refuses to freeze what breaks a promise, and tells the way out; freezes the rest; sees what is stale', () => {
    rewrite('tender.answered.v1', (schema) => without(schema.properties, 'reason'));
    const broken = generate('--publish');
    expect(broken.said).toContain(
      'tender.answered.v1 is published, and its field /reason is gone; readers look for it (a new name is a new field). Take the change back, or copy the schema to tender.answered.v2 and change that',
    );
    expect(broken.status).toBe(1);

    rewrite('tender.answered.v1', (schema) => Object.assign(schema.properties, { driver: text }));
    const grown = generate('--check');
    expect(grown.said).toContain('specs/generated/event-validators.ts, specs/generated/event-data.ts.');
    expect(grown.said).toContain('Not published: specs/events/published/tender.answered.v1.json.');
    expect(grown.status).toBe(1);

    expect(generate('--publish').status).toBe(0);
    expect(generate('--check')).toMatchObject({ status: 0 });
  });
});
