import { afterAll, beforeAll, expect } from 'vitest';
import type { CanonicalEvent, EventType } from '../../services/domain/events.ts';
import { type ActionResult, actionOf, type PartnerRules } from '../../services/odoo/actions/index.ts';
import { readCapabilities } from '../../services/odoo/capabilities.ts';
import type { OdooClient, OdooRecord } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { OdooError } from '../../services/odoo/error.ts';
import type { Seeded } from '../../services/twins/odoo/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { losing } from './lossy-client.ts';
import { seedAll, serveTwin, type TwinServer } from './twin-rig.ts';

/** A twin of each version for the tests of one file; call it at the top. @returns the client of a version, to be asked for inside tests and hooks. */
export function twins(): (version: 17 | 18 | 19) => OdooClient {
  let database: TestDatabase;
  let twin: TwinServer;
  let seeded: Record<17 | 18 | 19, Seeded>;
  beforeAll(async () => {
    database = await testDatabase();
    seeded = await seedAll(database.knex, { transfers: 12, receipts: 4 });
    twin = await serveTwin(database.knex);
  });
  afterAll(async () => {
    expect(twin.crashes).toEqual([]);
    await twin.close();
    await database.drop();
  });
  return (version) => {
    const { database: name, login, apiKey } = seeded[version];
    return connectOdoo({ url: twin.url, database: name, login, apiKey, version });
  };
}

export function event(
  type: EventType,
  subject: string,
  data: Record<string, unknown>,
  at = '2026-12-15T16:42:00Z',
  id = `evt-${subject}-${at}`,
): CanonicalEvent {
  return {
    specversion: '1.0',
    id,
    source: '/partners/test',
    type,
    subject,
    time: at,
    datacontenttype: 'application/json',
    dataschema: '',
    data,
  };
}

/** Applies an event for a partner whose sites are all operation types that there are. */
export async function apply(
  client: OdooClient,
  of: CanonicalEvent,
  rules: Partial<PartnerRules> = {},
): Promise<ActionResult> {
  const types = await client.searchRead('stock.picking.type', [], ['name']);
  return actionOf(of.type)!(of, {
    client,
    now: () => '2026-12-16T00:00:00Z',
    version: client.majorVersion,
    capabilities: await readCapabilities(client),
    partner: {
      notified: async () => [],
      pickingTypeIds: types.map(({ id }) => id),
      unreserved: 'reserve',
      unitTolerance: 0,
      overs: 'apply',
      warehouseCancels: 'hold',
      units: new Map(),
      meanings: async () => new Map(),
      trade: { tolerance: 0, unpricedFreight: 'hold' },
      ...rules,
    },
  });
}

export const each = (value: number) => ({ value, unit: 'each', unitCode: 'EA' });
export const moment = (utc: string) => ({ local: utc.slice(0, 19), zone: 'UTC', zoneOrigin: 'document', utc });

export async function transfer(client: OdooClient, name: string): Promise<OdooRecord> {
  const fields = [
    'name',
    'state',
    'carrier_tracking_ref',
    'date_done',
    'scheduled_date',
    'backorder_ids',
    'move_ids',
    'move_line_ids',
  ];
  return (await client.searchRead('stock.picking', [['name', '=', name]], fields))[0]!;
}
export const linesOf = (client: OdooClient, name: string) =>
  client.searchRead(
    'stock.move.line',
    [['picking_id.name', '=', name]],
    ['product_id', 'quantity', 'picked', 'lot_id', 'lot_name', 'result_package_id'],
    { order: 'id' },
  );
export const notesOf = (client: OdooClient, id: number) =>
  client.searchRead(
    'mail.message',
    [
      ['model', '=', 'stock.picking'],
      ['res_id', '=', id],
      ['body', 'like', '[crossdock'],
    ],
    ['body', 'attachment_ids'],
    { order: 'id' },
  );
export const stockOf = async (client: OdooClient, sku: string) => {
  const quants = await client.searchRead(
    'stock.quant',
    [
      ['product_id.default_code', '=', sku],
      ['location_id.usage', '=', 'internal'],
    ],
    ['quantity'],
  );
  return quants.reduce((sum, quant) => sum + Number(quant.quantity), 0);
};

/** Applies an event, killed after each of its changing calls in turn, until a run comes through; then once more. */
export async function killedEverywhere(
  client: OdooClient,
  of: CanonicalEvent,
): Promise<{ kills: string[]; again: ActionResult }> {
  const kills = new Set<string>();
  for (;;) {
    const before = kills.size;
    try {
      await apply(losing(client, kills), of);
      return { kills: [...kills], again: await apply(client, of) };
    } catch (error) {
      if (!(error instanceof OdooError) || kills.size === before) throw error;
    }
  }
}
