import { X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import type { OutboundMapping } from '../../../services/domain/mapping/language/plan.ts';
import { type Rendering, renderEvent } from '../../../services/domain/mapping/render/render-event.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import {
  at,
  fileText,
  inbound,
  mappingOf,
  outbound,
  profileFiles,
  profileOf,
  schemaErrors,
  sent,
  setsOf,
} from './support.ts';

/** Samples of events that we send: `940-release.event.json` with the segments of its set in `940-release.expected.txt`. */
const samples = ['standard-3pl', 'standard-carrier'].flatMap((profile) =>
  [...profileFiles(profile).keys()]
    .map((path) => /^samples\/((\d{3})-.*)\.event\.json$/.exec(path))
    .filter((match) => match !== null)
    .map(([, sample, set]) => [profile, set!, sample!] as const),
);

const bodyOf = ({ segments }: Rendering): string =>
  segments.map(({ id, elements }) => [id, ...elements].join('*')).join('\n');

function outboundOf(profile: string, set: string): OutboundMapping {
  const mapping = mappingOf(profileOf(profile), set);
  if (mapping.direction !== 'outbound') throw new Error('not outbound');
  return mapping;
}

describe.each(samples)('%s %s from %s.event.json', (profile, set, sample) => {
  const data = JSON.parse(fileText(`partners/${profile}/samples/${sample}.event.json`)) as Record<string, unknown>;
  const mapping = outboundOf(profile, set);
  const rendering = renderEvent({ data }, mapping, { partnerZone: 'America/Chicago' });

  it('gives the segments that stand beside it, without a finding', async () => {
    expect(schemaErrors(mapping.renders, data)).toEqual([]);
    expect(rendering.findings).toEqual([]);
    const file = new URL(`../../../partners/${profile}/samples/${sample}.expected.txt`, import.meta.url);
    await expect(`${bodyOf(rendering)}\n`).toMatchFileSnapshot(file.pathname);
  });

  it.each([mapping.version, ...(mapping.alsoIn ?? [])])('passes our own check in %s without an error', (version) => {
    const [read] = setsOf(sent(set, rendering.segments, version));
    expect(read?.findings.filter(({ level }) => level === 'standard')).toEqual([]);
    expect(read?.status).toBe('A');
  });

  it('is read by an independent reader as the same segments', () => {
    const interchange = new X12Parser(true).parse(Buffer.from(sent(set, rendering.segments)).toString('latin1'));
    if (!('functionalGroups' in interchange)) throw new Error('no interchange');
    const segments = interchange.functionalGroups[0]?.transactions[0]?.segments ?? [];
    expect(
      segments.map((segment) => [segment.tag, ...segment.elements.map(({ value }) => value)].join('*')).join('\n'),
    ).toBe(bodyOf(rendering));
  });

  it('names for each element the field that it came from', () => {
    expect(rendering.provenance).toHaveLength(rendering.segments.length);
    for (const [index, { elements }] of rendering.segments.entries()) {
      const origins = rendering.provenance[index]?.elements ?? [];
      expect(origins).toHaveLength(elements.length);
      for (const [position, { pointers, mappingLine }] of origins.entries()) {
        expect(mappingLine > 0).toBe(elements[position] !== '');
        for (const pointer of pointers) expect(at(data, pointer)).toBeDefined();
      }
    }
  });
});

describe('an order that goes out and comes back', () => {
  it('names the same order, lines and products', () => {
    const data = JSON.parse(fileText('partners/standard-3pl/samples/940-release.event.json')) as Record<
      string,
      unknown
    >;
    const rendering = renderEvent({ data }, outboundOf('standard-3pl', '940'));
    const [set] = setsOf(sent('940', rendering.segments));
    const back = inbound(`set: '940'
version: '004010'
emits: warehouse-order.shipped.v1
subject: W05-02
fields:
  orderNumber: W05-02
  lines:
    each: LX/W01
    fields:
      lineNumber: 'N9[01=LI]-02'
      product: { fields: { sku: 'W01[04=SK]-05', gtin: { pair: { of: W01, at: [4, 6], codes: [UK] } } } }
      shipped: { fields: { value: W01-01, unit: { from: W01-02, table: units } } }
  references: { each: N9, fields: { kind: { from: N9-01, table: references }, value: N9-02 } }
`);
    expect(mapSet(set!, back).events).toMatchObject([
      {
        subject: 'WH/OUT/00001',
        data: {
          lines: [
            {
              lineNumber: '1',
              product: { sku: 'NG-JACKET-M', gtin: '00614141000012' },
              shipped: { value: 10, unit: 'each' },
            },
            { lineNumber: '2', product: { gtin: '00614141000036' }, shipped: { value: 4, unit: 'each' } },
          ],
          references: [{ kind: 'customer-order', value: 'S00021' }],
        },
      },
    ]);
  });
});

const tiny = (segments: string): OutboundMapping =>
  outbound(`set: '940'
version: '004010'
renders: warehouse-order.released.v1
segments:
${segments}`);
const order = {
  orderNumber: 'WH/OUT/00007',
  purpose: 'original',
  lines: [
    { lineNumber: '1', product: { sku: 'A' }, quantity: { value: 1e-7, unit: 'each' } },
    { lineNumber: '2', product: { sku: 'B' }, quantity: { value: 2.5, unit: 'box' } },
  ],
  totals: { units: 2.5 },
  parties: [],
  references: [],
};
const render = (segments: string, data: Record<string, unknown> = order) => renderEvent({ data }, tiny(segments));

describe('rendering', () => {
  it('leaves out a segment into which nothing of the event went, and trailing empty elements', () => {
    const { segments } = render(`  - NTE: { 01: { const: WHI }, 02: instructions }
  - N9: { 01: { const: ZZ }, 02: { const: fixed } }
  - W05: { 01: { const: N }, 02: orderNumber, 05: purchaseOrder }`);
    expect(segments).toEqual([
      { id: 'N9', elements: ['ZZ', 'fixed'] },
      { id: 'W05', elements: ['N', 'WH/OUT/00007'] },
    ]);
  });

  it('counts, sums and numbers what it writes', () => {
    const { segments } = render(`  - each: lines
    LX: { 01: { index: true } }
  - W76: { 01: { sum: lines/quantity/value }, 02: { count: lines }, 04: { from: totals/units, as: number, decimals: 2 } }`);
    expect(segments.map(({ id, elements }) => [id, ...elements])).toEqual([
      ['LX', '1'],
      ['LX', '2'],
      ['W76', '2.5', '2', '', '250'],
    ]);
  });

  it('writes numbers without an exponent', () => {
    const { segments } = render('  - each: lines\n    W01: { 01: quantity/value }');
    expect(segments.map(({ elements }) => elements[0])).toEqual(['0.0000001', '2.5']);
  });

  it('says when a needed value is missing, a code unknown or a text cut', () => {
    const { findings, segments } = render(
      `  - W05: { 01: { from: purpose, table: { cancel: F } }, 02: { from: orderNumber, max: 6 }, 03: { from: purchaseOrder, required: true } }`,
    );
    expect(segments).toEqual([{ id: 'W05', elements: ['', 'WH/OUT'] }]);
    expect(findings.map(({ code, level }) => [code, level])).toEqual([
      ['mapping.code-unmapped', 'business'],
      ['mapping.text-cut', 'note'],
      ['mapping.value-missing', 'business'],
    ]);
  });

  it('filters lists by their fields', () => {
    const data = {
      ...order,
      parties: [
        { role: 'bill-to', name: 'X' },
        { role: 'ship-to', name: 'Y' },
      ],
    };
    const { segments, provenance } = render("  - N1: { 02: 'parties[role=ship-to]/name' }", data);
    expect(segments).toEqual([{ id: 'N1', elements: ['', 'Y'] }]);
    expect(provenance[0]?.elements[1]?.pointers).toEqual(['/parties/1/name']);
  });

  it('is stopped when it multiplies', () => {
    const lines = Array.from({ length: 3000 }, () => order.lines[1]);
    const { segments, findings } = render('  - each: lines\n    W01: { 01: { sum: /lines/quantity/value } }', {
      ...order,
      lines,
    });
    expect(segments).toEqual([]);
    expect(findings).toMatchObject([{ code: 'mapping.cost-limit' }]);
  });
});

describe('a text of several lines', () => {
  it('is written in one, with a note, so that it cannot end the segment', () => {
    const data = JSON.parse(fileText('partners/standard-3pl/samples/940-release.event.json')) as Record<
      string,
      unknown
    >;
    const rendering = renderEvent(
      { data: { ...data, instructions: 'Shrink wrap.\r\nCall first.\u0000' } },
      outboundOf('standard-3pl', '940'),
    );
    expect(rendering.segments.find(({ id }) => id === 'NTE')?.elements).toEqual(['WHI', 'Shrink wrap. Call first.']);
    expect(rendering.findings).toMatchObject([{ code: 'mapping.text-flattened', level: 'note' }]);
    expect(sent('940', rendering.segments).length).toBeGreaterThan(0);
  });
});
