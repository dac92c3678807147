import { keyOf } from '../../x12/read/tape.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import { opener } from '../../x12/standard/set-definition.ts';
import {
  type ImportNote,
  Notes,
  type Origin,
  type SpecSegment,
  type SpecSet,
  type SpecUse,
  shortText,
} from '../spec.ts';
import { discriminate } from './discriminate.ts';
import { ElementWriter } from './element-writer.ts';
import { GuideDraft } from './guide-draft.ts';
import { type MisplacedUse, type PlacedUse, placeSpec } from './place-spec.ts';
import { ruleOf } from './syntax-rule.ts';

/** A guide made of a specification. */
export interface MadeGuide {
  readonly text: string;
  /** Where in the uploaded file the parts of the guide come from, by place. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly notes: readonly ImportNote[];
}

/** A guide has at most so many characters; without notes nearly every one does. */
const longest = 240_000;

/**
 * Writes a specification as a guide: as differences from the standard. What a guide may not say because it contradicts the standard becomes a
 * deviation, to be agreed. What has no place in either is a note.
 */
export function specToGuide(
  set: SpecSet,
  definition: SetDefinition,
  version: string,
  knownSegments: ReadonlySet<number>,
): MadeGuide {
  const writer = new Writer(set, definition, knownSegments);
  writer.write();
  const { draft, notes } = writer;
  const head = { title: set.title ?? `${definition.name} as uploaded`, set: set.code, version };
  const full = draft.text(head, true);
  if (full.length <= longest) return { text: full, origins: draft.origins, notes: notes.list };
  notes.lost(
    undefined,
    'With all its notes the guide would be too large, so the notes were left out; the uploaded file has them.',
  );
  return { text: draft.text(head, false), origins: draft.origins, notes: notes.list };
}

class Writer {
  readonly draft = new GuideDraft();
  readonly notes = new Notes();
  readonly #set: SpecSet;
  readonly #definition: SetDefinition;
  readonly #known: ReadonlySet<number>;
  readonly #elements: ElementWriter;

  constructor(set: SpecSet, definition: SetDefinition, known: ReadonlySet<number>) {
    this.#set = set;
    this.#definition = definition;
    this.#known = known;
    this.#elements = new ElementWriter(this.draft, this.notes, set.partial);
  }

  write(): void {
    const { items } = this.#set;
    const everywhere = items.filter((item) => item.kind === 'segment' && item.anywhere);
    const placed = { ...this.#set, items: items.filter((item) => !everywhere.includes(item)) };
    const { uses, misplaced } = placeSpec(placed, this.#definition);
    this.#loop(uses, '', '', this.#definition.root, this.#set.origin);
    for (const item of everywhere) if (item.kind === 'segment') this.#anywhere(item);
    for (const one of misplaced) this.#elsewhere(one);
    for (const note of this.#set.notes) this.notes.told(this.#set.origin, `The file says of the set: ${note}`);
  }

  /** All that stands in one loop. `bare` is its path without conditions, as deviations write it. */
  #loop(uses: readonly PlacedUse[], path: string, bare: string, loop: LoopNode, origin: Origin): void {
    const byNode = Map.groupBy(uses, ({ node }) => node);
    for (const item of loop.items) {
      const node = opener(item);
      if (node.place === 0 && node.loop === loop) continue;
      if (node.segment.id === 'SE') continue;
      const here = byNode.get(node);
      if (here === undefined) this.#absent(node, 'segment' in item ? undefined : item, path, bare, origin);
      else this.#uses(here, path, bare);
    }
  }

  #uses(all: readonly PlacedUse[], path: string, bare: string): void {
    // What a file lists as not used says nothing where it uses the same elsewhere.
    const used = all.filter(({ segment, opens }) => (opens?.use ?? segment.use) !== 'not-used');
    const uses = used.length > 0 ? used : all.slice(0, 1);
    const [first] = uses;
    const { id } = first!.node.segment;
    if (uses.length === 1) {
      this.#use(first!, `${path}${id}`, `${bare}${id}`, undefined);
      return;
    }
    const told = discriminate(uses.map(({ segment }) => segment));
    if (told === undefined) {
      this.notes.changed(
        first!.segment.origin,
        `${path}${id} stands ${uses.length} times in the file and nothing tells its uses apart; they were taken as one, as wide as all of them.`,
      );
      this.#use(merged(uses), `${path}${id}`, `${bare}${id}`, undefined);
      return;
    }
    const { position, codes } = told;
    this.#elements.codesOnly(
      `${path}${id}`,
      `${bare}${id}`,
      first!.node,
      position,
      codes.flat(),
      first!.segment.origin,
    );
    for (const [nth, use] of uses.entries()) {
      const condition = `[${String(position).padStart(2, '0')}=${codes[nth]!.join('|')}]`;
      this.#use(use, `${path}${id}${condition}`, `${bare}${id}`, position);
    }
  }

  #use(
    { segment, opens, node, loop, children }: PlacedUse,
    path: string,
    bare: string,
    told: number | undefined,
  ): void {
    const { origin } = segment;
    const use = opens?.use ?? segment.use;
    const isQualified = told !== undefined;
    const isMandatory = loop ? loop.mandatory : node.mandatory;
    const entry = () => this.draft.segment(path, origin);
    if (use === 'not-used') {
      this.#notUsed(use, path, bare, isMandatory, node, origin);
      return;
    }
    if (use === 'required' && (isQualified || !isMandatory)) entry().use = 'required';
    if (use === 'optional' && isMandatory && !isQualified)
      this.#leftOut(bare, node, origin, 'The specification does not demand it.');
    this.#max(
      loop ? (opens?.max ?? segment.loopMax) : segment.max,
      loop ? loop.max : node.max,
      path,
      bare,
      node,
      origin,
    );
    const note = shortText(segment.notes.join(' '));
    if (note !== '') entry().note = note;
    this.#elements.write(segment, node, path, bare, told);
    this.#rules(segment.rules, path, node, origin);
    if (loop) this.#loop(children, `${path}/`, `${bare}/`, loop, opens?.origin ?? origin);
  }

  #absent(node: SegmentNode, loop: LoopNode | undefined, path: string, bare: string, origin: Origin): void {
    if (this.#set.partial) return;
    const { id } = node.segment;
    this.#notUsed('not-used', `${path}${id}`, `${bare}${id}`, loop ? loop.mandatory : node.mandatory, node, origin);
  }

  #notUsed(use: SpecUse, path: string, bare: string, isMandatory: boolean, node: SegmentNode, origin: Origin): void {
    if (isMandatory && path === bare) this.#leftOut(bare, node, origin, 'The specification does not use it.');
    this.draft.segment(path, origin).use = use;
  }

  #leftOut(place: string, node: SegmentNode, origin: Origin, reason: string): void {
    const name = `${place} (${node.segment.name}) is left out`;
    this.draft.deviate({ name, reason, place, 'left-out': true }, origin);
  }

  #max(max: number | undefined, standard: number, path: string, bare: string, node: SegmentNode, origin: Origin): void {
    if (max === undefined || max === standard) return;
    if (max > standard) {
      const often = Number.isFinite(max) ? `${max} times` : 'without limit';
      const name = `${bare} (${node.segment.name}) more often`;
      const reason = `The specification allows it ${often}, the standard ${standard === 1 ? 'once' : `${standard} times`}.`;
      this.draft.deviate({ name, reason, place: bare, max: Number.isFinite(max) ? max : 999_999 }, origin);
      if (!Number.isFinite(max)) return;
    }
    this.draft.segment(path, origin).max = max;
  }

  #rules(rules: readonly string[], path: string, node: SegmentNode, origin: Origin): void {
    const standard = new Set(node.segment.rules.map(({ text }) => text));
    for (const rule of rules) {
      if (standard.has(rule)) continue;
      const made = ruleOf(rule, path, node.segment);
      if (made) this.draft.rules.push(made);
      else this.notes.lost(origin, `${path}: the rule ${rule} names an element that ${node.segment.id} does not have.`);
    }
  }

  #anywhere(segment: SpecSegment): void {
    const nodes = this.#definition.nodes.filter((node) => node.segment.id === segment.id);
    for (const node of nodes) {
      const opens = node.place === 0 && node.loop.parent !== undefined;
      const around = opens ? node.loop.parent! : node.loop;
      const path = [pathOf(around), segment.id].filter(Boolean).join('/');
      this.#use({ segment, node, ...(opens && { loop: node.loop }), children: [] }, path, path, undefined);
    }
    if (nodes.length === 0)
      this.notes.lost(
        segment.origin,
        `${segment.id} is nowhere in the ${this.#definition.code}, so what the file says of it is not in the guide.`,
      );
  }

  #elsewhere({ segment, within }: MisplacedUse): void {
    const { id, use, origin } = segment;
    if (use === 'not-used') return;
    const where = within.parent === undefined ? 'the set itself' : `the ${pathOf(within)} loop`;
    if (!this.#known.has(keyOf(id))) {
      this.notes.lost(
        origin,
        `${id} is no segment of the standard, so a guide cannot speak of it. A document with it is rejected by the standard.`,
      );
      return;
    }
    const place = pathOf(within) || 'ST';
    const name = `${id} in ${where}`;
    const reason = `The specification has it there; the standard does not.`;
    this.draft.deviate({ name, reason, place: id, 'stands-in': place }, origin);
    this.notes.changed(
      origin,
      `${id} stands in ${where}, where the standard does not have it: it became a deviation to be agreed. What it holds is not checked there, and no mapping reads it.`,
    );
  }
}

/** Several uses as one that allows what any of them does. */
function merged(uses: readonly PlacedUse[]): PlacedUse {
  const [first] = uses;
  const segments = uses.map(({ segment }) => segment);
  const max = segments.reduce<number>((sum, { max: one = Number.NaN }) => sum + one, 0);
  const loopMax = uses.reduce<number>(
    (sum, { opens, segment }) => sum + (opens?.max ?? segment.loopMax ?? Number.NaN),
    0,
  );
  const isRequired = uses.some(({ segment, opens }) => (opens?.use ?? segment.use) === 'required');
  const { max: _max, loopMax: _loopMax, use: _use, ...rest } = first!.segment;
  return {
    ...first!,
    segment: {
      ...rest,
      elements: [],
      use: isRequired ? 'required' : 'optional',
      ...(Number.isNaN(max) ? {} : { max }),
      ...(Number.isNaN(loopMax) ? {} : { loopMax }),
      rules: [],
      notes: [...new Set(segments.flatMap(({ notes }) => notes))],
    },
    ...(first!.opens && { opens: { ...first!.opens, ...(Number.isNaN(loopMax) ? {} : { max: loopMax }) } }),
    children: uses.flatMap(({ children }) => children),
  };
}

function pathOf(loop: LoopNode): string {
  const names: string[] = [];
  for (let one: LoopNode | undefined = loop; one?.parent; one = one.parent) names.unshift(one.id);
  return names.join('/');
}
