import { FindingCollector, type FindingRoom } from '../../finding-list.ts';
import { newTally, type SetTally } from '../check/status.ts';
import type { GroupHead } from './read-sink.ts';
import { ControlNumbers } from './set-faults.ts';

/** A group whose end was not read yet. */
export interface OpenGroup {
  readonly head: GroupHead;
  /** Offset in the document. */
  readonly start: number;
  readonly tally: SetTally;
  readonly findings: FindingCollector;
  readonly controls: ControlNumbers;
  strayCount: number;
}

export function openGroup(head: GroupHead, start: number, room: FindingRoom): OpenGroup {
  return {
    head,
    start,
    tally: newTally(),
    findings: new FindingCollector(room),
    controls: new ControlNumbers(),
    strayCount: 0,
  };
}

/** GS01, GS02, GS03 and GS06 of the groups of an interchange so far. */
export class GroupNumbers {
  readonly #seen = new Set<string>();

  /** Takes a group; true when another one of its kind between the same applications had its number. */
  repeats({ functionalId, sender, receiver, control }: GroupHead): boolean {
    const name = [functionalId, sender, receiver, control].join('\n');
    if (this.#seen.has(name)) return true;
    this.#seen.add(name);
    return false;
  }
}
