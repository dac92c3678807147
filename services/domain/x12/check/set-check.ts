import type { Finding } from '../../finding.ts';
import { byPlace, type FindingRoom } from '../../finding-list.ts';
import { fault } from '../fault.ts';
import { type Agree, FaultSink, type FoundInSet } from '../fault-sink.ts';
import { type X12FindingCode, x12Findings } from '../findings-catalogue.ts';
import type { TransactionSet } from '../model.ts';
import { isTerminated, keyOf, type Source, segmentKey } from '../read/tape.ts';
import { firstSegmentOf, isPlaced, type PlacedSet, type Placement, type TapePlace } from '../read/views.ts';
import { ONE_SOURCE } from '../standard/segment-definition.ts';
import type { SetDefinition } from '../standard/set-definition.ts';
import type { VersionDefinition } from '../standard/standard.ts';
import { type AgreedFor, covering } from './agreed.ts';
import { ElementChecker } from './element-check.ts';
import { checkLevels } from './hl-check.ts';
import type { PlacedRoom } from './placed-room.ts';
import { Placer } from './placement.ts';
import { setStatus } from './status.ts';
import { UNPLACED } from './tree.ts';
import { Witnesses } from './witnesses.ts';

const ST = keyOf('ST');
const SE = keyOf('SE');
const NONE: readonly Finding[] = [];

/** The layout by which a set was read. */
type Layout = Pick<Placement, 'definition' | 'layoutOf'>;

/** Checks the sets of one group, one after the other; what serves them all is made once. */
export class SetChecker {
  readonly #version: VersionDefinition | undefined;
  /** GS01, where the sets must belong to it. */
  readonly #functionalId: string | undefined;
  readonly #listed: FindingRoom;
  readonly #sink: FaultSink;
  readonly #placers = new Map<SetDefinition, Placer>();
  readonly #room: PlacedRoom;
  #witnesses: Witnesses | undefined;
  #elements: ElementChecker | undefined;
  #source: Source | undefined;
  readonly #agreedFor: AgreedFor | undefined;

  constructor(
    version: VersionDefinition | undefined,
    functionalId: string | undefined,
    listed: FindingRoom,
    room: PlacedRoom,
    agreedFor?: AgreedFor,
  ) {
    this.#agreedFor = agreedFor;
    this.#version = version;
    this.#functionalId = functionalId;
    this.#listed = listed;
    this.#sink = new FaultSink(listed, x12Findings);
    this.#room = room;
  }

  /** The set with its findings, status and loops. A set that `read` did not make stays as it is. */
  check(set: TransactionSet): TransactionSet {
    if (!isPlaced(set)) return set;
    const { place } = set;
    const definition = this.#version?.sets.get(set.code);
    const identity = this.#identityFaults(set, definition).map((finding) => this.#listed.admit(finding));
    if (definition === undefined) {
      const findings = identity.length === 0 ? set.findings : [...set.findings, ...identity].sort(byPlace);
      return set.judged({ findings, status: setStatus(findings) });
    }
    const room = this.#room;
    room.begin(place);
    const { found: body, layout } = this.#body(wholeSegments(place), definition);
    const placement = { ...layout, placed: room.placed, from: place.first - room.base };
    if (set.findings.length + identity.length + body.findings.length === 0)
      return set.judged({ findings: NONE, status: 'A', placement });
    const findings = [...set.findings, ...identity, ...body.findings].sort(byPlace);
    return set.judged({ findings, status: setStatus(findings), placement, unlisted: body.unlisted });
  }

  #body(place: TapePlace, own: SetDefinition): { readonly found: FoundInSet; readonly layout: Layout } {
    const sink = this.#sink;
    const witnesses = this.#witnessesOf(place, own);
    const agree = this.#agreeIn(place, own);
    sink.begin(place, witnesses.confirm, agree);
    this.#placerOf(own, this.#version!).run(place, sink);
    let layout: Layout = { definition: own };
    const other = own.basis === undefined || sink.isEmpty ? undefined : witnesses.fitting();
    if (other !== undefined) {
      sink.begin(place, witnesses.confirm, agree);
      this.#placerOf(other.definition, other.version).run(place, sink);
      layout = { definition: other.definition, layoutOf: other.version.version };
      this.#tellLayout(place, own, other.version.version);
    }
    const { definition } = layout;
    if (this.#elements === undefined || this.#source !== place.source) {
      this.#source = place.source;
      this.#elements = new ElementChecker(place.source, this.#version!.version);
    }
    this.#checkElements(place, definition, this.#elements);
    if (definition.level !== undefined) checkLevels(place, definition.level, this.#room, sink);
    return { found: sink.take(), layout };
  }

  /** Asked about faults of the set; undefined where nothing is agreed. */
  #agreeIn({ source }: TapePlace, definition: SetDefinition): Agree<X12FindingCode> | undefined {
    const agreed = this.#agreedFor?.(definition);
    if (agreed === undefined || agreed.length === 0) return undefined;
    const { placed, base } = this.#room;
    return (code, at) => covering(agreed, code, at, at.node ?? placed[at.index - base], source);
  }

  #witnessesOf(place: TapePlace, { code }: SetDefinition): Witnesses {
    this.#witnesses ??= new Witnesses(this.#version!);
    this.#witnesses.begin(place, code);
    return this.#witnesses;
  }

  #placerOf(definition: SetDefinition, version: VersionDefinition): Placer {
    let placer = this.#placers.get(definition);
    if (placer === undefined) {
      placer = new Placer(definition, version, this.#room);
      this.#placers.set(definition, placer);
    }
    return placer;
  }

  #tellLayout({ first }: TapePlace, { code, basis }: SetDefinition, version: string): void {
    const known = basis === ONE_SOURCE ? 'one public source tells of this version' : `is known of version ${basis}`;
    this.#sink.segment('x12.set.layout-other', undefined, { index: first, key: ST }, () => ({
      explanation: `The segments of this ${code} do not stand as ${known}, and they stand as in ${version}: the set was read by that layout.`,
    }));
  }

  #checkElements({ source, first, last }: TapePlace, definition: SetDefinition, elements: ElementChecker): void {
    const { placed, base } = this.#room;
    const trailer = definition.nodes.length - 1;
    const isOwn = this.#version!.sets.get(definition.code) === definition;
    const end = placed[last - base] === trailer ? last - 1 : last;
    // What ST and SE say is judged by `read`, with codes of its own.
    elements.checkCount(first, definition.nodes[0]!.segment, this.#sink);
    if (end < last) elements.checkCount(last, definition.nodes[trailer]!.segment, this.#sink);
    for (let index = first + 1; index <= end; index += 1) {
      const at = placed[index - base]!;
      if (at >= 0) {
        const { segment, loop } = definition.nodes[at]!;
        // The layout may be another version's; what a segment has is said by the set's own.
        const own = isOwn ? segment : this.#version!.segmentsByKey.get(segment.key);
        if (own !== undefined) elements.check(index, own, loop.parent === undefined ? undefined : loop, this.#sink);
      } else if (at < UNPLACED) {
        const stray = this.#version!.segmentsByKey.get(segmentKey(source, index));
        if (stray !== undefined) elements.check(index, stray, undefined, this.#sink);
      }
    }
  }

  #identityFaults(set: PlacedSet, definition: SetDefinition | undefined): readonly Finding[] {
    const version = this.#version;
    if (version === undefined) return NONE;
    const expected = this.#functionalId;
    if (definition !== undefined && (expected === undefined || definition.functionalId === expected)) return NONE;
    if (set.findings.some(({ ack }) => ack?.ak502 === '6')) return NONE;
    const [offset, end] = firstSegmentOf(set.place).rangeOf(1);
    const place = { segment: 'ST', position: 1, element: 1, reference: '143', offset, end, received: set.code };
    if (definition === undefined) {
      const known = [...version.sets.keys()].join(', ');
      const explanation = `There is no definition of set ${set.code} here. Send only the sets that were agreed.`;
      return [
        fault('x12.set.not-supported', { ...place, expected: `one of ${known}`, explanation, ack: { ak502: '1' } }),
      ];
    }
    const explanation = `Set ${set.code} belongs in a group with GS01 ${definition.functionalId}, not ${expected}. Put it in a group of its own.`;
    return [
      fault('x12.set.wrong-group', {
        ...place,
        expected: `a set of functional id ${expected}`,
        explanation,
        ack: { ak502: '6' },
      }),
    ];
  }
}

/** The set without a last segment that is cut: what the rest of it would say is unknown. */
function wholeSegments(place: TapePlace): TapePlace {
  const { source, first, last } = place;
  if (last === first || isTerminated(source, last) || segmentKey(source, last) === SE) return place;
  return { ...place, last: last - 1 };
}
