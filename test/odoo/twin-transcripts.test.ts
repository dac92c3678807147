import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectOdoo } from '../../services/odoo/connect.ts';
import type { Version } from '../../services/twins/odoo/schema.ts';
import { addTwinKey, seedTwin } from '../../services/twins/odoo/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { skipped } from '../support/skipped.ts';
import { buildWorld, type Prepared, prepareOrder, type World } from './transcripts/fixtures.ts';
import { Ids } from './transcripts/ids.ts';
import { haveTranscripts, loadTranscript } from './transcripts/load.ts';
import { play, wording } from './transcripts/replay.ts';
import { type Scenario, scenarios } from './transcripts/scenarios.ts';
import type { Target } from './transcripts/send.ts';
import { serveTwin, type TwinServer, versions } from './twin-rig.ts';

const tally = { played: 0, skipped: 0, reasons: new Map<string, number>() };

let database: TestDatabase;
let twin: TwinServer;

beforeAll(async () => {
  if (!haveTranscripts) return;
  database = await testDatabase();
  twin = await serveTwin(database.knex);
});
afterAll(async () => {
  if (!haveTranscripts) return;
  const reasons = [...tally.reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `  ${count} x ${reason}`);
  console.log(
    `Recorded requests replayed: ${tally.played}, not replayed: ${tally.skipped}\n${reasons.join('\n')}\n` +
      `Errors with Odoo's own wording: ${wording.own} of ${wording.errors}\nFields left out of requests: ${[...wording.dropped].sort().join(', ')}`,
  );
  await twin.close();
  await database.drop();
});

interface Stage {
  readonly target: Target;
  readonly world: World;
  readonly prepared: Prepared[];
  readonly ids: Ids;
}

const recordedUids = { 17: { hub: 8, low: 9 }, 18: { hub: 8, low: 9 }, 19: { hub: 7, low: 8 } } as const;

async function setUp(version: Version, scenario: Scenario): Promise<Stage> {
  const name = `${scenario.name.replaceAll('_', '-')}-${version}`;
  const seeded = await seedTwin(database.knex, {
    database: name,
    version,
    transfers: 0,
    receipts: 0,
    login: 'edi.hub',
  });
  const [admin] = await database
    .knex('odoo_twin.record')
    .where({ model: 'res.users' })
    .whereRaw(`"values" ->> 'login' = 'admin'`)
    .orderBy('id', 'desc')
    .pluck<number[]>('id');
  const key = (login: string, uid: number, rights: 'admin' | 'restricted') =>
    addTwinKey(database.knex, { database: name, login, uid, rights });
  const keys = {
    integration: seeded.apiKey,
    admin: await key('admin', admin!, 'admin'),
    restricted: await key('edi.low', seeded.uid, 'restricted'),
  };
  const target: Target = {
    version,
    url: twin.url,
    database: name,
    keys,
    login: 'edi.hub',
    uids: { integration: seeded.uid, admin: admin!, restricted: seeded.uid },
  };
  const world = await buildWorld(
    connectOdoo({ url: twin.url, database: name, login: 'admin', apiKey: keys.admin, version }),
    seeded,
  );
  const [zeroLot] = await world.admin.create('stock.lot', [
    { name: 'ZERO-1', product_id: world.products.L, company_id: 1 },
  ]);
  const [warehouse] = await world.admin.searchRead('stock.warehouse', [], ['partner_id']);
  const ids = new Ids(version, {
    'stock.picking': [],
    'sale.order': [],
    'stock.move': [],
    'stock.lot': [zeroLot!],
    'stock.warehouse': [warehouse!.id],
    'stock.picking.type': [world.outgoingType],
    'mail.activity.type': [4],
    'ir.model': [1],
  });
  learnWorld(ids, version, world, target);
  return { target, world, prepared: [], ids };
}

/** Confirms the orders that the recording takes for granted from this step on. */
async function prepare({ world, prepared, ids }: Stage, scenario: Scenario, step: number): Promise<void> {
  for (;;) {
    const next = scenario.orders[prepared.length];
    if (!next || (next.at ?? 0) > step) return;
    const { at: _, ...order } = next;
    const made = await prepareOrder(world, order);
    if (scenario.moves?.includes(prepared.length)) ids.queue('stock.move', made.moves[0]!);
    ids.queue('stock.picking', made.picking);
    ids.queue('sale.order', made.order);
    prepared.push(made);
  }
}

/** Ids that all recordings of a version share. */
function learnWorld(
  ids: Ids,
  version: Version,
  { products, partners, carrier, locations }: World,
  { uids }: Target,
): void {
  const first = {
    17: { product: 44, partner: 46, retail: 46 },
    18: { product: 51, partner: 47, retail: 47 },
    19: { product: 58, partner: 52, retail: 52 },
  }[version];
  for (const [at, kind] of (['W', 'L', 'S'] as const).entries())
    ids.learn('product.product', first.product + at, products[kind]);
  for (const [at, partner] of partners.entries()) ids.learn('res.partner', first.partner + at, partner);
  // The recordings' author of a message, and the company's own partner.
  ids.learn('res.partner', { 17: 49, 18: 50, 19: 55 }[version], partners[2]);
  for (const own of [1, 7, 8]) ids.learn('res.partner', own, partners[0]);
  const places = {
    17: { stock: 8, customers: 5, vendors: 4 },
    18: { stock: 8, customers: 5, vendors: 4 },
    19: { stock: 5, customers: 2, vendors: 1 },
  }[version];
  for (const name of ['stock', 'customers', 'vendors'] as const)
    ids.learn('stock.location', places[name], locations[name]);
  ids.learn('delivery.carrier', 4, carrier);
  ids.learn('uom.uom', 1, 1);
  ids.learn('res.company', 1, 1);
  ids.learn('res.users', recordedUids[version].hub, uids.integration);
  ids.learn('res.users', 2, uids.admin);
}

function skip(reason: string): void {
  tally.skipped += 1;
  tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
}

describe.skipIf(!haveTranscripts).each(versions)(
  skipped('recorded from Odoo %i', !haveTranscripts && '../shared/odoo/transcripts is not here'),
  (version) => {
    it.each(scenarios)('$name: the twin answers as Odoo did', async (scenario) => {
      const stage = await setUp(version, scenario);
      const found: string[] = [];
      for (const [at, step] of loadTranscript(version, scenario.name).entries()) {
        await prepare(stage, scenario, at);
        await scenario.before?.[at]?.(stage.world, stage.prepared);
        const reason =
          scenario.skip?.[at] ??
          (version < 19 ? scenario.skipUntil18?.[at] : undefined) ??
          scenario.only?.[version]?.[at];
        if (reason) {
          skip(reason);
          continue;
        }
        const played = await play(stage, step, scenario.ignore?.[at]);
        if (played.kind === 'not played') skip(played.reason);
        else tally.played += 1;
        if (played.kind === 'differs')
          found.push(...played.differences.map((difference) => `[${at}] ${step.note} ${difference}`));
      }
      expect(found).toEqual([]);
      expect(twin.crashes).toEqual([]);
    });
  },
);
