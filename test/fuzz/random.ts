/** Whole numbers from 0 up to a limit (exclusive), the same in every run with the same seed. */
export type Pick = (limit: number) => number;

/** A small generator (mulberry32). */
export function pickFrom(seed: number): Pick {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * Math.max(1, limit));
  };
}
