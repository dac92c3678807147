import type { Message } from '../../lib/contract.ts';
import { setName } from '../../lib/sets.ts';

/** What the document speaks of, each once. */
export function subjectsOf(message: Message): readonly string[] {
  return [...new Set(message.events.map((event) => event.subject))];
}

/** A set that has no name of its own, or a document that is no X12: `shipment-status` is a `Shipment status`. */
const nameOfKind = (code: string) =>
  /^\d/.test(code) ? `Set ${code}` : code.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

/** A name for people: `Shipping advice WH/OUT/00042`, or the file's name where nothing could be read. */
export function titleOf(message: Message): string {
  const { sets } = message;
  const subjects = subjectsOf(message);
  if (sets.length === 0) return message.fileName ?? 'Unreadable document';
  const what =
    sets.length === 1
      ? (setName(sets[0]?.code ?? '') ?? nameOfKind(sets[0]?.code ?? ''))
      : sets.map((set) => set.code).join(', ');
  const [first] = subjects;
  const control = message.interchanges[0]?.control;
  if (first === undefined) return control === undefined ? what : `${what} ${control}`;
  return subjects.length === 1 ? `${what} ${first}` : `${what} ${first} and ${subjects.length - 1} more`;
}
