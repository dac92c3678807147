import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { type FlowRig, picked, sample } from './rig.ts';

// What is news to a partner, and what is not.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(8);
  rig = out.rig;
  await look();
});
afterAll(() => rig.close());

const look = () => out.look();
const orders = (subject: string) => out.orders(subject);
const tenders = (subject: string) => out.tenders(subject);
const change: OutboundRig['change'] = (...args) => out.change(...args);
const fresh = (text: string) => out.fresh(text);
const deliveryOf: OutboundRig['deliveryOf'] = (...args) => out.deliveryOf(...args);

describe('a changed transfer', () => {
  test('becomes a change of the order and of the tender, and changed back it is news again', async () => {
    await change('WH/OUT/00006', { note: '<p>Ring at dock 4</p>' });
    await look();
    await look();
    await change('WH/OUT/00006', { note: false });
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
    await change('WH/OUT/00007', { priority: '1' });
    await look();
    expect(await orders('WH/OUT/00007')).toHaveLength(1);
    expect(await tenders('WH/OUT/00007')).toHaveLength(1);
  });
});

describe("when Odoo's clock is set back", () => {
  const connection = () => rig.context.db.system('odoo_connection').where({ id: rig.connections.production });

  test('a change has a time from before the last look, and is found all the same', async () => {
    const { feed } = await connection().first();
    await connection().update({ feed: JSON.stringify({ ...feed, since: '2099-01-01 00:00:00' }) });
    await change('WH/OUT/00008', { note: '<p>Ring at dock 8</p>' });
    await look();
    expect(await orders('WH/OUT/00008')).toHaveLength(2);
  });

  test('and its times are long past, a change is found within the hour', async () => {
    await change('WH/OUT/00008', { note: false });
    await rig.context.db.twin('odoo_twin.record').update({ write_date: new Date('2020-01-01T00:00:00Z') });
    await look();
    expect(await orders('WH/OUT/00008')).toHaveLength(2);
    rig.context.pass(3_600_000);
    await look();
    expect(await orders('WH/OUT/00008')).toHaveLength(3);
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
    await change('WH/OUT/00002', { note: '<p>Fragile</p>' });
    await look();
    const [first, changed, ...more] = await orders('WH/OUT/00002');
    expect(more).toEqual([]);
    expect(picked(changed!.text, 'NTE')).toEqual(['NTE*WHI*Fragile']);
    expect(shipDates(changed!.text)).toEqual(shipDates(first!.text));
    expect(shipDates(changed!.text)).not.toEqual(['G62*10*20260306']);
  });

  test('but a date that a person sets is news, also after an estimate', async () => {
    await change('WH/OUT/00002', { scheduled_date: '2026-12-30 17:00:00' });
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

test('while Odoo cannot be reached nothing is forgotten, and nobody is told the wrong thing', async () => {
  await change('WH/OUT/00004', { note: '<p>Late dock</p>' });
  rig.between = (_req, res) => res.destroy();
  await look();
  expect(rig.log.at(-1)).toContain('Odoo could not be asked for releases');
  expect(await orders('WH/OUT/00004')).toHaveLength(1);
  rig.between = undefined;
  await look();
  expect(await orders('WH/OUT/00004')).toHaveLength(2);
});

describe('a carrier that has no code', () => {
  const codes = () => rig.context.db.system('odoo_carrier').where({ connection_id: rig.connections.production });
  const cases = () => rig.context.db.system('exception_case').where({ kind: 'feed.carrier-code' }).orderBy('opened_at');

  test('makes one case that names it, and its loads go out when the code is entered', async () => {
    const known = await codes();
    expect(known.length).toBeGreaterThan(0);
    await codes().del();
    const before = (await tenders('WH/OUT/00007')).length;
    await change('WH/OUT/00007', { note: '<p>Lift gate</p>' });
    await look();
    await look();
    expect(await tenders('WH/OUT/00007')).toHaveLength(before);
    expect(await cases()).toMatchObject([{ state: 'open', title: expect.stringContaining(known[0].name) }]);
    await rig.context.db.system('odoo_carrier').insert(known);
    await look();
    expect(await tenders('WH/OUT/00007')).toHaveLength(before + 1);
    expect(await cases()).toMatchObject([{ state: 'resolved' }]);
  });
});
