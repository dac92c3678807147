import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../services/store/migrate.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

// A home from before findings called what they found `received`.

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const firstNew = '20261130_070_received.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
}, 120_000);
afterAll(() => database.drop());

test('a stored finding keeps its value under the new name, its place among the others, and all else', async () => {
  const { knex } = database;
  const former = readdirSync(directory).filter((name) => name.endsWith('.ts') && name < firstNew);
  const settings = { directory, loadExtensions: ['.ts'], tableName: 'schema_migration' };
  for (const _ of former) await knex.migrate.up(settings);
  const [orgId, id] = [uuidv7(), uuidv7()];
  await knex('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl', stage: 'live' });
  const at = { level: 'standard', explanation: 'No.' };
  await knex('document').insert({
    ...{ id, org_id: orgId, environment: 'production', direction: 'in', channel: 'https', state: 'translated' },
    ...{ transport_id: 't', size_bytes: 1, sha256: Buffer.from('x') },
    findings: JSON.stringify([
      { ...at, code: 'a', said: 'CS' },
      { ...at, code: 'b' },
      { ...at, code: 'c', said: '' },
    ]),
  });
  await migrate(database.url);
  const { findings } = await knex('document').where({ id }).first();
  expect(findings).toEqual([
    { ...at, code: 'a', received: 'CS' },
    { ...at, code: 'b' },
    { ...at, code: 'c', received: '' },
  ]);
});
