import { placeName } from './element-check.ts';
import type { FaultSink } from './fault-sink.ts';
import type { SegmentDefinition, SyntaxRule } from './segment-definition.ts';

/** Reports broken syntax rules of a segment. `present` has bit n set where element n is filled. */
export function ruleFaults(
  index: number,
  present: number,
  count: number,
  definition: SegmentDefinition,
  loop: string | undefined,
  sink: FaultSink,
): void {
  for (const rule of definition.rules) {
    const element = offender(rule, present);
    if (element === 0 || !sink.wants(definition.key, element)) continue;
    const exclusive = rule.kind === 'E';
    const wanted = definition.elements![element - 1]!.element;
    const [offset, end] = sink.show(index).rangeOf(Math.min(element, count + 1));
    sink.element(exclusive ? 'x12.element.exclusive' : 'x12.element.conditional-missing', index, element, offset, end, {
      loop,
      reference: wanted.reference,
      expected: expectation(rule, definition),
      explanation: `${sentence(rule, present, definition)} (rule ${rule.text}).`,
      ack: { ak304: '8', ak403: exclusive ? '10' : '2' },
    });
  }
}

/** The element to blame for a broken rule, 0 where the rule holds. */
function offender({ kind, elements, mask }: SyntaxRule, present: number): number {
  const filled = present & mask;
  const first = elements[0]!;
  const isFilled = (element: number) => (present & (1 << element)) !== 0;
  const firstEmpty = () => elements.find((element) => !isFilled(element)) ?? 0;
  switch (kind) {
    case 'P':
      return filled === 0 || filled === mask ? 0 : firstEmpty();
    case 'R':
      return filled === 0 ? first : 0;
    case 'E':
      return (filled & (filled - 1)) === 0 ? 0 : elements.filter(isFilled)[1]!;
    case 'C':
      return isFilled(first) && filled !== mask ? firstEmpty() : 0;
    case 'L':
      return isFilled(first) && filled === 1 << first ? elements[1]! : 0;
  }
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
    return `${list(empty, ' and ')} must be filled when ${list(filled, ' and ')} is; fill it or leave all out`;
  if (kind === 'R') return `At least one of ${list(elements, ', ')} must be filled`;
  if (kind === 'E') return `Only one of ${list(elements, ', ')} may be filled; ${list(filled, ' and ')} are`;
  if (kind === 'C') return `${list(empty, ' and ')} must be filled because ${name(elements[0]!)} is`;
  return `One of ${list(elements.slice(1), ', ')} must be filled because ${name(elements[0]!)} is`;
}
