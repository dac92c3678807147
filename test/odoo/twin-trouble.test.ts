import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { setTrouble, type Trouble } from '../../services/twins/odoo/trouble.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { seedAll, serveTwin, type TwinServer, versions } from './twin-rig.ts';

let database: TestDatabase;
let twin: TwinServer;
let seeded: Record<17 | 18 | 19, Seeded>;

beforeAll(async () => {
  database = await testDatabase();
  seeded = await seedAll(database.knex, { transfers: 3, receipts: 0 });
  twin = await serveTwin(database.knex);
});
afterAll(async () => {
  expect(twin.crashes).toEqual([]);
  await twin.close();
  await database.drop();
});

const clientOf = ({ database: name, login, apiKey, version }: Seeded) =>
  connectOdoo({ url: twin.url, database: name, login, apiKey, version });

describe.each(versions)('trouble at the twin of Odoo %i', (version) => {
  let client: OdooClient;
  let id: number;
  beforeAll(async () => {
    client = clientOf(seeded[version]);
    id = (await client.searchRead('stock.picking', [['name', '=', 'WH/OUT/00001']], ['name']))[0]!.id;
  });
  const cause = async (trouble: Trouble | null, key = seeded[version].apiKey) => {
    const url = `${twin.url}/${seeded[version].database}/trouble`;
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(url, { method: 'PUT', headers, body: JSON.stringify(trouble) })).status;
  };
  const stateOf = async () => (await client.read('stock.picking', [id], ['state']))[0]!.state;
  const validate = () =>
    client.call('stock.picking', 'button_validate', { ids: [id], context: { skip_backorder: true } });

  it('is switched by those who have a key, and must be one that there is', async () => {
    expect(await cause({ kind: 'down' }, 'wrong')).toBe(401);
    expect(await cause({ kind: 'flood' } as never)).toBe(422);
    expect(await stateOf()).toBe('assigned');
  });

  it('down: nothing is answered and nothing is done', async () => {
    await cause({ kind: 'down' });
    await expect(validate()).rejects.toMatchObject({ kind: expect.stringMatching(/unreachable|unknown-outcome/) });
    await cause(null);
    expect(await stateOf()).toBe('assigned');
  });

  it('a serialization failure is worth another try, and is over after the times it was asked for', async () => {
    await cause({ kind: 'serialization', method: 'button_validate', times: 1 });
    expect(await stateOf()).toBe('assigned');
    await expect(validate()).rejects.toMatchObject({ kind: 'retry', fault: 'psycopg2.errors.SerializationFailure' });
    expect(await stateOf()).toBe('assigned');
  });

  it('cut: the work is done and the answer is lost', async () => {
    await cause({ kind: 'cut', method: 'button_validate', times: 1 });
    await expect(validate()).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(await stateOf()).toBe('done');
  });

  it('slow: the answer comes, later', async () => {
    await cause({ kind: 'slow', method: 'read', times: 1, seconds: 0.05 });
    expect(await stateOf()).toBe('done');
  });
});

it('is switched from a test as well', async () => {
  const { database: name } = await seedTwin(database.knex, { database: 'shaken', version: 19, transfers: 0 });
  await setTrouble(database.knex, name, { kind: 'down' });
  await expect(fetch(`${twin.url}/${name}/web/health`)).rejects.toThrow('fetch failed');
  await setTrouble(database.knex, name, null);
});

describe.each(versions)('a twin of Odoo %i without stock_delivery', (version) => {
  let client: OdooClient;
  beforeAll(async () => {
    const lacks = ['stock_delivery'];
    client = clientOf(await seedTwin(database.knex, { database: `bare-${version}`, version, transfers: 2, lacks }));
  });

  it('knows neither tracking number nor weight nor carrier', async () => {
    for (const field of ['carrier_tracking_ref', 'weight', 'carrier_id'])
      await expect(client.searchRead('stock.picking', [], [field])).rejects.toMatchObject({
        fault: 'builtins.ValueError',
        message: expect.stringContaining(`Invalid field '${field}' on`),
      });
    await expect(client.searchRead('delivery.carrier', [], ['name'])).rejects.toMatchObject({
      fault: version >= 19 ? 'werkzeug.exceptions.NotFound' : 'odoo.exceptions.UserError',
    });
    expect(
      await client.call('stock.picking', 'fields_get', {
        args: { allfields: ['weight', 'origin'], attributes: ['type'] },
      }),
    ).toEqual({ origin: { type: 'char' } });
  });

  it('ships all the same', async () => {
    const [picking] = await client.searchRead('stock.picking', [['state', '=', 'assigned']], ['name'], { limit: 1 });
    expect(await client.call('stock.picking', 'button_validate', { ids: [picking!.id] })).toBe(true);
  });
});
