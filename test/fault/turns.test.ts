import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { manyReplies } from './extreme-documents.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { post } from './posting.ts';
import { transferName } from './traffic.ts';
import { until } from './until.ts';

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig({ transfers: 10 });
}, 300_000);
afterAll(() => rig.stop());

const open = async (id: string): Promise<number> => {
  const rows = await rig
    .db('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'e.document_id': id })
    .whereIn('d.state', ['pending', 'in-flight'])
    .pluck('d.id');
  return rows.length;
};
const isTranslated = async (id: string) => (await rig.db('document').where({ id }).first()).state === 'translated';
const isDelivered = async (id: string) => (await isTranslated(id)) && (await open(id)) === 0;

test('what others send is delivered while thousands of deliveries of one document wait', {
  timeout: 900_000,
}, async () => {
  await rig.hub.start('api,worker');
  const large = await post(rig.hub.url, rig.key, manyReplies(5000));
  await until('the large document is translated', () => isTranslated(large.id!));
  const before = await open(large.id!);
  expect(before).toBeGreaterThan(4000);
  // Of another partner, and of the same one.
  const other = await post(rig.hub.url, rig.warehouseKey, statusReport(2, transferName(2)));
  const own = await post(rig.hub.url, rig.key, statusReport(3, transferName(3)));
  await until('both are delivered', async () => (await isDelivered(other.id!)) && (await isDelivered(own.id!)));
  expect(await open(large.id!)).toBeGreaterThan(before / 2);
});
