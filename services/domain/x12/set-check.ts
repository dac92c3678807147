import type { Finding } from '../finding.ts';
import { ElementChecker } from './element-check.ts';
import { fault } from './fault.ts';
import { FaultSink } from './fault-sink.ts';
import { checkLevels } from './hl-check.ts';
import type { TransactionSet } from './model.ts';
import { Placer } from './placement.ts';
import type { SetDefinition } from './set-definition.ts';
import type { VersionDefinition } from './standard.ts';
import { SetLoops } from './set-loops.ts';
import { setStatus } from './status.ts';
import { segmentKey } from './tape.ts';
import { buildTree, UNPLACED } from './tree.ts';
import { checkedSet, isPlaced, placeOf, type TapePlace } from './views.ts';

const NONE: readonly Finding[] = [];

/** Checks the sets of one group, one after the other; what serves them all is made once. */
export class SetChecker {
  readonly #version: VersionDefinition | undefined;
  /** GS01, where the sets must belong to it. */
  readonly #functionalId: string | undefined;
  readonly #sink: FaultSink;
  readonly #placers = new Map<SetDefinition, Placer>();
  /** Node index by segment of the group; the first segment of the first set stands at 0. */
  readonly #placed: Int32Array;
  readonly #base: number;
  #elements: ElementChecker | undefined;

  constructor(
    sets: readonly TransactionSet[],
    version: VersionDefinition | undefined,
    functionalId: string | undefined,
    findingLimit: number,
  ) {
    this.#version = version;
    this.#functionalId = functionalId;
    this.#sink = new FaultSink(findingLimit, fault);
    this.#base = sets[0] === undefined ? 0 : (placeOf(sets[0])?.first ?? 0);
    const last = sets.at(-1);
    const end = last === undefined ? 0 : (placeOf(last)?.last ?? 0) + 1;
    this.#placed = new Int32Array(Math.max(0, end - this.#base)).fill(UNPLACED);
  }

  /** The set with its findings, status and loops; `refused` says that the envelope around it is rejected. A set that `read` did not make stays as it is. */
  check(set: TransactionSet, refused: boolean): TransactionSet {
    if (!isPlaced(set)) return set;
    const { place } = set;
    const definition = this.#version?.sets.get(set.code);
    const identity = this.#identityFaults(set, definition);
    const body = definition === undefined ? NONE : this.#body(place, definition);
    const placement = definition && { definition, placed: this.#placed, from: place.first - this.#base };
    const tree =
      placement && ((segments: TransactionSet['segments']) => buildTree(new SetLoops(place, placement), segments));
    const placing = placement && tree && { placement, tree };
    if (set.findings.length + identity.length + body.length === 0 && !refused) {
      return checkedSet(set, { findings: NONE, status: 'A', ...placing });
    }
    const findings = [...set.findings, ...identity, ...body].sort(byPlace);
    if (refused) findings.push(envelopeNote(set));
    return checkedSet(set, { findings, status: setStatus(findings), ...placing });
  }

  #body(place: TapePlace, definition: SetDefinition): readonly Finding[] {
    const sink = this.#sink;
    sink.begin(place);
    let placer = this.#placers.get(definition);
    if (placer === undefined) {
      placer = new Placer(definition, this.#version!, this.#placed, this.#base);
      this.#placers.set(definition, placer);
    }
    placer.run(place, sink);
    this.#elements ??= new ElementChecker(place.source);
    this.#checkElements(place, definition, this.#elements);
    if (definition.level !== undefined) checkLevels(place, definition.level, this.#placed, this.#base, sink);
    sink.close();
    return sink.findings;
  }

  #checkElements({ source, first, last }: TapePlace, definition: SetDefinition, elements: ElementChecker): void {
    // ST and SE are judged by `read`, with codes of their own.
    const end = this.#placed[last - this.#base] === definition.nodes.length - 1 ? last - 1 : last;
    for (let index = first + 1; index <= end; index += 1) {
      const at = this.#placed[index - this.#base]!;
      if (at >= 0) {
        const { segment, loop } = definition.nodes[at]!;
        elements.check(index, segment, loop.parent === undefined ? undefined : loop, this.#sink);
      } else if (at < UNPLACED) {
        const stray = this.#version!.segmentsByKey.get(segmentKey(source, index));
        if (stray !== undefined) elements.check(index, stray, undefined, this.#sink);
      }
    }
  }

  #identityFaults(set: TransactionSet, definition: SetDefinition | undefined): readonly Finding[] {
    const version = this.#version;
    if (version === undefined) return NONE;
    const expected = this.#functionalId;
    if (definition !== undefined && (expected === undefined || definition.functionalId === expected)) return NONE;
    if (set.findings.some(({ ack }) => ack?.ak502 === '6')) return NONE;
    const [offset, end] = set.segments[0]!.rangeOf(1);
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

function byPlace(a: Finding, b: Finding): number {
  return (a.position ?? 0) - (b.position ?? 0) || (a.element ?? 0) - (b.element ?? 0);
}

function envelopeNote(set: TransactionSet): Finding {
  const [offset, end] = set.segments[0]!.range;
  const explanation =
    'The set is not accepted because the group or interchange around it is rejected. Correct the envelope and send it again.';
  return fault('x12.set.envelope-rejected', { segment: 'ST', position: 1, offset, end, explanation });
}
