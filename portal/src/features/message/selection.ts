import type { EventView, WholeEvent } from '../../lib/contract.ts';
import type { MessageView } from './view.ts';

export type Range = readonly [start: number, end: number];
export type Selection =
  | { readonly kind: 'field'; readonly pointer: string }
  | { readonly kind: 'bytes'; readonly range: Range }
  | { readonly kind: 'write'; readonly key: string };

/** Everything that one selected value touches, on all three sides, and what hangs on what. */
export interface Thread {
  readonly selection: Selection;
  readonly event: WholeEvent;
  readonly pointers: ReadonlySet<string>;
  readonly ranges: readonly Range[];
  readonly writes: ReadonlySet<string>;
  readonly links: readonly {
    readonly pointer: string;
    readonly ranges: readonly Range[];
    readonly writes: readonly string[];
  }[];
}

export interface KeyedWrite {
  readonly key: string;
  readonly write: EventView['deliveries'][number]['writes'][number];
}

/** All Odoo writes of an event with the keys under which the address names them. */
export function writesOf(event: EventView): readonly KeyedWrite[] {
  return event.deliveries.flatMap((delivery) =>
    delivery.writes.map((write, ordinal) => ({ key: `${delivery.id}.${ordinal}`, write })),
  );
}

export const overlaps = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** Fields with an origin that a pointer means: itself, those below it, or else the nearest one above. */
function traced(event: WholeEvent, pointer: string): readonly string[] {
  const keys = Object.keys(event.provenance);
  const below = keys.filter((key) => isWithin(key, pointer));
  if (below.length > 0) return below;
  return keys
    .filter((key) => isWithin(pointer, key))
    .sort((a, b) => b.length - a.length)
    .slice(0, 1);
}

function rangesOf(event: WholeEvent, pointer: string): readonly Range[] {
  return (event.provenance[pointer]?.ranges ?? []).flatMap(([start, end]) =>
    start === undefined || end === undefined ? [] : [[start, end] as const],
  );
}

function pointersOf(event: WholeEvent, selection: Selection): readonly string[] {
  if (selection.kind === 'field') return traced(event, selection.pointer);
  if (selection.kind === 'write') {
    const pointer = writesOf(event).find(({ key }) => key === selection.key)?.write.pointer;
    return pointer === undefined ? [] : traced(event, pointer);
  }
  return Object.keys(event.provenance).filter((pointer) =>
    rangesOf(event, pointer).some((range) => overlaps(range, selection.range)),
  );
}

/** Writes by the field that they came from, and by every field above it. */
function writesAt(writes: readonly KeyedWrite[]): {
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
} {
  const of = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, pointer: string, key: string) => {
    const keys = map.get(pointer);
    if (keys === undefined) map.set(pointer, [key]);
    else keys.push(key);
  };
  for (const { key, write } of writes) {
    if (write.pointer === undefined) continue;
    add(of, write.pointer, key);
    for (let at = write.pointer; at !== ''; at = parentOf(at)) add(below, at, key);
  }
  return { of, below };
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Follows a selected value through one event. */
export function threadOf(event: WholeEvent, selection: Selection): Thread {
  const pointers = pointersOf(event, selection);
  const { of, below } = writesAt(writesOf(event));
  const touching = (pointer: string): readonly string[] => {
    const keys = [...(below.get(pointer) ?? [])];
    for (let at = parentOf(pointer); at !== ''; at = parentOf(at)) keys.push(...(of.get(at) ?? []));
    return selection.kind === 'write' ? keys.filter((key) => key === selection.key) : keys;
  };
  const links = pointers.map((pointer) => ({
    pointer,
    ranges: rangesOf(event, pointer),
    writes: touching(pointer),
  }));
  const shownPointers = selection.kind === 'field' ? [selection.pointer, ...pointers] : pointers;
  return {
    selection,
    event,
    pointers: new Set(shownPointers),
    ranges: selection.kind === 'bytes' ? [selection.range] : links.flatMap((link) => link.ranges),
    writes: new Set(selection.kind === 'write' ? [selection.key] : links.flatMap((link) => link.writes)),
    links,
  };
}

/** The selection that an address names, if any. */
export function selectionOf(view: MessageView): Selection | undefined {
  if (view.field !== undefined) return { kind: 'field', pointer: view.field };
  if (view.write !== undefined) return { kind: 'write', key: view.write };
  if (view.bytes === undefined) return undefined;
  const [start = 0, end = 0] = view.bytes.split('-').map(Number);
  return { kind: 'bytes', range: [start, end] };
}

/** Whether a selected value has anything to do with an event. */
export const isTouched = (event: WholeEvent, selection: Selection): boolean => pointersOf(event, selection).length > 0;

/** How an address names a selection. Moving to another kind lets go of the former. */
export function viewOf(selection: Selection | undefined): Pick<MessageView, 'field' | 'bytes' | 'write'> {
  if (selection === undefined) return {};
  if (selection.kind === 'field') return { field: selection.pointer };
  if (selection.kind === 'write') return { write: selection.key };
  return { bytes: selection.range.join('-') };
}
