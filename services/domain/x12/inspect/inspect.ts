import type { Finding, FindingLevel } from '../../finding.ts';
import { countOf } from '../../finding-list.ts';
import { append } from '../../lists.ts';
import type { ParsedDocument, TransactionSet } from '../model.ts';

/** A finding as `crossdock inspect --json` prints it. */
export type InspectedFinding = Pick<Finding, (typeof KEYS)[number]>;

export interface InspectedSet {
  readonly set: string;
  readonly control: string;
  readonly accepted: boolean;
  /** As AK501 says it. */
  readonly status: TransactionSet['status'];
  readonly findings: readonly InspectedFinding[];
}

export interface InspectedGroup {
  readonly functionalId: string;
  readonly version: string;
  readonly control: string;
  readonly sets: readonly InspectedSet[];
}

export interface InspectedInterchange {
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly groups: readonly InspectedGroup[];
}

/** What `crossdock inspect --json` prints. Findings about the document, its interchanges and groups stand at the top level, those of sets with the sets. */
export interface Inspection {
  readonly interchanges: readonly InspectedInterchange[];
  readonly findings: readonly InspectedFinding[];
}

const KEYS = [
  'code',
  'level',
  'count',
  'segment',
  'position',
  'element',
  'component',
  'offset',
  'end',
  'reference',
  'loop',
  'received',
  'expected',
  'explanation',
  'corrected',
  'ack',
] as const;

/** Turns a checked reading into plain data. */
export function inspect(reading: ParsedDocument): Inspection {
  const findings: Finding[] = [...reading.findings];
  const interchanges = reading.interchanges.map((interchange) => {
    append(findings, interchange.findings);
    const groups = interchange.groups.map((group) => {
      append(findings, group.findings);
      const sets = group.sets.map(inspectedSet);
      return { functionalId: group.functionalId, version: group.version, control: group.control, sets };
    });
    return { sender: interchange.sender.id, receiver: interchange.receiver.id, control: interchange.control, groups };
  });
  return { interchanges, findings: findings.map(inspected) };
}

export function inspectedSet({ code, control, status, findings }: TransactionSet): InspectedSet {
  return { set: code, control, accepted: status !== 'R', status, findings: findings.map(inspected) };
}

export function inspected(finding: Finding): InspectedFinding {
  const picked: Partial<Record<(typeof KEYS)[number], unknown>> = {};
  for (const key of KEYS) if (finding[key] !== undefined) picked[key] = finding[key];
  return picked as InspectedFinding;
}

/** All findings of a reading, those of its interchanges, groups and sets included, in the order of the document. */
export function allFindings(reading: ParsedDocument): readonly Finding[] {
  const inside = reading.interchanges.flatMap((interchange) => [
    ...interchange.findings,
    ...interchange.groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)]),
  ]);
  return [...reading.findings, ...inside].sort((a, b) => (a.offset ?? endOf(a)) - (b.offset ?? endOf(b)));
}

/** Those that count others stand behind all, others without a place before all. */
const endOf = ({ count }: Finding): number => (count === undefined ? 0 : Number.MAX_SAFE_INTEGER);

/** How many findings of each level a reading has. */
export function countFindings(reading: ParsedDocument): Readonly<Record<FindingLevel, number>> {
  const counts = { standard: 0, guide: 0, business: 0, note: 0 };
  for (const finding of allFindings(reading)) counts[finding.level] += countOf(finding);
  return counts;
}
