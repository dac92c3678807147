import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Seeded } from '../../services/odoo/twin/seed.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { seedAll, serveTwin, type TwinServer } from './twin-rig.ts';

let database: TestDatabase; let twin: TwinServer; let seeded: Record<17 | 18 | 19, Seeded>;
beforeAll(async () => { database = await testDatabase(); seeded = await seedAll(database.knex); twin = await serveTwin(database.knex); });
afterAll(async () => { await twin.close(); await database.drop(); });
async function call(model: string, method: string, body: object) {
  const res = await fetch(`${twin.url}/json/2/${model}/${method}`, { method: 'POST', headers: { authorization: `bearer ${seeded[19].apiKey}`, 'x-odoo-database': 'northgate-19', 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: res.status, body: await res.json() as any };
}
describe('smoke', () => {
  it('reads', async () => {
    const r = await call('stock.picking', 'search_read', { domain: [['picking_type_code', '=', 'outgoing'], ['name', 'like', 'WH/OUT']], fields: ['name', 'state', 'partner_id', 'move_ids', 'move_line_ids', 'weight', 'shipping_weight', 'sale_id', 'products_availability', 'picking_type_id'], limit: 2, order: 'name' });
    console.log(JSON.stringify(r, null, 1), twin.crashes);
    const p = r.body[0];
    console.log(JSON.stringify(await call('stock.move.line', 'search_read', { domain: [['picking_id', '=', p.id]], fields: ['move_id', 'quantity', 'state', 'picked'] })));
    console.log(JSON.stringify(await call('stock.move.line', 'write', { ids: [p.move_line_ids[0]], vals: { quantity: 7, picked: true } })));
    console.log(JSON.stringify(await call('stock.picking', 'button_validate', { ids: [p.id] })));
    console.log(JSON.stringify(await call('stock.picking', 'button_validate', { ids: [p.id], context: { skip_backorder: true } })));
    console.log(JSON.stringify(await call('stock.picking', 'web_read', { ids: [p.id], specification: { name: {}, state: {}, date_done: {}, backorder_ids: { fields: { name: {}, state: {}, move_ids: { fields: { product_id: { fields: { default_code: {} } }, product_uom_qty: {}, quantity: {}, state: {} } } } }, sale_id: { fields: { delivery_status: {} } } } })));
    console.log(twin.crashes);
    expect(r.status).toBe(200);
  });
});
