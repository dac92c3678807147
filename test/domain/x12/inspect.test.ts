import { describe, expect, it } from 'vitest';
import { annotate, annotateEnvelope } from '../../../services/domain/x12/inspect/annotate.ts';
import { formatInspection } from '../../../services/domain/x12/inspect/format-inspection.ts';
import { countFindings, inspect } from '../../../services/domain/x12/inspect/inspect.ts';
import { bytesOf, changed, checked, firstSet, interchange, standards } from './support.ts';

const report = (text: string): string => formatInspection(checked(text), bytesOf(text));

describe('inspect as JSON', () => {
  it('has interchanges, groups, sets and findings in the documented form, and nothing else', () => {
    const text = changed('945', { W27: 'W27*M*BHFTX' });
    expect(JSON.parse(JSON.stringify(inspect(checked(text))))).toEqual({
      interchanges: [
        {
          sender: 'BHFT',
          receiver: 'NORTHGATE',
          control: '000000001',
          groups: [
            {
              functionalId: 'SW',
              version: '004010',
              control: '1',
              sets: [
                {
                  set: '945',
                  control: '0001',
                  accepted: true,
                  status: 'E',
                  findings: [
                    {
                      code: 'x12.element.too-long',
                      level: 'standard',
                      segment: 'W27',
                      position: 9,
                      element: 2,
                      offset: text.indexOf('BHFTX'),
                      end: text.indexOf('BHFTX') + 5,
                      reference: '140',
                      received: 'BHFTX',
                      expected: '2 to 4 characters',
                      explanation:
                        'W27-02 (Standard carrier alpha code (SCAC)) is "BHFTX", longer than its maximum of 4. Shorten it.',
                      ack: { ak304: '8', ak403: '5' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
      findings: [],
    });
  });

  it('puts findings about document, interchange and group at the top', () => {
    const { findings, interchanges } = inspect(checked(`junk${interchange().replace('GE*1*1', 'GE*2*1')}`));
    expect(findings.map(({ code }) => code)).toEqual(['x12.document.junk', 'x12.group.set-count']);
    expect(interchanges[0]!.groups[0]!.sets[0]!.accepted).toBe(false);
  });

  it('of what is not X12 has no interchanges and one finding', () => {
    expect(inspect(checked('<html>'))).toMatchObject({
      interchanges: [],
      findings: [{ code: 'x12.document.html', level: 'standard', offset: 0 }],
    });
  });

  it('counts findings by level', () => {
    expect(countFindings(checked(changed('945', { W27: 'W27*Q9*BHFTX' })))).toEqual({
      standard: 1,
      guide: 0,
      business: 0,
      note: 1,
    });
  });
});

describe('inspect for people', () => {
  it('shows the segment, points at the place, and says what was expected and what is answered', () => {
    const lines = report(changed('945', { W06: 'W06*F*SO1001*260130' })).split('\n');
    const at = lines.findIndex((line) => line.includes('W06*F*SO1001*260130'));
    expect(lines[at + 1]!.indexOf('^')).toBe(lines[at]!.indexOf('260130'));
    expect(lines[at + 1]!.trim()).toBe('^^^^^^');
    expect(lines.slice(at + 2, at + 6).map((line) => line.trim())).toEqual([
      'W06-03 (Date) is "260130", which is no date. Write CCYYMMDD.',
      'expected: CCYYMMDD',
      'corrected: W06*F*SO1001*20260130',
      'answered with: AK304 8, AK403 8',
    ]);
  });

  it('ends with what became of the whole', () => {
    expect(report(interchange()).trimEnd().split('\n').at(-1)).toBe(
      '1 interchange, 1 set: 1 accepted, 0 rejected; no findings',
    );
    expect(report(changed('945', { W06: '' }))).toMatch(
      /1 interchange, 1 set: 0 accepted, 1 rejected; 1 finding \(1 standard\)\n$/,
    );
  });

  it('never prints a control character of the document', () => {
    const shown = report(`\x1b[2J\x07${interchange({ bodies: [['W06*F*SO\x1b[31m1001']] })}`);
    expect([...shown].filter((char) => char < ' ' && char !== '\n')).toEqual([]);
  });
});

describe('the annotated view', () => {
  it('names segments, elements, loops and codes, with the bytes of each', () => {
    const text = changed('214', { AT7: 'AT7*X3*NS***20260130*2515*LT' });
    const view = annotate(firstSet(checked(text)), standards, '004010');
    expect(view.map(({ id }) => id)).toEqual(firstSet(checked(text)).segments.map(({ id }) => id));
    const at7 = view.find(({ id }) => id === 'AT7')!;
    expect(at7).toMatchObject({
      name: 'Shipment status',
      position: 8,
      loop: { id: 'AT7', name: 'Status', depth: 2 },
      raw: 'AT7*X3*NS***20260130*2515*LT',
    });
    expect(at7.elements[0]).toMatchObject({
      position: 1,
      reference: '1650',
      name: 'Shipment status code',
      value: 'X3',
      codeMeaning: 'Arrived at pick-up',
    });
    for (const element of at7.elements) expect(text.slice(...element.range)).toBe(element.value);
    expect(at7.findings.map(({ code, element }) => [code, element])).toEqual([['x12.element.time', 6]]);
    expect(view.filter(({ findings }) => findings.length > 0)).toHaveLength(1);
  });

  it('takes composites apart', () => {
    const view = annotate(
      firstSet(
        checked(
          interchange({
            set: '997',
            bodies: [['AK1*OW*1', 'AK2*940*0001', 'AK3*N9*4**8', 'AK4*7>2*127*5*X', 'AK5*R*5', 'AK9*R*1*1*0']],
          }),
        ),
      ),
      standards,
    );
    expect(
      view.find(({ id }) => id === 'AK4')!.elements[0]!.components!.map(({ name, value }) => [name, value]),
    ).toEqual([
      ['Element position in the segment', '7'],
      ['Component position in the composite', '2'],
    ]);
  });

  it('shows levels below levels, and segments that the standard does not know without a name', () => {
    const view = annotate(firstSet(checked(interchange({ set: '856' }))), standards, '004010');
    expect(view.filter(({ id }) => id === 'HL').map(({ loop }) => loop!.depth)).toEqual([1, 2, 3, 4]);
    const odd = annotate(firstSet(checked(changed('945', { W27: 'XYZ*1' }))), standards, '004010').find(
      ({ id }) => id === 'XYZ',
    )!;
    expect([odd.name, odd.loop, odd.elements[0]]).toEqual([
      undefined,
      undefined,
      { position: 1, value: '1', range: odd.elements[0]!.range },
    ]);
  });

  it('covers the envelopes', () => {
    const [one] = checked(interchange()).interchanges;
    const view = annotateEnvelope(one!, standards);
    expect(view.map(({ id, name }) => [id, name])).toEqual([
      ['ISA', 'Interchange header'],
      ['GS', 'Group header'],
      ['GE', 'Group trailer'],
      ['IEA', 'Interchange trailer'],
    ]);
    expect(view[0]!.elements[14]).toMatchObject({ name: 'Usage', value: 'T', codeMeaning: 'Test' });
  });
});
