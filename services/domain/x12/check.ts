import type { Finding } from '../finding.ts';
import { fault } from './fault.ts';
import type { FunctionalGroup, Interchange, Reading } from './model.ts';
import { SetChecker } from './set-check.ts';
import type { Standards, VersionDefinition } from './standard.ts';
import { groupStatus, interchangeStatus } from './status.ts';

export interface CheckOptions {
  /** Findings listed per set at most (500); a note says how many were left out. */
  readonly findingLimit?: number;
}

const FINDING_LIMIT = 500;

/**
 * Checks a reading (from `read`) against the standard: segments in their loops, elements, lengths, types, codes, syntax rules.
 * Answers the same reading with all findings, the loops of each set (`tree`) and the statuses that a 997 and TA1 report.
 */
export function check(reading: Reading, standards: Standards, options: CheckOptions = {}): Reading {
  const interchanges = reading.interchanges.map((interchange) => checkInterchange(interchange, standards, options));
  return { ...reading, interchanges };
}

function checkInterchange(interchange: Interchange, standards: Standards, options: CheckOptions): Interchange {
  const status = interchangeStatus(interchange.findings);
  const groups = interchange.groups.map((group) => checkGroup(group, standards, options, status === 'R'));
  return { ...interchange, groups, status };
}

function checkGroup(
  group: FunctionalGroup,
  standards: Standards,
  options: CheckOptions,
  rejected: boolean,
): FunctionalGroup {
  const found = standards.forVersion(group.version);
  const findings = [...group.findings, ...versionFaults(group, found)];
  const definition = found?.definition;
  const foreign = definition !== undefined && isForeign(group, definition);
  if (foreign) findings.push(functionalIdFault(group));
  const refused = rejected || findings.some(({ ack }) => ack?.ak905 !== undefined);
  const expected = foreign || group.header === undefined ? undefined : group.functionalId;
  const checker = new SetChecker(group.sets, definition, expected, options.findingLimit ?? FINDING_LIMIT);
  const sets = group.sets.map((set) => checker.check(set, refused));
  return { ...group, findings, sets, status: rejected ? 'R' : groupStatus({ findings, sets }) };
}

function versionFaults(group: FunctionalGroup, found: ReturnType<Standards['forVersion']>): Finding[] {
  if (group.header === undefined) return [];
  const [offset, end] = group.header.rangeOf(8);
  const place = { segment: 'GS', element: 8, reference: '480', offset, end, said: group.version };
  if (found === undefined) {
    const explanation =
      'GS08 is not a version of X12, so the group could not be checked. Write version and release with six digits, such as 004010.';
    return [
      fault('x12.group.version-unsupported', {
        ...place,
        expected: 'such as 004010',
        explanation,
        ack: { ak905: '2' },
      }),
    ];
  }
  const { version, borrowed } = found.definition;
  if (!found.exact) {
    const explanation = `Version ${group.version} has no definitions here. The group was checked against ${version}, the nearest known version, and all findings in it are judged by that: what is right in ${group.version.slice(0, 6)} may be reported, and what is wrong may be missed.`;
    return [fault('x12.group.version-fallback', { ...place, expected: version, explanation })];
  }
  const origins = [...new Set(group.sets.map(({ code }) => code))].flatMap((code) => borrowed.get(code) ?? []);
  return [...new Set(origins)].map((origin) => {
    const codes = [...borrowed].filter(([code, from]) => from === origin && group.sets.some((s) => s.code === code));
    const explanation = `The layout of set ${codes.map(([code]) => code).join(', ')} is known here for version ${origin} only. The set was checked against that layout with the segments of ${version}: what is right in ${version} may be reported, and what is wrong may be missed.`;
    return fault('x12.group.version-fallback', { ...place, expected: origin, explanation });
  });
}

/** The group's functional id is unknown though a set in it is known; sets that are unknown as well say so themselves. */
function isForeign(group: FunctionalGroup, definition: VersionDefinition): boolean {
  if (group.header === undefined || definition.functionalIds.has(group.functionalId)) return false;
  return group.sets.some((set) => definition.sets.has(set.code));
}

function functionalIdFault(group: FunctionalGroup): Finding {
  const [offset, end] = group.header!.rangeOf(1);
  const place = { segment: 'GS', element: 1, reference: '479', offset, end, said: group.functionalId };
  const explanation = `GS01 "${group.functionalId}" is no functional id that is known here. Write that of the sets in the group, such as SW for the 945.`;
  return fault('x12.group.functional-id', {
    ...place,
    expected: 'such as SW for the 945',
    explanation,
    ack: { ak905: '1' },
  });
}
