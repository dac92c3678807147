import { type Path, parsePath } from '../language/path.ts';
import type { Found, SourceReader } from './source.ts';

/** A level that stands below one where it may not stand. */
export interface MisplacedLevel extends Found {
  /** The levels above that would be right. */
  readonly expected: string;
}

/** What an HL without a level above it stands below. */
const top = 'top';
const levelCodes = parsePath('//HL-03', 'x12') as Path;

/**
 * HL segments whose level stands below a level that `parents` does not allow for it, the first of each kind. Levels whose HL02 leads nowhere are
 * not judged, nor those without an entry.
 */
export function misplacedLevels<S>(
  source: SourceReader<S>,
  parents: ReadonlyMap<string, readonly string[]>,
  scope: S,
): MisplacedLevel[] {
  const codes = new Map<string, string>();
  const seen = new Set<string>();
  const misplaced: MisplacedLevel[] = [];
  for (const found of source.readAll(levelCodes, scope)) {
    const number = found.trace.segment?.text(1).trim() ?? '';
    const parent = found.trace.segment?.text(2).trim() ?? '';
    const above = parent === '' ? top : codes.get(parent);
    if (!codes.has(number)) codes.set(number, found.text);
    const allowed = parents.get(found.text);
    if (above === undefined || allowed === undefined || allowed.includes(above)) continue;
    const kind = `${above}/${found.text}`;
    if (seen.has(kind)) continue;
    seen.add(kind);
    misplaced.push({
      ...found,
      expected: allowed.map((code) => (code === top ? 'no level above' : `below ${code}`)).join(' or '),
    });
  }
  return misplaced;
}
