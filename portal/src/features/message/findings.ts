import type { Finding, Message } from '../../lib/contract.ts';

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

/** A code of which there are more findings than are shown. */
interface MoreFindings {
  readonly code: string;
  readonly level: Finding['level'];
  readonly more: number;
  readonly total: number;
}

/** A list of more rows than this is read by nobody. */
const mostShown = 200;

/** The findings to show one by one, and of which codes there are more. */
export function shortened(findings: readonly Finding[]): {
  readonly shown: readonly Finding[];
  readonly more: readonly MoreFindings[];
} {
  const shown = findings.filter(({ count }) => count === undefined).slice(0, mostShown);
  const isShown = new Set(shown);
  const more = new Map<string, MoreFindings>();
  for (const finding of findings) {
    const { code, level, count = 1 } = finding;
    const known = more.get(code) ?? { code, level, more: 0, total: 0 };
    more.set(code, { ...known, more: known.more + (isShown.has(finding) ? 0 : count), total: known.total + count });
  }
  return { shown, more: [...more.values()].filter((kind) => kind.more > 0) };
}
