import type { FunctionalGroup, Reading } from '../model.ts';
import type { Standards } from '../standard/standard.ts';
import { GroupChecker, refuse } from './group-check.ts';
import { PlacedRoom } from './placed-room.ts';
import { interchangeStatus } from './status.ts';

export interface CheckOptions {
  /** Findings listed per set at most (500); a note says how many were left out. */
  readonly findingLimit?: number;
}

export const FINDING_LIMIT = 500;

/**
 * Checks a reading (from `read`) against the standard: segments in their loops, elements, lengths, types, codes, syntax rules.
 * Answers the same reading with all findings, the loops of each set (`tree`) and the statuses that a 997 and TA1 report.
 */
export function check(reading: Reading, standards: Standards, options: CheckOptions = {}): Reading {
  const { findingLimit = FINDING_LIMIT } = options;
  const room = new PlacedRoom();
  const checkGroup = (group: FunctionalGroup, rejected: boolean): FunctionalGroup => {
    const checker = new GroupChecker(group, standards, room, findingLimit);
    const sets = group.sets.map((set) => checker.check(set));
    const { findings, status, refused } = checker.close(group.findings);
    return {
      ...group,
      findings,
      sets: rejected || refused ? sets.map(refuse) : sets,
      status: rejected ? 'R' : status,
    };
  };
  const interchanges = reading.interchanges.map((interchange) => {
    const status = interchangeStatus(interchange.findings);
    return { ...interchange, groups: interchange.groups.map((group) => checkGroup(group, status === 'R')), status };
  });
  return { ...reading, interchanges };
}
