/** Control characters of ASCII and Latin-1. */
const controls = /\p{Cc}/gu;
// What turns the direction of text, is invisible or breaks a line: with it a value reads as another one. A byte of UTF-8 that stands as Latin-1 may
// look like a soft hyphen, which deceives nobody.
const deceiving = /(?!\u00ad)[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A text as people may see it: what deceives the eye stands as its code, such as `[U+202E]`. */
export function withoutDeceit(text: string): string {
  // Looking is cheaper than replacing nothing.
  return isPlain(text) ? text : text.replace(deceiving, codeOf);
}

/** The same, with a dot for each control character. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(controls, '·').replace(deceiving, codeOf);
}

/** The same with one column for each character, where places are pointed at below the text. */
export function inColumns(text: string): string {
  return isPlain(text) ? text : text.replace(controls, '·').replace(deceiving, '·');
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

const codeOf = (character: string) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
