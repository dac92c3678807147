import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectQueue } from '../../services/queue/connect.ts';
import { openJobQueue } from '../../services/queue/queue.ts';
import { loginName, purposes } from '../../services/store/logins.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { insertTraffic } from './traffic.ts';

// Somebody's SQL runs on a connection of the hub, opened exactly as the hub opens it. What can it reach?

const [mine, theirs] = ['0198c1a2-0000-7000-8000-0000000000a1', '0198c1a2-0000-7000-8000-0000000000a2'] as const;
type Row = Record<string, unknown>;
type Run = (sql: string) => Promise<Row[]>;

let context: TestContext;
let owner: string;
let database: string;
let queueClient: pg.Client;
let ways: Record<Way, Run>;
const hubWays = ['system', 'front', 'pool', 'lanes', 'intake', 'team', 'team screens'] as const;
const partnerWays = ['partner', 'partner screens'] as const;
const all = [...hubWays, ...partnerWays, 'twin', 'queue'] as const;
type Way = (typeof all)[number];
const purposeOf = (way: Way) => {
  if (way === 'twin' || way === 'queue') return way;
  return (partnerWays as readonly string[]).includes(way) ? 'partner' : 'hub';
};

beforeAll(async () => {
  context = await testContext();
  const { db } = context;
  const { rows } = await context.database.knex.raw<{ rows: { owner: string; database: string }[] }>(
    'select current_user as owner, current_database() as database',
  );
  ({ owner, database } = rows[0]!);
  queueClient = new pg.Client({ connectionString: context.database.logins.queue });
  await queueClient.connect();
  const raw = (knex: { raw: unknown }, sql: string) =>
    (knex.raw as (sql: string) => Promise<{ rows: Row[] }>)(sql).then((answer) => answer.rows);
  ways = {
    system: (sql) => raw(db.system, sql),
    front: (sql) => raw(db.front, sql),
    pool: async (sql) => (await db.pool.query(sql)).rows,
    lanes: async (sql) => (await db.lanes.query(sql)).rows,
    intake: async (sql) => (await db.intake.query(sql)).rows,
    twin: (sql) => raw(db.twin, sql),
    team: (sql) => db.scoped('*', (tx) => raw(tx, sql)),
    'team screens': (sql) => db.screens('*', (tx) => raw(tx, sql)),
    partner: (sql) => db.scoped(mine, (tx) => raw(tx, sql)),
    'partner screens': (sql) => db.screens(mine, (tx) => raw(tx, sql)),
    queue: async (sql) => (await queueClient.query(sql)).rows,
  };
  await db.system('organization').insert([mine, theirs].map((id) => ({ id, name: id, kind: '3pl' })));
  for (const orgId of [mine, theirs]) await insertTraffic(db.system, { orgId });
});
afterAll(async () => {
  await queueClient.end();
  await context.close();
});

const refusal =
  /permission denied|must be (owner|superuser)|insufficient|not permitted|may (set|alter|change)|cannot set/i;

test.each(all)('the login of %s is an ordinary one, and stays it whatever it resets', async (way) => {
  const login = loginName(purposeOf(way), database);
  for (const sql of ['reset role', 'set role none', 'reset session authorization', 'reset all']) {
    await ways[way](sql);
    const [who] = await ways[way](
      `select session_user::text as session, current_user::text as present, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong
       from pg_roles where rolname = current_user`,
    );
    expect([sql, who]).toEqual([sql, { session: login, present: login, strong: false }]);
  }
});

/** Those of the statements that go through. */
async function succeeding(run: Run, statements: readonly string[]): Promise<string[]> {
  const through: string[] = [];
  for (const sql of statements)
    await run(sql).then(
      () => through.push(sql),
      () => undefined,
    );
  return through;
}

const attacks = [
  'alter table document disable row level security',
  'alter table document no force row level security',
  'drop policy own_rows on document',
  'create policy open on document using (true)',
  'alter table audit_entry disable trigger all',
  'drop trigger audit_entry_append_only on audit_entry',
  'set session_replication_role = replica',
  'truncate audit_entry',
  'truncate document cascade',
  'delete from audit_entry',
  'update audit_entry set actor = actor',
  'update audit_entry set at = now(), hash = null',
  'drop table audit_entry cascade',
  'create or replace function app_everything() returns boolean language sql as $$ select true $$',
  'create or replace function audit_entry_guard() returns trigger language plpgsql as $$ begin return old; end $$',
  'create function public.f() returns int language sql security definer as $$ select 1 $$',
  'create table public.mine (x int)',
  'create schema mine',
  'create extension plperlu',
  'create role strong superuser',
  'alter role current_user superuser',
  'alter role current_user bypassrls',
  'alter role current_user createrole',
  'alter system set fsync = off',
  "set log_statement = 'none'",
  "copy (select 1) to program 'cat > /dev/null'",
  "copy (select 1) to '/tmp/crossdock-was-here'",
  "create temp table t (x text); copy t from '/etc/passwd'",
  "select pg_read_file('/etc/passwd')",
  "select pg_ls_dir('.')",
  "select pg_stat_file('PG_VERSION')",
  "select lo_import('/etc/passwd')",
  "select lo_export(lo_create(0), '/tmp/crossdock-was-here')",
  'select * from pg_authid',
  'select * from pg_shadow',
  'select key from wall_key',
  'select pg_reload_conf()',
  'select pg_promote()',
  "load 'auto_explain'",
  'drop database postgres',
];

/** What stands before a table of the hub for whoever uses the connection next. BullMQ needs it, on connections that are its own. */
const covering = ['create temp table document (x int)', 'create temp view organization as select 1 as id'];

describe.each(all)('on %s', (way) => {
  test('nothing opens a wall, alters the schema, or gets to files, roles and settings of the server', async () => {
    const refused = purposeOf(way) === 'queue' ? attacks : [...attacks, ...covering];
    expect(await succeeding(ways[way], refused)).toEqual([]);
    const roles = [owner, 'pg_read_all_data', ...purposes.map((purpose) => loginName(purpose, database))];
    for (const role of roles.filter((name) => name !== loginName(purposeOf(way), database))) {
      await expect(ways[way](`set role "${role}"`), role).rejects.toThrow(refusal);
      await expect(ways[way](`set session authorization "${role}"`), role).rejects.toThrow(refusal);
    }
  });

  test('the tables of the other purposes are closed', async () => {
    const tables = { hub: 'public.wake_up', twin: 'odoo_twin.record', queue: 'bullmq.job' };
    for (const [purpose, table] of Object.entries(tables)) {
      const asked = ways[way](`select count(*)::int as n from ${table}`);
      if (purpose === purposeOf(way)) expect(await asked).toHaveLength(1);
      else await expect(asked, table).rejects.toThrow('permission denied');
    }
  });
});

test('the attacks fail for what they are, and not for a slip in their text: the owner may do nearly all of them', async () => {
  // In transactions that are rolled back. What even the owner may not do in one, or what this server lacks, is left out.
  const impossible =
    /alter system|drop database|plperlu|pg_promote|load|\/tmp|\/etc|app_everything|audit_entry_guard|delete|update|truncate/;
  for (const sql of attacks.filter((one) => !impossible.test(one))) {
    const attempt = context.database.knex.transaction(async (tx) => {
      await tx.raw(sql);
      throw new Error('enough');
    });
    await expect(attempt, sql).rejects.toThrow('enough');
  }
});

describe.each(partnerWays)('%s, which has the pass to one organisation,', (way) => {
  const settings = () => [
    '*',
    'none',
    '',
    theirs,
    `${theirs}.${'0'.repeat(64)}`,
    `${theirs}.${randomBytes(32).toString('hex')}`,
    `${theirs}' or true --`,
  ];

  test('sees no other one’s rows, whatever it sets app.org to, in the transaction or for the session', async () => {
    const [own] = await ways[way](`select current_setting('app.org') as pass, count(*)::int as n from document`);
    expect(own!.n).toBeGreaterThan(0);
    const signature = String(own!.pass).split('.')[1]!;
    for (const value of [...settings(), `${theirs}.${signature}`]) {
      for (const local of [true, false]) {
        // One statement, as an injection would have it: the setting first, then the look.
        const rows = await ways[way](
          `with s as materialized (select set_config('app.org', '${value.replaceAll("'", "''")}', ${local}))
           select d.org_id from s, lateral (select org_id from document where s is not null) d where d.org_id <> '${mine}'`,
        );
        expect([value, local, rows]).toEqual([value, local, []]);
      }
    }
    expect(await ways[way](`select distinct org_id from document`)).toEqual([{ org_id: mine }]);
  });

  test('cannot ask for a pass, nor work one out from its own', async () => {
    await expect(ways[way](`select app_pass('${theirs}')`)).rejects.toThrow('permission denied');
    await expect(ways[way](`select app_pass('${mine}')`)).rejects.toThrow('permission denied');
    const [plain] = await ways[way](
      `select encode(sha256('${theirs}'), 'hex') = split_part(current_setting('app.org'), '.', 2) as same`,
    );
    expect(plain).toEqual({ same: false });
  });

  test('changes nothing, not even of its own; it writes entries of the audit trail alone', async () => {
    const statements = [
      'delete from document',
      `update document set headline = 'x'`,
      `update document set state = 'delivered'`,
      `update ladder_rung set state = 'done'`,
      `insert into resending (document_id) values (gen_random_uuid())`,
      `update document_raw set content = ''`,
      `insert into delivery (id) values (gen_random_uuid())`,
      `update organization set kind = 'owner'`,
      `insert into membership (user_id, org_id, role) values (gen_random_uuid(), '${mine}', 'admin')`,
      `update agreement set active = false`,
      `insert into wake_up (topic, key) values ('lane', 'x')`,
      `insert into audit_entry (org_id, actor, action, chain_seq, hash) values ('${mine}', 'x', 'x', 7, '\\x00')`,
      `insert into audit_entry (id, org_id, actor, action) overriding system value values (1, '${mine}', 'x', 'x')`,
      `update audit_entry set hash = '\\x00'`,
    ];
    expect(await succeeding(ways[way], statements)).toEqual([]);
  });
});

test('what a login leaves on the server is closed to the others: functions run as who made them, large objects open for none', async () => {
  const [made] = await ways.pool(`select lo_from_bytea(0, 'secret')::int8 as id`);
  for (const way of ['partner', 'twin', 'queue'] as const)
    await expect(ways[way](`select lo_get(${made!.id as number})`)).rejects.toThrow('permission denied');
  await ways.queue(
    `create function bullmq.who() returns text language sql security definer as $$ select current_user::text $$`,
  );
  expect(await ways.queue('select bullmq.who()')).toEqual([{ who: loginName('queue', database) }]);
  await expect(ways.partner('select bullmq.who()')).rejects.toThrow('permission denied');
});

test('the queue works on its login alone', async () => {
  const store = connectQueue({
    databaseUrl: context.database.logins.queue,
    onError: (error) => expect(error).toBeUndefined(),
  });
  const queue = openJobQueue(store);
  const lanes = Array.from({ length: 300 }, (_, i) => `lane ${i}`);
  await queue.enqueue(lanes.map((lane) => ({ name: 'lane', data: { lane } })));
  expect((await queue.keysUnderWay(1000)).waiting.get('lane')).toEqual(new Set(lanes));
  await queue.close();
  await store.close();
});
