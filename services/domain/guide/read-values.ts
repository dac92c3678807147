import type { Faults, Place } from '../language/fault.ts';
import { readList, readText } from '../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';

/** A value with the place where it was written. */
export interface Marked<T> {
  readonly value: T;
  readonly at: Place;
}

/** A guide counts no further. */
export const mostTimes = 1_000_000;

export function readCodes({ value }: YamlEntry, faults: Faults): readonly Marked<string>[] {
  return readList(value, '`codes`', faults).flatMap((node) => {
    const text = readText(node, 'A code', faults);
    return text === undefined ? [] : [{ value: text, at: node.at }];
  });
}

const lengthForm = /^(\d{1,4})(?:\.\.(\d{1,4}))?$/;

/** `8`, or `1..20`. */
export function readLength(node: YamlNode, faults: Faults): { min: number; max: number } | undefined {
  const [, from, to] = lengthForm.exec(node.kind === 'scalar' ? node.text : '') ?? [];
  const min = Number(from);
  const max = to === undefined ? min : Number(to);
  if (from !== undefined && min >= 1 && min <= max) return { min, max };
  faults.add(node.at, '`length` is a number of characters such as `8`, or a range such as `1..20`.');
  return undefined;
}
