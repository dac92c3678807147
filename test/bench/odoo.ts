import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import type { Json, OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { versionFacts } from '../../services/odoo/version.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { x945, x945s } from '../odoo/real/documents.ts';
import { sscc } from '../odoo/real/events.ts';
import { type OdooGate, odooGate } from '../odoo/real/odoo-gate.ts';
import { plainOdoo } from '../odoo/real/plain-odoo.ts';
import { realServer, type Server } from '../odoo/real/rig.ts';
import { buildWorld, type Product, type World } from '../odoo/real/world.ts';
import { postAll } from './load.ts';
import { against, alone, type Result } from './report.ts';
import { benchKey, benchRig, freePort } from './rig.ts';

const perRound = 16;
const rounds = 2;
const lanes = 8;
/** What waits together after an outage, or comes in one file: as much as goes to Odoo at once. */
const backlog = 50;

interface Order {
  readonly id: number;
  readonly name: string;
  readonly product: Product;
}

/** 945s through the whole hub into each real Odoo that the environment names, beside the same calls made by hand. */
export async function benchOdoo(): Promise<readonly Result[]> {
  const servers = ([19, 18, 17] as const).flatMap((version) => realServer(version) ?? []);
  if (servers.length === 0) console.log('  skipped: ODOO19_URL names no server (see CONTRIBUTING.md)');
  const results: Result[] = [];
  for (const server of servers) results.push(...(await benchServer(server)));
  return results;
}

/** One after another, eight at a time, and fifty that wait: the hub brings those together. */
async function benchServer(server: Server): Promise<readonly Result[]> {
  const world = await buildWorld(await plainOdoo({ ...server, login: server.setUpLogin, key: server.setUpKey }));
  const gate = await odooGate(server.url);
  const direct = connectOdoo({ ...server, apiKey: server.key });
  const rig = await benchRig();
  try {
    const { url, apiKeys } = await rig.database('odoo', 1);
    const db = knexFactory({ client: 'pg', connection: url, pool: { min: 0, max: 4 } });
    await connectTo(db, gate, server, world);
    const hub = await rig.hub(url, 'api,worker', await freePort());
    const headers = `Authorization: Bearer ${apiKeys['standard-3pl/production']}\r\nContent-Type: application/edi-x12`;
    let said = 0;
    const inOneFile = async (orders: readonly Order[]) => {
      const sets = orders.map(({ name, product }) => ({
        transfer: name,
        lines: linesOf(product),
        tracking: `T${name}`,
      }));
      await postAll(hub.url, headers, [Buffer.from(x945s(sets), 'latin1')], 1);
      said += orders.length;
      await applied(db, said);
    };
    const throughHub = async (orders: readonly Order[], atOnce: boolean) => {
      for (const batch of atOnce ? [orders] : orders.map((order) => [order])) {
        const bodies = batch.map(({ name, product }) => Buffer.from(documentOf(name, product), 'latin1'));
        await postAll(hub.url, headers, bodies, lanes);
        said += batch.length;
        await applied(db, said);
      }
    };
    await throughHub(await makeOrders(world, 2), false);
    gate.calls.length = 0;
    const costs = new Costs(direct);
    const sums = { handAlone: 0, hubAlone: 0, handLanes: 0, hubLanes: 0, hubFile: 0 };
    const calls = { alone: 0, file: 0, fileMs: 0 };
    // In turn, so that a machine that changes its pace changes it for all.
    for (let round = 0; round < rounds; round += 1) {
      for (const [key, work] of [
        ['handAlone', (orders: readonly Order[]) => byHand(costs.client, orders, 1)],
        ['hubAlone', (orders: readonly Order[]) => throughHub(orders, false)],
        ['handLanes', (orders: readonly Order[]) => byHand(direct, orders, lanes)],
        ['hubLanes', (orders: readonly Order[]) => throughHub(orders, true)],
      ] as const) {
        const orders = await makeOrders(world, perRound);
        const start = performance.now();
        gate.calls.length = 0;
        await work(orders);
        sums[key] += (performance.now() - start) / 1000;
        if (key === 'hubAlone') calls.alone += gate.calls.length;
      }
      const orders = await makeOrders(world, 2 * backlog);
      gate.calls.length = 0;
      gate.busyMs = 0;
      const start = performance.now();
      await inOneFile(orders);
      sums.hubFile += (performance.now() - start) / 1000;
      calls.file += gate.calls.length;
      calls.fileMs += gate.busyMs;
    }
    await hub.stop();
    await db.destroy();
    const total = perRound * rounds;
    const inFiles = 2 * backlog * rounds;
    const byHandAlone = total / sums.handAlone;
    const of = `Odoo ${server.version}`;
    return [
      against(`${of}: 945/s one by one, through the hub`, total / sums.hubAlone, '945/s', 'by hand', byHandAlone),
      against(`${of}: 945/s of ${lanes} at a time`, total / sums.hubLanes, '945/s', 'by hand', total / sums.handLanes),
      against(
        `${of}: 945/s of files of ${2 * backlog}`,
        inFiles / sums.hubFile,
        '945/s',
        'one by one by hand',
        byHandAlone,
      ),
      against(
        `${of}: 945/s of these in Odoo's calls`,
        (inFiles / calls.fileMs) * 1000,
        '945/s',
        'with the hub',
        inFiles / sums.hubFile,
      ),
      alone(`${of}: calls of the hub per 945, one by one`, calls.alone / total, 'calls'),
      alone(`${of}: calls of the hub per 945, of files`, calls.file / inFiles, 'calls'),
      ...costs.results(),
    ];
  } finally {
    await gate.shut();
    await rig.stop();
  }
}

const linesOf = ({ sku }: Product) => [{ sku, quantity: 2, sscc: sscc() }];
const documentOf = (name: string, product: Product) => x945(name, linesOf(product), `T${name}`);

async function connectTo(db: Knex, gate: OdooGate, server: Server, world: World): Promise<void> {
  await db('odoo_connection')
    .where({ environment: 'production' })
    .update({
      ...{
        kind: 'odoo',
        url: gate.url,
        database: server.database,
        login: server.login,
        version: String(server.version),
      },
      ...{ secret: secretBox([benchKey]).seal(server.key), settings: JSON.stringify({}) },
    });
  const { inType, outType } = world.warehouse;
  await db('odoo_partner').update({ picking_type_ids: [inType, outType] });
}

/** Orders over five products, each in a shelf of its own. */
async function makeOrders(world: World, count: number): Promise<readonly Order[]> {
  const products = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const product = await world.product();
      await world.stock(product, await world.shelf(), 1000);
      return product;
    }),
  );
  const { odoo, customer } = world;
  const of = (n: number) => products[n % products.length]!;
  const values = Array.from({ length: count }, (_, n) => ({
    partner_id: customer,
    order_line: [[0, 0, { product_id: of(n).id, product_uom_qty: 2 }]],
  }));
  const made = await odoo.call<readonly number[]>('sale.order', 'create', [values]);
  await odoo.call('sale.order', 'action_confirm', [made]);
  const transfers = await odoo.rows('stock.picking', [['sale_id', 'in', made]], ['name', 'sale_id', 'state']);
  return transfers.map(({ id, name, sale_id }) => {
    const at = made.indexOf((sale_id as [number, string])[0]);
    return { id, name: String(name), product: of(at) };
  });
}

async function applied(db: Knex, count: number): Promise<void> {
  for (;;) {
    const { rows } = await db.raw<{ rows: { good: number; bad: number }[] }>(
      `select count(*) filter (where state in ('applied', 'already-applied'))::int as good,
         count(*) filter (where state in ('held', 'refused', 'failed'))::int as bad from delivery`,
    );
    const { good, bad } = rows[0]!;
    if (bad > 0) throw new Error(`${bad} documents were not applied.`);
    if (good >= count) return;
    await wait(5);
  }
}

/** The calls that somebody would write who ships these orders and nothing else. */
async function byHand(client: OdooClient, orders: readonly Order[], atATime: number): Promise<void> {
  let next = 0;
  const run = async () => {
    for (let order = orders[next++]; order; order = orders[next++]) await shipByHand(client, order);
  };
  await Promise.all(Array.from({ length: atATime }, run));
}

const line = ['location_id', 'location_dest_id', 'lot_id', 'package_id', 'owner_id', 'product_uom_id'] as const;
const fields = Object.fromEntries(line.map((name) => [name, { fields: {} }]));
const tree = { state: {}, move_ids: { fields: { product_id: {}, move_line_ids: { fields } } } };

async function shipByHand(client: OdooClient, { name }: Order): Promise<void> {
  const [picking] = await client.webSearchRead('stock.picking', [['name', '=', name]], tree);
  const move = (picking!.move_ids as unknown as Record<string, Json>[])[0]!;
  const reserved = (move.move_line_ids as unknown as Record<string, { id: number } | false>[])[0]!;
  const label = sscc();
  const { packageModel } = versionFacts[client.majorVersion];
  await client.searchRead(packageModel, [['name', '=', label]], ['location_id']);
  const [packed] = await client.create(packageModel, [{ name: label }]);
  const copied = Object.fromEntries(line.map((field) => [field, reserved[field] ? reserved[field].id : false]));
  const fresh = { ...copied, move_id: move.id!, product_id: move.product_id!, quantity: 2, picked: true };
  await client.write('stock.picking', [picking!.id], {
    carrier_tracking_ref: `T${name}`,
    move_line_ids: [
      [2, (reserved as unknown as { id: number }).id],
      [0, 0, { ...fresh, result_package_id: packed! }],
    ],
  });
  const context = { skip_backorder: true, skip_sms: true };
  await client.call('stock.picking', 'button_validate', { ids: [picking!.id], context });
  await client.write('stock.picking', [picking!.id], { date_done: '2026-03-03 22:45:00' });
  await client.webSearchRead('stock.picking', [['name', '=', name]], tree);
}

/** Times each call of a client, by its name and its place in the sequence. */
class Costs {
  readonly client: OdooClient;
  private readonly spent = new Map<string, { ms: number; calls: number }>();

  constructor(direct: OdooClient) {
    const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
      const start = performance.now();
      const answer = await work;
      const { ms, calls } = this.spent.get(name) ?? { ms: 0, calls: 0 };
      this.spent.set(name, { ms: ms + performance.now() - start, calls: calls + 1 });
      return answer;
    };
    this.client = {
      ...direct,
      webSearchRead: (...args) => timed('read the tree (twice)', direct.webSearchRead(...args)),
      searchRead: (...args) => timed('search the package', direct.searchRead(...args)),
      create: (...args) => timed('create the package', direct.create(...args)),
      write: (model, ids, values) =>
        timed('date_done' in values ? 'write date_done' : 'write lines', direct.write(model, ids, values)),
      call: (model, method, options) => timed(method, direct.call(model, method, options)),
    };
  }

  results(): readonly Result[] {
    return [...this.spent].map(([name, { ms, calls }]) => alone(`  ${name}`, ms / calls, 'ms'));
  }
}
