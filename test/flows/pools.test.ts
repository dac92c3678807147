import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { watch } from '../../services/flows/watch.ts';
import { x945 } from '../odoo/real/documents.ts';
import { casesAbout, deliveriesOf, type FlowRig, flowRig } from './rig.ts';

// Deliveries of one partner that go to Odoo together: each has its own outcome, its own lane, and its turn.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 150 });
}, 300_000);
afterEach(() => {
  rig.between = undefined;
  rig.log.length = 0;
});
afterAll(() => rig.close());

const name = (n: number) => `WH/OUT/${String(n).padStart(5, '0')}`;
let control = 500_000;

interface Report {
  readonly on: string;
  readonly status?: string;
  readonly minute?: number;
}

/** One interchange of the carrier with a set for each report. */
function reports(of: readonly Report[]): string {
  control += 1;
  const number = String(control).padStart(9, '0');
  const sets = of.flatMap(({ on, status = 'X6', minute = 0 }, at) => [
    `ST*214*${String(at + 1).padStart(4, '0')}`,
    `B10*PRO-${on.slice(-5)}*${on}*BHFT`,
    ...['LX*1', `AT7*${status}*NS***20260303*18${String(minute).padStart(2, '0')}*LT`, 'MS1*Joliet*IL*US'],
    `SE*6*${String(at + 1).padStart(4, '0')}`,
  ]);
  return `${[
    `ISA*00*          *00*          *02*BHFT           *ZZ*NORTHGATE      *260303*0910*U*00401*${number}*0*P*>`,
    `GS*QM*BHFT*NORTHGATE*20260303*0910*${control}*X*004010`,
    ...[...sets, `GE*${of.length}*${control}`, `IEA*1*${number}`],
  ].join('~')}~`;
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
const states = async (id: string) => (await deliveriesOf(rig, id)).map(({ state }) => state as string);
const tally = (all: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(all, (one) => one)].map(([key, some]) => [key, some.length]));
const laneOf = (subject: string) => `odoo/${rig.connections.production}/${subject}`;
const noteCount = async (on: string) => {
  const [picking] = await rig.odoo.production.searchRead('stock.picking', [['name', '=', on]], ['name']);
  const domain = [
    ['model', '=', 'stock.picking'],
    ['res_id', '=', picking!.id],
    ['body', 'like', '[crossdock milestone'],
  ];
  return (await rig.odoo.production.searchRead('mail.message', domain, ['body'])).length;
};
/** The first attempts of deliveries, in the order in which they were finished. */
const order = async (...ids: readonly string[]) => {
  const rows = await rig.context.db
    .system('odoo_write as w')
    .join('delivery as d', 'd.id', 'w.delivery_id')
    .join('event as e', 'e.id', 'd.event_id')
    .whereIn('e.document_id', ids)
    .orderBy('w.id')
    .select('e.document_id', 'e.subject');
  return rows as { document_id: string; subject: string }[];
};

/** The context of a worker that dies before it can write anything down. */
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

describe('reports of many shipments', () => {
  test('go in few calls, from one wake-up, and each is done on its own', async () => {
    const before = rig.calls.length;
    const id = await rig.bring(
      'standard-carrier',
      reports(range(1, 30).map((n) => ({ on: n === 7 ? 'WH/OUT/NOBODY' : name(n) }))),
    );
    expect(await rig.context.db.system('wake_up').where({ topic: 'lane' })).toHaveLength(1);
    await rig.work();
    expect(tally(await states(id))).toEqual({ applied: 29, refused: 1 });
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([
      { fingerprint: expect.stringContaining('odoo.order-unknown') },
    ]);
    expect(await Promise.all([1, 7, 30].map((n) => noteCount(name(n))))).toEqual([1, 0, 1]);
    // What the connection has is asked once; thirty alone would be more than a hundred calls.
    expect(rig.calls.length - before).toBeLessThan(25);
    expect(rig.log).toEqual([]);
  });

  test('about one shipment stay in their order', async () => {
    const ids: string[] = [];
    for (const minute of [1, 2, 3])
      ids.push(await rig.bring('standard-carrier', reports([31, 32].map((n) => ({ on: name(n), minute })))));
    await rig.work();
    expect((await Promise.all(ids.map(states))).flat()).toEqual(Array.from({ length: 6 }, () => 'applied'));
    const finished = (await order(...ids))
      .filter(({ subject }) => subject === name(31))
      .map(({ document_id }) => document_id);
    expect([...new Set(finished)]).toEqual(ids);
  });

  test('of a large document leave room for those of another one, and what somebody waits for goes first', async () => {
    const large = await rig.bring(
      'standard-carrier',
      reports(range(40, 90).map((n) => ({ on: name(n), status: n === 129 ? 'D1' : 'X6' }))),
    );
    const small = await rig.bring('standard-carrier', reports([{ on: name(131) }]));
    let notes = 0;
    const seen: object[] = [];
    rig.between = (req, res, twin) => {
      if (req.url?.endsWith('mail.message/create')) notes += 1;
      // The second batch begins when the first is written down.
      if (!req.url?.endsWith('mail.message/create') || notes !== 2) return twin(req, res);
      void Promise.all([large, small].map(states)).then(([of, one]) => {
        const open = of!.filter((state) => state !== 'applied').length;
        seen.push({ open, other: one![0], delivery: of!.at(-1) });
        twin(req, res);
      });
    };
    await rig.work();
    expect(seen).toEqual([{ open: 41, other: 'applied', delivery: 'applied' }]);
    expect(tally(await states(large))).toEqual({ applied: 90 });
  });

  test('whose worker dies after Odoo has them are noted once', async () => {
    const id = await rig.bring('standard-carrier', reports(range(133, 10).map((n) => ({ on: name(n), minute: 30 }))));
    await drain(withoutCommits(), laneOf(name(133))).catch(() => undefined);
    expect(tally(await states(id))).toEqual({ 'in-flight': 10 });
    expect(await noteCount(name(140))).toBe(1);
    await watch(rig.context);
    await rig.work();
    expect(tally(await states(id))).toEqual({ 'already-applied': 10 });
    expect(await noteCount(name(140))).toBe(1);
  });

  test('that Odoo gives no answer to are looked for before they are sent again', async () => {
    const id = await rig.bring('standard-carrier', reports(range(133, 10).map((n) => ({ on: name(n), minute: 40 }))));
    rig.between = (req, res, twin) => {
      if (req.url?.endsWith('mail.message/create')) {
        rig.between = undefined;
        res.end = () => res.destroy();
      }
      twin(req, res);
    };
    await rig.work();
    expect(await deliveriesOf(rig, id)).toMatchObject(
      Array.from({ length: 10 }, () => ({ state: 'pending', reason_code: 'odoo.unknown-outcome' })),
    );
    rig.context.pass(300_001);
    await watch(rig.context);
    await rig.work();
    expect(tally(await states(id))).toEqual({ 'already-applied': 10 });
    expect(await noteCount(name(140))).toBe(2);
  });
});

describe('shipments', () => {
  /** What a seeded transfer is to ship, as a 945 says it; undefined where its goods are tracked. */
  async function document(n: number): Promise<string | undefined> {
    const specification = {
      move_ids: { fields: { product_uom_qty: {}, product_id: { fields: { default_code: {}, tracking: {} } } } },
    };
    const [picking] = await rig.odoo.production.webSearchRead(
      'stock.picking',
      [
        ['name', '=', name(n)],
        ['state', '=', 'assigned'],
      ],
      specification,
    );
    const moves = (picking?.move_ids ?? []) as unknown as {
      product_uom_qty: number;
      product_id: { default_code: string; tracking: string };
    }[];
    if (moves.length === 0 || moves.some(({ product_id }) => product_id.tracking !== 'none')) return undefined;
    return x945(
      name(n),
      moves.map(({ product_uom_qty: quantity, product_id }) => ({ sku: product_id.default_code, quantity })),
      `T-${n}`,
    );
  }

  test('leave together, with one worker at a time, and what follows one of them comes after it', async () => {
    const documents: { n: number; id: string }[] = [];
    for (const n of range(1, 60)) {
      const text = documents.length < 12 ? await document(n) : undefined;
      if (text) documents.push({ n, id: await rig.bring('standard-3pl', text) });
    }
    expect(documents.length).toBe(12);
    const [{ n: first }] = documents as [{ n: number; id: string }];
    const left = await rig.bring('standard-carrier', reports([{ on: name(first), minute: 55 }]));
    let atOnce = 0;
    let most = 0;
    rig.between = (req, res, twin) => {
      if (!req.url?.endsWith('/button_validate')) return twin(req, res);
      atOnce += 1;
      most = Math.max(most, atOnce);
      res.on('close', () => {
        atOnce -= 1;
      });
      twin(req, res);
    };
    const before = rig.calls.filter((call) => call.endsWith('button_validate')).length;
    await Promise.all(documents.map(({ n }) => drain(rig.context, laneOf(name(n)))));
    await rig.work();
    expect(most).toBe(1);
    // Lanes that a worker is just looking at stay for the next call: how many calls it takes is not the same each time.
    expect(rig.calls.filter((call) => call.endsWith('button_validate')).length - before).toBeLessThan(12);
    expect((await Promise.all(documents.map(({ id }) => states(id)))).flat()).toEqual(documents.map(() => 'applied'));
    const finished = await order(documents[0]!.id, left);
    expect([...new Set(finished.map(({ document_id }) => document_id))]).toEqual([documents[0]!.id, left]);
    expect(rig.log).toEqual([]);
  });
});
