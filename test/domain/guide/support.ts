import type { Finding } from '../../../services/domain/finding.ts';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import type { Guide } from '../../../services/domain/guide/guide.ts';
import { faultText } from '../../../services/domain/language/fault.ts';
import type { TransactionSet } from '../../../services/domain/x12/model.ts';
import { bodies, checked, firstSet, interchange, standards } from '../x12/support.ts';

/** A guide around the lines of its `segments`, `rules` or both. */
export const guideText = (body: string, set = '214', version = '004010', head = ''): string =>
  `guide: Test guide\nset: "${set}"\nversion: "${version}"\n${head}${body}`;

/** Compiles one guide, with others that it may extend; its faults in the order of the text. */
export function faultsOf(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return compile({ ...others, 'test/g': text }).faults.map(faultText);
}

export function guideOf(text: string, others: Readonly<Record<string, string>> = {}): Guide {
  const { guides, faults } = compile({ ...others, 'test/g': text });
  const guide = guides.find(({ reference }) => reference === 'test/g');
  if (!guide) throw new Error(faults.map(faultText).join('\n'));
  return guide;
}

export function compile(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([reference, text]) => ({ file: `${reference}.yaml`, reference, text }));
  return compileGuides(files, standards);
}

/** The first set of a document whose segments are given, one a line or an array entry. */
export function setOf(code: string, body: readonly string[], version = '004010'): TransactionSet {
  return firstSet(checked(interchange({ set: code, version, bodies: [body] })));
}

/** Findings of a guide in a set: code, segment, position, element, and the codes of a 999. */
export function found(text: string, body: readonly string[], set = '214'): Finding[] {
  return [...checkGuide(setOf(set, body), guideOf(guideText(text, set))).findings];
}

export const brief = ({ code, segment, position, element, component, received, expected, corrected, ack }: Finding) =>
  Object.fromEntries(
    Object.entries({ code, segment, position, element, component, received, expected, corrected, ack }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** A 214 without a fault. */
export const good: readonly string[] = bodies['214'];
export const without = (start: string) => good.filter((one) => !one.startsWith(start));
export const replaced = (start: string, ...by: string[]) => good.flatMap((one) => (one.startsWith(start) ? by : [one]));

/** A guide with one rule for the segments at a path. */
export const segment = (path: string, rule: string) => `segments:\n  ${path}: ${rule}\n`;

/** A guide with one rule for an element, such as `LX/AT7-01`. */
export function element(place: string, rule: string): string {
  const dash = place.lastIndexOf('-');
  return segment(place.slice(0, dash), `{ elements: { ${place.slice(dash + 1)}: ${rule} } }`);
}
