import type { Faults, Place } from '../language/fault.ts';
import { readKeys, readList, readText, readWord } from '../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';
import type { Condition, Frame, Test, Wanted } from './scenario.ts';

const tests = ['is', 'differs', 'in', 'at-least', 'at-most', 'below', 'present', 'absent'] as const;
const keys = ['field', 'element', 'of', 'says', ...tests] as const;
const ofWords = ['each', 'any', 'sum', 'count'] as const;

/** `expects` and `where`: what is expected of an event, or of the bytes that it came in. @param before frames that values may be taken from */
export function readConditions(
  entry: YamlEntry | undefined,
  before: readonly Frame[],
  faults: Faults,
): readonly Condition[] {
  if (!entry) return [];
  return readList(entry.value, `\`${entry.key}\``, faults).flatMap((node) => readCondition(node, before, faults) ?? []);
}

function readCondition(node: YamlNode, before: readonly Frame[], faults: Faults): Condition | undefined {
  const found = readKeys(node, keys, 'A condition', faults);
  if (!found) return undefined;
  const [field, element, of, says] = (['field', 'element', 'of', 'says'] as const).map((key) => found.get(key));
  if ((field === undefined) === (element === undefined))
    faults.add(node.at, 'A condition has either `field`, a JSON pointer, or `element`, a place such as B1-04.');
  const pointer = field && readText(field.value, '`field`', faults);
  if (field && pointer !== undefined && !pointer.startsWith('/'))
    faults.add(field.value.at, '`field` is a JSON pointer such as /lines/0/shipped/value.');
  const place = element && readText(element.value, '`element`', faults);
  if (element && place !== undefined && !/^[A-Z][A-Z0-9]{1,2}-\d\d$/.test(place))
    faults.add(element.value.at, '`element` is a place such as B1-04.');
  const named = tests.filter((test) => found.has(test));
  const [kind] = named;
  if (!kind || named.length !== 1) {
    faults.add(node.at, `A condition has one of ${tests.join(', ')}.`);
    return undefined;
  }
  const value = found.get(kind)!;
  const test = readTest(kind, value.value, before, faults);
  const what = pointer ?? place ?? '';
  const amount = (of && readWord(of.value, ofWords, '`of`', faults)) ?? 'each';
  return (
    test && {
      ...(pointer !== undefined && { field: pointer }),
      ...(place !== undefined && { element: place }),
      ...{ of: amount, test },
      says: (says && readText(says.value, '`says`', faults)) ?? `${what} ${wordsOf(test)}`,
    }
  );
}

function readTest(kind: Test['kind'], node: YamlNode, before: readonly Frame[], faults: Faults): Test | undefined {
  if (kind === 'present' || kind === 'absent') {
    if (node.kind !== 'scalar' || node.value !== true) faults.add(node.at, `\`${kind}\` is \`true\`.`);
    return kind === 'present' ? { kind } : { kind: 'absent' };
  }
  if (kind === 'in') {
    const values = readList(node, '`in`', faults).flatMap((one) => scalarOf(one, faults) ?? []);
    return { kind, values };
  }
  if (node.kind === 'map') {
    const found = readKeys(node, ['frame', 'field', 'of'], 'A value of another frame', faults);
    const text = (key: string) => {
      const entry = found?.get(key);
      if (!entry) faults.add(node.at, `A value of another frame needs \`${key}\`.`);
      return (entry && readText(entry.value, `\`${key}\``, faults)) ?? '';
    };
    const [frame, field] = [text('frame'), text('field')];
    if (frame && !before.some(({ id, does }) => id === frame && does === 'sends'))
      faults.add(found?.get('frame')?.value.at ?? node.at, `\`${frame}\` is no earlier frame that sends something.`);
    const of = found?.get('of');
    return {
      kind,
      value: { kind: 'frame', frame, field, of: (of && readWord(of.value, ofWords, '`of`', faults)) ?? 'each' },
    };
  }
  const value = scalarOf(node, faults);
  return value === undefined ? undefined : { kind, value: { kind: 'value', value } };
}

function scalarOf(node: YamlNode & { at: Place }, faults: Faults): string | number | boolean | undefined {
  if (node.kind === 'scalar' && node.value !== null) return node.value;
  faults.add(node.at, 'A value is text, a number, true or false.');
  return undefined;
}

const said: Readonly<Record<Test['kind'], string>> = {
  ...{ is: 'is', differs: 'is not', in: 'is one of', 'at-least': 'is at least', 'at-most': 'is at most' },
  ...{ below: 'is below', present: 'is there', absent: 'is not there' },
};

const wantedText = (wanted: Wanted): string =>
  wanted.kind === 'value' ? String(wanted.value) : `that of ${wanted.frame}`;

function wordsOf(test: Test): string {
  if (test.kind === 'in') return `${said.in} ${test.values.join(', ')}`;
  return 'value' in test ? `${said[test.kind]} ${wantedText(test.value)}` : said[test.kind];
}
