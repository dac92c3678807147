import { readFileSync } from 'node:fs';

let known: ReadonlyMap<string, string> | undefined;

/** What to do about a code, as `specs/errors.md` says it; undefined where that knows no such code. */
export function remedyOf(code: string): string | undefined {
  known ??= remediesIn(readFileSync(new URL('../../specs/errors.md', import.meta.url), 'utf8'));
  return known.get(code);
}

function remediesIn(markdown: string): ReadonlyMap<string, string> {
  const sections = markdown.split(/\n(?=### )/);
  return new Map(
    sections.flatMap((section) => {
      const [, code] = /^### `([^`]+)`/.exec(section) ?? [];
      const [, remedy] = /^What to do: (.+)$/m.exec(section) ?? [];
      return code && remedy ? [[code, remedy] as const] : [];
    }),
  );
}
