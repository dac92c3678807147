import { endOfSegment, newTape, type Tape } from './tape.ts';

/** Bytes that a part of a stream has room for, unless a single set needs more. */
export const ROOM_BYTES = 256 * 1024;

/**
 * A tape for the part of a stream that is looked at. Bytes are put after those at hand while there is room; then a new tape is begun with what is still
 * needed, so that memory does not grow with the stream. The old tape stays as it is for the sets that stand on it.
 */
export class StreamWindow {
  tape: Tape = newTape(new Uint8Array(0));
  readonly #roomBytes: number;
  #room = Buffer.alloc(0);

  constructor(roomBytes: number) {
    this.#roomBytes = roomBytes;
  }

  /** Puts `chunk` after the bytes at hand. */
  append(chunk: Uint8Array, reader: TapeReader): void {
    const { length } = this.tape.bytes;
    if (length + chunk.length > this.#room.length) {
      const { from, segment } = reader.needed();
      const kept = this.tape.bytes.subarray(from);
      // Twice what is kept, so that a set of any size is copied a few times only.
      this.#room = Buffer.allocUnsafeSlow(Math.max(this.#roomBytes, 2 * kept.length + chunk.length));
      this.#room.set(kept);
      const tape = carried(this.tape, this.#room, { from, segment });
      this.tape = tape;
      reader.moved(tape, from, segment);
    }
    const start = this.tape.bytes.length;
    this.#room.set(chunk, start);
    this.tape.bytes = this.#room.subarray(0, start + chunk.length);
  }
}

/** Whoever reads the tape. */
export interface TapeReader {
  needed(): Needed;
  /** The tape was replaced by one that begins so many bytes and segments later. */
  moved(tape: Tape, bytes: number, segments: number): void;
}

/** What of a tape is still needed: from which byte and which segment on. */
export interface Needed {
  readonly from: number;
  readonly segment: number;
}

/** A new tape with the bytes and segments that are still needed. */
function carried(old: Tape, room: Buffer, { from, segment }: Needed): Tape {
  const kept = old.bytes.length - from;
  const tape = newTape(room, room.length, old.origin + from, endOfSegment(old, segment - 1) - from);
  tape.bytes = room.subarray(0, kept);
  const first = old.starts[segment]!;
  while (tape.marks.length < old.markCount - first + 2) tape.marks = new Int32Array(tape.marks.length * 2);
  const segments = old.segmentCount - segment;
  while (tape.starts.length < segments + 2) tape.starts = new Int32Array(tape.starts.length * 2);
  for (let at = first; at < old.markCount; at += 1) tape.marks[at - first] = old.marks[at]! - from;
  for (let at = 0; at <= segments; at += 1) tape.starts[at] = old.starts[segment + at]! - first;
  tape.markCount = old.markCount - first;
  tape.segmentCount = segments;
  tape.newlineAt = Math.max(0, old.newlineAt - from);
  return tape;
}
