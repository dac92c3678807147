import { describe, expect, test } from 'vitest';
import { accuracyOf, compare, isCompared } from '../../services/domain/reconciliation/compare.ts';
import { compareFact, factsOf } from '../../services/domain/reconciliation/facts.ts';

const write = (field: string, after: unknown, model = 'stock.picking') => ({
  ...{ model, recordId: 7, recordName: 'WH/OUT/00007', field, after, deliveryId: 'a' },
});
const there = (...values: readonly unknown[]) => ({ kind: 'there', values }) as const;

describe('a field that the hub wrote', () => {
  test.each([
    ['a number in another last digit', 0.3, 0.1 + 0.2],
    ['a text', 'PRO-1', 'PRO-1'],
    ['nothing, which Odoo calls false', null, false],
  ])('agrees: %s', (_, after, held) => {
    expect(compare(write('x', after), there(held)).verdict).toBe('agrees');
  });

  test.each([
    ['a number', 4, 5],
    ['a text in other letters', 'PRO-1', 'pro-1'],
    ['zero and nothing', 0, false],
    ['a number and its text', 4, '4'],
  ])('differs: %s', (_, after, held) => {
    expect(compare(write('x', after), there(held)).verdict).toBe('differs');
  });

  test('that is a link agrees by its id or by its name', () => {
    for (const after of [12, 'Larkfield Sports'])
      expect(compare(write('partner_shipping_id', after), there(12, 'Larkfield Sports')).verdict).toBe('agrees');
  });

  test('that is a note agrees where its words stand in one of the notes, whatever HTML is around them', () => {
    const note = write('message_ids', 'Delayed & late: "dock <4>"');
    const html = '<p>Delayed &amp; late: &#34;dock &lt;4&gt;&#34;</p><span>[crossdock x]</span>';
    expect(compare(note, there('<p>other</p>', html)).verdict).toBe('agrees');
    expect(compare(note, there('<p>other</p>')).verdict).toBe('differs');
  });

  test('that Odoo has taken further has moved on; one that went back has not', () => {
    expect(compare(write('state', 'draft', 'account.move'), there('posted')).verdict).toBe('moved-on');
    expect(compare(write('state', 'draft', 'sale.order'), there('sale')).verdict).toBe('moved-on');
    expect(compare(write('state', 'assigned'), there('done')).verdict).toBe('moved-on');
    expect(compare(write('state', 'done'), there('assigned')).verdict).toBe('differs');
    expect(compare(write('state', 'draft', 'account.move'), there('cancel')).verdict).toBe('differs');
    const planned = write('scheduled_date', '2026-03-06 15:00:00');
    expect(compare(planned, { ...there('2026-03-07 09:00:00'), state: 'done' }).verdict).toBe('moved-on');
    expect(compare(planned, { ...there('2026-03-07 09:00:00'), state: 'assigned' }).verdict).toBe('differs');
  });

  test('and somebody else has changed says who', () => {
    const changed = { by: 'Mira', at: '2026-03-07T09:00:00Z' };
    expect(compare(write('x', 1), { ...there(2), changed })).toEqual({ verdict: 'changed', holds: 2, changed });
    expect(compare(write('x', 1), { ...there(1), changed }).verdict).toBe('agrees');
  });

  test('is not held against stock that is sold the next minute', () => {
    expect(isCompared({ model: 'stock.quant', field: 'quantity' })).toBe(false);
    expect(isCompared({ model: 'stock.move', field: 'quantity' })).toBe(true);
  });
});

describe('what was written to one field', () => {
  test('counts as it was written last; lines of one document add up, those of two do not', () => {
    const rows = [
      write('quantity', 9, 'stock.move'),
      { ...write('quantity', 4, 'stock.move'), deliveryId: 'b' },
      { ...write('quantity', 6, 'stock.move'), deliveryId: 'b' },
    ];
    const [fact, ...more] = factsOf(rows);
    expect(more).toEqual([]);
    expect([10, 6, 4, 9, 19].map((held) => compareFact(fact!, there(held)).verdict)).toEqual([
      ...['agrees', 'agrees', 'differs', 'differs', 'differs'],
    ]);
  });

  test('by several lots is each of them', () => {
    const facts = factsOf([write('lot_ids', 'LOT-1', 'stock.move'), write('lot_ids', 'LOT-2', 'stock.move')]);
    expect(facts.map((fact) => compareFact(fact, there('LOT-2')).verdict)).toEqual(['differs', 'agrees']);
  });
});

test('the share that agrees is one where there was nothing to compare', () => {
  expect(accuracyOf({ agree: 0, differ: 0 })).toBe(1);
  expect(accuracyOf({ agree: 3, differ: 1 })).toBe(0.75);
});
