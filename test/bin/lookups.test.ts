import { afterAll, beforeAll, expect, test } from 'vitest';
import { crossReferences } from '../../services/store/cross-references.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock lookups`: the cross references of partners.

let database: TestDatabase;
const [quayside, other] = ['0198c1a2-0000-7000-8000-0000000000b1', '0198c1a2-0000-7000-8000-0000000000b2'] as const;
beforeAll(async () => {
  database = await testDatabase();
  await database.knex('organization').insert([
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
    { id: other, name: 'Other Logistics', kind: '3pl' },
  ]);
});
afterAll(() => database.drop());

const lookups = (args: readonly string[], stdin?: string) =>
  said(['lookups', ...args], {
    env: { DATABASE_URL: database.url, CROSSDOCK_KEYS: testKeys[0]! },
    ...(stdin === undefined ? {} : { stdin }),
  });
const list = async (partner: string) =>
  (await lookups(['list', '--partner', partner])).out.split('\n').filter((line) => line !== '');

test('are imported from a CSV file, read over what is there, and listed', async () => {
  const to = ['--partner', 'Quayside Logistics', '--name', 'ship-to'];
  expect(await lookups(['import', '-', ...to], 'value,key\nWEST,0042\n"EAST, dock 2",0043\n')).toMatchObject({
    code: 0,
    err: '',
    out: 'ship-to of Quayside Logistics: 2 written, 0 removed.\n',
  });
  await lookups(['import', '-', '--partner', 'Other Logistics', '--name', 'ship-to'], 'key,value\n0042,ELSEWHERE\n');
  await lookups(['import', '-', ...to], 'key,value\n0042,SOUTH\n');
  expect(await list('Quayside Logistics')).toEqual(['ship-to\t0042\tSOUTH', 'ship-to\t0043\tEAST, dock 2']);
  const { out } = await lookups(['import', '-', ...to, '--replace', '--json'], 'key,value\n0042,SOUTH\n');
  expect(JSON.parse(out)).toMatchObject({ written: 0, removed: 1 });
  expect(await list('Quayside Logistics')).toEqual(['ship-to\t0042\tSOUTH']);
  expect(await list('Other Logistics')).toEqual(['ship-to\t0042\tELSEWHERE']);
});

test('an entry is set and removed by itself, and the audit trail has what was there before', async () => {
  const to = ['--partner', 'Quayside Logistics', '--name', 'dock'];
  expect(await lookups(['set', 'D7', 'Shelf 7', ...to])).toMatchObject({ code: 0, err: '' });
  expect((await lookups(['set', 'D7', 'Shelf 8', ...to])).out).toBe(
    'dock of Quayside Logistics: 1 written, 0 removed.\n',
  );
  expect((await lookups(['remove', 'D7', ...to])).out).toBe('dock of Quayside Logistics: 0 written, 1 removed.\n');
  expect((await lookups(['remove', 'D7', ...to])).out).toBe('dock of Quayside Logistics: 0 written, 0 removed.\n');
  const entries = await database
    .knex('audit_entry')
    .where({ org_id: quayside, action: 'lookup.changed' })
    .orderBy('id');
  expect(entries.slice(-3).map(({ detail: { before, after } }) => [before.D7, after.D7])).toEqual([
    [null, 'Shelf 7'],
    ['Shelf 7', 'Shelf 8'],
    ['Shelf 8', null],
  ]);
});

test.each([
  ['key,value\n1,2\n1,3\n', '-: row 2: the key 1 stands there a second time.'],
  ['key,value\n1,\n', '-: row 1 has no value.'],
  ['a,b\n1,2\n', '-: The columns must be called key and value.'],
  [
    'key,value\n1,2,3\n',
    "-: Line 2, column 1: The row has 3 columns; the first one has 2. Nothing is made of the file, because the row's values would stand under the wrong names.",
  ],
  ['key,value\n', '- has no entries.'],
])('that are wrong are refused with what is wrong and where: %j', async (text, message) => {
  const answer = await lookups(['import', '-', '--partner', 'Other Logistics', '--name', 'sku'], text);
  expect(answer).toMatchObject({ code: 2, out: '', err: `${message}\n` });
  expect((await list('Other Logistics')).filter((line) => line.startsWith('sku'))).toEqual([]);
});

test('of a partner that there is not, or under a name that is none, are a mistake in use', async () => {
  const text = 'key,value\n1,2\n';
  expect(await lookups(['import', '-', '--partner', 'Nobody', '--name', 'sku'], text)).toMatchObject({
    code: 2,
    err: 'There is no partner called Nobody. `crossdock partner list` shows all.\n',
  });
  expect((await lookups(['import', '-', '--partner', 'Other Logistics', '--name', 'A b'], text)).code).toBe(2);
});

test('are found by name and key, those of the partner only', async () => {
  const context: TestContext = await testContext();
  try {
    const { db } = context;
    await db.system('organization').insert({ id: quayside, name: 'Q', kind: '3pl' });
    const entries = Array.from({ length: 300 }, (_, nth) => ({
      org_id: quayside,
      name: 'sku',
      key: `K${nth}`,
      value: `V${nth}`,
    }));
    await db.system('cross_reference').insert(entries);
    const wanted = new Map([
      ['sku', new Set([...entries.map(({ key }) => key), 'unknown'])],
      ['ship-to', new Set(['K1'])],
    ]);
    const found = await crossReferences(db.pool, quayside, wanted);
    expect([...found.keys()]).toEqual(['sku']);
    expect(found.get('sku')?.size).toBe(300);
    expect(found.get('sku')?.get('K7')).toBe('V7');
    expect(await crossReferences(db.pool, other, wanted)).toEqual(new Map());
  } finally {
    await context.close();
  }
});
