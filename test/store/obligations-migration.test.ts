import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../services/store/migrate.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

// A home from before cases said their kind and what they are about.

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const firstNew = '20261130_030_obligations.ts';
const orgId = uuidv7();
const documentId = uuidv7();
const connectionId = uuidv7();

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
  const { knex } = database;
  const former = readdirSync(directory).filter((name) => name.endsWith('.ts') && name < firstNew);
  const settings = { directory, loadExtensions: ['.ts'], tableName: 'schema_migration' };
  for (const _ of former) await knex.migrate.up(settings);
  const of = { org_id: orgId, environment: 'production' };
  await knex('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' });
  await knex('document').insert({
    ...{ ...of, id: documentId, direction: 'in', channel: 'https', state: 'translated', transport_id: 't' },
    ...{ size_bytes: 1, sha256: Buffer.from('x') },
  });
  const deliveryOf = async (subject: string): Promise<string> => {
    const [eventId, id] = [uuidv7().replaceAll('-', ''), uuidv7()];
    const now = new Date();
    await knex('event').insert({
      ...{ ...of, id: eventId, type: 'warehouse-order.released.v1', subject, occurred_at: now, received_at: now },
      ...{ data: '{}', provenance: '{}' },
    });
    await knex('delivery').insert({ ...of, id, event_id: eventId, subscriber: 'partner', lane: 'l', state: 'held' });
    return id;
  };
  const unsent = await deliveryOf('WH/OUT/00012');
  const at = new Date();
  await knex('sla_clock').insert({
    ...{ ...of, id: uuidv7(), document_id: documentId, name: 'acknowledge', started_at: at, due_at: at },
  });
  const cases: [string, object][] = [
    ['clock.acknowledge', { document_id: documentId }],
    ['ack.unmatched/TA1', { document_id: documentId }],
    ['mapping.empty/945', { document_id: documentId }],
    ['odoo.refused/shipment.milestone.v1', { document_id: documentId, delivery_id: unsent }],
    ['agreement.none/warehouse-order.released.v1', { delivery_id: unsent }],
    [`odoo.feed/${connectionId}/carrier-code/7`, {}],
    [`odoo.connection/${connectionId}`, {}],
    ['api-key.ending/cd_live_1', {}],
    ['disk.low', {}],
  ];
  for (const [fingerprint, more] of cases)
    await knex('exception_case').insert({ ...of, id: uuidv7(), fingerprint, title: 't', detail: 'd', ...more });
}, 120_000);
afterAll(() => database.drop());

test('each case gets its kind and subject, and clocks stay what they are', async () => {
  await migrate(database.url);
  const { knex } = database;
  const rows = await knex('exception_case').orderBy('id').select('kind', 'subject_type', 'document_id', 'subject_id');
  expect(rows.map((row) => [row.kind, row.subject_type, row.document_id ?? row.subject_id])).toEqual([
    ['clock.acknowledge', 'document', documentId],
    ['ta1.unmatched', 'document', documentId],
    ['document.unmapped', 'document', documentId],
    ['delivery.stopped', 'document', documentId],
    ['delivery.stopped', 'order', 'WH/OUT/00012'],
    ['feed.carrier-code', 'connection', connectionId],
    ['connection.failing', 'connection', connectionId],
    ['api-key.ending', 'api-key', 'cd_live_1'],
    ['disk.low', 'organization', orgId],
  ]);
  expect(await knex('sla_clock')).toMatchObject([
    { subject_type: 'document', document_id: documentId, subject_id: null, warn_at: null, state: 'running' },
  ]);
});
