import { longestKey } from '../../rules/tape-test.ts';
import type { SpecSegment } from '../spec.ts';

/** The element by whose codes several uses of a segment can be told apart, and the codes of each. */
export interface Told {
  readonly position: number;
  readonly codes: readonly (readonly string[])[];
}

/** Finds the first element that has codes in every use, no code in two of them. */
export function discriminate(uses: readonly SpecSegment[]): Told | undefined {
  const positions = (uses[0]?.elements ?? []).flatMap(({ position, component, codes }) =>
    codes && component === undefined ? [position] : [],
  );
  for (const position of positions) {
    const codes = uses.map(
      ({ elements }) => elements?.find((one) => one.position === position && one.component === undefined)?.codes,
    );
    if (!codes.every((list) => list !== undefined && list.length > 0)) continue;
    const all = codes.flat();
    const fits = all.every((code) => code!.length <= longestKey && /^[A-Z0-9]+$/.test(code!));
    if (fits && new Set(all).size === all.length) return { position, codes: codes.map((list) => list!) };
  }
  return undefined;
}
