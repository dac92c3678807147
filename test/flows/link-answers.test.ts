import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { answersTo, casesAbout, clocksOf, documentRow, type FlowRig, ladderOf, picked, sample } from './rig.ts';

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
    expect(await clocksOf(rig, order!.id)).toEqual({
      collect: 'met',
      'functional-ack': 'running',
      'business-answer': 'met',
    });
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

const groupOf = (text: string) => picked(text, 'GS')[0]!.split('*')[6]!;

describe('a 997 of the partner', () => {
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
      headline: "The partner's acknowledgement says rejected",
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

describe('a 999 of the partner', () => {
  const answer = (group: string, verdict: string, fault = '') =>
    fresh(
      ['ISA*00*          *00*          *02*BHFT           *ZZ*NORTHGATE      *260302*1105*U*00401*000000219*0*P*>']
        .concat('GS*FA*BHFT*NORTHGATE*20260302*1105*219*X*004010', 'ST*999*0001', `AK1*SM*${group}`, 'AK2*204*0001')
        .concat(fault === '' ? [] : [fault], `IK5*${verdict}`, `AK9*${verdict[0]}*1*1*${verdict[0] === 'R' ? 0 : 1}`)
        .concat(`SE*${fault === '' ? 6 : 7}*0001`, 'GE*1*219', 'IEA*1*000000219~')
        .join('~'),
    );

  test('that notes what its guide would have closes the rung and the clock of our tender', async () => {
    const [tender] = await tenders('WH/OUT/00001');
    const id = await rig.bring('standard-carrier', answer(groupOf(tender!.text), 'E*I5', 'IK3*G62*5**I8'));
    expect(await ladderOf(rig, tender!.id)).toMatchObject({ 'functional-ack': 'done', 'business-answer': 'pending' });
    expect(await clocksOf(rig, tender!.id)).toMatchObject({ 'functional-ack': 'met' });
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'done',
      headline: 'Acknowledges 204 WH/OUT/00001: accepted with errors',
    });
  });

  test('that rejects our tender is a matter for a person, who reads that it was a 999', async () => {
    const [tender] = await tenders('WH/OUT/00002');
    await rig.bring('standard-carrier', answer(groupOf(tender!.text), 'R*I5', 'IK3*G62*5**I6'));
    expect(await ladderOf(rig, tender!.id)).toMatchObject({ 'functional-ack': 'failed' });
    expect(await casesAbout(rig, { document_id: tender!.id, state: 'open' })).toMatchObject([
      { fingerprint: 'ack.rejected', title: "The partner's 999 says rejected" },
    ]);
  });
});

describe('a TA1 of the partner', () => {
  const ta1 = (control: string, verdict: string, sender = 'BHFT           ') =>
    fresh(
      [`ISA*00*          *00*          *02*${sender}*ZZ*NORTHGATE      *260302*1107*U*00401*000000229*0*P*>`]
        .concat(`TA1*${control}*260302*1100*${verdict}`, 'IEA*0*000000229~')
        .join('~'),
    );

  test('that takes our interchange closes its rung, and the acknowledgement of the groups is still waited for', async () => {
    const [tender] = await tenders('WH/OUT/00003');
    const id = await rig.bring('standard-carrier', ta1(tender!.control, 'A*000'));
    expect(await ladderOf(rig, tender!.id)).toMatchObject({ ta1: 'done', 'functional-ack': 'pending' });
    expect(await clocksOf(rig, tender!.id)).toMatchObject({ 'functional-ack': 'running' });
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'done',
      headline: 'TA1 for 204 WH/OUT/00003: accepted',
      subjects: ['WH/OUT/00003'],
    });
    expect(await ladderOf(rig, id)).toEqual({ transport: 'done' });
    expect(rig.context.moves).toContain(tender!.id);
  });

  test('that rejects our interchange is a matter for a person, who reads why; nobody waits for a 997 any more', async () => {
    const [tender] = await tenders('WH/OUT/00004');
    const id = await rig.bring('standard-carrier', ta1(tender!.control, 'R*025'));
    expect(await ladderOf(rig, tender!.id)).toMatchObject({ ta1: 'failed', 'functional-ack': 'not-expected' });
    expect(await clocksOf(rig, tender!.id)).toMatchObject({ 'functional-ack': 'met', 'business-answer': 'running' });
    expect(await documentRow(rig, tender!.id)).toMatchObject({
      outcome: 'attention',
      headline: "The partner's TA1 rejects the interchange: R 025",
    });
    expect(await casesAbout(rig, { document_id: tender!.id, state: 'open' })).toMatchObject([
      { fingerprint: 'ta1.rejected', detail: expect.stringContaining('025, control number used before') },
    ]);
    expect(await documentRow(rig, id)).toMatchObject({ headline: 'TA1 for 204 WH/OUT/00004: rejected' });
    await rig.bring('standard-carrier', ta1(tender!.control, 'A*000'));
    expect(await casesAbout(rig, { document_id: tender!.id, state: 'open' })).toEqual([]);
  });

  test('about an acknowledgement of ours leaves it done', async () => {
    const answered = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '214-departed')));
    const [ours] = await answersTo(rig, 'standard-carrier', answered);
    const before = await documentRow(rig, ours!.id);
    await rig.bring('standard-carrier', ta1(ours!.control, 'A*000'));
    expect(await ladderOf(rig, ours!.id)).toMatchObject({ ta1: 'done' });
    expect(await documentRow(rig, ours!.id)).toMatchObject({ outcome: before.outcome, headline: before.headline });
  });

  test('for an interchange that was never sent is shown, and changes nothing', async () => {
    const before = await rig.context.db.system('ladder_rung').where({ rung: 'ta1' });
    const id = await rig.bring('standard-carrier', ta1('000098765', 'A*000'));
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([
      { fingerprint: 'ack.unmatched/TA1', state: 'open' },
    ]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    expect(await rig.context.db.system('ladder_rung').where({ rung: 'ta1' })).toHaveLength(before.length);
  });

  test('from a stranger counts for nothing', async () => {
    const [tender] = await tenders('WH/OUT/00005');
    await rig.bring('standard-carrier', ta1(tender!.control, 'R*025', 'SOMEBODY       '));
    expect(await ladderOf(rig, tender!.id)).not.toHaveProperty('ta1');
  });
});
