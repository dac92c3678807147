/** A place in a configuration file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mistake in a file of a configuration, told to the person who wrote it. All mistakes of a file are reported at once. */
export interface MappingFault extends Place {
  /** File or mapping name as given to the compiler. */
  readonly file: string;
  readonly message: string;
  /** What was probably meant. */
  readonly hint?: string;
}

/** Collects the faults of one file. */
export interface Faults {
  readonly list: MappingFault[];
  add(at: Place, message: string, hint?: string): void;
}

const faultsShown = 100;

export function collectFaults(file: string): Faults {
  const list: MappingFault[] = [];
  return {
    list,
    add(at, message, hint) {
      if (list.length >= faultsShown) return;
      list.push({ file, line: at.line, column: at.column, message, ...(hint === undefined ? {} : { hint }) });
    },
  };
}

/** `file:line:column: message (hint)`, as compilers print it. */
export function faultText(fault: MappingFault): string {
  const hint = fault.hint === undefined ? '' : ` (${fault.hint})`;
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}${hint}`;
}

/** `did you mean …?` with the nearest known word, or undefined where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === undefined ? undefined : `did you mean \`${best}\`?`;
}

const longestWord = 60;

/** Edit distance with neighbours swapped counting once; words longer than 60 characters count as infinitely far. */
function editDistance(a: string, b: string): number {
  if (a.length > longestWord || b.length > longestWord) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(change, swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? Number.POSITIVE_INFINITY;
}
