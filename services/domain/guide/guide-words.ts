import type { AckCodes } from '../finding.ts';
import { elementPlace } from '../language/path.ts';
import type { SegmentNode } from '../x12/standard/set-definition.ts';
import type { CharacterClass, ElementRule, Guide, SegmentRule } from './guide.ts';

/** `The guide “Shipment status” (standard-carrier/214) requires it: note`. */
export function demand({ title, reference }: Guide, verb: string, note: string | undefined): string {
  return `the guide “${title}” (${reference}) ${verb}${note === undefined ? '.' : `: ${note}`}`;
}

/** The codes of a 999; a guide that is enforced rejects the set with them, and a 997 says why with the `nearest` codes of the standard. */
export function codesOf({ enforce }: Guide, codes: AckCodes, nearest: AckCodes): AckCodes {
  return enforce === 'reject' ? { ...codes, ...nearest, ik502: 'I5', ik501: 'R' } : codes;
}

/** A segment or loop as people call it: `L11[02=QN] (Reference)`, `loop LX/AT7 (Status)`. */
export function nameOf({ path, nodes, isLoop }: SegmentRule): string {
  const node = nodes[0]!;
  return isLoop ? `loop ${path.text} (${node.loop.name})` : `${path.text} (${node.segment.name})`;
}

/** `B10-02 (Shipment id)`. */
export function elementName(node: SegmentNode, { element, component }: ElementRule): string {
  const use = node.segment.elements?.[element - 1]?.element;
  const part = component === undefined ? use : use?.components[component - 1]?.element;
  const place = elementPlace(node.segment.id, element, component);
  return part === undefined ? place : `${place} (${part.name})`;
}

export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const classNames: Readonly<Record<CharacterClass, string>> = {
  digits: 'digits',
  letters: 'letters',
  upper: 'capital letters',
  alphanumeric: 'letters and digits',
};
