import type { Finding } from '../../../services/domain/finding.ts';
import { FindingRoom } from '../../../services/domain/finding-list.ts';
import type { CheckedItem } from '../../../services/domain/x12/check/check-stream.ts';
import { refuse } from '../../../services/domain/x12/check/group-check.ts';
import type {
  FunctionalGroup,
  Interchange,
  Loop,
  ParsedDocument,
  Segment,
  TransactionSet,
} from '../../../services/domain/x12/model.ts';
import { type ReadItem, StreamReader } from '../../../services/domain/x12/read/read-stream.ts';

/** The items of a stream whose chunks have the lengths that `next` answers; `roomBytes` is what is held of it at once. */
export function itemsOf(bytes: Uint8Array, next: () => number, roomBytes?: number): readonly ReadItem[] {
  const reader = new StreamReader(roomBytes);
  const items: ReadItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + next();
    items.push(...reader.push(bytes.subarray(at, end)));
    at = end;
  }
  return [...items, ...reader.end()];
}

/** The reading that the items of a stream make up; sets of a rejected group or interchange are rejected with it, as `check` does. */
export function gathered(items: readonly (ReadItem | CheckedItem)[]): ParsedDocument {
  const interchanges: Interchange[] = [];
  const findings: Finding[] = [];
  let groups: Gathered[] = [];
  let sets: TransactionSet[] = [];
  for (const item of items) {
    if (item.kind === 'finding') findings.push(item.finding);
    else if (item.kind === 'interchange') groups = [];
    else if (item.kind === 'group') sets = [];
    else if (item.kind === 'set') sets.push(item.set);
    else if (item.kind === 'group-end')
      groups.push({ group: { ...item.group, sets }, refused: 'refused' in item ? item.refused : undefined });
    else
      interchanges.push({ ...item.interchange, groups: groups.map((one) => rejected(one, item.interchange.status)) });
  }
  return { interchanges, findings };
}

interface Gathered {
  readonly group: FunctionalGroup;
  /** Undefined when it was not checked. */
  readonly refused: boolean | undefined;
}

function rejected({ group, refused }: Gathered, status: Interchange['status']): FunctionalGroup {
  if (refused === undefined || !(refused || status === 'R')) return group;
  return { ...group, sets: group.sets.map((set) => refuse(set, new FindingRoom())), status: 'R' };
}

const plainSegment = (segment: Segment | undefined) =>
  segment && {
    id: segment.id,
    position: segment.position,
    range: segment.range,
    // One element and one part more than there are: those are empty, and have a place too.
    elements: Array.from({ length: Math.min(segment.count, 40) + 1 }, (_, nth) => [
      segment.text(nth + 1),
      ...[undefined, 1, 2, 3].map((component) => segment.rangeOf(nth + 1, component)),
      segment.text(nth + 1, 1, 2),
    ]),
  };

const plainLoop = (loop: Loop | undefined): unknown =>
  loop && [loop.id, loop.segments.map(({ position }) => position), loop.loops.map(plainLoop)];

const plainSet = ({ code, control, range, segments, tree, findings, status }: TransactionSet) => ({
  ...{ code, control, range, findings, status },
  segments: segments.map(plainSegment),
  tree: plainLoop(tree),
});

/** All that a reading says, as data that can be compared. */
export function plain({ interchanges, findings }: ParsedDocument): unknown {
  return {
    findings,
    interchanges: interchanges.map((one) => ({
      ...one,
      header: plainSegment(one.header),
      trailer: plainSegment(one.trailer),
      services: one.services?.map(plainSegment),
      acknowledgements: one.acknowledgements.map(plainSegment),
      groups: one.groups.map((group) => ({
        ...group,
        header: plainSegment(group.header),
        trailer: plainSegment(group.trailer),
        sets: group.sets.map(plainSet),
      })),
    })),
  };
}
