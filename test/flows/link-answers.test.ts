import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { casesAbout, clocksOf, documentRow, type FlowRig, ladderOf, picked, sample } from './rig.ts';

// What comes back to orders and tenders.

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
const fresh = (text: string) => out.fresh(text);

describe('the answer of the partner', () => {
  test('closes the business rung, the clock, and with Odoo the last rung of the order', async () => {
    const [order] = await orders('WH/OUT/00001');
    await rig.bring('standard-3pl', fresh(sample('standard-3pl', '945-complete')));
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'business-answer': 'done', odoo: 'pending' });
    await rig.work();
    expect(await ladderOf(rig, order!.id)).toMatchObject({ 'business-answer': 'done', odoo: 'done' });
    expect(await clocksOf(rig, order!.id)).toEqual({ 'functional-ack': 'running', 'business-answer': 'met' });
    expect(await documentRow(rig, order!.id)).toMatchObject({ outcome: 'waiting' });
  });

  test('answers an order with all its changes', async () => {
    await out.change('WH/OUT/00006', { note: '<p>Ring at dock 4</p>' });
    await out.look();
    expect(await tenders('WH/OUT/00006')).toHaveLength(2);
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
