import type { Provenance } from '../events.ts';
import type { ByteRange } from '../x12/model.ts';
import { fillText, type Given } from './fill-in.ts';
import type { Condition, Test, Wanted } from './scenario.ts';

/** What is expected, and what became of it; kept with the frame and shown as it is. */
export interface Check {
  readonly says: string;
  readonly state: 'waiting' | 'good' | 'bad' | 'not-checked';
  readonly expected?: string;
  readonly got?: string;
  readonly reason?: string;
  readonly field?: string;
  readonly place?: string;
  /** The offending segment as it was sent. */
  readonly segment?: string;
  readonly range?: readonly [number, number];
}

/** An event that is held against conditions, with the bytes that it came in. */
export interface Judged {
  readonly data: Record<string, unknown>;
  readonly provenance: Provenance;
  /** Segments of the set that it was read from; undefined where it is no X12. */
  readonly segments?: readonly SegmentText[] | undefined;
}

/** A segment of a document as it stands there. */
export interface SegmentText {
  readonly tag: string;
  /** By their numbers, from 1. */
  readonly elements: readonly string[];
  readonly text: string;
  readonly range: ByteRange;
}

/** What other frames of the run hold, by their ids. */
export interface Around {
  readonly given: Given;
  readonly frames: ReadonlyMap<string, Record<string, unknown>>;
}

/** What is to be looked for, before anything has come. */
export const waiting = (conditions: readonly Condition[], around: Around): readonly Check[] =>
  conditions.map((one) => ({ ...headOf(one, around), state: 'waiting' }));

/** Holds an event against conditions. */
export const judge = (conditions: readonly Condition[], of: Judged, around: Around): readonly Check[] =>
  conditions.map((one) => judgeOne(one, of, around));

export const fits = (conditions: readonly Condition[], of: Judged, around: Around): boolean =>
  judge(conditions, of, around).every(({ state }) => state === 'good' || state === 'not-checked');

function headOf({ says, field, element, test }: Condition, around: Around) {
  const expected = expectedOf(test, around);
  return {
    says: fillText(says, around.given),
    ...(expected !== undefined && { expected }),
    ...(field !== undefined && { field }),
    ...(element !== undefined && { place: element }),
  };
}

function judgeOne(condition: Condition, of: Judged, around: Around): Check {
  const head = headOf(condition, around);
  if (condition.element !== undefined && !of.segments)
    return { ...head, state: 'not-checked', reason: 'It did not come as X12, which alone has this place.' };
  const found =
    condition.element === undefined ? valuesAt(of.data, condition.field!) : elementsAt(of.segments!, condition.element);
  const amount = amountOf(condition.of, found);
  const holds = amount.map((one) => ({ one, ok: passes(condition.test, one.value, around) }));
  const isGood = isMet(condition, holds);
  if (isGood) return { ...head, state: 'good', ...gotOf(amount) };
  const culprit = holds.find(({ ok }) => !ok)?.one ?? found[0];
  return {
    ...head,
    state: 'bad',
    ...gotOf(culprit ? [culprit] : []),
    ...placeOf(culprit?.pointer ?? condition.field, of, culprit),
    reason: reasonOf(head, culprit, condition),
  };
}

function isMet({ of, test }: Condition, holds: readonly { readonly ok: boolean }[]): boolean {
  if (test.kind === 'absent') return holds.every(({ ok }) => ok);
  return holds.length > 0 && (of === 'any' ? holds.some(({ ok }) => ok) : holds.every(({ ok }) => ok));
}

interface Found {
  readonly value: unknown;
  readonly pointer?: string;
  readonly segment?: SegmentText;
}

/** Values at a pointer; `*` stands for each entry. */
export function valuesAt(data: unknown, pointer: string): readonly Found[] {
  let found: readonly Found[] = [{ value: data, pointer: '' }];
  for (const step of pointer.split('/').slice(1))
    found = found.flatMap(({ value, pointer: at }) => {
      if (typeof value !== 'object' || value === null) return [];
      const steps = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
      return steps.map((key) => ({ value: (value as Record<string, unknown>)[key], pointer: `${at}/${key}` }));
    });
  return found.filter(({ value }) => value !== undefined && value !== null);
}

function elementsAt(segments: readonly SegmentText[], place: string): readonly Found[] {
  const [tag, element] = place.split('-');
  return segments
    .filter((one) => one.tag === tag)
    .map((segment) => ({ value: segment.elements[Number(element) - 1] ?? '', segment }));
}

function amountOf(of: Condition['of'], found: readonly Found[]): readonly Found[] {
  if (of === 'count') return [{ value: found.length }];
  if (of !== 'sum') return found;
  return [
    {
      value: found.reduce((sum, { value }) => sum + Number(value), 0),
      ...(found[0]?.pointer && { pointer: found[0].pointer }),
    },
  ];
}

/** What is wanted, as one run has it. */
function wantedValue(wanted: Wanted, { given, frames }: Around): string | number | boolean | undefined {
  if (wanted.kind === 'value') return typeof wanted.value === 'string' ? fillText(wanted.value, given) : wanted.value;
  const [first] = amountOf(wanted.of, valuesAt(frames.get(wanted.frame), wanted.field));
  return first?.value as string | number | boolean | undefined;
}

function expectedOf(test: Test, around: Around): string | undefined {
  if (test.kind === 'in') return test.values.join(', ');
  if (test.kind === 'absent') return 'nothing';
  if (test.kind === 'present') return 'a value';
  const value = wantedValue(test.value, around);
  const lead = { is: '', differs: 'not ', 'at-least': 'at least ', 'at-most': 'at most ', below: 'below ' }[test.kind];
  return value === undefined ? undefined : `${lead}${value}`;
}

function passes(test: Test, got: unknown, around: Around): boolean {
  if (test.kind === 'absent') return got === '';
  if (test.kind === 'present') return got !== '';
  if (test.kind === 'in') return test.values.some((one) => isSame(one, got));
  const wanted = wantedValue(test.value, around);
  if (wanted === undefined) return false;
  if (test.kind === 'is') return isSame(wanted, got);
  if (test.kind === 'differs') return !isSame(wanted, got);
  // Instants in ISO 8601 compare as they are read.
  const [a, b] = [got, wanted].map((one) =>
    typeof one === 'string' && Number.isNaN(Number(one)) ? Date.parse(one) : Number(one),
  );
  if (test.kind === 'at-least') return a! >= b!;
  return test.kind === 'at-most' ? a! <= b! : a! < b!;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || String(a) === String(b) || (b !== '' && a !== '' && Number(a) === Number(b));

function gotOf(found: readonly Found[]): { got?: string } {
  const shown = found
    .slice(0, 5)
    .map(({ value }) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  return shown.length > 0 ? { got: shown.join(', ') } : {};
}

/** Where the offending value stands in the document. */
function placeOf(pointer: string | undefined, { provenance, segments }: Judged, found: Found | undefined) {
  const own = found?.segment;
  if (own) return { segment: own.text, range: own.range };
  const origin = pointer === undefined ? undefined : provenance[pointer];
  const [range] = origin?.ranges ?? [];
  const segment = range && segments?.find((one) => one.range[0] <= range[0] && range[0] < one.range[1]);
  return {
    ...(origin?.place !== undefined && { place: origin.place }),
    ...(segment && { segment: segment.text }),
    ...(range && { range: [range[0], range[1]] as const }),
  };
}

function reasonOf(
  { says, expected }: { readonly says: string; readonly expected?: string },
  found: Found | undefined,
  { field, element }: Condition,
): string {
  const what = element ?? field ?? '';
  const got = found ? `has ${gotOf([found]).got === '' ? 'nothing' : `\`${gotOf([found]).got}\``}` : 'is not there';
  return `${says}: ${what} ${got}${expected === undefined ? '' : `, expected ${expected}`}.`;
}
