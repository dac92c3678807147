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

interface Total {
  readonly code: string;
  readonly level: Finding['level'];
  readonly total: number;
}

const kindOf = ({ code, level }: Pick<Total, 'code' | 'level'>) => `${level} ${code}`;

const levels = ['standard', 'guide', 'business', 'note'] as const;

/**
 * How many findings of a document there are, by code and level: as the hub counted them, for the lists that came with the message may be shortened. What is
 * listed and not in the totals counts as listed.
 */
export function totalsOf(message: Message): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { code, level, count = 1 } of findingsOf(message)) {
    const total = (totals.get(kindOf({ code, level }))?.total ?? 0) + count;
    totals.set(kindOf({ code, level }), { code, level, total });
  }
  for (const { code, level, total } of message.findingTotals)
    totals.set(kindOf({ code, level }), { code, level, total });
  return [...totals.values()];
}

/** The level that weighs most among a document's findings. */
export function heaviest(message: Message): Finding['level'] | undefined {
  const found = totalsOf(message);
  return levels.find((level) => found.some((total) => total.level === level));
}

/** Findings in the order of their weight; those of one level stay as they were. */
export function heaviestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

/** How many findings there are, whether they are listed or not. */
export function countFindings(totals: readonly Total[]): number {
  return totals.reduce((sum, { total }) => sum + total, 0);
}

/** A kind of which there are more findings than are shown. */
interface MoreFindings extends Total {
  readonly more: number;
}

/** A list of more rows than this is read by nobody. */
const mostShown = 200;

/** The findings to show one by one, and of which kinds there are more. */
export function shortened(message: Message): {
  readonly shown: readonly Finding[];
  readonly more: readonly MoreFindings[];
} {
  const shown = findingsOf(message)
    .filter(({ count }) => count === undefined)
    .slice(0, mostShown);
  const more = totalsOf(message).map((kind) => ({
    ...kind,
    more: kind.total - shown.filter((finding) => kindOf(finding) === kindOf(kind)).length,
  }));
  return { shown, more: more.filter((kind) => kind.more > 0) };
}
