/** Blanks as signs where they would not be seen: at the ends, doubled, or alone. */
export function visibleBlanks(text: string): string {
  return text.replace(/^ +| +$| {2,}/g, (blanks) => '␣'.repeat(blanks.length));
}
