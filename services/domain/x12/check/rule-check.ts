import type { FindingTrigger } from '../../finding.ts';
import type { LoopPlace } from '../fault.ts';
import type { Segment } from '../model.ts';
import { type SegmentDefinition, type SyntaxRule, weakerBasis } from '../standard/segment-definition.ts';
import { type CheckedSegment, placeName } from './checked-segment.ts';

/** Whether a segment keeps all its syntax rules; `present` as below. */
export function keepsRules({ rules }: SegmentDefinition, present: number): boolean {
  for (let nth = 0; nth < rules.length; nth += 1) if (!holds(rules[nth]!, present & rules[nth]!.mask)) return false;
  return true;
}

/** Reports broken syntax rules of a segment. `present` has bit n set where element n is filled. */
export function ruleFaults(segment: CheckedSegment, present: number, count: number): void {
  const { index, definition, loop, sink } = segment;
  for (const rule of definition.rules) {
    if (holds(rule, present & rule.mask)) continue;
    const element = offender(rule, present);
    const exclusive = rule.kind === 'E';
    const code = exclusive ? 'x12.element.exclusive' : 'x12.element.conditional-missing';
    const ack = { ak304: '8', ak403: exclusive ? '10' : '2' };
    const basis = weakerBasis(definition.basis, rule.basis);
    sink.element(code, ack, { index, key: definition.key, element, basis }, () => {
      const shown = sink.show(index);
      const [start, end] = shown.placeOf(Math.min(element, count + 1));
      const because = exclusive ? undefined : rule.elements.find((one) => (present & (1 << one)) !== 0);
      return {
        start,
        end,
        loop,
        reference: definition.elements![element - 1]!.element.reference,
        expected: expectation(rule, definition),
        explanation: `${sentence(rule, present, definition)} (rule ${rule.text}).`,
        trigger: because === undefined ? undefined : { ...placeOf(shown, loop), ...elementOf(definition, because) },
      };
    });
  }
}

function placeOf({ id, position }: Segment, loop: LoopPlace | undefined): FindingTrigger {
  return { segment: id, position, ...(loop?.number !== undefined && { loopNumber: loop.number }) };
}

function elementOf({ elements }: SegmentDefinition, element: number) {
  return { element, reference: elements![element - 1]!.element.reference };
}

/** `filled` has the bits of those elements of the rule that are filled. */
function holds({ kind, mask, first }: SyntaxRule, filled: number): boolean {
  switch (kind) {
    case 'P':
      return filled === 0 || filled === mask;
    case 'R':
      return filled !== 0;
    case 'E':
      return (filled & (filled - 1)) === 0;
    case 'C':
      return (filled & first) === 0 || filled === mask;
    case 'L':
      return (filled & first) === 0 || filled !== first;
  }
}

/** The element to blame for a broken rule. */
function offender({ kind, elements }: SyntaxRule, present: number): number {
  const isFilled = (element: number) => (present & (1 << element)) !== 0;
  if (kind === 'R') return elements[0]!;
  if (kind === 'E') return elements.filter(isFilled)[1]!;
  if (kind === 'L') return elements[1]!;
  return elements.find((element) => !isFilled(element))!;
}

function expectation({ kind, elements }: SyntaxRule, definition: SegmentDefinition): string {
  const names = elements.map((element) => placeName(definition, element));
  const all = names.join(', ');
  if (kind === 'P') return `all of ${all} or none`;
  if (kind === 'R') return `at least one of ${all}`;
  if (kind === 'E') return `at most one of ${all}`;
  return `${names[0]} only together with ${names.slice(1).join(kind === 'C' ? ' and ' : ' or ')}`;
}

function sentence({ kind, elements }: SyntaxRule, present: number, definition: SegmentDefinition): string {
  const name = (element: number) =>
    `${placeName(definition, element)} (${definition.elements![element - 1]!.element.name})`;
  const filled = elements.filter((element) => (present & (1 << element)) !== 0);
  const empty = elements.filter((element) => (present & (1 << element)) === 0);
  const list = (places: readonly number[], glue: string) => places.map(name).join(glue);
  if (kind === 'P')
    return `${list(empty, ' and ')} must be filled when ${list(filled, ' and ')} is; fill in what is empty, or leave all out`;
  if (kind === 'R') return `At least one of ${list(elements, ', ')} must be filled`;
  if (kind === 'E')
    return `Only one of ${list(elements, ', ')} may be filled, and ${list(filled, ' and ')} are; leave all but one empty`;
  if (kind === 'C') return `${list(empty, ' and ')} must be filled because ${name(elements[0]!)} is`;
  return `One of ${list(elements.slice(1), ', ')} must be filled because ${name(elements[0]!)} is`;
}
