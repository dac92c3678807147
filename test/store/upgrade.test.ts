import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileConfiguration } from '../../services/domain/configuration/compile.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { configurationFiles, configurationHash, textsOf } from '../../services/store/configurations.ts';
import { migrate } from '../../services/store/migrate.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

// A home from before configurations had releases.

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const firstNew = '20261130_010_configuration.ts';
const orgId = '0198c1a2-0000-7000-8000-0000000000a1';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
  const { knex } = database;
  const former = readdirSync(directory).filter((name) => name.endsWith('.ts') && name < firstNew);
  const settings = { directory, loadExtensions: ['.ts'], tableName: 'schema_migration' };
  for (const _ of former) await knex.migrate.up(settings);
  await knex('organization').insert([
    { id: uuidv7(), name: 'Northgate Outfitters', kind: 'owner' },
    {
      ...{ id: orgId, name: 'Quayside "Dry" Logistics', kind: '3pl', stage: 'live' },
      ...{ profile: 'standard-3pl', time_zone: 'America/New_York' },
    },
  ]);
  await knex('trading_identity').insert({
    ...{
      id: uuidv7(),
      org_id: orgId,
      environment: 'production',
      qualifier: 'ZZ',
      isa_id: 'QUAYSIDE',
      gs_id: 'QSGROUP',
    },
  });
  const agreed = { org_id: orgId, environment: 'production', version: '004010', channel: 'https', event_type: 'x' };
  await knex('agreement').insert([
    {
      ...{ ...agreed, id: uuidv7(), direction: 'in', set_code: '945', mapping: '945-in.yaml' },
      acknowledgement: JSON.stringify({ functional: '999', ta1: 'always', ackWithinMinutes: 90 }),
    },
    { ...agreed, id: uuidv7(), direction: 'out', set_code: '940', mapping: '940-out.yaml', active: false },
  ]);
}, 120_000);
afterAll(() => database.drop());

test('gets release 1 of each partner from its template and its rows, and can be read with it', async () => {
  await migrate(database.url);
  const { knex } = database;
  const [release] = await knex('release').where({ org_id: orgId });
  expect(release).toMatchObject({ number: 1, created_by: 'upgrade' });
  expect(await knex('configuration_in_use').where({ org_id: orgId }).orderBy('environment')).toMatchObject([
    { environment: 'production', release_id: release.id, hash: release.hash },
    { environment: 'sandbox', release_id: null, hash: release.hash },
  ]);
  const files = await configurationFiles(knex, orgId, release.hash as string);
  expect(configurationHash(files)).toBe(release.hash);
  const { standards } = loadCatalog();
  const { configuration, faults } = compileConfiguration(textsOf(files), { standards });
  expect(faults).toEqual([]);
  expect(configuration).toMatchObject({
    ...{ name: 'Quayside "Dry" Logistics', kind: '3pl', templates: ['standard-3pl'], zone: 'America/New_York' },
    identities: { production: [{ qualifier: 'ZZ', isaId: 'QUAYSIDE', gsId: 'QSGROUP' }], sandbox: [] },
    documents: [
      {
        ...{ set: '945', direction: 'inbound', version: '004010', mapping: '945-in.yaml' },
        acknowledgement: { functional: '999', ta1: 'always', includeAcceptedSets: true },
        sla: { acknowledgedWithinMinutes: 90, answeredWithinMinutes: 2880 },
      },
    ],
  });
  expect(configuration!.guides.map(({ set }) => set)).toEqual(expect.arrayContaining(['945', '997']));
});
