import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeHead } from '../../services/store/lanes.ts';
import { migrate } from '../../services/store/migrate.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

// A home from before deliveries had destinations, stopped in the middle of its work.

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const firstNew = '20261130_090_destinations.ts';
const orgId = uuidv7();
const states = ['pending', 'in-flight', 'applied', 'already-applied', 'refused', 'held', 'failed'] as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
  const { knex } = database;
  const former = readdirSync(directory).filter((name) => name.endsWith('.ts') && name < firstNew);
  const settings = { directory, loadExtensions: ['.ts'], tableName: 'schema_migration' };
  for (const _ of former) await knex.migrate.up(settings);
  const of = { org_id: orgId, environment: 'production' };
  await knex('organization').insert([
    { id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' },
    { id: uuidv7(), name: 'Northgate Outfitters', kind: 'owner', stage: 'live' },
  ]);
  await knex('agreement').insert({
    ...{ ...of, id: uuidv7(), direction: 'out', set_code: '940', version: '004010', channel: 'https', mapping: 'm' },
  });
  const documentId = uuidv7();
  await knex('document').insert({
    ...{ ...of, id: documentId, direction: 'out', channel: 'https', state: 'ready', transport_id: documentId },
    ...{ size_bytes: 1, sha256: Buffer.from('x'), sets: JSON.stringify([{ code: '940', count: 1 }]) },
  });
  const at = new Date();
  for (const subscriber of ['odoo', 'partner'] as const)
    for (const state of states) {
      const eventId = `${subscriber} ${state}`;
      await knex('event').insert({
        ...{ ...of, id: eventId, type: 'warehouse-order.released.v1', subject: eventId, occurred_at: at },
        ...{ received_at: at, data: '{}', provenance: '{}' },
      });
      await knex('delivery').insert({
        ...{ ...of, id: uuidv7(), event_id: eventId, subscriber, state },
        lane: subscriber === 'odoo' ? 'odoo/c/r' : `partner/production/${orgId}`,
        ...(subscriber === 'partner' && state === 'applied' && { document_id: documentId }),
      });
    }
  await knex('wake_up').insert([
    { topic: 'lane', key: `partner/production/${orgId}`, owner_id: orgId },
    { topic: 'lane', key: 'odoo/c/r', owner_id: orgId },
  ]);
}, 120_000);
afterAll(() => database.drop());

test('every delivery keeps its state and place in its lane, under the names of today, and every partner gets its mailbox', async () => {
  const { knex, url } = database;
  await migrate(url);
  const rows = await knex('delivery')
    .orderBy('seq')
    .select('event_id', 'destination', 'place', 'lane', 'state', 'endpoint_id');
  expect(rows).toEqual(
    (['odoo', 'partner'] as const).flatMap((subscriber) =>
      states.map((state) => ({
        event_id: `${subscriber} ${state}`,
        destination: subscriber === 'odoo' ? 'odoo' : 'document',
        place: subscriber === 'partner' && state === 'applied' ? '940' : '',
        lane: subscriber === 'odoo' ? 'odoo/c/r' : `document/production/${orgId}`,
        ...{ state, endpoint_id: null },
      })),
    ),
  );
  expect(await knex('wake_up').where({ topic: 'lane' }).orderBy('id').pluck('key')).toEqual([
    `document/production/${orgId}`,
    'odoo/c/r',
  ]);
  expect(
    await knex('channel_endpoint').orderBy('environment').select('org_id', 'environment', 'name', 'channel'),
  ).toEqual(
    ['production', 'sandbox'].map((environment) => ({ org_id: orgId, environment, name: 'https', channel: 'https' })),
  );
  expect(await knex('agreement').pluck('endpoint')).toEqual(['https']);
  // The work goes on where it stopped.
  const client = new Client({ connectionString: url });
  await client.connect();
  const head = await takeHead(client, `document/production/${orgId}`, new Date());
  await client.end();
  expect(head).toMatchObject({ destination: 'document', place: '', event: { id: 'partner pending' } });
});

test('what goes where is held by the table: an event to an endpoint, a document to Odoo, and the same twice are refused', async () => {
  const { knex } = database;
  const { id: endpointId } = await knex('channel_endpoint').first('id');
  const { id: documentId } = await knex('document').first('id');
  const row = { org_id: orgId, environment: 'production', lane: 'l' };
  const wrong: object[] = [
    { destination: 'channel', event_id: 'odoo held', endpoint_id: endpointId, document_id: documentId },
    { destination: 'channel', document_id: documentId },
    { destination: 'channel', endpoint_id: endpointId },
    { destination: 'odoo', document_id: documentId },
    { destination: 'document', event_id: 'odoo held', endpoint_id: endpointId },
    { destination: 'telepathy', event_id: 'odoo held' },
    { destination: 'document', event_id: 'partner applied', place: '940' },
  ];
  for (const one of wrong)
    await expect(knex('delivery').insert({ ...row, ...one, id: uuidv7() }), JSON.stringify(one)).rejects.toThrow(
      /constraint/,
    );
  for (const place of ['943', 'order'])
    await knex('delivery').insert({
      ...row,
      destination: 'document',
      event_id: 'partner applied',
      place,
      id: uuidv7(),
    });
});
