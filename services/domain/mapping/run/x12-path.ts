import type { Filter, Path, Step } from '../../language/path.ts';
import { longestKey } from '../../rules/tape-test.ts';
import { KeySet } from '../../x12/check/key-set.ts';
import { keyOf } from '../../x12/read/tape.ts';
import { codeKey } from '../../x12/standard/segment-definition.ts';
import type { BoundPath, PairCodes } from './source.ts';

/** A path into X12 with names and codes as the numbers that stand on the tape. */
export interface X12Path extends BoundPath {
  readonly steps: readonly X12Step[];
  /** The path is one step from here, as most are. */
  readonly near: boolean;
  /** The same, without conditions and components. */
  readonly plain: boolean;
  /** 1: among the segments behind the one that is looked at, -1: before it; 0: elsewhere. */
  readonly beside: -1 | 0 | 1;
  /** What the segments beside end with. */
  readonly until: readonly X12Filter[];
  /** The ids of all steps: where one of them is not in a set at all, the path leads nowhere. */
  readonly ids: KeySet;
  /** Of the first step. */
  readonly key: number;
  readonly element: number;
  /** 0: the whole element. */
  readonly component: number;
}

export interface X12Step {
  readonly key: number;
  readonly filters: readonly X12Filter[];
}

export interface X12Filter {
  readonly element: number;
  readonly component: number | undefined;
  /** Undefined: the value need only be there. */
  readonly keys: readonly number[] | undefined;
  /** Values that are too long for a key. */
  readonly texts: readonly string[];
  readonly negated: boolean;
}

export function bindX12(path: Path): X12Path {
  const { steps, origin, deep, element, component, until = [] } = path;
  const ids = new KeySet();
  for (const { name } of steps) ids.add(keyOf(name));
  const near = origin === 'here' && !deep && steps.length === 1;
  return {
    path,
    steps: steps.map(bindStep),
    near,
    ids,
    beside: origin === 'behind' ? 1 : origin === 'before' ? -1 : 0,
    until: until.map(bindFilter),
    key: keyOf(steps[0]!.name),
    plain: near && steps[0]!.filters.length === 0 && component === undefined,
    element: element ?? 1,
    component: component ?? 0,
  };
}

function bindStep({ name, filters }: Step): X12Step {
  return { key: keyOf(name), filters: filters.map(bindFilter) };
}

function bindFilter({ element, component, values, negated }: Filter): X12Filter {
  return {
    element,
    component,
    keys: values?.filter(fitsKey).map(codeKey),
    texts: values?.filter((value) => !fitsKey(value)) ?? [],
    negated,
  };
}

function fitsKey(value: string): boolean {
  return value.length <= longestKey && !/[^ -\u00ff]/.test(value);
}

/** The codes of a `pair` as they are compared on the tape. */
export function pairCodes(at: readonly number[], codes: readonly string[]): PairCodes {
  return codes.every(fitsKey) ? { at, codes, keys: codes.map(codeKey) } : { at, codes };
}

/** Where a key stands in a short list, -1 where it does not: what arrays offer for that takes longer than the list. */
export function rankOf(keys: readonly number[], key: number): number {
  for (let nth = 0; nth < keys.length; nth += 1) if (keys[nth] === key) return nth;
  return -1;
}
