import type { Finding } from '../../finding.ts';
import type { FindingRoom } from '../../finding-list.ts';
import { fault } from '../fault.ts';
import type { TransactionSet } from '../model.ts';
import { withElement } from '../read/envelope-place.ts';
import { isFunctionalId } from '../read/group-faults.ts';
import type { GroupHead } from '../read/read-sink.ts';
import { firstSegmentOf, isPlaced, TapeSegment, withVerdict } from '../read/views.ts';
import type { Standards, VersionDefinition } from '../standard/standard.ts';
import type { AgreedFor } from './agreed.ts';
import type { PlacedRoom } from './placed-room.ts';
import { SetChecker } from './set-check.ts';
import { countSet, newTally, rejectsGroup, statusOfCounted } from './status.ts';

/** What a group comes to when all its sets were checked. */
export interface GroupVerdict {
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'P' | 'R';
  /** The group itself is at fault, so that its sets are rejected with it (see `refuse`). */
  readonly refused: boolean;
}

/** Checks the sets of one group as they come, and the group when they are done. */
export class GroupChecker {
  readonly #head: GroupHead;
  readonly #found: ReturnType<Standards['forVersion']>;
  readonly #sets: SetChecker;
  readonly #listed: FindingRoom;
  readonly #tally = newTally();
  /** The sets in the group that are defined. */
  readonly #codes = new Set<string>();

  constructor(head: GroupHead, standards: Standards, room: PlacedRoom, listed: FindingRoom, agreed?: AgreedFor) {
    this.#head = head;
    this.#listed = listed;
    this.#found = standards.forVersion(head.version);
    const definition = this.#found?.definition;
    const expected = head.header !== undefined && definition?.functionalIds.has(head.functionalId);
    this.#sets = new SetChecker(definition, expected ? head.functionalId : undefined, listed, room, agreed);
  }

  /** The set with its own findings, status and loops. */
  check(set: TransactionSet): TransactionSet {
    const checked = this.#sets.check(set);
    if (this.#found?.definition.sets.has(set.code)) this.#codes.add(set.code);
    countSet(this.#tally, checked);
    return checked;
  }

  /** The verdict on the group; `findings` are those that `read` made. */
  close(findings: readonly Finding[]): GroupVerdict {
    const own = versionFaults(this.#head, this.#found, this.#codes);
    if (isForeign(this.#head, this.#found?.definition) && this.#codes.size > 0) own.push(functionalIdFault(this.#head));
    const all = [...findings, ...own.map((finding) => this.#listed.admit(finding))];
    const refused = all.some(rejectsGroup);
    return { findings: all, status: statusOfCounted(this.#tally, all), refused };
  }
}

/** A set whose group or interchange is rejected: it is rejected with it, and says so. One that `read` did not make stays as it is. */
export function refuse(set: TransactionSet, listed: FindingRoom): TransactionSet {
  if (!isPlaced(set)) return set;
  const [offset, end] = firstSegmentOf(set.place).range;
  const explanation =
    'The set is not accepted because the group or interchange around it is rejected. Correct the envelope and send it again.';
  const note = fault('x12.set.envelope-rejected', { segment: 'ST', position: 1, offset, end, explanation });
  return withVerdict(set, [...set.findings, listed.admit(note)], 'R');
}

function versionFaults(
  group: GroupHead,
  found: ReturnType<Standards['forVersion']>,
  sets: ReadonlySet<string>,
): Finding[] {
  if (group.header === undefined) return [];
  const [offset, end] = group.header.rangeOf(8);
  const place = { segment: 'GS', element: 8, reference: '480', offset, end, received: group.version };
  if (found === undefined) {
    const explanation =
      'GS08 is not a version of X12, so the group could not be checked. Write version and release with six digits, such as 004010.';
    return [
      fault('x12.group.version-unsupported', {
        ...place,
        expected: 'such as 004010',
        explanation,
        corrected: withVersion(group),
        ack: { ak905: '2' },
      }),
    ];
  }
  const { version, borrowed } = found.definition;
  if (!found.exact) {
    const explanation = `Version ${group.version} has no definitions here. The group was checked against ${version}, the nearest known version. What the versions before and after it do not say alike is told as a note and rejects nothing; what is wrong in ${group.version.slice(0, 6)} may be missed.`;
    return [fault('x12.group.version-fallback', { ...place, expected: version, explanation })];
  }
  const origins = new Set([...sets].flatMap((code) => borrowed.get(code) ?? []));
  return [...origins].map((origin) => {
    const codes = [...borrowed].filter(([code, from]) => from === origin && sets.has(code));
    const explanation = `The layout of set ${codes.map(([code]) => code).join(', ')} is known here for version ${origin} only. The set was checked against that layout with the segments of ${version}. What does not fit that layout is told as a note and rejects nothing; what is wrong in ${version} may be missed.`;
    return fault('x12.group.version-fallback', { ...place, expected: origin, explanation });
  });
}

/** The GS with the six digits that a shortened version stands for, as 4010 and 00401 do for 004010. */
function withVersion({ header, version }: GroupHead): string | undefined {
  const [, digits] = /^V?0{0,2}([3-9]0[1-7])0?$/i.exec(version.trim()) ?? [];
  if (digits === undefined || !(header instanceof TapeSegment)) return undefined;
  return withElement(header, 8, `00${digits}0`, header.source.delimiters.element);
}

/** The group's functional id is unknown; one that is none was told by `read`. That is its fault when a set in it is known; sets that are unknown as well say so themselves. */
function isForeign(group: GroupHead, definition: VersionDefinition | undefined): boolean {
  const { header, functionalId } = group;
  return header !== undefined && isFunctionalId(functionalId) && definition?.functionalIds.has(functionalId) === false;
}

function functionalIdFault(group: GroupHead): Finding {
  const [offset, end] = group.header!.rangeOf(1);
  const place = { segment: 'GS', element: 1, reference: '479', offset, end, received: group.functionalId };
  const explanation = `GS01 "${group.functionalId}" is no functional id that is known here. Write that of the sets in the group, such as SW for the 945.`;
  return fault('x12.group.functional-id', {
    ...place,
    expected: 'such as SW for the 945',
    explanation,
    ack: { ak905: '1' },
  });
}
