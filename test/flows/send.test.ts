import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../services/domain/x12/check.ts';
import { read } from '../../services/domain/x12/read.ts';
import { collect } from '../../services/flows/collect.ts';
import type { Values } from '../../services/odoo/client.ts';
import { retryDelivery } from '../../services/store/retry.ts';
import { secondReader } from '../domain/x12/support.ts';
import {
  casesAbout,
  clocksOf,
  documentRow,
  type FlowRig,
  flowRig,
  ladderOf,
  type Profile,
  picked,
  sample,
  sentTo,
  under,
} from './rig.ts';

// Orders and tenders on their way out, and what comes back to them.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 8 });
});
afterAll(() => rig.close());

const look = async () => {
  rig.context.pass(1000);
  await collect(rig.context, rig.connections.production);
  await rig.work();
};
/** Orders, or tenders, that went out for a transfer. */
const about = async (profile: Profile, subject: string) =>
  (await sentTo(rig, profile)).filter(({ answers, subjects }) => answers === null && subjects.includes(subject));
const orders = (subject: string) => about('standard-3pl', subject);
const tenders = (subject: string) => about('standard-carrier', subject);
const write = async (subject: string, values: Values) => {
  rig.context.pass(1000);
  const client = rig.odoo.production;
  const [picking] = await client.searchRead('stock.picking', [['name', '=', subject]], ['name']);
  await client.write('stock.picking', [picking!.id], values);
};
let control = 500;
const fresh = (text: string) => {
  control += 1;
  return under(String(control).padStart(9, '0'), text);
};
const deliveryOf = async (subject: string, type: string) =>
  rig.context.db
    .system('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'e.subject': subject, 'e.type': type })
    .orderBy('d.seq', 'desc')
    .first('d.*');

describe('released transfers', () => {
  test('become one 940 to the warehouse and one 204 to the carrier each, however often and by how many they are looked for', async () => {
    await Promise.all([look(), look(), look()]);
    await look();
    const names = Array.from({ length: 8 }, (_, n) => `WH/OUT/0000${n + 1}`);
    for (const name of names) {
      expect([name, (await orders(name)).map(({ sets }) => sets)]).toEqual([name, [['940']]]);
      expect([name, (await tenders(name)).map(({ sets }) => sets)]).toEqual([name, [['204']]]);
    }
  });

  test('are written as agreed: our reader accepts them, node-x12 reads the same, and they say what Odoo says', async () => {
    const [order] = await orders('WH/OUT/00001');
    expect(picked(order!.text, 'W05', 'W01', 'W76')).toEqual([
      'W05*N*WH/OUT/00001*PO-88101',
      'W01*10*EA**SK*NG-JACKET-M*EN*0614141000012',
      'W01*4*EA**SK*NG-LAMP*EN*0614141000036',
      'W76*14*10.4*KG',
    ]);
    const [tender] = await tenders('WH/OUT/00001');
    expect(picked(tender!.text, 'B2', 'B2A')).toEqual(['B2**BHFT**WH/OUT/00001**PP', 'B2A*00']);
    for (const { text } of [order!, tender!]) {
      const { interchanges, findings } = check(read(Buffer.from(text, 'latin1')), rig.context.catalog.standards);
      expect([findings, interchanges[0]!.status, interchanges[0]!.groups[0]!.status]).toEqual([[], 'A', 'A']);
      expect(secondReader(text)).toHaveLength(1);
    }
  });

  test('wait for the acknowledgement, the answer and Odoo, with clocks for the first two', async () => {
    const [order] = await orders('WH/OUT/00001');
    expect(await ladderOf(rig, order!.id)).toEqual({
      transport: 'pending',
      'functional-ack': 'pending',
      'business-answer': 'pending',
      odoo: 'pending',
    });
    expect(await clocksOf(rig, order!.id)).toEqual({ 'functional-ack': 'running', 'business-answer': 'running' });
    expect(order).toMatchObject({ outcome: 'waiting', headline: '940 for WH/OUT/00001' });
  });

  test('go to nobody where no route says to whom', async () => {
    await collect(rig.context, rig.context.newId());
    await rig.context.db
      .system('odoo_connection')
      .where({ environment: 'sandbox' })
      .update({ settings: JSON.stringify({ pickingTypeIds: [1, 2, 3, 4, 5], routes: [] }) });
    await collect(rig.context, rig.connections.sandbox);
    expect(await rig.context.db.system('event').where({ environment: 'sandbox' })).toEqual([]);
  });
});

describe('a changed transfer', () => {
  test('becomes a change of the order and of the tender, and changed back it is news again', async () => {
    await write('WH/OUT/00006', { note: '<p>Ring at dock 4</p>' });
    await look();
    await look();
    await write('WH/OUT/00006', { note: false });
    await look();
    expect((await orders('WH/OUT/00006')).map(({ text }) => picked(text, 'W05', 'NTE'))).toEqual([
      ['W05*N*WH/OUT/00006*PO-88106'],
      ['W05*R*WH/OUT/00006*PO-88106', 'NTE*WHI*Ring at dock 4'],
      ['W05*R*WH/OUT/00006*PO-88106'],
    ]);
    expect((await tenders('WH/OUT/00006')).map(({ text }) => picked(text, 'B2A'))).toEqual([
      ['B2A*00'],
      ['B2A*04'],
      ['B2A*04'],
    ]);
  });

  test('that was only written to, and says the same, is no news', async () => {
    await write('WH/OUT/00007', { priority: '1' });
    await look();
    expect(await orders('WH/OUT/00007')).toHaveLength(1);
    expect(await tenders('WH/OUT/00007')).toHaveLength(1);
  });
});

describe('what only the hub wrote into Odoo', () => {
  /** AC: an estimate of the delivery, which Odoo shows as the planned date. */
  const estimate = (subject: string, day = '20260306') =>
    fresh(sample('standard-carrier', '214-appointment', { 'WH/OUT/00002': subject, '*AB*': '*AC*', '20260306': day }));
  const scheduled = async (subject: string) => {
    const found = await rig.odoo.production.searchRead('stock.picking', [['name', '=', subject]], ['scheduled_date']);
    return found[0]!.scheduled_date;
  };
  const shipDates = (text: string) => picked(text, 'G62').filter((segment) => segment.startsWith('G62*10'));

  test('an estimate of the carrier moves the date there, and is no change of the order or the tender', async () => {
    await rig.bring('standard-carrier', estimate('WH/OUT/00002'));
    await rig.work();
    expect(await scheduled('WH/OUT/00002')).toBe('2026-03-06 15:00:00');
    await look();
    await look();
    expect(await orders('WH/OUT/00002')).toHaveLength(1);
    expect(await tenders('WH/OUT/00002')).toHaveLength(1);
  });

  test('and what people change beside it goes out with the date that people had set', async () => {
    await write('WH/OUT/00002', { note: '<p>Fragile</p>' });
    await look();
    const [first, change, ...more] = await orders('WH/OUT/00002');
    expect(more).toEqual([]);
    expect(picked(change!.text, 'NTE')).toEqual(['NTE*WHI*Fragile']);
    expect(shipDates(change!.text)).toEqual(shipDates(first!.text));
    expect(shipDates(change!.text)).not.toEqual(['G62*10*20260306']);
  });

  test('but a date that a person sets is news, also after an estimate', async () => {
    await write('WH/OUT/00002', { scheduled_date: '2026-12-30 17:00:00' });
    await look();
    expect(shipDates((await orders('WH/OUT/00002')).at(-1)!.text)).toEqual(['G62*10*20261230']);
    expect(await orders('WH/OUT/00002')).toHaveLength(3);
  });

  test('is no news either while the hub does not know yet whether it was written', async () => {
    // The estimate is written, and the answer to the write is lost.
    rig.between = (req, res, twin) => {
      if (req.url?.endsWith('/stock.picking/write')) res.end = () => res.destroy();
      twin(req, res);
    };
    await rig.bring('standard-carrier', estimate('WH/OUT/00003', '20260309'));
    await rig.work();
    rig.between = undefined;
    expect(await scheduled('WH/OUT/00003')).toBe('2026-03-09 14:00:00');
    expect(await deliveryOf('WH/OUT/00003', 'shipment.milestone.v1')).toMatchObject({
      state: 'pending',
      reason_code: 'odoo.unknown-outcome',
    });
    await look();
    expect(await orders('WH/OUT/00003')).toHaveLength(1);
    rig.context.pass(10_000);
    await rig.context.db.system('wake_up').insert({
      topic: 'lane',
      key: (await deliveryOf('WH/OUT/00003', 'shipment.milestone.v1')).lane,
    });
    await rig.work();
    expect((await deliveryOf('WH/OUT/00003', 'shipment.milestone.v1')).state).toBe('applied');
    await look();
    expect(await orders('WH/OUT/00003')).toHaveLength(1);
    expect(await tenders('WH/OUT/00003')).toHaveLength(1);
  });

  test('a shipped order with its tracking number is no change of it', async () => {
    await rig.bring('standard-3pl', fresh(sample('standard-3pl', '945-complete')));
    await rig.work();
    await look();
    expect(await orders('WH/OUT/00001')).toHaveLength(1);
    expect(await tenders('WH/OUT/00001')).toHaveLength(1);
  });
});

describe('the answer of the partner', () => {
  test('closes the business rung, the clock, and with Odoo the last rung of the order', async () => {
    const [order] = await orders('WH/OUT/00001');
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'business-answer': 'done', odoo: 'done' });
    expect(await clocksOf(rig, order!.id)).toEqual({ 'functional-ack': 'running', 'business-answer': 'met' });
    expect(await documentRow(rig, order!.id)).toMatchObject({ outcome: 'waiting' });
  });

  test('answers an order with all its changes', async () => {
    await rig.bring(
      'standard-carrier',
      fresh(sample('standard-carrier', '990-accept', { 'WH/OUT/00001': 'WH/OUT/00006' })),
    );
    for (const tender of await tenders('WH/OUT/00006')) {
      expect(await clocksOf(rig, tender.id)).toMatchObject({ 'business-answer': 'met' });
      expect(await ladderOf(rig, tender.id)).toMatchObject({ 'business-answer': 'done', odoo: 'pending' });
    }
    await rig.work();
    for (const tender of await tenders('WH/OUT/00006'))
      expect(await ladderOf(rig, tender.id)).toMatchObject({ odoo: 'done' });
  });

  test('that Odoo does not take leaves the last rung failed', async () => {
    // 945-unit-cassette speaks of a unit that Odoo has not.
    const id = await rig.bring('standard-3pl', fresh(sample('standard-3pl', '945-unit-cassette')));
    await rig.work();
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    const [order] = await orders('WH/OUT/00003');
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'business-answer': 'done', odoo: 'failed' });
  });
});

describe('a 997 of the partner', () => {
  const groupOf = (text: string) => picked(text, 'GS')[0]!.split('*')[6]!;
  const accepted = (group: string, status = 'A', functionalId = 'OW') =>
    fresh(
      sample('standard-3pl', '997-accepted', {
        'AK1*OW*1~': `AK1*${functionalId}*${group}~`,
        'AK5*A~': `AK5*${status}~`,
        'AK9*A*1*1*1~': `AK9*${status}*1*1*${status === 'A' ? 1 : 0}~`,
      }),
    );

  test.each([
    ['as it was sent', '', 'WH/OUT/00004'],
    ['with leading zeros', '00000', 'WH/OUT/00005'],
  ])('finds our group by its number %s', async (_how, zeros, subject) => {
    const [order] = await orders(subject);
    const id = await rig.bring('standard-3pl', accepted(zeros + groupOf(order!.text)));
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'functional-ack': 'done', 'business-answer': 'pending' });
    expect(await clocksOf(rig, order!.id)).toMatchObject({ 'functional-ack': 'met' });
    expect(await documentRow(rig, order!.id)).toMatchObject({
      outcome: 'done',
      headline: 'Acknowledged by the partner',
    });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'done' });
    const rung = await rig.context.db
      .system('ladder_rung')
      .where({ document_id: order!.id, rung: 'functional-ack' })
      .first();
    expect(rung.by_document_id).toBe(id);
    expect(rig.context.moves).toContain(order!.id);
  });

  test('that rejects our group is a matter for a person, until a later one accepts it', async () => {
    const [order] = await orders('WH/OUT/00008');
    await rig.bring('standard-3pl', accepted(groupOf(order!.text), 'R'));
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'functional-ack': 'failed' });
    expect(await documentRow(rig, order!.id)).toMatchObject({
      outcome: 'attention',
      headline: "The partner's 997 says rejected",
    });
    const open = { document_id: order!.id, state: 'open' };
    expect(await casesAbout(rig, open)).toMatchObject([{ fingerprint: 'ack.rejected' }]);
    expect((await casesAbout(rig, open))[0].detail).toContain('940 0001');
    await rig.bring('standard-3pl', accepted(groupOf(order!.text)));
    expect(await casesAbout(rig, open)).toEqual([]);
    expect(await documentRow(rig, order!.id)).toMatchObject({ outcome: 'done' });
  });

  test.each([
    ['a number that was never sent', '98765', 'OW'],
    ['a number of ours under another kind of group', '1', 'SM'],
    ['no number', '0', 'OW'],
  ])('for %s is shown, and changes nothing', async (_what, group, functionalId) => {
    const before = await rig.context.db.system('ladder_rung').where({ state: 'done', rung: 'functional-ack' });
    const id = await rig.bring('standard-3pl', accepted(group, 'A', functionalId));
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([
      { fingerprint: `ack.unmatched/${functionalId}`, state: 'open' },
    ]);
    expect(await rig.context.db.system('ladder_rung').where({ state: 'done', rung: 'functional-ack' })).toHaveLength(
      before.length,
    );
  });

  test('speaks only of groups that went to its own sender', async () => {
    const [order] = await orders('WH/OUT/00007');
    const theirs = fresh(
      sample('standard-carrier', '997-rejected', { 'AK1*SM*12~': `AK1*OW*${groupOf(order!.text)}~` }),
    );
    const id = await rig.bring('standard-carrier', theirs);
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'functional-ack': 'pending' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
  });
});

describe('what cannot be written', () => {
  const last = (profile: Profile) =>
    rig.context.db
      .system('control_number')
      .where({ org_id: rig.orgs[profile], environment: 'production' })
      .orderBy('kind');

  test('is held as a case, takes no control number and does not stop what comes after it', async () => {
    const before = await last('standard-3pl');
    await write('WH/OUT/00007', { note: '<p>Mind the \u2603</p>' });
    await look();
    const held = await deliveryOf('WH/OUT/00007', 'warehouse-order.released.v1');
    expect(held).toMatchObject({ state: 'held', attempts: 1, document_id: null });
    expect(held.reason).toMatch(/\S/);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([
      { state: 'open', org_id: rig.orgs['standard-3pl'] },
    ]);
    expect(await last('standard-3pl')).toEqual(before);
    await write('WH/OUT/00008', { note: '<p>Top load only</p>' });
    await look();
    expect(await orders('WH/OUT/00008')).toHaveLength(2);
  });

  test('and was corrected in Odoo goes out instead, and its case is closed', async () => {
    const held = await deliveryOf('WH/OUT/00007', 'warehouse-order.released.v1');
    await write('WH/OUT/00007', { note: '<p>Mind the snowman</p>' });
    await look();
    expect((await orders('WH/OUT/00007')).map(({ text }) => picked(text, 'W05', 'NTE'))).toEqual([
      ['W05*N*WH/OUT/00007*PO-88107'],
      ['W05*R*WH/OUT/00007*PO-88107', 'NTE*WHI*Mind the snowman'],
    ]);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'resolved' }]);
    const retried = await rig.context.db.system.transaction((tx) =>
      retryDelivery(tx, held.id, { actor: 'test', at: rig.context.now() }),
    );
    expect(retried).toEqual({ state: 'already-applied' });
  });

  test('because nothing was agreed is held, and goes out by a retry once it is', async () => {
    const agreement = { org_id: rig.orgs['standard-carrier'], set_code: '204', environment: 'production' };
    await rig.context.db.system('agreement').where(agreement).update({ active: false });
    rig.context.pass(3001);
    await write('WH/OUT/00008', { note: '<p>Side door</p>' });
    await look();
    const held = await deliveryOf('WH/OUT/00008', 'shipment.tendered.v1');
    expect(held).toMatchObject({ state: 'held', reason_code: 'agreement.none' });
    const sent = await tenders('WH/OUT/00008');
    await rig.context.db.system('agreement').where(agreement).update({ active: true });
    rig.context.pass(3001);
    await rig.context.db.system.transaction((tx) =>
      retryDelivery(tx, held.id, { actor: 'test', at: rig.context.now() }),
    );
    await rig.work();
    expect(await tenders('WH/OUT/00008')).toHaveLength(sent.length + 1);
    expect(await casesAbout(rig, { delivery_id: held.id })).toMatchObject([{ state: 'resolved' }]);
  });
});

test('an order of which the partner never got anything is a new one, not a change', async () => {
  const other = await flowRig({ transfers: 1 });
  try {
    const system = other.context.db.system;
    await system('agreement').where({ set_code: '940' }).update({ active: false });
    await collect(other.context, other.connections.production);
    await other.work();
    expect(await sentTo(other, 'standard-3pl')).toEqual([]);
    await system('agreement').where({ set_code: '940' }).update({ active: true });
    other.context.pass(3001);
    const [picking] = await other.odoo.production.searchRead(
      'stock.picking',
      [['name', '=', 'WH/OUT/00001']],
      ['name'],
    );
    await other.odoo.production.write('stock.picking', [picking!.id], { note: '<p>Ring</p>' });
    await collect(other.context, other.connections.production);
    await other.work();
    expect((await sentTo(other, 'standard-3pl')).map(({ text }) => picked(text, 'W05', 'NTE'))).toEqual([
      ['W05*N*WH/OUT/00001*PO-88101', 'NTE*WHI*Ring'],
    ]);
  } finally {
    await other.close();
  }
});

test('while Odoo cannot be reached nothing is forgotten, and nobody is told the wrong thing', async () => {
  await write('WH/OUT/00004', { note: '<p>Late dock</p>' });
  rig.between = (_req, res) => res.destroy();
  await look();
  expect(rig.log.at(-1)).toContain('Odoo could not be asked for releases');
  expect(await orders('WH/OUT/00004')).toHaveLength(1);
  rig.between = undefined;
  await look();
  expect(await orders('WH/OUT/00004')).toHaveLength(2);
});
