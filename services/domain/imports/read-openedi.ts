import { type Node, parseTree } from 'jsonc-parser';
import {
  type ImportedSpec,
  ItemRoom,
  importLimits,
  Notes,
  NotReadable,
  type Origin,
  type SpecElement,
  type SpecItem,
  type SpecSet,
  shortText,
  versionOf,
} from './spec.ts';

/** The extensions of version 1 begin with `x-edination-`, those of version 2 with `x-openedi-`. */
const prefixes = ['x-openedi-', 'x-edination-'] as const;

interface OpenEdi {
  readonly schemas: ReadonlyMap<string, Node>;
  readonly notes: Notes;
  readonly room: ItemRoom;
  lineOf(node: Node): Origin;
}

/** Reads OpenEDI: an OpenAPI 3 document whose schemas are messages, loops, segments and elements. The text was found to be JSON. @throws NotReadable */
export function readOpenEdi(text: string): ImportedSpec {
  const root = parseTree(text);
  const schemas = root && child(child(root, 'components'), 'schemas');
  if (root === undefined || schemas === undefined)
    throw new NotReadable(
      'OpenEDI JSON',
      'The JSON has no `components.schemas`, in which OpenEDI describes a message.',
    );
  const starts = lineStarts(text);
  const notes = new Notes();
  const openEdi: OpenEdi = {
    schemas: new Map(properties(schemas)),
    notes,
    room: new ItemRoom(),
    lineOf: ({ offset }) => ({ line: lineAt(starts, offset) }),
  };
  const messages = properties(schemas).filter(([, node]) => extension(node, 'message-id') !== undefined);
  if (messages.length === 0)
    throw new NotReadable(
      'OpenEDI JSON',
      'The JSON names no message (`x-openedi-message-id`), so there is no set to take.',
    );
  const sets = messages.slice(0, importLimits.sets).flatMap(([name, node]) => setOf(name, node, openEdi) ?? []);
  const [, first] = messages[0]!;
  const formatVersion = prefixes.findIndex((prefix) => child(first, `${prefix}message-id`)) === 0 ? '2' : '1';
  return { format: 'openedi', formatVersion, sets, notes: notes.list };
}

function setOf(name: string, node: Node, openEdi: OpenEdi): SpecSet | undefined {
  const { notes, lineOf } = openEdi;
  const origin = lineOf(node);
  const standard = extension(node, 'message-standard') ?? 'X12';
  const code = extension(node, 'message-id') ?? '';
  if (standard !== 'X12') {
    notes.lost(origin, `Message ${code} is of ${standard}, and only X12 can be taken.`);
    return undefined;
  }
  const info = extension(node, 'message-version') ?? /_(\d{5,6})_/.exec(name)?.[1] ?? '';
  const version = versionOf(info);
  return {
    code,
    ...(version === undefined ? {} : { version }),
    items: itemsOf(node, openEdi, 0).filter((item) => item.kind === 'loop' || (item.id !== 'ST' && item.id !== 'SE')),
    nested: true,
    partial: false,
    notes: [],
    origin,
  };
}

function itemsOf(node: Node, openEdi: OpenEdi, depth: number): SpecItem[] {
  const { notes, room, lineOf } = openEdi;
  if (depth > importLimits.depth)
    throw new NotReadable(
      'OpenEDI JSON',
      `Schemas refer to each other more than ${importLimits.depth} deep, or in a circle.`,
    );
  const required = new Set(words(child(node, 'required')));
  return properties(child(node, 'properties')).flatMap(([name, property]): SpecItem[] => {
    room.take();
    const origin = lineOf(property);
    const { target, max } = reference(property, openEdi);
    if (target === undefined) {
      notes.lost(origin, `“${name.slice(0, 40)}” refers to no schema of the file.`);
      return [];
    }
    const use = required.has(name) ? 'required' : 'optional';
    const segment = extension(target, 'segment-id');
    if (segment !== undefined) return [segmentOf(segment, target, { use, max, origin }, openEdi)];
    const items = itemsOf(target, openEdi, depth + 1);
    const group = extension(target, 'group-type');
    const loop = extension(target, 'loop-id');
    if (group !== undefined) {
      if (group !== 'anyOf')
        notes.changed(origin, `“${name.slice(0, 40)}” is a group of kind ${group}; its members were taken one by one.`);
      return items;
    }
    const sequence = extension(target, 'loop-seq');
    if (sequence !== undefined)
      notes.lost(origin, `That ${sequence} of loop ${loop ?? name} counts up is not in the guide.`);
    if (items.length > 0) return [{ kind: 'loop', id: loop ?? name, use, max, items, origin }];
    notes.lost(origin, `“${name.slice(0, 40)}” is neither loop nor segment.`);
    return [];
  });
}

/** What a property refers to, directly or as the items of an array, and how often it may be there. */
function reference(property: Node, { schemas }: OpenEdi): { readonly target: Node | undefined; readonly max: number } {
  const isArray = textOf(child(property, 'type')) === 'array';
  const inner = isArray ? child(property, 'items') : property;
  const path = textOf(child(inner, '$ref')) ?? textOf(child(child(inner, 'allOf')?.children?.[0], '$ref')) ?? '';
  const most = Number(textOf(child(property, 'maxItems')) ?? Number.POSITIVE_INFINITY);
  return {
    target: schemas.get(path.replace(/^#\/components\/schemas\//, '')),
    max: !isArray ? 1 : most > 0 ? most : Number.POSITIVE_INFINITY,
  };
}

function segmentOf(
  id: string,
  node: Node,
  { use, max, origin }: { use: 'required' | 'optional'; max: number; origin: Origin },
  openEdi: OpenEdi,
): SpecItem {
  const { notes, lineOf } = openEdi;
  const situational = child(node, 'x-openedi-situational') ?? child(node, 'x-edination-situational');
  const rules = words(child(node, 'x-openedi-syntax') ?? child(node, 'x-edination-syntax'));
  const unused = new Set<number>();
  for (const rule of words(situational)) {
    if (/^N(?:\d\d)+$/.test(rule)) for (const [place] of rule.slice(1).matchAll(/\d\d/g)) unused.add(Number(place));
    else
      notes.lost(
        lineOf(situational!),
        `${id}: the situational rule ${rule.slice(0, 40)} is not in the guide. Write it below \`rules\` if it matters.`,
      );
  }
  const odd = rules.filter((rule) => !/^[PRECL](?:\d\d){2,}$/.test(rule));
  for (const rule of odd) notes.lost(origin, `${id}: “${rule.slice(0, 40)}” is no syntax rule.`);
  const description = textOf(child(node, 'description'));
  return {
    ...{ kind: 'segment', id, use, max },
    elements: elementsOf(node, openEdi, undefined, unused),
    rules: rules.filter((rule) => !odd.includes(rule)),
    notes: description ? [shortText(description)] : [],
    origin,
  };
}

function elementsOf(
  node: Node,
  openEdi: OpenEdi,
  inside: number | undefined,
  unused: ReadonlySet<number>,
): SpecElement[] {
  const { room, lineOf } = openEdi;
  const required = new Set(words(child(node, 'required')));
  let last = 0;
  return properties(child(node, 'properties')).flatMap(([name, property]): SpecElement[] => {
    room.take();
    const said = Number(/_(\d{2})$/.exec(name)?.[1] ?? 0);
    last = said > 0 ? said : last + 1;
    const position = inside ?? last;
    const isArray = textOf(child(property, 'type')) === 'array';
    const value = (isArray ? child(property, 'items') : property) ?? property;
    const { target, max } = reference(property, openEdi);
    const composite = target && extension(target, 'composite-id');
    const id = composite ?? extension(value, 'element-id') ?? extension(property, 'element-id');
    const codes = codesOf(value, openEdi);
    const length = lengthOf(value);
    const isUnused = inside === undefined && unused.has(position);
    const description = textOf(child(property, 'description'));
    const made: SpecElement = {
      position,
      ...(inside === undefined ? {} : { component: last }),
      ...(id === undefined ? {} : { reference: id }),
      use: isUnused ? 'not-used' : required.has(name) ? 'required' : 'optional',
      ...(length && { length }),
      ...(isArray && { max }),
      ...(codes && { codes }),
      notes: description ? [shortText(description)] : [],
      origin: lineOf(property),
    };
    const isComposite = composite !== undefined && target !== undefined && inside === undefined && !isUnused;
    return isComposite ? [made, ...elementsOf(target, openEdi, position, unused)] : [made];
  });
}

function lengthOf(node: Node): { min: number; max: number } | undefined {
  const max = Number(textOf(child(node, 'maxLength')) ?? 0);
  const min = Number(textOf(child(node, 'minLength')) ?? 1);
  return max >= 1 && min >= 1 ? { min, max } : undefined;
}

/** Codes stand in the property, or in a schema of their own to which its `allOf` refers. */
function codesOf(node: Node, { schemas }: OpenEdi): readonly string[] | undefined {
  const refs = [node, ...(child(node, 'allOf')?.children ?? [])].map((one) => textOf(child(one, '$ref')) ?? '');
  const lists = [node, ...refs.flatMap((ref) => schemas.get(ref.replace(/^#\/components\/schemas\//, '')) ?? [])];
  const codes = lists.flatMap((one) => words(child(one, 'enum')));
  return codes.length > 0 ? codes.slice(0, importLimits.codes) : undefined;
}

const child = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1]
    : undefined;

function properties(node: Node | undefined): [string, Node][] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) =>
    children?.[1] ? [[String(children[0]!.value), children[1]]] : [],
  );
}

const textOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' || node?.type === 'number' ? String(node.value) : undefined;

const words = (node: Node | undefined): string[] =>
  node?.type === 'array' ? (node.children ?? []).flatMap((one) => textOf(one) ?? []) : [];

function extension(node: Node, name: string): string | undefined {
  for (const prefix of prefixes) {
    const found = textOf(child(node, prefix + name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
