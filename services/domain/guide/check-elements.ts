import { listed } from '../lists.ts';
import { byteOf, componentAt, longestKey } from '../rules/tape-test.ts';
import type { FaultSink } from '../x12/fault-sink.ts';
import { latin1, type Source } from '../x12/read/tape.ts';
import type { SegmentNode } from '../x12/standard/set-definition.ts';
import type { CharacterClass, ElementRule, Guide } from './guide.ts';
import type { GuideFindingCode } from './guide-findings.ts';
import { classNames, codesOf, demand, elementName } from './guide-words.ts';

/** The segment whose elements are held against a guide. */
export interface GuidedSegment {
  readonly source: Source;
  readonly index: number;
  readonly node: SegmentNode;
  readonly guide: Guide;
  readonly sink: FaultSink<GuideFindingCode>;
  /** Elements at which the standard has found something already. */
  readonly faulty: (element: number) => boolean;
}

/** Holds the elements of one segment against the rules of a guide. */
export function checkElements(segment: GuidedSegment, rules: readonly ElementRule[]): void {
  const { source, index } = segment;
  const { marks, starts } = source.tape;
  const at = starts[index]!;
  const count = starts[index + 1]! - at - 2;
  for (const rule of rules) {
    const { element } = rule;
    const start = element <= count ? marks[at + element]! + 1 : 0;
    const end = element <= count ? marks[at + element + 1]! : 0;
    if (start !== end) checkValue(segment, rule, start, end);
    else if (rule.use === 'required' && rule.component === undefined) missing(segment, rule);
  }
}

function checkValue(segment: GuidedSegment, rule: ElementRule, start: number, end: number): void {
  const { source } = segment;
  if (rule.component !== undefined) {
    const part = componentAt(source, start, end, rule.component);
    if (part !== undefined) checkPart(segment, rule, part[0], part[1]);
    else if (rule.use === 'required') missing(segment, rule);
    return;
  }
  const repeated = byteOf(source.delimiters.repetition);
  if (repeated < 0 || source.tape.bytes.subarray(start, end).indexOf(repeated) < 0)
    checkPart(segment, rule, start, end);
  else checkRepetitions(segment, rule, start, end, repeated);
}

function checkRepetitions(
  segment: GuidedSegment,
  rule: ElementRule,
  start: number,
  end: number,
  separator: number,
): void {
  const { bytes } = segment.source.tape;
  let from = start;
  let nth = 0;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== separator) continue;
    nth += 1;
    if (nth === rule.repeat + 1) {
      report(segment, rule, 'guide.element-repetitions', start, end, ['3', '3'], () => ({
        what: `${elementName(segment.node, rule)} is repeated more than ${rule.repeat === 1 ? 'the once' : `the ${rule.repeat} times`} that`,
        verb: 'allows',
        expected: `at most ${rule.repeat}`,
      }));
      return;
    }
    if (from < at) checkPart(segment, rule, from, at);
    from = at + 1;
  }
}

function checkPart(segment: GuidedSegment, rule: ElementRule, start: number, end: number): void {
  if (rule.use === 'not-used') {
    notUsed(segment, rule, start, end);
    return;
  }
  const { source } = segment;
  if (source.wrapped) {
    const bytes = source.tape.bytes.subarray(start, end).filter((byte) => byte !== 10 && byte !== 13);
    checkSegment(segment, rule, bytes, 0, bytes.length, start, end);
  } else checkSegment(segment, rule, source.tape.bytes, start, end, start, end);
}

function checkSegment(
  segment: GuidedSegment,
  rule: ElementRule,
  bytes: Uint8Array,
  from: number,
  to: number,
  start: number,
  end: number,
): void {
  const length = rule.numeric ? digitsIn(bytes, from, to) : to - from;
  if (rule.codes !== undefined && !isCode(rule, bytes, from, to)) wrongCode(segment, rule, start, end);
  else if (length < rule.min || length > rule.max) wrongLength(segment, rule, length, start, end);
  else if (rule.characters !== undefined && !isOf(rule.characters, bytes, from, to))
    wrongCharacters(segment, rule, start, end);
}

function digitsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at]! >= 48 && bytes[at]! <= 57) count += 1;
  return count;
}

function isCode({ codes, codeKeys }: ElementRule, bytes: Uint8Array, from: number, to: number): boolean {
  if (codeKeys === undefined) return codes!.has(latin1(bytes, from, to).trim());
  let end = to;
  while (end > from && bytes[end - 1] === 32) end -= 1;
  if (end - from > longestKey) return false;
  let key = 0;
  for (let at = from; at < end; at += 1) key = key * 256 + bytes[at]!;
  return codeKeys.has(key);
}

function isOf(kind: CharacterClass, bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    const digit = byte >= 48 && byte <= 57;
    const upper = byte >= 65 && byte <= 90;
    const lower = byte >= 97 && byte <= 122;
    const fits =
      kind === 'digits' ? digit : kind === 'upper' ? upper : upper || lower || (kind === 'alphanumeric' && digit);
    if (!fits) return false;
  }
  return true;
}

interface Words {
  /** What is wrong, as the first half of a sentence. */
  readonly what: string;
  /** What the guide does about it. */
  readonly verb: string;
  readonly expected?: string;
  readonly corrected?: string | undefined;
}

function report(
  { guide, node, sink, index, faulty }: GuidedSegment,
  rule: ElementRule,
  code: GuideFindingCode,
  start: number,
  end: number,
  [ik403, ak403]: readonly [string, string],
  words: () => Words,
): void {
  const { element, component, note } = rule;
  if (faulty(element)) return;
  const ack = codesOf(guide, { ik304: '8', ik403 }, { ak304: '8', ak403 });
  sink.element(code, ack, { index, key: node.segment.key, element, component }, () => {
    const { what, verb, expected, corrected } = words();
    const use = node.segment.elements?.[element - 1]?.element;
    const part = component === undefined ? use : use?.components[component - 1]?.element;
    return {
      start,
      end,
      loop: node.loop.parent === undefined ? undefined : node.loop,
      reference: part?.reference,
      expected,
      explanation: `${what} ${demand(guide, verb, note)}`,
      corrected,
    };
  });
}

function missing(segment: GuidedSegment, rule: ElementRule): void {
  const [start, end] = segment.sink.show(segment.index).placeOf(rule.element);
  const only = rule.codes?.size === 1 ? [...rule.codes][0] : undefined;
  report(segment, rule, 'guide.element-missing', start, end, ['I9', '1'], () => ({
    what: `${elementName(segment.node, rule)} is empty;`,
    verb: 'requires it',
    expected: rule.codes ? codesIn(rule.codes) : elementName(segment.node, rule),
    corrected: only !== undefined && start < end ? segment.sink.replaced(segment.index, start, end, only) : undefined,
  }));
}

function notUsed(segment: GuidedSegment, rule: ElementRule, start: number, end: number): void {
  report(segment, rule, 'guide.element-not-used', start, end, ['I10', '10'], () => ({
    what: `${elementName(segment.node, rule)} is filled;`,
    verb: 'does not use it',
    expected: 'nothing',
    corrected: segment.sink.replaced(segment.index, start, end, ''),
  }));
}

function wrongCode(segment: GuidedSegment, rule: ElementRule, start: number, end: number): void {
  const { index, sink, source } = segment;
  const codes = rule.codes!;
  report(segment, rule, 'guide.element-code', start, end, ['I6', '7'], () => {
    const received = latin1(source.tape.bytes, start, end);
    const upper = received.trim().toUpperCase();
    const meant = codes.has(upper) ? upper : codes.size === 1 ? [...codes][0] : undefined;
    return {
      what: `${elementName(segment.node, rule)} says ${received};`,
      verb: `uses ${codes.size === 1 ? 'only' : 'one of'} ${codesIn(codes)} there`,
      expected: codesIn(codes),
      corrected: meant === undefined ? undefined : sink.replaced(index, start, end, meant),
    };
  });
}

const codesIn = (codes: ReadonlySet<string>) => listed([...codes], 12);

function wrongLength(segment: GuidedSegment, rule: ElementRule, length: number, start: number, end: number): void {
  const { min, max } = rule;
  const range = min === max ? `${min}` : `${min} to ${max}`;
  const codes = ['I12', length < min ? '4' : '5'] as const;
  report(segment, rule, 'guide.element-length', start, end, codes, () => ({
    what: `${elementName(segment.node, rule)} has ${length} ${rule.numeric ? 'digits' : 'characters'};`,
    verb: `wants ${range}`,
    expected: `${range} ${rule.numeric ? 'digits' : 'characters'}`,
  }));
}

function wrongCharacters(segment: GuidedSegment, rule: ElementRule, start: number, end: number): void {
  const { index, sink, source } = segment;
  report(segment, rule, 'guide.element-characters', start, end, ['I12', '6'], () => {
    const names = classNames[rule.characters!];
    const upper = latin1(source.tape.bytes, start, end).toUpperCase();
    const better = rule.characters === 'upper' && /^[A-Z]+$/.test(upper);
    return {
      what: `${elementName(segment.node, rule)} has other characters than ${names};`,
      verb: `wants ${names} only`,
      expected: `${names} only`,
      corrected: better ? sink.replaced(index, start, end, upper) : undefined,
    };
  });
}
