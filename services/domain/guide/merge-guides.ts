import type { Faults, Place } from '../language/fault.ts';
import type { ElementText, GuideText, SegmentText } from './read-guide.ts';
import type { Marked } from './read-values.ts';

/**
 * A guide on top of the one it extends: what it says about a path stands for what the other says there, and may only be narrower.
 * What is wider is a fault of the child.
 */
export function mergeGuides(child: GuideText, parent: GuideText, parentName: string, faults: Faults): GuideText {
  const ours = new Map(child.segments.map((segment) => [segment.path.text, segment]));
  const inherited = parent.segments.map((above) => {
    const own = ours.get(above.path.text);
    ours.delete(above.path.text);
    return own ? mergeSegment(own, above, parentName, faults) : above;
  });
  if (parent.enforce === 'reject' && child.enforce === 'accept')
    faults.add(child.at, `${parentName} says \`enforce: reject\`; a guide that extends it cannot be milder.`);
  const enforce = child.enforce ?? parent.enforce;
  return {
    ...child,
    segments: [...inherited, ...ours.values()],
    deviations: [...parent.deviations, ...child.deviations],
    ...(enforce ? { enforce } : {}),
  };
}

function mergeSegment(own: SegmentText, above: SegmentText, parentName: string, faults: Faults): SegmentText {
  const wider = (at: Place, what: string) => faults.add(at, `${parentName} says ${what}; a guide may only narrow.`);
  checkUse(own, above, wider);
  if (own.max && above.max && own.max.value > above.max.value)
    wider(own.max.at, `\`max: ${above.max.value}\` for ${own.path.text}`);
  if (own.min && above.min && own.min.value < above.min.value)
    wider(own.min.at, `\`min: ${above.min.value}\` for ${own.path.text}`);
  const ours = new Map(own.elements.map((element) => [element.key, element]));
  const inherited = above.elements.map((element) => {
    const mine = ours.get(element.key);
    ours.delete(element.key);
    return mine ? mergeElement(mine, element, wider) : element;
  });
  return { ...above, ...own, elements: [...inherited, ...ours.values()] };
}

type Wider = (at: Place, what: string) => void;

function checkUse(own: SegmentText | ElementText, above: SegmentText | ElementText, wider: Wider): void {
  const [mine, theirs] = [own.use, above.use];
  if (!mine || !theirs || theirs.value === 'optional' || mine.value === theirs.value) return;
  wider(mine.at, `\`use: ${theirs.value}\``);
}

function mergeElement(own: ElementText, above: ElementText, wider: Wider): ElementText {
  checkUse(own, above, wider);
  const { length, codes, repeat, characters } = own;
  if (length && above.length && !within(length.value, above.length.value))
    wider(length.at, `\`length: ${above.length.value.min}..${above.length.value.max}\``);
  if (codes && above.codes) checkCodes(codes, above.codes, wider);
  if (repeat && above.repeat && repeat.value > above.repeat.value)
    wider(repeat.at, `\`repeat: ${above.repeat.value}\``);
  if (characters && above.characters && !narrows(characters.value, above.characters.value))
    wider(characters.at, `\`characters: ${above.characters.value}\``);
  return { ...above, ...own };
}

const within = (inner: { min: number; max: number }, outer: { min: number; max: number }): boolean =>
  inner.min >= outer.min && inner.max <= outer.max;

function checkCodes(
  own: Marked<readonly Marked<string>[]>,
  above: Marked<readonly Marked<string>[]>,
  wider: Wider,
): void {
  const allowed = above.value.map(({ value }) => value);
  for (const { value, at } of own.value) if (!allowed.includes(value)) wider(at, `\`codes: [${allowed.join(', ')}]\``);
}

const wideness: Readonly<Record<string, readonly string[]>> = {
  alphanumeric: ['alphanumeric', 'digits', 'letters', 'upper'],
  letters: ['letters', 'upper'],
  upper: ['upper'],
  digits: ['digits'],
};

function narrows(own: string, above: string): boolean {
  return wideness[above]?.includes(own) ?? false;
}
