import { expect, test } from 'vitest';
import { briefError } from '../../services/bin/log.ts';
import { append, largest } from '../../services/domain/lists.ts';
import { openDatabase } from '../../services/store/database.ts';
import { testDatabase, testKeys } from '../support/database.ts';

const secret = 'ISA*00*quayside';

test('an error of the database is logged without the values of its statement, however many they were', async () => {
  const database = await testDatabase();
  const db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 4 });
  try {
    const values = Array.from({ length: 60_000 }, (_, at) => `${secret} ${at}`);
    const error: unknown = await db.system
      .raw(`select ${values.map(() => '?').join(',')} from absent_table`, values)
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    const logged = JSON.stringify(briefError(error));
    expect(logged).toContain('absent_table');
    expect(logged).not.toContain(secret);
    expect(logged.length).toBeLessThan(4_000);
  } finally {
    await db.close();
    await database.drop();
  }
});

test('what is behind an error is logged as well, and cut as well', () => {
  const failures = Array.from({ length: 1000 }, (_, at) => new Error(`${at} ${'x'.repeat(100_000)} at the end`));
  const error = new AggregateError(failures, 'several', { cause: new Error('behind it') });
  const brief = briefError(error);
  expect(brief).toMatchObject({ message: 'several', cause: { message: 'behind it' } });
  expect(brief.errors?.[0]?.message).toMatch(/^0 x+ … \d+ characters … x+ at the end$/);
  expect(JSON.stringify(brief).length).toBeLessThan(20_000);
});

test('lists of a million items are joined and compared', () => {
  const million = Array.from({ length: 1_000_000 }, (_, at) => at);
  const list = [1];
  append(list, million);
  expect(list).toHaveLength(1_000_001);
  expect(largest(million)).toBe(999_999);
});
