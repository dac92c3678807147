import { expect, test } from 'vitest';
import { releaseOf } from '../../services/odoo/feed-events.ts';
import type { ReleasedPicking } from '../../services/odoo/feed-picking.ts';

// What people write on a transfer is HTML of Odoo's, and may be anything.

function told(note: string): unknown {
  const picking = {
    ...{ id: 1, name: 'WH/OUT/00001', state: 'assigned', write_date: '2026-11-23 10:00:00', origin: false, note },
    ...{ scheduled_date: false, date_deadline: false, picking_type_code: 'outgoing', partner_id: false },
    ...{ company_id: false, picking_type_id: false, move_ids: [] },
  } as ReleasedPicking;
  const made = releaseOf(picking, { carrierCodes: new Map(), unitsFor: () => new Map() } as never);
  return 'data' in made ? made.data.instructions : made;
}

test.each([
  ['<p>Leave it at the <b>gate</b>&nbsp;&amp; ring</p>', 'Leave it at the gate & ring'],
  ['<p>2 &lt; 3</p>', '2 < 3'],
  ['a < b', 'a < b'],
  ['<p></p>', undefined],
])('%s is read without its mark-up', (note, text) => {
  expect(told(note)).toBe(text);
});

test('a note of nothing but opening brackets is read in one go', () => {
  // Read through once for each of them it would take hours.
  expect(told('<'.repeat(2_000_000))).toHaveLength(2_000_000);
});
