import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

test('two test databases have nothing in common', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await one.knex.raw('create table only_here (id int)');
  await expect(two.knex.raw('select * from only_here')).rejects.toThrow(/does not exist/);
  await Promise.all([one.drop(), two.drop()]);
  await expect(one.knex.raw('select 1')).rejects.toThrow();
});

test('a test database sorts text the same way on every machine', async () => {
  const database = await testDatabase();
  const { rows } = await database.knex.raw(
    `select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([{ provider: 'b', locale: 'C.UTF-8' }]);
  await database.drop();
});
