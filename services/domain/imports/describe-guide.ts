import { allowedText } from '../guide/deviation-text.ts';
import type { ElementRule, Guide, SegmentRule } from '../guide/guide.ts';
import { classNames, times } from '../guide/guide-words.ts';
import { append } from '../lists.ts';
import { placeOf } from './to-guide/guide-draft.ts';

export const differenceKinds = [
  'deviation',
  'required',
  'not-used',
  'codes',
  'length',
  'often',
  'rule',
  'note',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One way in which a guide differs from the standard, in words. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Such as `LX/W12-05`. */
  readonly place: string;
  readonly text: string;
}

/** All that a guide says beyond the standard, or against it, in the order of the guide. */
export function describeGuide(guide: Guide): readonly Difference[] {
  return [
    ...guide.deviations.map((one) => ({ kind: 'deviation' as const, place: one.place, text: allowedText(one) })),
    ...guide.uses.flatMap(segmentDifferences),
    ...guide.rules.rules.map(({ explain, each }) => ({
      kind: 'rule' as const,
      place: each?.text ?? guide.set,
      text: explain,
    })),
  ];
}

function segmentDifferences(use: SegmentRule): Difference[] {
  const { path, min, max, notUsed, note, nodes, isLoop } = use;
  const place = path.text;
  const name = isLoop ? `The loop ${place} (${nodes[0]!.loop.name})` : `${place} (${nodes[0]!.segment.name})`;
  const found: Difference[] = [];
  const say = (kind: DifferenceKind, text: string) => found.push({ kind, place, text });
  if (notUsed) say('not-used', `${name} is not used.`);
  if (min > 0) say('required', min === 1 ? `${name} must be there.` : `${name} must be there ${times(min)} at least.`);
  if (Number.isFinite(max)) say('often', `${name} may be there ${times(max)} at most.`);
  const unused = use.elements.filter((rule) => rule.use === 'not-used' && rule.component === undefined);
  if (unused.length > 0)
    say(
      'not-used',
      `${place}: ${unused.length === 1 ? 'element' : 'elements'} ${ranges(unused.map(({ element }) => element))} ${unused.length === 1 ? 'is' : 'are'} not used.`,
    );
  for (const rule of use.elements) append(found, elementDifferences(use, rule));
  if (note !== undefined) say('note', note);
  return found;
}

function elementDifferences({ path, nodes }: SegmentRule, rule: ElementRule): Difference[] {
  const { element, component, use, min, max, codes, characters, repeat, numeric, note } = rule;
  const place = placeOf(path.text, element, component);
  const whole = nodes[0]!.segment.elements?.[element - 1]?.element;
  const part = component === undefined ? whole : whole?.components[component - 1]?.element;
  const name = part === undefined ? place : `${place} (${part.name})`;
  const found: Difference[] = [];
  const say = (kind: DifferenceKind, text: string) => found.push({ kind, place, text });
  if (use === 'not-used' && component !== undefined) say('not-used', `${name} is not used.`);
  if (use === 'required') say('required', `${name} must be filled.`);
  if (codes) say('codes', `${name} is ${codes.size === 1 ? 'always' : 'one of'} ${[...codes].join(', ')}.`);
  if (Number.isFinite(max))
    say(
      'length',
      `${name} has ${min === max ? max : `${Math.max(min, 1)} to ${max}`} ${numeric ? 'digits' : 'characters'}.`,
    );
  if (characters) say('length', `${name} has ${classNames[characters]} only.`);
  if (Number.isFinite(repeat)) say('often', `${name} is not repeated more than ${times(repeat)}.`);
  if (note !== undefined) say('note', note);
  return found;
}

/** 4, 6, 7, 8 as `04, 06 to 08`. */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const one of [...numbers].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else parts.push([one, one]);
  }
  const two = (one: number) => String(one).padStart(2, '0');
  return parts
    .map(([from, to]) => (from === to ? two(from) : `${two(from)}${to === from + 1 ? ', ' : ' to '}${two(to)}`))
    .join(', ');
}
