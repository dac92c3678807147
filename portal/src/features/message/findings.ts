import type { Finding, FindingCounts, Message } from '../../lib/contract.ts';

/** All findings about a document: of the whole, of its interchanges, groups and sets. */
export function findingsOf(message: Message): readonly Finding[] {
  return [
    ...message.findings,
    ...message.interchanges.flatMap((interchange) => [
      ...interchange.findings,
      ...interchange.groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)]),
    ]),
  ];
}

const levels = ['standard', 'guide', 'business', 'note'] as const;

/** The level that weighs most among a document's findings. */
export function heaviest(message: Message): Finding['level'] | undefined {
  const found = findingsOf(message);
  return levels.find((level) => found.some((finding) => finding.level === level));
}

/** Findings in the order of their weight; those of one level stay as they were. */
export function heaviestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

/** How many findings there are, those that are only counted included. */
export function countFindings(findings: readonly Finding[]): number {
  return findings.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** How many findings of each level a document has. */
export function countsOf({ findingTotals }: Message): FindingCounts {
  const counts = { standard: 0, guide: 0, business: 0, note: 0 };
  for (const { level, total } of findingTotals) counts[level] += total;
  return counts;
}
