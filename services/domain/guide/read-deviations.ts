import type { Faults, Place } from '../language/fault.ts';
import { type Path, parsePath } from '../language/path.ts';
import { readCount, readKeys, readList, readText, readWord } from '../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';
import { type Marked, mostTimes, readCodes, readLength } from './read-values.ts';

/** A deviation as written, before it is held against the standard. */
export interface DeviationText {
  readonly at: Place;
  readonly name: string;
  readonly reason: string;
  /** The segment, or with its number the element: `LX/W12`, `LX/W12-05`. */
  readonly place: Path;
  readonly codes?: readonly Marked<string>[];
  readonly length?: { readonly min: number; readonly max: number };
  readonly leftOut?: true;
  /** The loop in which it stands, `ST` for the set itself. */
  readonly standsIn?: Marked<string>;
  readonly max?: number;
}

const keys = ['name', 'reason', 'place', 'codes', 'length', 'left-out', 'stands-in', 'max'] as const;
const allowances = ['codes', 'length', 'left-out', 'stands-in', 'max'] as const;

/** Reads the deviations of a guide; what cannot be read is a fault. */
export function readDeviations(entry: YamlEntry | undefined, faults: Faults): readonly DeviationText[] {
  if (!entry) return [];
  return readList(entry.value, '`deviations`', faults).flatMap((node) => readDeviation(node, faults) ?? []);
}

function readDeviation(node: YamlNode, faults: Faults): DeviationText | undefined {
  const found = readKeys(node, keys, 'A deviation', faults);
  if (!found) return undefined;
  const text = (key: 'name' | 'reason' | 'place'): string | undefined => {
    const entry = found.get(key);
    if (entry) return readText(entry.value, `\`${key}\``, faults);
    faults.add(node.at, `A deviation needs \`${key}\`.`, hints[key]);
    return undefined;
  };
  const [name, reason, written] = [text('name'), text('reason'), text('place')];
  const allowed = allowances.filter((key) => found.has(key));
  if (allowed.length !== 1)
    faults.add(node.at, `A deviation says one thing that is allowed: ${allowances.join(', ')}.`);
  const place = written === undefined ? undefined : placeOf(written, found.get('place')!.value.at, faults);
  if (name === undefined || reason === undefined || place === undefined || allowed.length !== 1) return undefined;
  return { at: node.at, name, reason, place, ...allowance(found, faults) };
}

const hints = {
  name: 'what people call it',
  reason: 'why it was agreed; findings quote it',
  place: 'such as LX/W12-05',
} as const;

function placeOf(text: string, at: Place, faults: Faults): Path | undefined {
  const path = parsePath(text, 'x12');
  if (typeof path === 'string') faults.add(at, path);
  else if (path.origin !== 'here') faults.add(at, 'A path of a guide starts at the set, without `/`, `//` or `^`.');
  else if (path.steps.slice(0, -1).some(({ filters }) => filters.length > 0))
    faults.add(at, "Only the last step of a deviation's place may have a condition.", 'leave the [ ] of the loops out');
  else return path;
  return undefined;
}

function allowance(found: ReadonlyMap<string, YamlEntry>, faults: Faults): Partial<DeviationText> {
  const [codes, length, leftOut, standsIn, max] = allowances.map((key) => found.get(key));
  if (codes) return { codes: readCodes(codes, faults) };
  const range = length && readLength(length.value, faults);
  if (range) return { length: range };
  if (leftOut && readWord(leftOut.value, ['true'] as const, '`left-out`', faults)) return { leftOut: true };
  const loop = standsIn && readText(standsIn.value, '`stands-in`', faults);
  if (standsIn && loop !== undefined) return { standsIn: { value: loop, at: standsIn.value.at } };
  const times = max && readCount(max.value, '`max`', mostTimes, faults);
  return times === undefined ? {} : { max: times };
}
