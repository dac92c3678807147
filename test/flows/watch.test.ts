import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import { translate } from '../../services/flows/translate.ts';
import { watch } from '../../services/flows/watch.ts';
import { verifyChain } from '../../services/store/audit-chain.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import {
  casesAbout,
  clocksOf,
  deliveriesOf,
  documentRow,
  type FlowRig,
  flowRig,
  ladderOf,
  picked,
  pickUp,
  sample,
  sentTo,
  under,
} from './rig.ts';

// The look around that finds what nobody was woken for.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 3 });
});
afterAll(() => rig.close());

const hours = (n: number) => n * 3_600_000 + 1000;
const answer990 = sample('standard-carrier', '990-accept');
const open = (id: string) => casesAbout(rig, { document_id: id, state: 'open' });
const wakeUps = (key: string) => rig.context.db.system('wake_up').where({ key });

describe('a clock that has run out', () => {
  test('over our own acknowledgement makes the rung late and a case of it, once, and the acknowledgement closes it', async () => {
    const id = await rig.leave('standard-carrier', under('000000901', answer990));
    rig.context.pass(hours(1) - 2000);
    await watch(rig.context);
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'running' });
    rig.context.pass(2000);
    await Promise.all([watch(rig.context), watch(rig.context)]);
    await watch(rig.context);
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'breached' });
    expect(await ladderOf(rig, id)).toEqual({ 'functional-ack': 'late' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention', headline: 'Our acknowledgement is late' });
    expect(await open(id)).toMatchObject([{ fingerprint: 'clock.acknowledge', title: 'Our acknowledgement is late' }]);
    expect(rig.context.moves).toContain(id);
    await translate(rig.context, [id]);
    expect(await open(id)).toEqual([]);
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'done' });
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'breached' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'processing', headline: '0 of 1 applied in Odoo' });
  });

  test('over a document that is being worked on is left for the next look, and nobody waits', async () => {
    const id = await rig.leave('standard-carrier', under('000000902', answer990));
    rig.context.pass(hours(1));
    await rig.context.db.system.transaction(async (tx) => {
      await tx('document').where({ id }).forUpdate().first();
      await watch(rig.context);
      expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'running' });
    });
    await watch(rig.context);
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'breached' });
    await translate(rig.context, [id]);
  });

  test('over the partner’s acknowledgement and answer makes an order late, and what comes closes it piece by piece', async () => {
    await collect(rig.context, rig.connections.production);
    await rig.work();
    const order = (await sentTo(rig, 'standard-3pl')).find(({ subjects }) => subjects.includes('WH/OUT/00001'))!;
    await pickUp(rig, 'standard-3pl', order.id);
    rig.context.pass(hours(24));
    await watch(rig.context);
    expect(await clocksOf(rig, order.id)).toEqual({
      collect: 'met',
      'functional-ack': 'breached',
      'business-answer': 'running',
    });
    expect(await ladderOf(rig, order.id)).toMatchObject({ 'functional-ack': 'late', 'business-answer': 'pending' });
    rig.context.pass(hours(24));
    await watch(rig.context);
    expect(await ladderOf(rig, order.id)).toMatchObject({ 'functional-ack': 'late', 'business-answer': 'late' });
    expect(await open(order.id)).toHaveLength(2);

    const group = picked(order.text, 'GS')[0]!.split('*')[6]!;
    const accepted = sample('standard-3pl', '997-accepted', { 'AK1*OW*1~': `AK1*OW*${group}~` });
    await rig.bring('standard-3pl', under('000000903', accepted));
    expect(await ladderOf(rig, order.id)).toMatchObject({ 'functional-ack': 'done', 'business-answer': 'late' });
    expect(await open(order.id)).toMatchObject([{ fingerprint: 'clock.business-answer' }]);
    expect(await documentRow(rig, order.id)).toMatchObject({
      outcome: 'attention',
      headline: 'The partner has not answered in time',
    });

    await rig.bring('standard-3pl', under('000000904', sample('standard-3pl', '945-complete')));
    expect(await open(order.id)).toEqual([]);
    expect(await documentRow(rig, order.id)).toMatchObject({ outcome: 'done', headline: 'Answered by the partner' });
    await rig.work();
    expect(await ladderOf(rig, order.id)).toMatchObject({ 'business-answer': 'done', odoo: 'done' });
  });

  test('does not run over what was only acknowledged, nor over what is done', async () => {
    const [acknowledgement] = (await sentTo(rig, 'standard-3pl')).filter(({ answers }) => answers !== null);
    expect(await clocksOf(rig, acknowledgement!.id)).toEqual({});
    const done = await rig.bring('standard-carrier', under('000000905', answer990));
    rig.context.pass(hours(300));
    await watch(rig.context);
    expect(await clocksOf(rig, done)).toEqual({ acknowledge: 'met' });
    expect((await open(done)).filter((one) => one.fingerprint.startsWith('clock.'))).toEqual([]);
  });
});

describe('what nobody was woken for', () => {
  test('a document whose wake-up was lost is woken again, once', async () => {
    const id = await rig.leave('standard-carrier', under('000000906', answer990));
    await watch(rig.context);
    expect(await wakeUps(id)).toHaveLength(1);
    await wakeUps(id).del();
    await watch(rig.context);
    await watch(rig.context);
    expect(await wakeUps(id)).toMatchObject([{ topic: 'translate', dispatched_at: null }]);
    await translate(rig.context, [id]);
    rig.context.pass(20_000);
    await watch(rig.context);
    expect(await wakeUps(id)).toEqual([]);
  });

  test('a lane whose wake-up was lost, or whose pause is over, is woken again, once', async () => {
    const id = await rig.bring(
      'standard-carrier',
      under('000000907', sample('standard-carrier', '214-departed', { 'WH/OUT/00001': 'WH/OUT/00003' })),
    );
    const [delivery] = await deliveriesOf(rig, id);
    await wakeUps(delivery.lane).del();
    await rig.context.db
      .system('delivery')
      .where({ id: delivery.id })
      .update({ due_at: new Date(rig.context.now().getTime() + 60_000) });
    await watch(rig.context);
    expect(await wakeUps(delivery.lane)).toEqual([]);
    rig.context.pass(60_000);
    await watch(rig.context);
    await watch(rig.context);
    expect(await wakeUps(delivery.lane)).toHaveLength(1);
    await rig.work();
    expect((await deliveriesOf(rig, id))[0].state).toBe('applied');
    await watch(rig.context);
    expect(await wakeUps(delivery.lane)).toEqual([]);
  });

  test('whatever time it carries, a first attempt is due, and so is one that waits longer than any pause', async () => {
    const changed = { 'WH/OUT/00001': 'WH/OUT/00004', '1820*LT': '1833*LT' };
    const set = under('000000910', sample('standard-carrier', '214-departed', changed));
    const id = await rig.bring('standard-carrier', set);
    const [delivery] = await deliveriesOf(rig, id);
    expect(delivery.due_at).toBe(null);
    // The clock was five hours ahead while it was written, or is five hours behind now.
    rig.context.pass(-hours(5));
    await wakeUps(delivery.lane).del();
    await watch(rig.context);
    expect(await wakeUps(delivery.lane)).toHaveLength(1);
    const dueAt = new Date(rig.context.now().getTime() + hours(5));
    const row = rig.context.db.system('delivery').where({ id: delivery.id });
    await row.clone().update({ attempts: 3, due_at: dueAt });
    await wakeUps(delivery.lane).del();
    await watch(rig.context);
    await rig.work();
    expect(await row.first()).toMatchObject({ state: 'applied', attempts: 4 });
    rig.context.pass(hours(5));
  });

  test('a delivery that was in flight when its worker died is found as well', async () => {
    const id = await rig.bring(
      'standard-carrier',
      under(
        '000000908',
        sample('standard-carrier', '214-departed', { 'WH/OUT/00001': 'WH/OUT/00003', '1820*LT': '1910*LT' }),
      ),
    );
    const [delivery] = await deliveriesOf(rig, id);
    await wakeUps(delivery.lane).del();
    await rig.context.db.system('delivery').where({ id: delivery.id }).update({ state: 'in-flight', attempts: 1 });
    await watch(rig.context);
    await rig.work();
    expect((await deliveriesOf(rig, id))[0]).toMatchObject({ state: 'applied', attempts: 2 });
  });

  test('the relay is woken only when somebody was woken', async () => {
    let wakes = 0;
    const context = {
      ...rig.context,
      wakeRelay: () => {
        wakes += 1;
      },
    };
    await watch(context);
    expect(wakes).toBe(0);
    const id = await rig.leave('standard-carrier', under('000000909', answer990));
    await wakeUps(id).del();
    await watch(context);
    expect(wakes).toBe(1);
  });
});

test('every entry of the audit is chained to the one before it, for each organisation', async () => {
  await watch(rig.context);
  const { db } = rig.context;
  let chained = 0;
  for (const orgId of Object.values(rig.orgs)) {
    const verdict = await verifyChain(orgId, chainRows(db.system, orgId), db.auditKeys, []);
    expect(verdict).toMatchObject({ waiting: 0, withoutSeal: 0, faults: [] });
    chained += verdict.entries;
  }
  expect(chained).toBeGreaterThan(20);
});
