const beyondAscii = /[\u0080-\u00ff]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Takes blanks off; bytes that are valid UTF-8 are read as such, others stay Latin-1. Undefined where nothing is left. */
export function receivedText(text: string): string | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  if (!beyondAscii.test(bare)) return bare;
  try {
    return utf8.decode(Uint8Array.from(bare, (character) => character.charCodeAt(0)));
  } catch {
    return bare;
  }
}
