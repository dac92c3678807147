import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberedSql } from '../../services/store/read/search.ts';
import { type TestContext, testContext } from '../support/context.ts';

let context: TestContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.close());

test.each(['*', '0198c1a2-0000-7000-8000-0000000000a1'])(
  'row-level security lets the index of numbers be used, for %s',
  async (visibility) => {
    const plan = await context.db.screens(visibility, async (tx) => {
      // A table of no rows is walked through otherwise.
      await tx.raw('set local enable_seqscan = off');
      const { rows } = await tx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`explain ${numberedSql}`, [
        ['WHOUT00042'],
        ['WHOUT00042~'],
      ]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index (Only )?Scan .*document_number_search/);
    expect(plan).toMatch(/Index Cond: \(\(number >= .*\(number < /);
  },
);
