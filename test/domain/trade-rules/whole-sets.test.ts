import { describe, expect, it } from 'vitest';
import { body, checked } from './support.ts';

describe('totals', () => {
  it.each([
    ['945', 'W12*CC*6*6**CA**VN*SKU\nW12*CC*4*4**CA**VN*SKV', 'W03', '10', '11'],
    ['940', 'W01*6*CA**VN*SKU\nLX*2\nW01*4*CA**VN*SKV', 'W76', '10', '6'],
    ['943', 'W04*6*CA**VN*SKU\nW04*4*CA**VN*SKV', 'W03', '10', '9'],
    ['944', 'W07*6*CA**VN*SKU\nW07*4.5*CA**VN*SKV', 'W14', '10.5', '10'],
  ])('of units, in the %s', (set, lines, segment, right, wrong) => {
    expect(checked(set, body(set, lines, `${segment}*${right}`))).toEqual([]);
    expect(checked(set, body(set, lines, `${segment}*${wrong}`))).toMatchObject([
      { code: 'business.units-differ', segment, element: 1, received: wrong, expected: right },
    ]);
  });

  it.each([
    ['850', 'PO1*1*6*CA*2**VN*SKU\nPO1*2*4*CA*2**VN*SKV', 'business'],
    ['855', 'PO1*1*6*CA*2**VN*SKU\nPO1*2*4*CA*2**VN*SKV', 'business'],
    ['810', 'IT1*1*6*CA*2**VN*SKU\nIT1*2*4*CA*2**VN*SKV\nTDS*2000', 'business'],
    ['846', 'N1*WH*QUAYSIDE\nLIN**VN*SKU\nQTY*17*6*CA\nLIN**VN*SKV\nQTY*17*4*CA', 'business'],
    ['856', 'HL*1**S\nHL*2*1*O', 'note'],
  ])('of lines or levels, in the %s', (set, lines, level) => {
    expect(checked(set, body(set, lines, 'CTT*2'))).toEqual([]);
    expect(checked(set, body(set, lines, 'CTT*3'))).toMatchObject([
      { level, segment: 'CTT', element: 1, received: '3', expected: '2' },
    ]);
  });

  it('of money: an invoice and its lines, unless allowances, charges or taxes stand between them', () => {
    const invoice = (total: string, ...more: string[]) =>
      body('810', 'IT1*1*3*CA*2.5**VN*SKU', 'IT1*2*4*CA*0.125**VN*SKV', `TDS*${total}`, ...more);
    expect(checked('810', invoice('800'))).toEqual([]);
    expect(checked('810', invoice('900'))).toMatchObject([
      { code: 'business.amounts-differ', segment: 'TDS', received: '900', expected: '800' },
    ]);
    expect(checked('810', invoice('900', 'SAC*C*D240***100'))).toEqual([]);
    const freight = (total: string) =>
      body('210', 'LX*1', 'L1*1*100*FR*10000', 'LX*2', 'L1*2*20*FR*2000', `L3*****${total}`);
    expect(checked('210', freight('12000'))).toEqual([]);
    expect(checked('210', freight('12500'))).toMatchObject([
      { code: 'business.amounts-differ', segment: 'L3', element: 5 },
    ]);
  });
});

describe('levels of an 856', () => {
  const levels = (structure: string, ...codes: string[]) =>
    body('856', ...codes.map((code, nth) => `HL*${nth + 1}*${nth === 0 ? '' : nth}*${code}`)).replace(
      '*0001',
      structure && `*${structure}`,
    );

  it.each([
    ['0001', 'SOPI'],
    ['0001', 'SOTPI'],
    ['0002', 'SOIP'],
    ['0003', 'SPOI'],
    ['0003', 'STPOI'],
    ['0004', 'SOI'],
    ['', 'SOTI'],
    ['', 'SPOI'],
  ])('that follow BSN-05 %s: %s', (structure, codes) => {
    expect(checked('856', levels(structure, ...codes))).toEqual([]);
  });

  it.each([
    ['0001', 'SOIP', [['P', 'below O or below T or below P']]],
    ['0004', 'SOPI', [['I', 'below O']]],
    [
      '0001',
      'SPOI',
      [
        ['P', 'below O or below T or below P'],
        ['O', 'below S'],
      ],
    ],
    [
      '',
      'OSI',
      [
        ['O', 'below S or below T or below P'],
        ['S', 'no level above'],
      ],
    ],
  ])('that do not follow BSN-05 %s: %s', (structure, codes, places) => {
    expect(
      checked('856', levels(structure, ...codes)).map(({ code, received, expected }) => [code, received, expected]),
    ).toEqual(places.map(([received, expected]) => ['business.levels-wrong', received, expected]));
  });

  it('with items and no order', () => {
    expect(checked('856', levels('', 'S', 'P', 'I'))).toMatchObject([
      { code: 'business.items-without-order', level: 'note' },
    ]);
  });
});
