const unseen = /\p{Cc}/gu;
// What turns the direction of text, is invisible or breaks a line: with it a name reads as another one.
const deceiving = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
const longest = 255;

/**
 * A partner's file name made harmless: no folders, no control characters, 255 characters at most. Characters that deceive the eye stand as
 * their code, such as `invoice[U+202E]fdp.exe`, so that the name still tells what was sent.
 * @returns undefined when nothing is left.
 */
export function plainFileName(given: string | undefined): string | undefined {
  const bare = given?.split(/[/\\]/).at(-1)?.replace(unseen, '').trim();
  const name = bare?.replace(deceiving, codeOf).slice(0, longest).toWellFormed();
  return name === '' || name === '.' || name === '..' ? undefined : name;
}

const codeOf = (character: string) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
