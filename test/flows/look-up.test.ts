import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { translate } from '../../services/flows/translate.ts';
import { edit, type FlowRig, flowRig, picked, sample, sentTo, under } from './rig.ts';

// Cross references of partners on their way into events and documents.

let rig: FlowRig;
let context: Context;
beforeAll(async () => {
  rig = await flowRig({ transfers: 2 });
  context = rig.context;
  await rig.configure('standard-3pl', (files) => {
    edit('mappings/945-in.yaml', 'id: N1-04', 'id: { from: N1-04, lookup: places }')(files);
    edit('mappings/940-out.yaml', 'first: [product/sku,', 'first: [{ from: product/sku, lookup: items },')(files);
  });
});
afterAll(() => rig.close());

const know = (name: string, entries: Record<string, string>, org = rig.orgs['standard-3pl']) =>
  rig.context.db
    .system('cross_reference')
    .insert(Object.entries(entries).map(([key, value]) => ({ org_id: org, name, key, value })));

async function partiesOf(control: string): Promise<unknown[]> {
  const id = await rig.leave('standard-3pl', under(control, sample('standard-3pl', '945-complete')));
  await translate(context, [id]);
  const events = await rig.context.db
    .system('event as e')
    .join('transaction_set as s', 's.id', 'e.set_id')
    .where({ 's.document_id': id })
    .select('e.data', 's.findings');
  return events.map(({ data, findings }) => [
    (data as { parties: { role: string; id?: string }[] }).parties.map((party) => party.id),
    (findings as { code: string; received?: string }[])
      .filter(({ code }) => code === 'mapping.lookup-missing')
      .map(({ received }) => received),
  ]);
}

test('what the partner calls a place becomes what we call it; what is not known is a finding and stays empty', async () => {
  await know('places', { 'QS-JOL': 'WEST' });
  await know('places', { C1001: 'NOT OURS' }, rig.orgs['standard-carrier']);
  expect(await partiesOf('000000801')).toEqual([[[undefined, 'WEST'], ['C1001']]]);
});

test('a document that is sent again after the key was added reads it', async () => {
  await know('places', { C1001: 'LARKFIELD' });
  expect(await partiesOf('000000802')).toEqual([[['LARKFIELD', 'WEST'], []]]);
});

test('what we call a product is written as the partner calls it', async () => {
  await know('items', { 'NG-JACKET-M': 'QJ-1', 'NG-LAMP': 'QL-2' });
  rig.context.pass(1000);
  await collect(context, rig.connections.production);
  for (const { key } of await rig.context.db
    .system('wake_up')
    .where({ topic: 'lane' })
    .distinct<{ key: string }[]>('key'))
    await drain(context, key);
  const orders = (await sentTo(rig, 'standard-3pl')).filter(({ sets }) => sets.includes('940'));
  const lines = orders.flatMap(({ text }) => picked(text, 'W01'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => /\*SK\*Q[JL]-\d\*/.test(line))).toBe(true);
});
