import type { Delimiters } from '../model.ts';

/** What this hub writes with where nothing else was agreed. */
export const usualDelimiters: Delimiters = { element: '*', component: '>', repetition: '^', terminator: '~' };

const CANDIDATES = [
  '*',
  '>',
  '^',
  '~',
  '|',
  ':',
  '!',
  '\\',
  '{',
  '}',
  '`',
  '@',
  '#',
  '%',
  '\u001d',
  '\u001e',
  '\u001f',
  '\u001c',
];

/**
 * Delimiters that occur in none of the texts: the preferred ones where they can stay, others in place of those that cannot.
 * Undefined when the texts use up every candidate.
 */
export function delimitersFor(
  texts: Iterable<string>,
  preferred: Delimiters = usualDelimiters,
): Delimiters | undefined {
  const used = new Set<string>();
  for (const text of texts) for (const char of text) used.add(char);
  const taken = new Set<string>();
  const stays = (wanted: string | undefined, ends = false): boolean => {
    if (wanted === undefined || !isSafe(wanted, ends) || used.has(wanted[0]!) || taken.has(wanted)) return false;
    taken.add(wanted);
    return true;
  };
  // First each that can keeps its own, so that no spare one takes its place.
  const kept = {
    element: stays(preferred.element),
    terminator: stays(preferred.terminator, true),
    component: stays(preferred.component),
    repetition: stays(preferred.repetition),
  };
  const choose = (role: keyof typeof kept): string | undefined =>
    kept[role] ? preferred[role] : CANDIDATES.find((char) => !used.has(char) && stays(char));
  const element = choose('element');
  const terminator = choose('terminator');
  const component = choose('component');
  const repetition = preferred.repetition === undefined ? undefined : choose('repetition');
  if (element === undefined || terminator === undefined || component === undefined) return undefined;
  return { element, component, terminator, ...(repetition !== undefined && { repetition }) };
}

/** A character that may delimit: neither letter, digit nor blank; a terminator may be one character of several bytes. */
export function isDelimiter(text: string): boolean {
  return text.length > 0 && text.length <= 4 && !/[A-Za-z0-9 ]/.test(text);
}

/** Delimiters that no reader can mistake: ASCII, and no white space except at the end of a segment. */
function isSafe(text: string, ends: boolean): boolean {
  if (!isDelimiter(text)) return false;
  const code = text.charCodeAt(0);
  if (ends) return code < 0xc2 || text.length > 1;
  return text.length === 1 && code < 0x80 && (code < 9 || code > 13);
}

/** True for delimiters that are all usable and all different. Where text is written as UTF-8, only ASCII is no part of another character. */
export function areUsable(
  { element, component, repetition, terminator }: Delimiters,
  encoding: 'latin1' | 'utf8' = 'latin1',
): boolean {
  const inside = [element, component, ...(repetition === undefined ? [] : [repetition])];
  const all = [...inside, terminator];
  return (
    all.every(isDelimiter) &&
    (encoding === 'latin1' || all.every((text) => text.charCodeAt(0) < 0x80)) &&
    // Readers take line breaks for wrapping, and a tab at the end of the ISA for padding.
    inside.every((text) => text.length === 1 && !/[\r\n]/.test(text)) &&
    component !== '\t' &&
    new Set(all.map((text) => text[0])).size === all.length
  );
}
