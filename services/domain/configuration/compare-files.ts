/** How one file differs between two configurations. */
export interface FileDifference {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Lines in order: `-` of the first, `+` of the second, ` ` of both. */
  readonly lines: readonly string[];
}

type Marks = (before: readonly string[], after: readonly string[]) => readonly (readonly [number, string])[];

/** The files that differ, in the order of their paths. @param marks tells of each line whether it was taken out (1), stays (0) or came in (-1) */
export function compareFiles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  marks: Marks,
): readonly FileDifference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): FileDifference[] => {
    const [from, to] = [before.get(path), after.get(path)];
    if (from === to) return [];
    const lines = (text: string | undefined) => text?.replace(/\n$/, '').split('\n') ?? [];
    const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    const all = marks(lines(from), lines(to)).map(([mark, line]) => `${mark > 0 ? '-' : mark < 0 ? '+' : ' '}${line}`);
    return [{ path, change, lines: withContext(all) }];
  });
}

const around = 3;

/** Only what differs, with some lines around it; what is left out is one line of dots. */
function withContext(lines: readonly string[]): readonly string[] {
  const shown = new Set<number>();
  for (const [at, line] of lines.entries())
    if (!line.startsWith(' ')) for (let near = at - around; near <= at + around; near += 1) shown.add(near);
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (shown.has(at)) kept.push(line);
    else if (kept.at(-1) !== '…') kept.push('…');
  }
  return kept;
}
