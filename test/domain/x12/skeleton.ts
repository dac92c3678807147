import type {
  ElementUse,
  LoopNode,
  SegmentDefinition,
  SetDefinition,
} from '../../../services/domain/x12/standard/standard.ts';

/** What an invented value must be so that the document as a whole makes sense. */
const fixed: Record<string, Record<number, string>> = { HL: { 1: '1', 3: 'S' } };

/**
 * Segments of a set between ST and SE, made from its definition alone: with `all`, one of every segment and loop in the standard's order,
 * else only those that are mandatory; elements as few as the standard allows.
 */
export function skeleton(set: SetDefinition, all: boolean): string[] {
  const walk = (loop: LoopNode): string[] =>
    loop.items.flatMap((item) => {
      const opens = item === loop.items[0];
      if (!all && !item.mandatory && !opens) return [];
      return 'segment' in item ? [fewest(item.segment)] : walk(item);
    });
  return walk(set.root).slice(1, -1);
}

function fewest(segment: SegmentDefinition): string {
  const uses = segment.elements ?? [];
  const filled = new Set(uses.flatMap(({ use }, index) => (use === 'M' ? [index + 1] : [])));
  for (const { kind, elements } of segment.rules)
    if (kind === 'R' && !elements.some((element) => filled.has(element))) filled.add(elements[0]!);
  if (filled.size === 0) filled.add(1);
  for (let before = -1; before !== filled.size; ) {
    before = filled.size;
    for (const { kind, elements } of segment.rules) {
      const [first, ...others] = elements as [number, ...number[]];
      const some = elements.some((element) => filled.has(element));
      if (kind === 'P' && some) for (const element of elements) filled.add(element);
      if (kind === 'C' && filled.has(first)) for (const element of others) filled.add(element);
      if (kind === 'L' && filled.has(first) && !others.some((element) => filled.has(element))) filled.add(others[0]!);
    }
  }
  const values = uses.map((use, index) => {
    const set = fixed[segment.id]?.[index + 1];
    return filled.has(index + 1) ? (set ?? invented(use)) : '';
  });
  return [segment.id, ...values].join('*').replace(/\*+$/, '');
}

function invented({ element }: ElementUse): string {
  const { type, min, codes, components } = element;
  const code = codes?.keys().next().value;
  if (code !== undefined) return code;
  switch (type) {
    case 'composite': {
      const needed = components.map((use, index) => (use.use === 'M' || index === 0 ? invented(use) : ''));
      return needed.join('>').replace(/>+$/, '');
    }
    case 'DT':
      return '20260130'.slice(-min);
    case 'TM':
      return '0930';
    case 'AN':
    case 'ID':
      return 'A'.repeat(min);
    default:
      return '1'.repeat(min);
  }
}
