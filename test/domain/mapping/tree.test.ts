import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from '../../../services/domain/documents/read-document.ts';
import { readDocument } from '../../../services/domain/documents/read-document.ts';
import { parseTreePath } from '../../../services/domain/language/tree-path.ts';
import { renderEvent } from '../../../services/domain/mapping/render/render-event.ts';
import { mapDocument } from '../../../services/domain/mapping/run/map-document.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { lookupsOf, neededLookups } from '../../../services/domain/mapping/run/needed-lookups.ts';
import { type TreeScope, treeSource } from '../../../services/domain/mapping/run/source-tree.ts';
import { splitDate } from '../../../services/domain/mapping/run/written-date.ts';
import { documentOf, inbound, outbound, setsOf } from './support.ts';

const csv = { name: 'csv', csv: { delimiter: ',', quote: '"', header: true } } as const;

/** All values that a path finds from the root, or from what another path leads to. */
function found(text: string, format: DocumentFormat, path: string, ...each: string[]): string[] {
  const { root } = readDocument(new TextEncoder().encode(text), format);
  if (!root) throw new Error('not read');
  const source = treeSource(root, { left: 10_000, text: 10_000 });
  const compiled = [...each, path].map((one) => {
    const parsed = parseTreePath(one);
    if (typeof parsed === 'string') throw new Error(parsed);
    return parsed;
  });
  const last = compiled.pop();
  const scopes = compiled.reduce<readonly TreeScope[]>(
    (outer, one) => outer.flatMap((scope) => source.scopes(one, scope)),
    [{ nodes: [root], index: 1 }],
  );
  return scopes.flatMap((scope) => (last ? source.readAll(last, scope).map(({ text: value }) => value) : []));
}

describe('a path into a document', () => {
  const json = `{"no": 7, "order/no": 8, "lines": [{"sku": "A", "qty": 1, "lots": ["x", "y"]}, {"sku": "B", "qty": 0, "bad": true},
    {"qty": 2, "lots": []}], "rows": [[1, 2], [3]], "deep": {"lines": {"sku": "D"}}}`;
  it.each([
    ['no', [], ['7']],
    ["'order/no'", [], ['8']],
    ['lines/sku', [], ['A', 'B']],
    ['lines[sku=B|C]/qty', [], ['0']],
    ['lines[sku!=B]/qty', [], ['1', '2']],
    ['lines[sku]/qty', [], ['1', '0']],
    ['lines[!sku]/qty', [], ['2']],
    ['lines[lots=y]/sku', [], ['A']],
    ['lines[qty=1,sku=A]/lots', [], ['x', 'y']],
    ['//sku', [], ['A', 'B', 'D']],
    ['rows/item', [], ['1', '2', '3']],
    ['.', ['lines/lots'], ['x', 'y']],
    ['/no', ['lines'], ['7', '7', '7']],
    ['^lines/sku', ['lines', 'lots'], ['A', 'A']],
    ['sku', ['lines[bad=true]'], ['B']],
    ['nothing/there', [], []],
    ['lines', [], []],
  ])('%s from %j finds %j', (path, each, expected) => {
    expect(found(json, { name: 'json' }, path, ...each)).toEqual(expected);
  });

  it('finds XML by local names, attributes by @, and columns by name or number', () => {
    const xml =
      '<s:shipment xmlns:s="u" s:id="1"><stop type="P">a</stop><stop type="D"><city>b</city></stop></s:shipment>';
    expect(found(xml, { name: 'xml' }, 'shipment/@id')).toEqual(['1']);
    expect(found(xml, { name: 'xml' }, 'shipment/stop[@type=D]/city')).toEqual(['b']);
    expect(found(xml, { name: 'xml' }, 'shipment/stop[.=a]/@type')).toEqual(['P']);
    const table = 'Order No,2\na,b\nc,d\n';
    expect(found(table, csv, 'rows/Order No')).toEqual(['a', 'c']);
    expect(found(table, csv, 'rows/1')).toEqual(['a', 'c']);
    expect(found(table, csv, 'rows/2')).toEqual(['b', 'd']);
  });

  it.each([
    ['a//b', 'A step of the path is empty.'],
    ['a[b', 'A `[` is not closed.'],
    ['a]b', 'A `]` stands without its `[`.'],
    ["'a", "A `'` is not closed."],
    ['n:a', '`n:a` has a prefix; elements and attributes are found by their local names. Write `a`.'],
    ['a[b=]', '`[b=]` compares with nothing.'],
    ['a[!b=c]', 'Write `b!=…` instead of `!b=…`.'],
    ['a[b]c', 'Only `[…]` may follow a name.'],
  ])('%s is refused: %s', (path, message) => {
    expect(parseTreePath(path)).toBe(message);
  });
});

describe('a written date', () => {
  it.each([
    ['2026-03-03', '', '', 'iso', { date: '20260303', time: '' }],
    ['2026-03-03T09:10:11.250-06:00', '', '', 'iso', { date: '20260303', time: '09101125', zone: '-06:00' }],
    ['2026-03-03 09:10Z', '', '', 'iso', { date: '20260303', time: '0910', zone: 'UTC' }],
    ['2026-03-03', '9:05 pm', 'America/Chicago', 'iso', { date: '20260303', time: '2105', zone: 'America/Chicago' }],
    ['2026-03-03', '12:05 AM', 'LT', 'iso', { date: '20260303', time: '0005' }],
    ['3/9/2026 0910', '', '', 'MM/DD/YYYY', { date: '20260309', time: '0910' }],
    ['9/3/2026', '', '', 'DD/MM/YYYY', { date: '20260309', time: '' }],
    ['09.03.2026 9:10', '', '', 'DD.MM.YYYY', { date: '20260309', time: '0910' }],
    ['20260309', '101112', '', 'YYYYMMDD', { date: '20260309', time: '101112' }],
    ['1772529000', '', '', 'epoch-seconds', { date: '20260303', time: '091000', zone: 'UTC' }],
    ['1772529000123', '', '', 'epoch-milliseconds', { date: '20260303', time: '091000', zone: 'UTC' }],
    ['03/03/2026', '', '', 'iso', undefined],
    ['2026-03-03', '13:05 pm', '', 'iso', undefined],
    ['2026-03-03', 'soon', '', 'iso', undefined],
    ['yesterday', '', '', 'epoch-seconds', undefined],
    [`2026-03-03T${' '.repeat(100_000)}`, '', '', 'iso', undefined],
  ] as const)('%.30s %s %s as %s', (date, time, zone, format, expected) => {
    expect(splitDate(date, time, zone, format)).toEqual(expected);
  });
});

describe('look-ups', () => {
  const answer = (rest: string) =>
    inbound(`set: '990'\nversion: '004010'\nemits: tender.answered.v1\nsubject: B1-02\nfields:
  shipmentId: { from: B1-02, lookup: shipments, unmapped: silent, otherwise: unknown }
  answer: { const: other }
  answerCode: B1-04
  references: { each: N9, when: { value: N9-01, is: CN }, fields: { kind: { const: other }, value: { from: N9-02, lookup: numbers${rest} } } }\n`);
  const [set] = setsOf(documentOf('990', 'B1*QSDE*SHP1*20260303*A\nN9*CN*12\nN9*ZZ*13\nN9*CN*12'));
  const lookups = new Map([
    ['shipments', new Map([['SHP1', 'WH/OUT/1']])],
    ['numbers', new Map([['13', 'thirteen']])],
  ]);

  it('tell which keys they need before they are run: all that can be asked for, each once', () => {
    expect(lookupsOf(answer(''))).toEqual(['numbers', 'shipments']);
    expect(neededLookups({ set: set! }, answer(''))).toEqual(
      new Map([
        ['shipments', new Set(['SHP1'])],
        ['numbers', new Set(['12', '13'])],
      ]),
    );
  });

  it('translate keys, and keep the bytes of the key as provenance', () => {
    const { events } = mapSet(set!, answer(', otherwise: none'), { lookups });
    expect(events[0]?.data).toMatchObject({
      shipmentId: 'WH/OUT/1',
      references: [{ value: 'none' }, { value: 'none' }],
    });
    expect(events[0]?.provenance['/shipmentId']?.place).toBe('B1-02');
  });

  it('tell a key that is not there as loudly as the mapping says', () => {
    const of = (rest: string) =>
      mapSet(set!, answer(rest), { lookups: new Map() }).findings.filter(
        ({ code }) => code === 'mapping.lookup-missing',
      );
    expect(of('')).toMatchObject([
      { level: 'business', position: 3, element: 2, received: '12' },
      { level: 'business', position: 5, element: 2, received: '12' },
    ]);
    expect(of(', unmapped: note').map(({ level }) => level)).toEqual(['note', 'note']);
    expect(of(', unmapped: silent')).toEqual([]);
  });

  it('and every finding of a mapping quote no character that turns or hides text', () => {
    const number = Buffer.from('1\u202e2\u200b').toString('latin1');
    const [set] = setsOf(documentOf('990', `B1*QSDE*SHP1*20260303*A\nN9*CN*${number}`));
    const { findings } = mapSet(set!, answer(''), { lookups: new Map() });
    const finding = findings.find(({ code }) => code === 'mapping.lookup-missing');
    expect(finding).toMatchObject({ received: '1[U+202E]2[U+200B]' });
    expect(finding!.explanation).toContain('1[U+202E]2[U+200B]');
  });

  it('work in documents and in what is written too', () => {
    const mapping = inbound(`reads: csv\ndocument: a\nemits: tender.answered.v1\neach: rows\nsubject: id\nfields:
  shipmentId: { from: id, lookup: shipments }
  answer: { const: other }
  answerCode: { const: x }
  references: { each: none, fields: { kind: { const: other }, value: id } }\n`);
    const bytes = new TextEncoder().encode('id\nSHP1\n');
    const document = readDocument(bytes, csv);
    expect(neededLookups({ root: document.root!, nodes: document.nodes }, mapping)).toEqual(
      new Map([['shipments', new Set(['SHP1'])]]),
    );
    expect(mapDocument(bytes, mapping, { lookups }).events[0]?.data.shipmentId).toBe('WH/OUT/1');
    const order = outbound(
      "set: '940'\nversion: '004010'\nrenders: warehouse-order.released.v1\nsegments:\n  - W05: { 01: { const: N }, 02: { from: orderNumber, lookup: shipments } }\n",
    );
    const data = { orderNumber: 'SHP1' };
    expect(neededLookups({ data }, order)).toEqual(new Map([['shipments', new Set(['SHP1'])]]));
    expect(renderEvent({ data }, order, { lookups }).segments).toEqual([{ id: 'W05', elements: ['N', 'WH/OUT/1'] }]);
  });
});
