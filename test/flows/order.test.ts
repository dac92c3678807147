import { afterAll, beforeAll, expect, test } from 'vitest';
import { drain } from '../../services/flows/drain.ts';
import { translate } from '../../services/flows/translate.ts';
import { watch } from '../../services/flows/watch.ts';
import { deliveriesOf, type FlowRig, flowRig, sample, under } from './rig.ts';

// Two files about one record that come together and are translated side by side.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

let control = 900;
/** A report about a shipment at a time of its own. */
const report = (shipment: string, time: string) => {
  control += 1;
  const text = sample('standard-carrier', '214-departed', { 'WH/OUT/00001': shipment, '*1820*LT': `*${time}*LT` });
  return under(String(control).padStart(9, '0'), text);
};
const states = async (...ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => deliveriesOf(rig, id)))).flat().map(({ state }) => state);
const parked = (lane: string) =>
  rig.context.db.system('wake_up').where({ topic: 'lane', key: lane }).whereNotNull('waits_for');

test('the later one waits for the earlier one, however much sooner it is translated, and both go in the order of receipt', async () => {
  const first = await rig.leave('standard-carrier', report('WH/OUT/00001', '1820'));
  const second = await rig.leave('standard-carrier', report('WH/OUT/00001', '1821'));
  await translate(rig.context, [second]);
  const [{ lane }] = await deliveriesOf(rig, second);
  await drain(rig.context, lane);
  await drain(rig.context, lane);
  expect(await states(second)).toEqual(['pending']);
  expect(await parked(lane)).toMatchObject([{ waits_for: first }]);
  // Nothing wakes a lane that waits, but what it waits for.
  await watch(rig.context);
  expect(await parked(lane)).toHaveLength(1);
  await translate(rig.context, [first]);
  expect(await parked(lane)).toEqual([]);
  await rig.work();
  expect(await states(first, second)).toEqual(['applied', 'applied']);
  const [one, other] = await Promise.all([first, second].map((id) => deliveriesOf(rig, id)));
  expect(one![0].finished_at <= other![0].finished_at).toBe(true);
  expect(rig.log).toEqual([]);
});

test('the order is that of receipt where both are translated before the lane is worked off', async () => {
  const ids: string[] = [];
  for (const time of ['1900', '1901', '1902'])
    ids.push(await rig.leave('standard-carrier', report('WH/OUT/00002', time)));
  for (const id of ids.toReversed()) await translate(rig.context, [id]);
  const before = rig.calls.length;
  await rig.work();
  expect(rig.calls.length).toBeGreaterThan(before);
  const finished = await rig.context.db
    .system('odoo_write as w')
    .join('delivery as d', 'd.id', 'w.delivery_id')
    .join('event as e', 'e.id', 'd.event_id')
    .whereIn('e.document_id', ids)
    .orderBy('w.id')
    .distinct('e.document_id', 'w.id')
    .select();
  expect([...new Set(finished.map((row) => row.document_id))]).toEqual(ids);
});

test('another partner’s document, or the other environment’s, is not waited for', async () => {
  await rig.leave('standard-3pl', under('000000990', sample('standard-3pl', '945-complete')));
  await rig.leave('standard-carrier', report('WH/OUT/00003', '2000'), 'sandbox');
  const id = await rig.bring('standard-carrier', report('WH/OUT/00003', '2001'));
  await rig.work();
  expect(await states(id)).toEqual(['applied']);
});

test('a lane that began to wait at the moment of the translation is found by the watch', async () => {
  const first = await rig.leave('standard-carrier', report('WH/OUT/00004', '1820'));
  const second = await rig.bring('standard-carrier', report('WH/OUT/00004', '1821'));
  const [{ lane }] = await deliveriesOf(rig, second);
  await drain(rig.context, lane);
  await translate(rig.context, [first]);
  await rig.context.db.system('wake_up').where({ topic: 'lane', key: lane }).del();
  await rig.context.db.system('wake_up').insert({ topic: 'lane', key: lane, waits_for: first });
  await watch(rig.context);
  expect(await parked(lane)).toEqual([]);
  await rig.work();
  expect(await states(first, second)).toEqual(['applied', 'applied']);
});
