import type { Tape } from '../read/tape.ts';
import type { TapePlace } from '../read/views.ts';
import { UNPLACED } from './tree.ts';

/** Segments that room is made for at once, unless a set has more. */
const ROOM_SEGMENTS = 16_384;

/** Room for the places of segments in their sets' definitions, for one set after the other; it is kept by the sets that stand in it. */
export class PlacedRoom {
  /** Node index by segment, `UNPLACED`, or `strayIn(loop)`; the segment at `base` of the tape stands at 0. */
  placed = new Int32Array(0);
  base = 0;
  #tape: Tape | undefined;

  /** Makes room for a set. */
  begin({ source: { tape }, first, last }: TapePlace): void {
    if (tape === this.#tape && first >= this.base && last - this.base < this.placed.length) return;
    const size = Math.max(last - first + 1, Math.min(tape.segmentCount - first, ROOM_SEGMENTS));
    this.placed = new Int32Array(size).fill(UNPLACED);
    this.base = first;
    this.#tape = tape;
  }
}
