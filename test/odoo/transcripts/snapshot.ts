import type { Knex } from 'knex';
import { schemaFor } from '../../../services/twins/odoo/call.ts';
import { isStored, type Version } from '../../../services/twins/odoo/schema.ts';
import { addTwinKey } from '../../../services/twins/odoo/seed.ts';
import { onHand, putaways, reservedLines, stockNames } from './goods.ts';
import { base, places, put, recorded } from './house.ts';
import { lines, orders, transfers } from './links.ts';
import type { Step } from './load.ts';
import type { Recording } from './recordings.ts';
import { Seen, type Values } from './seen.ts';
import type { Keys } from './send.ts';
import { Start } from './start.ts';

/** A twin database in the state in which a recording begins, under the recorded ids. */
export async function openSnapshot(
  db: Knex,
  version: Version,
  name: string,
  steps: readonly Step[],
  { fix, before = {}, lacks = [] }: Recording = {},
): Promise<{ keys: Keys; seen: Seen; quants: readonly number[] }> {
  const seen = new Seen(schemaFor(version, lacks), steps);
  base(seen, version);
  stockNames(seen, version, steps);
  places(seen, version);
  transfers(seen, version);
  orders(seen, version);
  lines(seen, version);
  reservedLines(seen, version);
  fix?.(seen, version);
  putaways(seen);
  const inside = (location: number) => String(seen.of('stock.location').get(location)?.usage) === 'internal';
  const validated = Object.keys(before)
    .filter((at) => before[Number(at)] === 'validate')
    .map(Number);
  const start = new Start(version, seen, steps, validated);
  const quants = start.quants(inside);
  quants.push(...onHand(seen, version, quants, start));
  quants.push(...[...seen.of('stock.quant')].map(([id, values]) => ({ id, ...values })));
  seen.records.delete('stock.quant');
  for (const quant of quants)
    for (const [model, id] of [
      ['stock.lot', quant.lot_id],
      ['stock.package', quant.package_id],
    ] as const) {
      const name = typeof id === 'number' ? start.names.get(`${model}/${id}`) : undefined;
      if (name)
        put(seen, model, id as number, { name, ...(model === 'stock.lot' && { product_id: quant.product_id }) });
    }
  const [row] = await db('odoo_twin.database')
    .insert({ name, version, lacks: [...lacks] })
    .returning<{ id: number }[]>('id');
  const rows = [...seen.records].flatMap(([model, records]) =>
    [...records].map(([id, values]) => ({ model, id, values: stored(seen, model, values) })),
  );
  let spare = 900_000;
  for (const { id, ...values } of quants)
    rows.push({ model: 'stock.quant', id: id ?? spare++, values: { ...values, company_id: 1 } });
  await db.raw(
    `insert into odoo_twin.record (database_id, model, id, "values")
     select ?::integer, n.model, n.id, n."values" from jsonb_to_recordset(?::jsonb) as n (model text, id integer, "values" jsonb)`,
    [row!.id, JSON.stringify(rows)],
  );
  await counters(db, row!.id, seen);
  const key = (login: string, uid: number, rights: 'admin' | 'integration' | 'restricted') =>
    addTwinKey(db, { database: name, login, uid, rights });
  const keys = {
    integration: await key('edi.hub', recorded[version].hub, 'integration'),
    admin: await key('admin', 2, 'admin'),
    restricted: await key('edi.low', recorded[version].low, 'restricted'),
  };
  return { keys, seen, quants: rows.filter(({ model }) => model === 'stock.quant').map(({ id }) => id) };
}

/** Ids of new records begin far above those of recordings. Once for a database server. */
export async function raiseIds(db: Knex): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select sequencename as name from pg_sequences where schemaname = 'odoo_twin' and sequencename like 'id\\_%'`,
  );
  for (const { name } of rows) await db.raw(`alter sequence odoo_twin.${name} restart with 1000000`);
}

function stored(seen: Seen, model: string, values: Values): Values {
  const { fields, rec } = seen.schema.inner(model);
  const columns = new Set(
    Object.entries(fields).flatMap(([name, field]) => (isStored(field) ? [field.column ?? name] : [])),
  );
  const own = new Set(['closed', 'service', 'quantity_product_uom', rec]);
  return Object.fromEntries(Object.entries(values).filter(([name]) => columns.has(name) || own.has(name)));
}

/** Numbers go on after the highest that the recording begins with. */
async function counters(db: Knex, databaseId: number, seen: Seen): Promise<void> {
  const rows = new Map<string, { prefix: string; next: number }>([
    ['sale', { prefix: 'S', next: 1 }],
    ['purchase', { prefix: 'P', next: 1 }],
  ]);
  for (const [id, type] of seen.of('stock.picking.type')) {
    const code = String(seen.of('stock.warehouse').get(type.warehouse_id as number)?.code ?? 'WH');
    const kinds: Readonly<Record<string, string>> = { incoming: 'IN', outgoing: 'OUT', internal: 'INT' };
    rows.set(`picking/${id}`, { prefix: `${code}/${type.sequence_code ?? kinds[String(type.code)]}/`, next: 1 });
  }
  await db('odoo_twin.counter').insert([...rows].map(([code, row]) => ({ database_id: databaseId, code, ...row })));
}
