import type { Finding } from '../finding.ts';

const elementsAtMost = 128;

/** What the standard's check found in a set, to ask whether another fault only follows from it. */
class KnownFaults {
  readonly #segments = new Set<string>();
  readonly #elements = new Set<number>();

  constructor(findings: readonly Finding[]) {
    for (const { level, code, segment, position = 0, element, expected } of findings) {
      if (level !== 'standard') continue;
      if (element !== undefined) this.#elements.add(position * elementsAtMost + element);
      else if (code.startsWith('x12.segment.')) {
        if (segment !== undefined) this.#segments.add(segment);
        // A misspelt segment says there which one is meant.
        if (code === 'x12.segment.unknown' && expected !== undefined) this.#segments.add(expected);
      }
    }
  }

  /** Segments with this id are missing, misspelt or misplaced somewhere in the set. */
  hasSegment(id: string): boolean {
    return this.#segments.has(id);
  }

  hasElementOf({ position = 0, element }: Finding): boolean {
    return element !== undefined && this.hasElement(position, element);
  }

  hasElement(position: number, element: number): boolean {
    return this.#elements.has(position * elementsAtMost + element);
  }
}

const nothing = new KnownFaults([]);

/** What is known where the standard's check found this. */
export const knownFaults = (findings: readonly Finding[]): KnownFaults =>
  findings.length === 0 ? nothing : new KnownFaults(findings);

export type { KnownFaults };
