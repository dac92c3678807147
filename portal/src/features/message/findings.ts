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
