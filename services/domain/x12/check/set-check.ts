import type { Finding } from '../../finding.ts';
import { byPlace, type FindingRoom } from '../../finding-list.ts';
import { fault } from '../fault.ts';
import { FaultSink, type FoundInSet } from '../fault-sink.ts';
import { x12Findings } from '../findings-catalogue.ts';
import type { TransactionSet } from '../model.ts';
import { isTerminated, keyOf, type Source, segmentKey } from '../read/tape.ts';
import { firstSegmentOf, isPlaced, type PlacedSet, type TapePlace } from '../read/views.ts';
import type { SetDefinition } from '../standard/set-definition.ts';
import type { VersionDefinition } from '../standard/standard.ts';
import { ElementChecker } from './element-check.ts';
import { checkLevels } from './hl-check.ts';
import type { PlacedRoom } from './placed-room.ts';
import { Placer } from './placement.ts';
import { setStatus } from './status.ts';
import { UNPLACED } from './tree.ts';
import { Witnesses } from './witnesses.ts';

const SE = keyOf('SE');
const NONE: readonly Finding[] = [];

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

  constructor(
    version: VersionDefinition | undefined,
    functionalId: string | undefined,
    listed: FindingRoom,
    room: PlacedRoom,
  ) {
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
    const body = this.#body(wholeSegments(place), definition);
    const placement = { definition, placed: room.placed, from: place.first - room.base };
    if (set.findings.length + identity.length + body.findings.length === 0)
      return set.judged({ findings: NONE, status: 'A', placement });
    const findings = [...set.findings, ...identity, ...body.findings].sort(byPlace);
    return set.judged({ findings, status: setStatus(findings), placement, unlisted: body.unlisted });
  }

  #body(place: TapePlace, definition: SetDefinition): FoundInSet {
    const sink = this.#sink;
    this.#witnesses ??= new Witnesses(this.#version!);
    this.#witnesses.begin(place, definition.code);
    sink.begin(place, this.#witnesses.confirm);
    let placer = this.#placers.get(definition);
    if (placer === undefined) {
      placer = new Placer(definition, this.#version!, this.#room);
      this.#placers.set(definition, placer);
    }
    placer.run(place, sink);
    if (this.#elements === undefined || this.#source !== place.source) {
      this.#source = place.source;
      this.#elements = new ElementChecker(place.source, this.#version!.version);
    }
    this.#checkElements(place, definition, this.#elements);
    if (definition.level !== undefined) checkLevels(place, definition.level, this.#room, sink);
    return sink.take();
  }

  #checkElements({ source, first, last }: TapePlace, definition: SetDefinition, elements: ElementChecker): void {
    const { placed, base } = this.#room;
    const trailer = definition.nodes.length - 1;
    const end = placed[last - base] === trailer ? last - 1 : last;
    // What ST and SE say is judged by `read`, with codes of its own.
    elements.checkCount(first, definition.nodes[0]!.segment, this.#sink);
    if (end < last) elements.checkCount(last, definition.nodes[trailer]!.segment, this.#sink);
    for (let index = first + 1; index <= end; index += 1) {
      const at = placed[index - base]!;
      if (at >= 0) {
        const { segment, loop } = definition.nodes[at]!;
        elements.check(index, segment, loop.parent === undefined ? undefined : loop, this.#sink);
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
    const place = { segment: 'ST', position: 1, element: 1, reference: '143', offset, end, said: set.code };
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
