import type { Delimiters } from './model.ts';

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
  const choose = (wanted: string | undefined): string | undefined => {
    const found = [wanted ?? '', ...CANDIDATES].find(
      (char) => isDelimiter(char) && !used.has(char[0]!) && !taken.has(char),
    );
    if (found !== undefined) taken.add(found);
    return found;
  };
  // Each keeps its own wherever it can, so that the spare ones are not given away first.
  const element = choose(preferred.element);
  const terminator = choose(preferred.terminator);
  const component = choose(preferred.component);
  const repetition = preferred.repetition === undefined ? undefined : choose(preferred.repetition);
  if (element === undefined || terminator === undefined || component === undefined) return undefined;
  return { element, component, terminator, ...(repetition !== undefined && { repetition }) };
}

/** A character that may delimit: neither letter, digit nor blank; a terminator may be one character of several bytes. */
export function isDelimiter(text: string): boolean {
  return text.length > 0 && text.length <= 4 && !/[A-Za-z0-9 ]/.test(text);
}

/** True for delimiters that are all usable and all different. */
export function areUsable({ element, component, repetition, terminator }: Delimiters): boolean {
  const all = [element, component, terminator, ...(repetition === undefined ? [] : [repetition])];
  return (
    all.every(isDelimiter) &&
    element.length === 1 &&
    component.length === 1 &&
    new Set(all.map((text) => text[0])).size === all.length
  );
}
