import type { Finding, FindingCounts, Message } from '../../lib/contract.ts';

/** A message never changes once it is here, and its findings may be ten thousands: what follows from them is made once. */
function once<T>(make: (message: Message) => T): (message: Message) => T {
  const made = new WeakMap<Message, T>();
  return (message) => {
    const known = made.get(message);
    if (known !== undefined) return known;
    const fresh = make(message);
    made.set(message, fresh);
    return fresh;
  };
}

/** All findings about a document: of the whole, of its interchanges, groups and sets. */
export const findingsOf = once((message): readonly Finding[] => {
  return [
    ...message.findings,
    ...message.interchanges.flatMap((interchange) => [
      ...interchange.findings,
      ...interchange.groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)]),
    ]),
  ];
});

export interface Total {
  readonly code: string;
  readonly level: Finding['level'];
  readonly total: number;
}

const kindOf = ({ code, level }: Pick<Total, 'code' | 'level'>) => `${level} ${code}`;

const levels = ['standard', 'guide', 'business', 'note'] as const;

/** How many findings a list has, by code and level. */
export function listedTotals(findings: readonly Finding[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { code, level, count = 1 } of findings) {
    const total = (totals.get(kindOf({ code, level }))?.total ?? 0) + count;
    totals.set(kindOf({ code, level }), { code, level, total });
  }
  return [...totals.values()];
}

/**
 * How many findings of a document there are, by code and level: as the hub counted them, for the lists that came with the message may be shortened. What is
 * listed and not in the totals counts as listed.
 */
export const totalsOf = once((message): readonly Total[] => {
  const totals = new Map(listedTotals(findingsOf(message)).map((total) => [kindOf(total), total]));
  for (const { code, level, total } of message.findingTotals)
    totals.set(kindOf({ code, level }), { code, level, total });
  return [...totals.values()];
});

/** The level that weighs most among a document's findings. */
export function heaviest(message: Message): Finding['level'] | undefined {
  const found = totalsOf(message);
  return levels.find((level) => found.some((total) => total.level === level));
}

/** Findings in the order of their weight; those of one level stay as they were. */
export function heaviestFirst<T extends Pick<Finding, 'level'>>(findings: readonly T[]): readonly T[] {
  return findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

/** How many findings there are, whether they are listed or not. */
export function countFindings(totals: readonly Total[]): number {
  return totals.reduce((sum, { total }) => sum + total, 0);
}

/** How many findings of each level a document has. */
export function countsOf(message: Message): FindingCounts {
  const counts = { standard: 0, guide: 0, business: 0, note: 0 };
  for (const { level, total } of totalsOf(message)) counts[level] += total;
  return counts;
}

/** A rule that a document breaks. */
export interface Rule {
  readonly code: string;
  readonly level: Finding['level'];
  readonly total: number;
  /** Those that are listed one by one. */
  readonly listed: readonly Finding[];
}

/** Findings by what was broken, the weightiest first; the totals count those too that are not in the list. */
export function byRule(findings: readonly Finding[], totals: readonly Total[]): readonly Rule[] {
  const byKind = Map.groupBy(findings, kindOf);
  return heaviestFirst(totals).map(({ code, level, total }) => {
    const same = byKind.get(kindOf({ code, level })) ?? [];
    return { code, level, total, listed: same.filter(({ count }) => count === undefined) };
  });
}
