import { FindingRoom, type ListLimits } from '../../finding-list.ts';
import type { FunctionalGroup, ParsedDocument } from '../model.ts';
import type { Standards } from '../standard/standard.ts';
import type { AgreedFor } from './agreed.ts';
import { GroupChecker, refuse } from './group-check.ts';
import { PlacedRoom } from './placed-room.ts';
import { interchangeStatus } from './status.ts';

export interface CheckOptions {
  /** How many findings are listed one by one; verdicts and counts come from all of them. */
  readonly limits?: ListLimits;
  /** What was agreed with the sender against the standard. */
  readonly agreed?: AgreedFor | undefined;
}

/**
 * Checks a reading (from `read`) against the standard: segments in their loops, elements, lengths, types, codes, syntax rules.
 * Answers the same reading with all findings, the loops of each set (`tree`) and the statuses that a 997 and TA1 report.
 */
export function check(reading: ParsedDocument, standards: Standards, options: CheckOptions = {}): ParsedDocument {
  const listed = new FindingRoom(options.limits);
  const refusals = new FindingRoom(options.limits);
  const room = new PlacedRoom();
  const checkGroup = (group: FunctionalGroup, rejected: boolean): FunctionalGroup => {
    const checker = new GroupChecker(group, standards, room, listed, options.agreed);
    const sets = group.sets.map((set) => checker.check(set));
    const verdict = checker.close(group.findings);
    return {
      ...group,
      findings: verdict.findings,
      sets: rejected || verdict.refused ? sets.map((set) => refuse(set, refusals)) : sets,
      status: rejected ? 'R' : verdict.status,
    };
  };
  const interchanges = reading.interchanges.map((interchange) => {
    const status = interchangeStatus(interchange.findings);
    return { ...interchange, groups: interchange.groups.map((group) => checkGroup(group, status === 'R')), status };
  });
  return { ...reading, interchanges };
}
