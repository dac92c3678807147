import { describe, expect, test } from 'vitest';
import { Withheld, type WithheldCall, withholding } from '../../services/odoo/withholding.ts';
import { transfer, twins } from './action-rig.ts';

// The client of a parallel run, before each twin: nothing of what is asked reaches Odoo, and what any two ways of working do differently does not hide what comes after it.

const clientOf = twins();

describe.each([17, 18, 19] as const)('before Odoo %i', (version) => {
  test('notes and booking times are passed over, everything else ends the action, and nothing is written', async () => {
    const client = clientOf(version);
    const passed: WithheldCall[] = [];
    const held = withholding(client, passed);
    const before = await transfer(client, 'WH/OUT/00001');
    const ids = [Number(before.id)];
    const notes = () => client.searchRead('mail.message', [['res_id', '=', ids[0]!]], ['id']);
    const told = await notes();

    await held.write('stock.picking', ids, { date_done: '2026-03-05 09:00:00' });
    await held.call('stock.picking', 'message_post', { ids, args: { body: 'A note.' } });
    expect(passed.map(({ method }) => method)).toEqual(['write', 'message_post']);
    const values = { carrier_tracking_ref: 'PRO-9' };
    const refused = [
      held.write('stock.picking', ids, values),
      held.write('stock.picking', ids, { ...values, date_done: '2026-03-05 09:00:00' }),
      held.call('stock.picking', 'button_validate', { ids }),
      held.create('stock.move', [{ product_id: 1 }]),
    ];
    for (const call of refused) await expect(call).rejects.toBeInstanceOf(Withheld);
    expect(await held.read('stock.picking', ids, ['state'])).toMatchObject([{ state: before.state }]);
    expect([await transfer(client, 'WH/OUT/00001'), await notes()]).toEqual([before, told]);
  });
});
