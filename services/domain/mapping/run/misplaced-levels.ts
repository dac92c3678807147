import { type Path, parsePath } from '../../language/path.ts';
import { type Level, levelParents } from '../../x12/check/level-parents.ts';
import type { Found, SourceReader } from './source.ts';

/** A level that stands below one where it may not stand. */
export interface MisplacedLevel extends Found {
  /** The levels above that would be right. */
  readonly expected: string;
}

/** What an HL without a level above it stands below. */
const top = 'top';
const levelCodes = parsePath('//HL-03', 'x12') as Path;
const structure = parsePath('/BSN-05', 'x12') as Path;

/**
 * HL segments whose level stands below a level that `parents` does not allow for it, the first of each kind. Levels whose HL02 leads nowhere are
 * not judged, nor those without an entry.
 */
export function misplacedLevels<S>(
  source: SourceReader<S>,
  parents: ReadonlyMap<string, readonly string[]>,
  scope: S,
): MisplacedLevel[] {
  const found = source.readAll(levelCodes, scope);
  const levels = found.map(({ text, trace }): Level => {
    const [number = '', parent = ''] = [1, 2].map((element) => trace.segment?.text(element).trim());
    return { number, parent, code: text };
  });
  const seen = new Set<string>();
  const misplaced: MisplacedLevel[] = [];
  for (const [nth, { above: at, from }] of levelParents(
    levels,
    () => source.read(structure, scope)?.text ?? '',
  ).entries()) {
    if (from === 'unclear') continue;
    const above = at === undefined ? top : levels[at]!.code;
    const code = levels[nth]!.code;
    const allowed = parents.get(code);
    if (allowed === undefined || allowed.includes(above)) continue;
    const kind = `${above}/${code}`;
    if (seen.has(kind)) continue;
    seen.add(kind);
    misplaced.push({
      ...found[nth]!,
      expected: allowed
        .map((allowedCode) => (allowedCode === top ? 'no level above' : `below ${allowedCode}`))
        .join(' or '),
    });
  }
  return misplaced;
}
