import type { Finding } from '../../finding.ts';
import { type FindingCollector, placeNumber, wholeElement } from '../../finding-list.ts';
import { elementPlace } from '../../language/path.ts';
import { UNPLACED } from '../../x12/check/tree.ts';
import type { PlacedSet, Placement, TapeSegment } from '../../x12/read/views.ts';
import type { InboundMapping, Leaving } from '../language/plan.ts';
import { type LeftOut, lastElementBit, leftOut } from './left-out.ts';
import type { ReadMarks } from './read-marks.ts';

/**
 * Values of a set that reached no event and that neither a finding nor a silent declaration of the mapping speaks of: a note for each place of the
 * set, however often it stands there. Linear in the set.
 * @param found what the run says of the set already, listed or not
 */
export function unreadValues(
  set: PlacedSet,
  placement: Placement,
  marks: ReadMarks,
  mapping: InboundMapping,
  found: FindingCollector,
): Finding[] {
  const left = leftOut(mapping, placement.definition);
  const unread = new UnreadPlaces(set, marks, left, found);
  const { place } = set;
  const { marks: ends, starts } = place.source.tape;
  const count = place.last - place.first + 1;
  for (let nth = 1; nth < count; nth += 1) {
    const node = placement.placed[placement.from + nth]!;
    if (node === UNPLACED) continue;
    const at = starts[place.first + nth]!;
    const silent = node < 0 ? 0 : left.silent[node]!;
    const last = starts[place.first + nth + 1]! - at - 2;
    for (let element = 1; element <= last; element += 1) {
      if (marks.hasWhole(nth, element) || ends[at + element]! + 1 === ends[at + element + 1]!) continue;
      if ((silent & (1 << Math.min(element, lastElementBit))) === 0) unread.add(nth, node, element);
    }
  }
  return unread.findings(mapping);
}

/** Values of one place of the set, told together. */
interface Unread {
  readonly segment: TapeSegment;
  readonly element: number;
  readonly component: number | undefined;
  readonly places: Set<string>;
  readonly leaving: Leaving | undefined;
  values: number;
}

const mostPlaces = 8;
const saidLimit = 80;

class UnreadPlaces {
  readonly #set: PlacedSet;
  readonly #marks: ReadMarks;
  readonly #left: LeftOut;
  readonly #found: FindingCollector;
  #spokenOf: ReadonlySet<number> | undefined;
  readonly #places = new Map<string, Unread>();

  constructor(set: PlacedSet, marks: ReadMarks, left: LeftOut, found: FindingCollector) {
    this.#set = set;
    this.#marks = marks;
    this.#left = left;
    this.#found = found;
  }

  /** Looks closer at an element that was not read as a whole. */
  add(nth: number, node: number, element: number): void {
    const segment = this.#set.segments[nth] as TapeSegment;
    if (segment.id === 'SE' || segment.text(element).trim() === '') return;
    const byComponents = this.#marks.hasSome(nth, element);
    const component = byComponents ? this.#unreadComponent(segment, element, nth) : undefined;
    if (byComponents && component === undefined) return;
    this.#spokenOf ??= placesOf(this.#found);
    if (this.#spokenOf.has(placeNumber(segment.position, element))) return;
    const leaving = node < 0 ? undefined : this.#left.reasonFor(node, element);
    const key = `${segment.id}/${node}/${leaving?.line ?? 0}`;
    const known = this.#places.get(key) ?? { segment, element, component, places: new Set(), leaving, values: 0 };
    this.#places.set(key, known);
    known.values += 1;
    known.places.add(elementPlace(segment.id, element, component));
  }

  /** The first component with a value that was not read. */
  #unreadComponent(segment: TapeSegment, element: number, nth: number): number | undefined {
    const parts = segment.text(element).split(segment.source.delimiters.component);
    const at = parts.findIndex((part, index) => part.trim() !== '' && !this.#marks.has(nth, element, index + 1));
    return at < 0 ? undefined : at + 1;
  }

  findings(mapping: InboundMapping): Finding[] {
    return this.#places.size === 0 ? none : [...this.#places.values()].map((one) => findingOf(one, mapping));
  }
}

const none: Finding[] = [];

function placesOf({ findings, unlistedPlaces }: FindingCollector): Set<number> {
  const listed = findings.map(({ position = 0, element }) => placeNumber(position, element));
  return new Set([...listed, ...unlistedPlaces.map(wholeElement)]);
}

function findingOf(
  { segment, element, component, places, values, leaving }: Unread,
  { name, title }: InboundMapping,
): Finding {
  const [offset, end] = segment.rangeOf(element, component);
  const named = [...places].slice(0, mostPlaces).join(', ');
  const more = places.size > mostPlaces ? ' and others' : '';
  const often = values > 1 ? ` (${values} values)` : '';
  const why = leaving?.because ?? `The mapping ${title ?? name} does not read ${values > 1 ? 'them' : 'it'} here.`;
  return {
    code: 'mapping.value-unread',
    level: 'note',
    segment: segment.id,
    position: segment.position,
    element,
    ...(component === undefined ? {} : { component }),
    offset,
    end,
    received: segment.text(element, component).trim().slice(0, saidLimit),
    explanation: `${named}${more}${often}: no event says what stands there. ${why}`,
  };
}
