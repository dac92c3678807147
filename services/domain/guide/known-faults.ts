import type { Finding } from '../finding.ts';
import { placeNumber, wholeElement } from '../finding-list.ts';
import type { UnlistedPlaces } from '../x12/fault-sink.ts';
import type { PlacedSet } from '../x12/read/views.ts';

/** What the standard's check found in a set, to ask whether another fault only follows from it. */
class KnownFaults {
  readonly #segments = new Set<string>();
  readonly #elements = new Set<number>();

  constructor(findings: readonly Finding[], unlisted: UnlistedPlaces | undefined) {
    for (const { level, code, segment, position = 0, element, expected } of findings) {
      if (level !== 'standard') continue;
      if (element !== undefined) this.#elements.add(placeNumber(position, element));
      else if (code.startsWith('x12.segment.')) {
        if (segment !== undefined) this.#segments.add(segment);
        // A misspelt segment says there which one is meant.
        if (code === 'x12.segment.unknown' && expected !== undefined) this.#segments.add(expected);
      }
    }
    for (const place of unlisted?.elements ?? []) this.#elements.add(wholeElement(place));
    for (const id of unlisted?.segments ?? []) this.#segments.add(id);
  }

  /** Segments with this id are missing, misspelt or misplaced somewhere in the set. */
  hasSegment(id: string): boolean {
    return this.#segments.has(id);
  }

  hasElementOf({ position = 0, element }: Finding): boolean {
    return element !== undefined && this.hasElement(position, element);
  }

  hasElement(position: number, element: number): boolean {
    return this.#elements.has(placeNumber(position, element));
  }
}

const nothing = new KnownFaults([], undefined);

/** What is known where the standard's check found this in a set. */
export const knownFaults = ({ findings, unlisted }: Pick<PlacedSet, 'findings' | 'unlisted'>): KnownFaults =>
  findings.length === 0 ? nothing : new KnownFaults(findings, unlisted);

export type { KnownFaults };
