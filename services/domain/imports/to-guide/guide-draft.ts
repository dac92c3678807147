import { Document, isMap, isScalar, visit } from 'yaml';
import { elementPlace } from '../../language/path.ts';
import type { Origin } from '../spec.ts';

/** An element of a guide as it will be written. */
export interface DraftElement {
  use?: string;
  length?: string;
  codes?: readonly string[];
  repeat?: number;
  note?: string;
}

export interface DraftSegment {
  use?: string;
  max?: number;
  note?: string;
  /** By `02` or `02.1`, in any order. */
  elements?: Map<string, DraftElement>;
}

export interface DraftDeviation {
  readonly name: string;
  readonly reason: string;
  readonly place: string;
  readonly codes?: readonly string[];
  readonly length?: string;
  readonly 'left-out'?: true;
  readonly 'stands-in'?: string;
  readonly max?: number;
}

export interface DraftRule {
  readonly each?: string;
  readonly when?: unknown;
  readonly that: unknown;
  readonly code: string;
  readonly explain: string;
}

/** A guide that is being written, and where in the uploaded file each of its parts comes from. */
export class GuideDraft {
  readonly segments = new Map<string, DraftSegment>();
  readonly rules: DraftRule[] = [];
  readonly deviations: DraftDeviation[] = [];
  /** By place, such as `LX/W12` and `LX/W12-05`. */
  readonly origins = new Map<string, Origin>();
  readonly #said = new Set<string>();

  segment(path: string, origin: Origin): DraftSegment {
    const known = this.segments.get(path);
    if (known) return known;
    const made: DraftSegment = {};
    this.segments.set(path, made);
    this.origins.set(path, origin);
    return made;
  }

  element(path: string, position: number, component: number | undefined, origin: Origin): DraftElement {
    const segment = this.segment(path, origin);
    segment.elements ??= new Map();
    const key = keyOf(position, component);
    const made = segment.elements.get(key) ?? {};
    segment.elements.set(key, made);
    this.origins.set(placeOf(path, position, component), origin);
    return made;
  }

  /** What the standard does not allow: to be agreed. Said once for a place. */
  deviate(deviation: DraftDeviation, origin: Origin): void {
    const key = [deviation.place, ...Object.keys(deviation).sort(), deviation['stands-in']].join(' ');
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.deviations.push(deviation);
    this.origins.set(deviation.place, origin);
  }

  text(head: { title: string; set: string; version: string }, withNotes: boolean): string {
    const segments = [...this.segments].flatMap(([path, one]) => {
      const said = inOrder(withNotes ? one : withoutNotes(one));
      return Object.keys(said).length === 0 ? [] : [[path, said] as const];
    });
    const document = new Document(
      {
        guide: head.title,
        set: head.set,
        version: head.version,
        ...(segments.length > 0 && { segments: new Map(segments) }),
        ...(this.rules.length > 0 && { rules: this.rules }),
        ...(this.deviations.length > 0 && { deviations: this.deviations }),
      },
      { aliasDuplicateObjects: false },
    );
    inLines(document);
    return document.toString({ lineWidth: 0, flowCollectionPadding: true });
  }
}

/** An element, a list of codes and a condition stand on one line, as people write them. */
function inLines(document: Document): void {
  visit(document, {
    Seq(_key, node) {
      if (node.items.every(isScalar)) node.flow = true;
    },
    Pair(_key, { key, value }) {
      if (isMap(value) && isScalar(key) && /^\d\d(\.\d+)?$|^(when|that)$/.test(String(key.value))) value.flow = true;
    },
  });
}

function inOrder({ elements, ...rest }: DraftSegment): DraftSegment {
  if (elements === undefined || elements.size === 0) return rest;
  const sorted = [...elements]
    .filter(([, one]) => Object.keys(one).length > 0)
    .sort(([a], [b]) => Number(a) - Number(b));
  return { ...rest, ...(sorted.length > 0 && { elements: new Map(sorted) }) };
}

function withoutNotes({ note: _note, elements, ...rest }: DraftSegment): DraftSegment {
  const bare = [...(elements ?? [])].map(([key, { note: _inner, ...one }]) => [key, one] as const);
  return { ...rest, elements: new Map(bare) };
}

const keyOf = (position: number, component: number | undefined): string =>
  `${String(position).padStart(2, '0')}${component === undefined ? '' : `.${component}`}`;

/** `LX/W12-05`. */
export function placeOf(path: string, position: number, component: number | undefined): string {
  const at = path.lastIndexOf('/') + 1;
  return path.slice(0, at) + elementPlace(path.slice(at), position, component);
}
