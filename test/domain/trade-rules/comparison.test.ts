import { describe, expect, it } from 'vitest';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { roundingOf } from '../../../services/domain/mapping/run/comparison.ts';
import { body, checked, faultsIn } from './support.ts';

describe('the language of comparisons', () => {
  it('tells what is wrong with it, with line and column', () => {
    const text = [
      'about: x',
      'sets: ["945"]',
      'rules:',
      '  - { that: { atLeast: [W12-03] }, code: business.a, explain: x }',
      '  - { that: { value: W06-03, near: { past: 0 } }, code: business.b, explain: x }',
      '  - { that: { same: [W03-01, { sum: LX/W12-03 }], within: rounding }, code: business.c, explain: x }',
      '  - { elements: ["81"], except: [LX/W12-03], that: { above: [".", 0] }, code: business.d, explain: x }',
      '  - { each: //W12, elements: ["81"], that: { above: [".", 0] }, code: business.e, explain: x }',
      '  - { except: [W12-03], that: W12-03, code: business.f, explain: x }',
    ].join('\n');
    expect(faultsIn(text)).toEqual([
      '4:15 `atLeast` compares exactly two values.',
      '5:44 `past` (days) is a whole number from 1 to 36525.',
      '5:30 `near` needs `future`: days before or after the document came.',
      '6:51 `within: rounding` needs a `sum` with `times` as the second value.',
      '7:34 `except` lists places such as `QTY-02` or `DTM[01=036]-02`.',
      '8:20 A rule has `each` or `elements`, not both.',
      '9:7 `except` belongs to `elements`.',
    ]);
  });

  it('keeps the day of receipt out of mappings, which are not told it', () => {
    const yaml =
      'mapping: x\nset: "214"\nversion: "004010"\nevents: []\nassert:\n  - { that: { value: AT7-05, near: { past: 9, future: 9 } }, code: business.a, explain: x }\n';
    const { faults } = compileMapping(yaml, 'x.yaml');
    expect(faults.map(({ message }) => message)).toContain(
      '`near` is for guides and trade rules: a mapping is not told when its document came.',
    );
  });
});

describe('what rounding explains of an invoice', () => {
  const invoice = (total: number, ...lines: readonly (readonly [quantity: string, price: string])[]) =>
    checked(
      '810',
      body(
        '810',
        ...lines.map(([quantity, price], nth) => `IT1*${nth + 1}*${quantity}*EA*${price}**VN*SKU${nth}`),
        `TDS*${total}`,
      ),
    ).map(({ code, expected }) => [code, expected]);

  it('follows the quantities and the decimals of the prices, so that a third of a dollar for three thousand pieces is right', () => {
    expect(invoice(100_000, ['3000', '0.33'])).toEqual([]);
    expect(invoice(100_600, ['3000', '0.33'])).toEqual([['business.amounts-differ', '99000']]);
    expect(invoice(100_000, ['3000', '0.3333'])).toEqual([]);
    expect(invoice(100_100, ['3000', '0.3333'])).toEqual([['business.amounts-differ', '99990']]);
  });

  it('follows the number of lines, each of which may be rounded', () => {
    const lines = Array.from({ length: 40 }, () => ['1', '1.0049'] as const);
    expect(invoice(4000, ...lines)).toEqual([]);
    expect(invoice(3950, ...lines)).toEqual([['business.amounts-differ', '4020']]);
  });

  it('is no amount of its own: few pieces at an exact price leave a cent or two, many at a rough one leave dollars', () => {
    expect(roundingOf([['1', '10']], 2)).toBeCloseTo(0.015);
    expect(roundingOf([['1000', '10']], 2)).toBeCloseTo(5.01);
    expect(roundingOf([['1000', '10.0000']], 2)).toBeCloseTo(0.06);
    expect(invoice(1002, ['1', '10'])).toEqual([['business.amounts-differ', '1000']]);
  });
});
