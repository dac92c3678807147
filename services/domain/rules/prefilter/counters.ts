import type { Source } from '../../x12/read/tape.ts';
import { codeKey } from '../../x12/standard/segment-definition.ts';
import type { SegmentNode } from '../../x12/standard/set-definition.ts';
import { keyAt, longestKey, numberAt, passes, type TapeTest } from '../tape-test.ts';

/** Something that is counted over the segments of a set. */
export interface Counter {
  readonly nodes: readonly SegmentNode[];
  begin(): void;
  see(source: Source, index: number): void;
}

/** The first value that is there, as `keyAt` gives it. */
export function firstKeyCounter(nodes: readonly SegmentNode[], tests: readonly TapeTest[], element: number) {
  let key = 0;
  return {
    nodes,
    begin: () => {
      key = 0;
    },
    see(source: Source, index: number) {
      if (key === 0 && passes(tests, source, index)) key = keyAt(source, index, element, undefined);
    },
    key: () => key,
  };
}

/**
 * An amount: the first value, the sum of all values (each times another element of its segment), the number of values or of segments. Undefined where
 * there is none; what is no number makes no number of the whole.
 */
export function amountCounter(
  nodes: readonly SegmentNode[],
  tests: readonly TapeTest[],
  element: number,
  times: number | undefined,
  how: 'path' | 'sum' | 'count' | 'segments',
) {
  let amount: number | undefined;
  const add = (source: Source, index: number): void => {
    const value = how === 'path' || how === 'sum' ? numberAt(source, index, element) : valueAt(source, index, element);
    if (value === undefined) return;
    if (how === 'path') amount ??= value;
    else amount = (amount ?? 0) + value * (times === undefined ? 1 : (numberAt(source, index, times) ?? Number.NaN));
  };
  return {
    nodes,
    begin: () => {
      amount = how === 'count' || how === 'segments' ? 0 : undefined;
    },
    see(source: Source, index: number) {
      if (!passes(tests, source, index)) return;
      if (how === 'segments') amount = (amount ?? 0) + 1;
      else add(source, index);
    },
    amount: () => amount,
  };
}

const valueAt = (source: Source, index: number, element: number): 1 | undefined =>
  keyAt(source, index, element, undefined) === 0 ? undefined : 1;

/** An SSCC with and without its application identifier has these characters in common. */
const tail = 18;
const prime = 16777619;

/** Whether a value stands there twice, by a hash of its last characters: two different values are seldom taken for one. */
export function repeatsCounter(nodes: readonly SegmentNode[], tests: readonly TapeTest[], element: number) {
  const seen = new Set<number>();
  let repeated = false;
  return {
    nodes,
    begin: () => {
      if (seen.size > 0) seen.clear();
      repeated = false;
    },
    see(source: Source, index: number) {
      if (repeated || !passes(tests, source, index)) return;
      const { bytes, marks, starts } = source.tape;
      const at = starts[index]!;
      if (element > starts[index + 1]! - at - 2) return;
      let start = marks[at + element]! + 1;
      let end = marks[at + element + 1]!;
      while (end > start && bytes[end - 1] === 32) end -= 1;
      while (end > start && bytes[start] === 32) start += 1;
      if (start === end) return;
      start = Math.max(start, end - tail);
      // Breaks inside of values would make two of them differ that are the same.
      if (source.wrapped) repeated = true;
      let high = 2166136261;
      let low = 0;
      for (let place = start; place < end; place += 1) {
        high = Math.imul(high ^ bytes[place]!, prime);
        low = (Math.imul(low, 31) + bytes[place]!) & 0x1fffff;
      }
      const key = (high >>> 0) * 0x200000 + low;
      if (seen.has(key)) repeated = true;
      else seen.add(key);
    },
    isRepeated: () => repeated,
  };
}

const top = codeKey('top');

/** The level of each HL and the one above it, worked out once for all rules. */
export interface LevelWalk extends Counter {
  /** Codes of the HL that was seen last and of the one above it, as numbers; 0 where the HL above is not known. */
  code(): number;
  above(): number;
  /** A number of an HL was too long to be looked up, or the level above follows from the order of levels. */
  isLost(): boolean;
}

export function levelWalk(nodes: readonly SegmentNode[]): LevelWalk {
  const codes = new Map<number, number>();
  let code = 0;
  let above = 0;
  let lost = false;
  return {
    nodes,
    begin: () => {
      if (codes.size > 0) codes.clear();
      lost = false;
    },
    see(source, index) {
      const number = keyAt(source, index, 1, undefined);
      const parent = keyAt(source, index, 2, undefined);
      if (number < 0 || parent < 0) lost = true;
      code = keyAt(source, index, 3, undefined);
      above = parent === 0 ? top : (codes.get(parent) ?? 0);
      // Without a parent that stands before it a level is read by the order of levels, which the tape does not know.
      if (parent === 0 ? codes.size > 0 : above === 0) lost = true;
      if (!codes.has(number)) codes.set(number, code);
    },
    code: () => code,
    above: () => above,
    isLost: () => lost,
  };
}

/** Whether an HL stands below a level where it may not stand; undefined where a code is too long for a number. */
export function levelsCounter(walk: LevelWalk, parents: ReadonlyMap<string, readonly string[]>) {
  if ([...parents].flat(2).some((code) => code.length > longestKey)) return undefined;
  const allowed = new Map([...parents].map(([code, above]) => [codeKey(code), new Set(above.map(codeKey))]));
  let misplaced = false;
  return {
    nodes: walk.nodes,
    begin: () => {
      misplaced = false;
    },
    see() {
      const above = walk.above();
      if (above !== 0 && allowed.get(walk.code())?.has(above) === false) misplaced = true;
    },
    isMisplaced: () => misplaced || walk.isLost(),
  };
}
