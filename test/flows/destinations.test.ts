import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEndpoint } from '../../services/flows/endpoints.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { readMessage } from '../../services/store/read/message.ts';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { casesAbout, deliveriesOf, documentRow, edit, type FlowRig, ladderOf, sample, sentTo } from './rig.ts';

// One event, several destinations: none waits for another.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(3);
  rig = out.rig;
});
afterAll(() => rig.close());

const orderJson = readFileSync(
  new URL('../../partners/standard-rest/mappings/order-out.yaml', import.meta.url),
  'utf8',
);
const document = /^document: (\S+)/m.exec(orderJson)![1]!;

/** Agrees on a JSON document beside what is agreed with the warehouse. */
const alsoAsJson = (name: string, file: string, text: string) => (files: Map<string, string>) => {
  files.set(`mappings/${file}`, text);
  edit(
    'partner.yaml',
    /^documents:\n/m,
    `documents:\n  - { document: ${name}, direction: outbound, mapping: ${file} }\n`,
  )(files);
};

const documentsOf = async (subject: string) =>
  (await sentTo(rig, 'standard-3pl')).filter(({ answers, subjects }) => answers === null && subjects.includes(subject));
const deliveriesAbout = (subject: string) =>
  rig.context.db
    .system('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'e.subject': subject, 'd.org_id': rig.orgs['standard-3pl'] })
    .orderBy('d.seq')
    .select('d.*');

test('an event becomes every document that is agreed for it, each once and with the places of its own fields', async () => {
  const undo = await rig.configure('standard-3pl', alsoAsJson(document, 'order-out.yaml', orderJson));
  await Promise.all([out.look(), out.look()]);
  await out.look();
  const sent = await documentsOf('WH/OUT/00001');
  expect(sent.map(({ sets }) => sets).toSorted()).toEqual([['940'], [document]]);
  const json = sent.find(({ sets }) => sets[0] === document)!;
  expect(JSON.parse(json.text)).toMatchObject(expect.any(Object));
  expect(json.text).toContain('WH/OUT/00001');
  // JSON is acknowledged by no 997: it waits for being collected and for the answer.
  expect(await ladderOf(rig, json.id)).toEqual({ transport: 'pending', 'business-answer': 'pending', odoo: 'pending' });
  expect(await documentRow(rig, json.id)).toMatchObject({ control_number: null, state: 'ready', outcome: 'waiting' });
  expect(
    (await deliveriesAbout('WH/OUT/00001')).map(({ destination, place, state }) => [destination, place, state]),
  ).toEqual([
    ['document', document, 'applied'],
    ['document', '940', 'applied'],
  ]);
  for (const { id, text } of sent) {
    const message = await rig.context.db.scoped('*', (tx) =>
      readMessage(tx, id, { limit: 10, offset: 0 } as never, { side: 'team' }),
    );
    const [event] = message!.events;
    const said = Object.values(event!.provenance!['/orderNumber']!.ranges).map(([start, end]) =>
      text.slice(start, end),
    );
    expect(said, text).toEqual(['WH/OUT/00001']);
  }
  await undo();
});

test('one document that cannot be written leaves the other alone, and a retry writes that one only', async () => {
  const { context, orgs } = rig;
  const undo = await rig.configure('standard-3pl', alsoAsJson(document, 'order-out.yaml', orderJson));
  const away = await rig.configure(
    'standard-3pl',
    edit('partner.yaml', `document: ${document},`, `document: ${document}, endpoint: nowhere,`),
  );
  await out.change('WH/OUT/00002', { note: '<p>Ring twice</p>' });
  await out.look();
  const sets = async () => (await documentsOf('WH/OUT/00002')).map((one) => one.sets[0]!).toSorted();
  const before = await sets();
  const [held, ...more] = (await deliveriesAbout('WH/OUT/00002')).filter(({ state }) => state === 'held');
  expect([held, more]).toMatchObject([
    { destination: 'document', place: document, reason_code: 'agreement.no-endpoint' },
    [],
  ]);
  expect(held.reason).toContain('“nowhere”');
  expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'open' }]);
  expect(before.filter((set) => set === '940').length).toBeGreaterThan(0);

  const wanted = { environment: 'production', name: 'nowhere', channel: 'https', settings: {} } as const;
  await addEndpoint(context, orgs['standard-3pl'], wanted, { actor: 'test', by: { kind: 'hub' }, side: 'team' });
  await context.db.system.transaction((tx) => retryDelivery(tx, held.id, { actor: 'test', at: context.now() }));
  await rig.work();
  expect(await sets()).toEqual([...before, document].toSorted());
  expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'resolved' }]);
  await away();
  await undo();
});

const copyMapping = `mapping: A copy of the shipping advice
writes: json
document: advice-copy
renders: warehouse-order.shipped.v1

body:
  fields:
    order: orderNumber
`;

test('what is received goes to Odoo and becomes a document side by side: either goes out while the other cannot', async () => {
  const undo = await rig.configure('standard-3pl', alsoAsJson('advice-copy', 'advice-copy.yaml', copyMapping));
  await out.look();
  // Odoo is away: the document goes out.
  rig.between = (_req, res) => void res.destroy();
  const first = await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
  await rig.work();
  const states = async (id: string) =>
    (await deliveriesOf(rig, id)).map(({ destination, state, reason_code }) => [destination, state, reason_code]);
  expect(await states(first)).toEqual([
    ['odoo', 'pending', 'odoo.unreachable'],
    ['document', 'applied', null],
  ]);
  const [copy] = (await sentTo(rig, 'standard-3pl')).filter(({ sets }) => sets[0] === 'advice-copy');
  expect(JSON.parse(copy!.text)).toEqual({ order: 'WH/OUT/00001' });
  expect(await documentRow(rig, first)).toMatchObject({ outcome: 'processing', delivery_count: 2 });
  rig.between = undefined;
  rig.context.pass(600_000);
  await rig.context.db.system('delivery').where({ state: 'pending' }).update({ due_at: null });
  await rig.context.db.system.raw(
    `insert into wake_up (topic, key, owner_id) select distinct 'lane', lane, org_id from delivery where state = 'pending'`,
  );
  await rig.work();
  expect((await states(first))[0]).toEqual(['odoo', 'applied', null]);
  await undo();

  // The document cannot be written: Odoo has its share, and the document of the partner says what is wrong.
  const broken = await rig.configure('standard-3pl', alsoAsJson('advice-copy', 'advice-copy.yaml', copyMapping));
  const nowhere = await rig.configure(
    'standard-3pl',
    edit('partner.yaml', 'document: advice-copy,', 'document: advice-copy, endpoint: void,'),
  );
  const trial = sample('standard-3pl', '945-complete', { '*P*>': '*T*>' });
  const second = await rig.bring('standard-3pl', trial, 'sandbox');
  await rig.work();
  expect(await states(second)).toEqual([
    ['odoo', 'applied', null],
    ['document', 'held', 'agreement.no-endpoint'],
  ]);
  const row = await documentRow(rig, second);
  expect(row).toMatchObject({
    outcome: 'attention',
    headline: expect.stringMatching(/^1 of 1 applied in Odoo: .*“void”/),
  });
  expect(await ladderOf(rig, second)).toMatchObject({ odoo: 'done' });
  await nowhere();
  await broken();
});
