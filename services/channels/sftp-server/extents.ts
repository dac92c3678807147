/** Which parts of a file were written or read: neither need come in order, and none may be missing. */
export class Extents {
  // Apart from each other, in order.
  #parts: { from: number; to: number }[] = [];

  /** How many holes there are now; a sender that makes too many is not one that sends a file. */
  get holes(): number {
    const [first] = this.#parts;
    return this.#parts.length - (first === undefined || first.from === 0 ? 1 : 0);
  }

  add(from: number, to: number): void {
    if (to <= from) return;
    const last = this.#parts.at(-1);
    // Nearly always the next piece.
    if (last && from >= last.from && from <= last.to) {
      last.to = Math.max(last.to, to);
      return;
    }
    const apart = this.#parts.filter((one) => one.to < from || one.from > to);
    const touched = this.#parts.filter((one) => one.to >= from && one.from <= to);
    const merged = {
      from: Math.min(from, touched[0]?.from ?? from),
      to: Math.max(to, touched.at(-1)?.to ?? to),
    };
    this.#parts = [...apart, merged].sort((one, other) => one.from - other.from);
  }

  /** Forgets what lies behind a length. */
  cut(length: number): void {
    this.#parts = this.#parts
      .filter((one) => one.from < length)
      .map(({ from, to }) => ({ from, to: Math.min(to, length) }));
  }

  /** Whether everything from the beginning to here is there. */
  covers(length: number): boolean {
    const [first] = this.#parts;
    return length === 0 || (first !== undefined && first.from === 0 && first.to >= length);
  }
}
