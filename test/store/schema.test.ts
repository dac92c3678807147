import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { dumpSchema, schemaFile } from '../support/dump-schema.ts';

test('migrations/schema.sql shows what the migrations make; after a change run `node test/support/dump-schema.ts`', async () => {
  const database = await testDatabase();
  try {
    expect(readFileSync(schemaFile, 'utf8')).toBe(await dumpSchema(database.url));
  } finally {
    await database.drop();
  }
});
