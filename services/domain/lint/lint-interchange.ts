import { FindingRoom } from '../finding-list.ts';
import { groupStatus, rejectsGroup } from '../x12/check/status.ts';
import type { FunctionalGroup, Interchange } from '../x12/model.ts';
import { type Linter, lintSet, receivedDayOf } from './lint-set.ts';

/** Holds all sets of a checked and judged interchange against guide and trade rules; the statuses of the groups follow. What is rejected as a whole stays as it is. */
export function lintInterchange(interchange: Interchange, linter: Linter, listed = new FindingRoom()): Interchange {
  if (interchange.status === 'R') return interchange;
  const receivedDay = receivedDayOf(linter, interchange);
  const groups = interchange.groups.map((group) => lintGroup(group, linter, listed, receivedDay));
  return groups.every((group, nth) => group === interchange.groups[nth]) ? interchange : { ...interchange, groups };
}

function lintGroup(
  group: FunctionalGroup,
  linter: Linter,
  listed: FindingRoom,
  receivedDay: number | undefined,
): FunctionalGroup {
  const refused = group.status === 'R' && group.findings.some(rejectsGroup);
  if (refused) return group;
  const around = { version: group.version, receivedDay };
  const sets = group.sets.map((set) => lintSet(set, linter, listed, around));
  if (sets.every((set, nth) => set === group.sets[nth])) return group;
  return { ...group, sets, status: groupStatus({ findings: group.findings, sets }) };
}
