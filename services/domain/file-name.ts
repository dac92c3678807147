import { withoutDeceit } from './visible-text.ts';

const unseen = /\p{Cc}/gu;
const longest = 255;

/**
 * A partner's file name made harmless: no folders, no control characters, 255 characters at most. Characters that deceive the eye stand as
 * their code, such as `invoice[U+202E]fdp.exe`, so that the name still tells what was sent.
 * @returns undefined when nothing is left.
 */
export function plainFileName(given: string | undefined): string | undefined {
  const bare = given?.split(/[/\\]/).at(-1)?.replace(unseen, '').trim();
  const name = bare && withoutDeceit(bare).slice(0, longest).toWellFormed();
  return name === '' || name === '.' || name === '..' ? undefined : name;
}
