import type { Message } from '../../lib/contract.ts';
import { setName } from '../../lib/sets.ts';

export interface SetCount {
  readonly code: string;
  readonly count: number;
}

/** The transaction sets inside, each once with its number. */
export function setsOf(message: Message): readonly SetCount[] {
  const counts = new Map<string, number>();
  for (const interchange of message.interchanges) {
    for (const group of interchange.groups) {
      for (const { code } of group.sets) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** What the document speaks of, each once. */
export function subjectsOf(message: Message): readonly string[] {
  return [...new Set(message.events.map((event) => event.subject))];
}

/** A name for people: `Shipping advice WH/OUT/00042`, or the file's name where nothing could be read. */
export function titleOf(message: Message): string {
  const sets = setsOf(message);
  const subjects = subjectsOf(message);
  if (sets.length === 0) return message.fileName ?? 'Unreadable document';
  const what =
    sets.length === 1
      ? (setName(sets[0]?.code ?? '') ?? `Set ${sets[0]?.code}`)
      : sets.map((set) => set.code).join(', ');
  const [first] = subjects;
  const control = message.interchanges[0]?.control;
  if (first === undefined) return control === undefined ? what : `${what} ${control}`;
  return subjects.length === 1 ? `${what} ${first}` : `${what} ${first} and ${subjects.length - 1} more`;
}
