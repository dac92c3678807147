import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { until } from '../fault/until.ts';
import { casesAbout, deliveriesOf, documentRow, type FlowRig, flowRig, ladderOf, sample, under } from './rig.ts';

// Events on their way into Odoo: in order, side by side, and once, whatever breaks on the way.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 40 });
});
afterEach(() => {
  rig.between = undefined;
});
afterAll(() => rig.close());

let control = 600;
let order = 0;
const numbered = (n: number) => `WH/OUT/${String(n).padStart(5, '0')}`;
/** A transfer that no other test speaks of. */
const fresh = () => {
  order += 1;
  return numbered(order + 5);
};
const laneOf = (subject: string) => `odoo/${rig.connections.production}/${subject}`;
const bring = (profile: 'standard-3pl' | 'standard-carrier', text: string) => {
  control += 1;
  return rig.bring(profile, under(String(control).padStart(9, '0'), text));
};
/** A milestone of a transfer at a time of the day, such as `1820`. */
const milestone = (subject: string, time = '1820', control_ = 'AF') =>
  bring(
    'standard-carrier',
    sample('standard-carrier', '214-departed', {
      'WH/OUT/00001': subject,
      '1820*LT': `${time}*LT`,
      'AT7*AF': `AT7*${control_}`,
    }),
  );
const shipped = (subject: string, changes: Record<string, string> = {}) =>
  bring('standard-3pl', sample('standard-3pl', '945-complete', { 'WH/OUT/00001': subject, ...changes }));
const only = async (id: string) => {
  const [delivery, ...more] = await deliveriesOf(rig, id);
  expect(more).toEqual([]);
  return delivery;
};
const pickingOf = async (subject: string) =>
  (
    await rig.odoo.production.searchRead(
      'stock.picking',
      [['name', '=', subject]],
      ['state', 'backorder_ids', 'carrier_tracking_ref'],
    )
  )[0]!;
const notesOn = async (subject: string) => {
  const { id } = await pickingOf(subject);
  const domain = [
    ['model', '=', 'stock.picking'],
    ['res_id', '=', id],
    ['body', 'like', '[crossdock '],
  ];
  const notes = await rig.odoo.production.searchRead('mail.message', domain, ['body'], { order: 'id' });
  return notes.map(({ body }) => String(body));
};
const attempt = async (subject: string) => {
  rig.context.pass(300_001);
  await drain(rig.context, laneOf(subject));
};
const retry = (id: string) =>
  rig.context.db.system.transaction((tx) => retryDelivery(tx, id, { actor: 'test', at: rig.context.now() }));
const unplugged: FlowRig['between'] = (_req, res) => res.destroy();
const overloaded: FlowRig['between'] = (_req, res) => void res.writeHead(503).end();

describe('a lane', () => {
  test('brings its events to Odoo in the order in which they came', async () => {
    const subject = fresh();
    for (const time of ['0801', '0802', '0803', '0804']) await milestone(subject, time);
    await drain(rig.context, laneOf(subject));
    const times = (await notesOn(subject)).map((body) => /T(08:0\d)/.exec(body)![1]);
    expect(times).toEqual(['08:01', '08:02', '08:03', '08:04']);
    expect(await rig.context.db.system('wake_up').where({ topic: 'lane', key: laneOf(subject) })).toEqual([]);
  });

  test('goes on after an event that Odoo refuses', async () => {
    const subject = fresh();
    const refused = await shipped(subject, { 'NG-LAMP': 'NG-NOTHING', '614141000036': '614141999999' });
    const after = await milestone(subject);
    await drain(rig.context, laneOf(subject));
    expect(await only(refused)).toMatchObject({ state: 'refused', reason_code: 'odoo.product-unknown', attempts: 1 });
    expect(await only(after)).toMatchObject({ state: 'applied' });
    expect(await documentRow(rig, refused)).toMatchObject({ outcome: 'attention' });
    expect(await ladderOf(rig, refused)).toMatchObject({ odoo: 'failed', 'functional-ack': 'done' });
    // An item that Odoo knows nothing by is asked of the partner as a whole, and not once for each document.
    expect(await casesAbout(rig, { document_id: refused })).toEqual([]);
    expect(await casesAbout(rig, { fingerprint: 'keys.unknown/production' })).toMatchObject([{ state: 'open' }]);
  });

  test('has one worker at a time, and what came meanwhile is done by that one', async () => {
    const subject = fresh();
    const first = await milestone(subject, '0901');
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    rig.between = (req, res, twin) => {
      arrive();
      void held.then(() => twin(req, res));
    };
    const working = drain(rig.context, laneOf(subject));
    await arrived;
    const second = await milestone(subject, '0902');
    const calls = rig.calls.length;
    await drain(rig.context, laneOf(subject));
    expect(rig.calls.length).toBe(calls);
    expect((await only(first)).state).toBe('in-flight');
    rig.between = undefined;
    release();
    await working;
    expect([(await only(first)).state, (await only(second)).state]).toEqual(['applied', 'applied']);
  });

  test('does not wait for another one that hangs', async () => {
    const [slow, quick] = [fresh(), fresh()];
    const waiting = await milestone(slow);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    rig.between = (req, res, twin) => {
      rig.between = undefined;
      arrive();
      void held.then(() => twin(req, res));
    };
    const working = drain(rig.context, laneOf(slow));
    await arrived;
    const done = await milestone(quick);
    await drain(rig.context, laneOf(quick));
    expect([(await only(waiting)).state, (await only(done)).state]).toEqual(['in-flight', 'applied']);
    release();
    await working;
    expect((await only(waiting)).state).toBe('applied');
  });

  test('whose worker fell over is free for the next one', async () => {
    const subject = fresh();
    const id = await milestone(subject);
    await expect(drain(withoutCommits(), laneOf(subject))).rejects.toThrow('power cut');
    // Its lock goes with its connection, which the database may still be closing.
    await until('the lane is free', async () => {
      await drain(rig.context, laneOf(subject));
      return (await only(id)).state === 'already-applied';
    });
  });
});

/** A context whose process dies whenever it would record what it did in Odoo. */
function withoutCommits(): Context {
  const { db } = rig.context;
  const system = new Proxy(db.system, {
    get: (target, key, receiver) => {
      if (key !== 'transaction') return Reflect.get(target, key, receiver);
      return () => Promise.reject(new Error('power cut'));
    },
  });
  return { ...rig.context, db: { ...db, system } };
}

const casesOfConnection = (state: string) =>
  rig.context.db
    .system('exception_case')
    .where({ state })
    .whereRaw(`starts_with(fingerprint, 'odoo.connection/')`)
    .select<{ title: string }[]>('title');
const connectionState = async () =>
  (
    await rig.context.db
      .system('odoo_connection')
      .where({ environment: 'production' })
      .first<{ state: string }>('state')
  ).state;

describe('while Odoo cannot be reached', () => {
  test('the head is tried again after a growing pause, and what stands behind it waits in its order', async () => {
    const subject = fresh();
    const ids = [await milestone(subject, '1001'), await milestone(subject, '1002')];
    rig.between = unplugged;
    await drain(rig.context, laneOf(subject));
    const head = await only(ids[0]!);
    expect(head).toMatchObject({ state: 'pending', attempts: 1, reason_code: 'odoo.unreachable' });
    expect(head.due_at.getTime()).toBeGreaterThan(rig.context.now().getTime());
    expect(await only(ids[1]!)).toMatchObject({ state: 'pending', attempts: 0 });
    // Nothing is tried before its time.
    await drain(rig.context, laneOf(subject));
    expect((await only(ids[0]!)).attempts).toBe(1);
    await attempt(subject);
    expect((await only(ids[0]!)).attempts).toBe(2);
    expect(await documentRow(rig, ids[0]!)).toMatchObject({ outcome: 'processing' });
    rig.between = undefined;
    await attempt(subject);
    const times = (await notesOn(subject)).map((body) => /T(10:0\d)/.exec(body)![1]);
    expect(times).toEqual(['10:01', '10:02']);
    expect(await only(ids[0]!)).toMatchObject({ state: 'applied', attempts: 3, reason: null, reason_code: null });
  });

  test('it is waited for as long as it takes, with one case about the connection, which closes when Odoo is back', async () => {
    const subject = fresh();
    const ids = [await milestone(subject, '1201'), await milestone(subject, '1202')];
    rig.between = unplugged;
    for (let n = 1; n <= 12; n += 1) {
      await attempt(subject);
      expect(await only(ids[0]!)).toMatchObject({ state: 'pending', attempts: n });
      expect(await casesAbout(rig, { document_id: ids[0]! })).toEqual([]);
    }
    const [opened, ...others] = await casesOfConnection('open');
    expect([opened?.title, others]).toEqual([expect.stringContaining('cannot be reached'), []]);
    expect(await connectionState()).toBe('unreachable');
    expect(await documentRow(rig, ids[0]!)).toMatchObject({ outcome: 'processing' });
    expect(await only(ids[1]!)).toMatchObject({ state: 'pending', attempts: 0 });
    rig.between = undefined;
    await attempt(subject);
    const times = (await notesOn(subject)).map((body) => /T(12:0\d)/.exec(body)![1]);
    expect(times).toEqual(['12:01', '12:02']);
    expect(await casesOfConnection('open')).toEqual([]);
    expect(await connectionState()).toBe('ready');
    expect(await documentRow(rig, ids[0]!)).toMatchObject({ outcome: 'done' });
  });
});

describe('an Odoo that is overloaded', () => {
  test('ten attempts are enough: the delivery fails as a case, its lane goes on, and a retry that succeeds closes the case', async () => {
    const subject = fresh();
    const id = await milestone(subject, '1101');
    const behind = await milestone(subject, '1102');
    rig.between = overloaded;
    for (let n = 1; n <= 10; n += 1) {
      expect(await only(id)).toMatchObject({ state: 'pending', attempts: n - 1 });
      await attempt(subject);
    }
    expect(await only(id)).toMatchObject({ state: 'failed', attempts: 10, reason_code: 'odoo.retry' });
    expect(await only(behind)).toMatchObject({ state: 'pending', attempts: 1 });
    const [opened] = await casesAbout(rig, { document_id: id });
    expect(opened).toMatchObject({ state: 'open', fingerprint: 'odoo.retry/shipment.milestone.v1' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    rig.between = undefined;
    await attempt(subject);
    expect((await only(behind)).state).toBe('applied');
    expect(await retry((await only(id)).id)).toMatchObject({ state: 'retried' });
    await attempt(subject);
    expect(await only(id)).toMatchObject({ state: 'applied', attempts: 1 });
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([{ state: 'resolved' }]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'done', headline: '1 of 1 applied in Odoo' });
  });
});

describe('nothing is done twice', () => {
  test('when the worker dies between Odoo and its own notes', async () => {
    const subject = numbered(1);
    const ids = [await shipped(subject), await milestone(subject)];
    for (let n = 0; n < 2; n += 1) await expect(drain(withoutCommits(), laneOf(subject))).rejects.toThrow('power cut');
    expect(await only(ids[0]!)).toMatchObject({ state: 'in-flight', attempts: 2 });
    expect(await pickingOf(subject)).toMatchObject({ state: 'done' });
    await drain(rig.context, laneOf(subject));
    expect([(await only(ids[0]!)).state, (await only(ids[1]!)).state]).toEqual(['already-applied', 'applied']);
    expect(await notesOn(subject)).toHaveLength(1);
    expect((await pickingOf(subject)).backorder_ids).toEqual([]);
    const writes = await rig.context.db.system('odoo_write').where({ delivery_id: (await only(ids[0]!)).id });
    expect(writes.map((write) => write.field)).toContain('state');
  });

  test('when Odoo did it and its answer was lost', async () => {
    const subject = numbered(2);
    const id = await bring('standard-3pl', sample('standard-3pl', '945-partial-backorder-lots'));
    rig.between = (req, res, twin) => {
      if (req.url?.endsWith('/button_validate')) res.end = () => res.destroy();
      twin(req, res);
    };
    await drain(rig.context, laneOf(subject));
    expect(await only(id)).toMatchObject({ state: 'pending', attempts: 1, reason_code: 'odoo.unknown-outcome' });
    rig.between = undefined;
    expect(await pickingOf(subject)).toMatchObject({ state: 'done' });
    await attempt(subject);
    expect(await only(id)).toMatchObject({ state: 'applied', attempts: 2 });
    const backorders = await rig.odoo.production.searchRead(
      'stock.picking',
      [['backorder_id.name', '=', subject]],
      ['name'],
    );
    expect(backorders).toHaveLength(1);
  });

  test('when two workers and a retry come together', async () => {
    const subject = fresh();
    const id = await milestone(subject);
    await Promise.all([1, 2, 3, 4].map(() => drain(rig.context, laneOf(subject))));
    expect(await only(id)).toMatchObject({ state: 'applied', attempts: 1 });
    expect(await retry((await only(id)).id)).toEqual({ state: 'applied' });
    expect(await notesOn(subject)).toHaveLength(1);
  });
});

describe('a fault of the hub', () => {
  test('is tried again, ends as a case, and does not stop the lane', async () => {
    const subject = fresh();
    const id = await milestone(subject);
    const noKey = () => {
      throw new Error('no such key');
    };
    // Another database object: connections are remembered by it.
    const faulty = { ...rig.context, db: { ...rig.context.db }, secrets: { ...rig.context.secrets, open: noKey } };
    await drain(faulty, laneOf(subject));
    expect(await only(id)).toMatchObject({ state: 'pending', attempts: 1, reason_code: 'hub.internal' });
    expect(rig.log).toContain('a delivery met a fault of the hub');
    for (let n = 2; n <= 10; n += 1) {
      rig.context.pass(300_001);
      await drain(faulty, laneOf(subject));
    }
    expect(await only(id)).toMatchObject({ state: 'failed', attempts: 10 });
    expect((await only(id)).reason).not.toContain('no such key');
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([
      { fingerprint: 'hub.internal/shipment.milestone.v1' },
    ]);
    const after = await milestone(subject);
    await drain(rig.context, laneOf(subject));
    expect((await only(after)).state).toBe('applied');
  });
});
