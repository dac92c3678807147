import { describe, expect, it } from 'vitest';
import type { Configuration, ConfiguredDocument } from '../../../services/domain/configuration/configuration.ts';
import { readDocument } from '../../../services/domain/documents/read-document.ts';
import type { Finding } from '../../../services/domain/finding.ts';
import { writtenProvenance } from '../../../services/domain/mapping/render/document-writer.ts';
import { renderDocument } from '../../../services/domain/mapping/render/render-document.ts';
import { mapDocument } from '../../../services/domain/mapping/run/map-document.ts';
import { at, fileText, inbound, outbound, profileFiles, profileOf, schemaErrors } from './support.ts';

const name = 'standard-rest';
const profile = profileOf(name);
const files = [...profileFiles(name).keys()].filter(
  (path) => path.startsWith('samples/') && !path.includes('.expected.'),
);

/** The document of a sample: `shipping-file-two-orders.csv` is a `shipping-file`. */
function documentOf(of: Configuration, sample: string, direction: ConfiguredDocument['direction']): ConfiguredDocument {
  const fitting = of.documents.filter(({ set, direction: way }) => way === direction && sample.startsWith(`${set}-`));
  const [longest] = fitting.sort((a, b) => b.set.length - a.set.length);
  if (!longest) throw new Error(`No document of ${of.name} is called like ${sample}.`);
  return longest;
}

function brief(finding: Finding): object {
  const { code, level, line, column, place, received, expected, explanation } = finding;
  return { code, level, line, column, place, received, expected, explanation };
}

const context = { partnerZone: profile.zone ?? 'UTC', lookups: profile.lookups };
const samples = files.filter((path) => !path.endsWith('.event.json')).map((path) => path.slice('samples/'.length));

describe.each(samples)('standard-rest: %s', (sample) => {
  const bytes = new TextEncoder().encode(fileText(`partners/${name}/samples/${sample}`));
  const { compiled } = documentOf(profile, sample, 'inbound');
  if (compiled.direction !== 'inbound') throw new Error('not inbound');
  const result = mapDocument(bytes, compiled, context);

  it('gives the events and findings that stand beside it', async () => {
    const events = result.events.map(({ type, subject, time, data }) => ({ type, subject, time, data }));
    const file = new URL(`../../../partners/${name}/samples/${sample}.expected.json`, import.meta.url);
    const text = JSON.stringify({ findings: result.findings.map(brief), events }, null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot(file.pathname);
  });

  it('gives events that their schemas accept, each value from the bytes that its provenance names', () => {
    for (const { type, data, provenance } of result.events) {
      expect(schemaErrors(type, data)).toEqual([]);
      for (const [pointer, { ranges, place, mappingLine }] of Object.entries(provenance)) {
        expect(mappingLine).toBeGreaterThan(1);
        const received = ranges.map(([start, end]) => new TextDecoder().decode(bytes.subarray(start, end)));
        if (ranges.length > 0) expect([pointer, place]).toEqual([pointer, expect.stringMatching(/\w/)]);
        expect(
          received.every((text) => text.trim() !== '' && !/^["<]|[">]$/.test(text.replace(/<!\[CDATA\[.*\]\]>/, 'x'))),
        ).toBe(true);
        if (/\/(orderNumber|shipmentId|sku|lot|city|statusCode|unitCode|snapshotNumber|signedBy)$/.test(pointer))
          expect([pointer, received]).toEqual([pointer, [at(data, pointer)]]);
      }
    }
  });

  it('tells every finding about the document by line and column', () => {
    const lines = new TextDecoder().decode(bytes).split('\n');
    for (const { code, line = 0, column = 0 } of result.findings) {
      expect([code, line >= 1 && line <= lines.length]).toEqual([code, true]);
      expect([code, column >= 1 && column <= (lines[line - 1] ?? '').length + 1]).toEqual([code, true]);
    }
  });
});

const events = files
  .filter((path) => path.endsWith('.event.json'))
  .map((path) => path.slice('samples/'.length, -'.event.json'.length));
const rendered = events.flatMap((event) =>
  profile.documents
    .filter(({ direction, set }) => direction === 'outbound' && set.startsWith(event.split('-')[0] ?? ''))
    .map(({ set }) => [event, set] as const),
);

describe.each(rendered)('standard-rest: %s.event.json as %s', (event, set) => {
  const data = JSON.parse(fileText(`partners/${name}/samples/${event}.event.json`)) as Record<string, unknown>;
  const { compiled } = profile.documents.find((document) => document.set === set) ?? {};
  if (compiled?.direction !== 'outbound') throw new Error('not outbound');
  const { bytes, values, findings } = renderDocument({ data }, compiled, context);
  const format = compiled.writes?.name ?? 'json';

  it('gives the document that stands beside it, and no fault', async () => {
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    const file = new URL(`../../../partners/${name}/samples/${event}.${set}.expected.${format}`, import.meta.url);
    await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(file.pathname);
  });

  it('leads from each value to its bytes and to the field of the event', () => {
    const table = compiled.writes?.name === 'csv' ? compiled.writes.table : undefined;
    const read = readDocument(bytes, table ? { name: 'csv', csv: table } : { name: 'json' });
    expect(read.findings).toEqual([]);
    for (const { range, pointers } of values) {
      expect(range[1]).toBeGreaterThan(range[0]);
      for (const pointer of pointers) expect([pointer, at(data, pointer) !== undefined]).toEqual([pointer, true]);
    }
    const order = writtenProvenance(values)['/orderNumber']?.ranges.map((range) =>
      new TextDecoder().decode(bytes.subarray(...range)),
    );
    expect(new Set(order)).toEqual(new Set([data.orderNumber]));
  });
});

describe('rendering a document', () => {
  const released = (body: string) => outbound(`renders: warehouse-order.released.v1\ndocument: order\n${body}`);
  const textOf = (body: string, data: Record<string, unknown>) => {
    const { bytes, findings } = renderDocument({ data }, released(body));
    return { text: new TextDecoder().decode(bytes), codes: findings.map(({ code }) => code) };
  };

  it('writes JSON that JSON.parse reads, whatever stands in the event', () => {
    const odd = 'x"\\\n\u2028\ud800\u0000é😀';
    const { text } = textOf(
      'writes: json\nbody: { fields: { a: orderNumber, n: { const: 5 }, t: { const: true }, e: { each: lines, item: lot }, none: { fields: { lot: recordId } } } }',
      { orderNumber: odd },
    );
    expect(JSON.parse(text)).toEqual({ a: odd.toWellFormed(), n: 5, t: true, e: [] });
  });

  it('keeps numbers as numbers unless the mapping says text, and gives no number that JSON cannot read', () => {
    const { text } = textOf(
      'writes: json\nbody: { each: lines, fields: { n: quantity/value, t: { from: quantity/value, as: text } } }',
      {
        lines: [{ quantity: { value: 1e-7 } }, { quantity: { value: -0.5 } }, { quantity: { value: 12 } }],
      },
    );
    expect(JSON.parse(text)).toEqual([
      { n: 1e-7, t: '0.0000001' },
      { n: -0.5, t: '-0.5' },
      { n: 12, t: '12' },
    ]);
  });

  it('puts an apostrophe before cells that a spreadsheet would run, and tells so, unless the mapping keeps them', () => {
    const csv = (formulas: string) =>
      `writes: csv\ncsv: { formulas: ${formulas}, newline: lf }\neach: lines\ncolumns: { A: lot, "B, C": lineNumber }`;
    const data = {
      lines: ['=1+1', '+cmd|x', '-2', '@x', 'a"b', '-x', '\t=1'].map((lot) => ({ lot, lineNumber: ' x,' })),
    };
    const guarded = textOf(csv('guard'), data);
    expect(guarded.text.split('\n').map((line) => line.replace(/,"x,"$/, ''))).toEqual([
      'A,"B, C"',
      "'=1+1",
      "'+cmd|x",
      '-2',
      "'@x",
      '"a""b"',
      "'-x",
      "'=1",
      '',
    ]);
    expect(guarded.codes).toEqual(Array(5).fill('mapping.formula-guarded'));
    const kept = textOf(csv('keep'), data);
    expect(kept.codes).toEqual([]);
    expect(kept.text).toContain('\n=1+1,');
  });

  it('is what reading it gives again', () => {
    const data = {
      orderNumber: 'A1',
      lines: [
        { lot: 'x;"y"\nz', product: { sku: 'é' } },
        { lot: '2', product: { sku: '3' } },
      ],
    };
    const { text } = textOf(
      'writes: csv\ncsv: { delimiter: ";" }\neach: lines\ncolumns: { Order: /orderNumber, Lot: lot, Sku: product/sku }',
      data,
    );
    const back = inbound(`reads: csv
document: order
csv: { delimiter: ";" }
emits: document.acknowledged.v1
each: rows
groupBy: Order
subject: Order
fields:
  groupControl: Order
  functionalId: { const: OW }
  status: { const: accepted }
  statusCode: { count: . }
  sets: { each: ., fields: { set: Sku, control: Lot, status: { const: accepted }, statusCode: { index: true } } }
`);
    const { events: made, findings } = mapDocument(new TextEncoder().encode(text), back);
    expect(findings).toEqual([]);
    expect(made[0]?.data).toMatchObject({
      groupControl: 'A1',
      statusCode: '2',
      sets: [
        { set: 'é', control: 'x;"y"\nz', statusCode: '1' },
        { set: '3', control: '2', statusCode: '2' },
      ],
    });
  });
});

describe('a document of which no event is made', () => {
  const json = `reads: json
document: status
emits: tender.answered.v1
each: shipment/answers[void!=yes]
when: code
subject: /shipment/id
fields: { shipmentId: /shipment/id, answer: { const: accepted }, answerCode: code, references: { list: [] } }
`;
  const csv = `reads: csv
document: status
csv: { delimiter: ";" }
emits: tender.answered.v1
each: rows
when: { value: Code, in: [A] }
subject: Shipment
fields: { shipmentId: Shipment, answer: { const: accepted }, answerCode: Code, references: { list: [] } }
`;
  const xml = json
    .replace('reads: json', 'reads: xml')
    .replaceAll('shipment/', 'shipments/shipment/')
    .replace('void!=yes', '@void!=yes');
  const codes = (mapping: string, text: string) => {
    const { events, findings, lost } = mapDocument(new TextEncoder().encode(text), inbound(mapping));
    expect(events).toEqual([]);
    return [findings.map(({ code, level }) => `${level} ${code}`).filter((one) => one.includes('nothing')), lost];
  };
  const empty = [['note mapping.nothing-made'], undefined];
  const foreign = [['business mapping.nothing-found'], 1];

  it.each([
    ['an empty list', json, '{"shipment":{"id":"A","answers":[]}}'],
    ['a list left out of what is known', json, '{"shipment":{"id":"A"}}'],
    ['entries that a filter leaves out', json, '{"shipment":{"id":"A","answers":[{"void":"yes","code":"A"}]}}'],
    ['records that a `when` leaves out', json, '{"shipment":{"id":"A","answers":[{"void":"no"}]}}'],
    ['a header without rows', csv, 'Shipment;Code\r\n'],
    ['rows that a `when` leaves out', csv, 'Shipment;Code\r\nA;B\r\n'],
    ['an element without others in it', xml, '<shipments><shipment/></shipments>'],
    ['elements that are all known', xml, '<shipments><shipment><id>A</id></shipment></shipments>'],
  ])('is done with a note for %s', (_what, mapping, text) => {
    expect(codes(mapping, text)).toEqual(empty);
  });

  it.each([
    ['an empty object', json, '{}'],
    ['an empty list of something else', json, '[]'],
    ['a list that was renamed', json, '{"shipment":{"id":"A","Answers":[]}}'],
    ['names that are written otherwise', json, '{"Shipment":{"Answers":[{"Code":"A"}]}}'],
    ['another document', json, '{"invoice":{"number":4}}'],
    ['columns that are called otherwise', csv, 'Ship;Kode\r\nA;A\r\n'],
    ['a header of other columns', csv, 'Ship;Kode\r\n'],
    ['another element', xml, '<orders/>'],
    ['an element that was renamed', xml, '<shipments><shipment><id>A</id><Answers/></shipment></shipments>'],
  ])('needs review for %s', (_what, mapping, text) => {
    expect(codes(mapping, text)).toEqual(foreign);
  });

  it('tells what was looked for', () => {
    const { compiled } = documentOf(profile, 'shipment-status-renamed.json', 'inbound');
    if (compiled.direction !== 'inbound') throw new Error('not inbound');
    const { findings } = mapDocument(new TextEncoder().encode('{"shipment":{"Events":[]}}'), compiled, context);
    expect(findings[0]?.explanation).toContain('shipment.milestone.v1 for each `shipment/events`');
  });
});

describe('numbers of JSON in a mapping', () => {
  const mapping = inbound(`reads: json
document: weight
emits: shipment.milestone.v1
subject: id
fields:
  shipmentId: id
  milestone: { const: delivered }
  statusCode: text
  at: { moment: { date: day, format: iso } }
  references: { list: [] }
  pieces: count
`);
  const of = (number: string) => {
    const text = `{"id":"A","text":${number},"day":"2026-03-03T10:00:00Z","count":${number}}`;
    const { events, findings } = mapDocument(new TextEncoder().encode(text), mapping);
    return [events[0]?.data.statusCode, events[0]?.data.pieces, findings.map(({ code }) => code)];
  };

  it.each([
    ['1e3', '1000', 1000],
    ['1.25E-2', '0.0125', 0.0125],
    ['-120e-1', '-12', -12],
    ['0e9', '0', 0],
    ['1.23e-20', '0.0000000000000000000123', undefined],
  ])('%s keeps its digits', (number, text, value) => {
    const [made, pieces] = of(number);
    expect([made, pieces]).toEqual([text, value]);
  });

  it.each(['1e400', '1e-400', '123456789012345.123456789'])('%s becomes no other number: it is a finding', (number) => {
    const [text, pieces, codes] = of(number);
    expect([text, pieces, codes]).toEqual([number, undefined, ['mapping.number-invalid']]);
  });
});
