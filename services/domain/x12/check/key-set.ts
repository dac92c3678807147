/** Spreads the ids of segments over 64 places. */
const spread = 0x9e3779b1;

/**
 * Some segment ids, as `keyOf` gives them, in 64 bits: quick to fill and to ask, and now and then it says yes where it should say no. What it says no to is
 * not there.
 */
export class KeySet {
  #low = 0;
  #high = 0;

  add(key: number): void {
    const place = Math.imul(key, spread) >>> 26;
    if (place < 32) this.#low |= 1 << place;
    else this.#high |= 1 << (place - 32);
  }

  /** Whether all of the others may be among these. */
  mayHave(others: KeySet): boolean {
    return (others.#low & ~this.#low) === 0 && (others.#high & ~this.#high) === 0;
  }
}
