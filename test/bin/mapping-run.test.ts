import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { said } from './command.ts';
import {
  acknowledgement,
  answer,
  departed,
  file,
  inProfile,
  mapping214,
  mapping940,
  mapping945,
  oneBad,
  order,
} from './mapping-room.ts';

describe('mapping run', { timeout: 900_000, concurrent: true }, () => {
  test('prints the events that translate makes, and the findings', async () => {
    const [run, translated] = await Promise.all([
      said(['mapping', 'run', '--json', mapping214, departed]),
      said(['translate', departed, '--configuration', inProfile('standard-carrier')]),
    ]);
    const { events, findings } = JSON.parse(run.out);
    const [line = ''] = translated.out.split('\n');
    const { provenance: _provenance, ...event } = JSON.parse(line);
    expect([run.code, run.err, findings.filter(({ level }: { level: string }) => level !== 'note')]).toEqual([
      0,
      '',
      [],
    ]);
    expect(events[0]).toEqual(event);
    const plain = await said(['mapping', 'run', mapping214, departed]);
    expect(plain.out).toMatch(
      /^shipment\.milestone\.v1 WH\/OUT\/00001 \(set 214 0001\)\n\{\n {2}"shipmentId": "WH\/OUT\/00001",/,
    );
  });

  test('maps the good set of two, shows the fault of the other at its bytes, and says that it was left out', async () => {
    const { code, out } = await said(['mapping', 'run', mapping945, oneBad]);
    expect(code).toBe(1);
    expect(out.match(/^warehouse-order\.shipped\.v1/gm)).toHaveLength(1);
    expect(out).toContain('1 set is rejected and not mapped');
    expect(out).toMatch(/standard: x12\.element\.date at G62-02.*\n {2}G62\*11\*20261305\n {2} {7}\^{8}\n/);
  });

  test('prints the set that a mapping makes of an event, and what the standard has against it', async () => {
    const { code, out, err } = await said(['mapping', 'run', mapping940, order]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const expected = readFileSync(inProfile('standard-3pl', 'samples', '940-release.expected.txt'), 'utf8');
    const body = out.split('~\n').slice(1, -2);
    expect(`${body.join('\n')}\n`).toBe(expected);
    const long = JSON.parse(readFileSync(order, 'utf8'));
    long.orderNumber = 'X'.repeat(40);
    const tooLong = await said(['mapping', 'run', mapping940, '-'], { stdin: JSON.stringify(long) });
    expect(tooLong.code).toBe(1);
    expect(tooLong.out).toMatch(/x12\.element\.too-long at W05-02/);
  });

  test('reads a CSV document with a mapping for one, and counts its bytes', async () => {
    const mapping = file(
      'status.yaml',
      `reads: csv
document: status
emits: document.acknowledged.v1
each: rows
subject: group
fields:
  groupControl: group
  functionalId: kind
  status: { from: answer, table: { yes: accepted, no: rejected } }
  statusCode: answer
  sets: { each: ".", fields: { set: set, control: control, status: { from: answer, table: { yes: accepted, no: rejected } }, statusCode: answer } }
`,
    );
    const document = file('status.csv', 'group,kind,answer,set,control\n17,OW,yes,940,0001\n18,OW,no,940,0002\n');
    const { code, out, err } = await said(['mapping', 'run', '--json', mapping, document]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).events).toMatchObject([
      { subject: '17', data: { status: 'accepted' } },
      { subject: '18', data: { status: 'rejected' } },
    ]);
    const explained = await said(['mapping', 'explain', mapping, document, '--field', '/groupControl']);
    expect(explained.out).toMatch(/\/groupControl +17 +\S+ +30–32 +17 +7: groupControl: group\n/);
  });

  test('writes the JSON or CSV document that a mapping makes of an event, and explains each value', async () => {
    const mapping = inProfile('standard-rest', 'mappings', 'order-lines-out.yaml');
    const event = inProfile('standard-rest', 'samples', 'order-release.event.json');
    const { code, out } = await said(['mapping', 'run', '--json', mapping, event]);
    expect(code).toBe(0);
    const written = readFileSync(
      inProfile('standard-rest', 'samples', 'order-release.order-lines.expected.csv'),
      'utf8',
    );
    expect(JSON.parse(out).document).toBe(written);
    const explained = await said(['mapping', 'explain', '--json', mapping, event, '--field', '1/SKU']);
    const [row] = JSON.parse(explained.out).explained[0].rows;
    expect(row).toMatchObject({ value: 'NG-JACKET-M', from: ['/lines/0/product/sku'] });
    expect(
      Buffer.from(written)
        .subarray(...row.ranges[0])
        .toString(),
    ).toBe('NG-JACKET-M');
  });

  test('says of a document that is no X12 what it is', async () => {
    const { code, out } = await said(['mapping', 'run', '--json', mapping214, '-'], { stdin: '<html></html>' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ events: [], findings: [{ code: 'x12.document.html' }] });
  });

  test('refuses a mapping with faults, and shows them', async () => {
    const path = file('faulty.yaml', `${acknowledgement}feilds: {}\n`);
    const { code, out, err } = await said(['mapping', 'run', path, departed]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /faulty\.yaml cannot be used:\n.*faulty\.yaml:12:1 .*\(did you mean `fields`\?\)\n {2}12 \| feilds: \{\}\n {7}\^\n/,
    );
  });
});

describe('mapping explain', { timeout: 900_000, concurrent: true }, () => {
  interface Row {
    readonly target: string;
    readonly value: unknown;
    readonly from: string[];
    readonly ranges: [number, number][];
    readonly stood: string[];
    readonly mappingLine: number;
    readonly mappingText: string;
  }
  const rowsOf = (out: string): Row[] => JSON.parse(out).explained.flatMap((one: { rows: Row[] }) => one.rows);

  test('names for each field the bytes as they stood, and the line of the mapping', async () => {
    const { code, out } = await said(['mapping', 'explain', '--json', mapping214, departed]);
    expect(code).toBe(0);
    const bytes = readFileSync(departed, 'latin1');
    const lines = readFileSync(mapping214, 'utf8').split('\n');
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(10);
    for (const { ranges, stood, mappingLine, mappingText } of rows) {
      expect(stood).toEqual(ranges.map(([start, end]) => bytes.slice(start, end)));
      expect(lines[mappingLine - 1]?.trim()).toBe(mappingText);
    }
    expect(rows).toContainEqual(
      expect.objectContaining({ target: '/statusCode', value: 'AF', from: ['AT7-01'], stood: ['AF'] }),
    );
  });

  test('is a table whose columns stand one below the other', async () => {
    const { out } = await said(['mapping', 'explain', mapping214, departed, '--field', '/place']);
    const [title, head = '', ...rows] = out.trimEnd().split('\n');
    expect(title).toMatch(/^shipment\.milestone\.v1 /);
    expect(head.split(/ {2,}/)).toEqual(['field', 'value', 'from', 'bytes', 'as it stood', 'mapping']);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.startsWith('/place/')).toBe(true);
      for (const name of ['value', 'from', 'bytes', 'as it stood', 'mapping'])
        expect(row.slice(head.indexOf(name) - 2, head.indexOf(name) + 1)).toMatch(/^ {2}\S$/);
    }
  });

  test('leads from each element of a written set to the fields of the event', async () => {
    const { code, out } = await said(['mapping', 'explain', '--json', mapping940, order]);
    expect(code).toBe(0);
    expect(rowsOf(out)).toContainEqual(
      expect.objectContaining({ target: 'W05-02', value: 'WH/OUT/00001', from: ['/orderNumber'] }),
    );
    const one = await said(['mapping', 'explain', mapping940, order, '--field', 'W05-02']);
    expect(one.out).toMatch(/\nW05-02 +WH\/OUT\/00001 +\/orderNumber +\d+–\d+ +\d+: .*orderNumber.*\n$/);
  });

  test('of a document of which no event is made says so', async () => {
    const path = file('rejections.yaml', acknowledgement.replace('emits:', 'when: { value: AK9-01, is: R }\nemits:'));
    const { code, out, err } = await said(['mapping', 'explain', path, '-'], { stdin: answer('A', '1') });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/makes no event/);
  });
});
