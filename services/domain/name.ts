import { visible } from './visible-text.ts';

/** How long the names may be that people give; the contract says the same, which a test compares. */
export const longestName = { organization: 120, person: 120, 'api-key': 80, connection: 100 } as const;

/**
 * What is wrong with a name that somebody gives, whichever way it comes; nothing when it can be told from every other by whoever reads it. Names stand in
 * lists, in mails, in the audit trail and in lines of a terminal: what cannot be seen, or turns the direction of text, makes one look like another.
 */
export function faultOfName(of: keyof typeof longestName, text: string): string | undefined {
  const name = text.trim();
  if (name === '') return 'is empty';
  const longest = longestName[of];
  if (name.length > longest) return `is longer than ${longest} characters`;
  if (name.isWellFormed() && visible(name) === name) return undefined;
  return `must not hold line breaks or characters that cannot be seen: ${visible(name.toWellFormed())}`;
}
