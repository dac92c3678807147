import type { OriginTape } from './origin-tape.ts';

/** Where a field will stand: its pointer, cut at the ordinals of lists. */
export type Pieces = readonly [string, ...string[]];

/** Of a field of what stands at `pieces`. */
export function below(pieces: Pieces, name: string): Pieces {
  return [...pieces.slice(0, -1), `${pieces.at(-1)}/${name}`] as unknown as Pieces;
}

/** Of an entry of the list that stands at `pieces`. */
export function withOrdinal(pieces: Pieces): Pieces {
  return [...pieces.slice(0, -1), `${pieces.at(-1)}/`, ''] as unknown as Pieces;
}

/** The pointer of the field that is being built. */
export function pointerOf(pieces: Pieces, origins: OriginTape): string {
  return pieces.slice(1).reduce((pointer, piece, level) => pointer + origins.ordinals[level] + piece, pieces[0]);
}
