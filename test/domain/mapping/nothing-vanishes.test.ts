import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import { elementPlace } from '../../../services/domain/language/path.ts';
import type { InboundMapping } from '../../../services/domain/mapping/language/plan.ts';
import { pathsOf, walkMapping } from '../../../services/domain/mapping/language/plan-walk.ts';
import { undeclaredPlaces } from '../../../services/domain/mapping/report/undeclared-places.ts';
import { leftOut } from '../../../services/domain/mapping/run/left-out.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import type { Segment, TransactionSet } from '../../../services/domain/x12/model.ts';
import { isPlaced } from '../../../services/domain/x12/read/views.ts';
import type { ElementDefinition } from '../../../services/domain/x12/standard/segment-definition.ts';
import { documentOf, inbound, profileFiles, profileOf, profiles, setsOf, standards } from './support.ts';

/** Every mapping of our own that reads X12, with a version that it serves. */
const templates = profiles.flatMap((name) =>
  profileOf(name).documents.flatMap(({ compiled }) =>
    compiled.direction === 'inbound' && !compiled.reads
      ? [compiled.version, ...(compiled.alsoIn ?? [])].map(
          (version) => [name, compiled.set, version, compiled] as const,
        )
      : [],
  ),
);

const definitionOf = (set: string, version: string) => standards.forVersion(version)?.definition.sets.get(set);

describe.each(templates)('%s %s in %s', (profile, set, version, mapping) => {
  it('reads every element of the set, or says why not', () => {
    const definition = definitionOf(set, version);
    expect(definition).toBeDefined();
    expect(undeclaredPlaces(mapping, definition!)).toEqual([]);
  });

  it('brings every value of its samples into an event or a finding, even where each segment is filled up', () => {
    const samples = [...profileFiles(profile)].filter(
      ([path]) => path.startsWith(`samples/${set}-`) && path.endsWith('.x12'),
    );
    const filled = samples.map(([, text]) => Buffer.from(text, 'latin1')).flatMap((bytes) => [bytes, filledUp(bytes)]);
    const sets = filled.flatMap((bytes) => setsOf(bytes)).filter(({ code }) => code === set);
    for (const one of sets) expect(vanished(one, mapping)).toEqual([]);
    if (samples.length > 0) expect(sets.some((one) => mapSet(one, mapping).events.length > 0)).toBe(true);
  });
});

/** The document with a value in every element of every segment that the standard knows it to have. */
function filledUp(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const [separator = '*', terminator = '~'] = [text[3], text[105]];
  const version =
    text
      .split(separator)
      .find((part) => /^00\d{4}/.test(part))
      ?.slice(0, 6) ?? '004010';
  const segments = standards.forVersion(version)?.definition.segments;
  const written = text.split(terminator).map((segment) => {
    const [lead = '', id = ''] = /^(\s*)(\w+)/.exec(segment)?.slice(1) ?? [];
    const uses = segments?.get(id)?.elements;
    if (!uses || /^(ISA|GS|ST|SE|GE|IEA)$/.test(id)) return segment;
    const values = segment.trim().split(separator).slice(1);
    return `${lead}${[id, ...uses.map(({ element }, nth) => values[nth] || sampleValue(element))].join(separator)}`;
  });
  return Buffer.from(written.join(terminator), 'latin1');
}

/** A value as its type has them; codes are the last of their lists, so that most are others than those of the samples. */
function sampleValue({ type, min, max, codes, components }: ElementDefinition): string {
  if (type === 'composite') return components.map(({ element }) => sampleValue(element)).join('>');
  if (codes && codes.size > 0) return [...codes.keys()].at(-1)!;
  if (type === 'DT') return '20260303'.slice(8 - Math.min(8, max));
  if (type === 'TM') return '0910';
  if (type === 'AN' || type === 'ID' || type === 'B') return 'X'.repeat(Math.max(1, min));
  return '7'.repeat(Math.max(1, min));
}

/** Places whose value is in no field of an event, speaks in no choice of the mapping, is in no finding and is not declared as silent. */
function vanished(set: TransactionSet, mapping: InboundMapping): string[] {
  const { events, findings } = mapSet(set, mapping);
  // An event that cannot be made has a finding that says so, which speaks for all that would have gone into it.
  const gaveUp = findings.some(({ level, code }) => level === 'business' && /invalid|missing/.test(code));
  if (events.length === 0 || gaveUp || !isPlaced(set) || !set.placement) return [];
  const { definition, placed, from } = set.placement;
  const { reasonFor } = leftOut(mapping, definition);
  const ranges = events.flatMap(({ provenance }) => Object.values(provenance).flatMap((origin) => origin.ranges));
  const choosing = choicesOf(mapping);
  return set.segments.slice(1, -1).flatMap((segment, nth) => {
    const node = placed[from + nth + 1]!;
    return elementsOf(segment).filter((place) => {
      const element = Number(place.slice(place.indexOf('-') + 1));
      const [start, end] = segment.rangeOf(element);
      if (node < 0 || choosing.has(place) || reasonFor(node, element)?.silent) return false;
      if (ranges.some(([a, b]) => a >= start && b <= end)) return false;
      return ![...set.findings, ...findings].some((finding) => speaksOf(finding, segment, element, place));
    });
  });
}

function elementsOf(segment: Segment): string[] {
  return Array.from({ length: segment.count }, (_, index) => index + 1)
    .filter((element) => segment.text(element).trim() !== '')
    .map((element) => elementPlace(segment.id, element));
}

function speaksOf(finding: Finding, segment: Segment, element: number, place: string): boolean {
  // A unit that is not known takes its number with it.
  const all = finding.element === undefined || /^mapping\.(value-missing|code-unmapped)$/.test(finding.code);
  if (finding.position === segment.position && (all || finding.element === element)) return true;
  const told = finding.code === 'mapping.value-unread' && finding.segment === segment.id;
  return told && (finding.explanation.includes(place) || finding.explanation.includes(' and others'));
}

/** Elements whose code decides what the mapping reads: in conditions of paths, beside the values of pairs, compared, and in times. */
function choicesOf(mapping: InboundMapping): Set<string> {
  const places = new Set<string>();
  for (const { steps } of pathsOf(mapping))
    for (const { name, filters } of steps) for (const { element } of filters) places.add(elementPlace(name, element));
  walkMapping(mapping, {
    path({ steps, element }, use) {
      const name = steps.at(-1)?.name ?? '';
      if (use === 'value' && element !== undefined && compared.test(elementPlace(name, element)))
        places.add(elementPlace(name, element));
    },
    leaf({ source }) {
      if (source.kind === 'pair')
        for (const element of source.at) places.add(elementPlace(source.of.steps.at(-1)?.name ?? '', element));
    },
  });
  return places;
}

/** Codes that a mapping compares or that tell how a number or time is meant, and that go into no field themselves. */
const compared = /^(AT7-07|G62-05|DTM-04|BGN-05|L5-04|SAC-01|MAN-04|MS1-0[67])$/;

describe('a value that a mapping does not read', () => {
  const answer = (more: string) =>
    inbound(`set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-02
fields:
  shipmentId: B1-02
  answer: { from: B1-04, table: { A: accepted }, otherwise: other }
  answerCode: B1-04
  references: { each: "N9[01=CN]", fields: { kind: { from: N9-01, table: references }, value: N9-02 } }
${more}`);
  const [set] = setsOf(documentOf('990', 'B1*QSDE*SHP1*20260303*A\nN9*CN*12\nN9*ZZ*13*WORDS\nN9*BM*14'));
  const notes = (mapping: InboundMapping) =>
    mapSet(set!, mapping).findings.map(({ code, level, segment, element, received, explanation }) => [
      code,
      level,
      segment,
      element,
      received,
      explanation,
    ]);

  it('is told once for each place of the set, with how many there are', () => {
    expect(notes(answer(''))).toEqual([
      ['mapping.value-unread', 'note', 'B1', 1, 'QSDE', expect.stringMatching(/^B1-01, B1-03 \(2 values\): /)],
      ['mapping.value-unread', 'note', 'N9', 1, 'ZZ', expect.stringMatching(/^N9-01, N9-02, N9-03 \(5 values\): /)],
    ]);
  });

  it('is told with the reason where the mapping declares it, and not at all where it declares that silently', () => {
    const leaves = `leaves:
  - { paths: [B1-01], because: We know who answers., silent: true }
  - { paths: [N9], because: Other numbers are not ours. }
`;
    expect(notes(answer(leaves)).map(([, , segment, , , text]) => [segment, text])).toEqual([
      ['B1', expect.stringContaining('does not read it here')],
      ['N9', expect.stringContaining('Other numbers are not ours.')],
    ]);
  });
});
