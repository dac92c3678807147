/** `node test/support/dump-schema.ts`: writes `migrations/schema.sql`, the result of all migrations, for people who review a change of the schema. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../services/embedded/postgres.ts';
import { migrate } from '../../services/store/migrate.ts';

export const schemaFile = new URL('../../migrations/schema.sql', import.meta.url);

const parts = [
  // Tables with columns in their order, then what holds for them.
  `select format(E'create table %s (\\n%s\\n);', c.oid::regclass, string_agg(format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
       case when a.attidentity <> '' then ' generated always as identity' else '' end, case when a.attnotnull then ' not null' else '' end,
       coalesce(case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '')), E',\\n' order by a.attnum)) as sql
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' and c.relnamespace::regnamespace::text = any($1) group by c.oid order by c.oid::regclass::text`,
  `select format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as sql from pg_constraint
     where connamespace::regnamespace::text = any($1) and contype <> 'n' order by conrelid::regclass::text, contype, conname`,
  `select indexdef || ';' as sql from pg_indexes i where schemaname = any($1)
     and not exists (select from pg_constraint where conname = i.indexname and connamespace::regnamespace::text = i.schemaname) order by tablename, indexname`,
  `select format('alter table %s %s row level security;', oid::regclass, case when relforcerowsecurity then 'force' else 'enable' end) as sql from pg_class
     where relrowsecurity and relnamespace::regnamespace::text = any($1) order by oid::regclass::text`,
  `select format('create policy %I on %I.%I using (%s);', policyname, schemaname, tablename, qual) as sql from pg_policies
     where schemaname = any($1) order by tablename, policyname`,
  `select pg_get_functiondef(oid) || ';' as sql from pg_proc where pronamespace::regnamespace::text = any($1) order by proname`,
  `select pg_get_triggerdef(oid) || ';' as sql from pg_trigger
     where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace::regnamespace::text = any($1)) order by tgname`,
];

/** The schema of a migrated database as readable SQL. Not meant to be run: migrations are. */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const texts: string[] = [
      '-- Result of the migrations; made by `node test/support/dump-schema.ts`. For reading, not for running.',
    ];
    for (const sql of parts) {
      const { rows } = await client.query<{ sql: string }>(sql, [['public', 'odoo_twin']]);
      texts.push(rows.map((row) => row.sql).join('\n'));
    }
    return `${texts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

if (process.argv[1] === import.meta.filename) {
  const home = mkdtempSync(join(tmpdir(), 'crossdock-schema-'));
  chmodSync(home, 0o711);
  const postgres = await startPostgres({ dataDir: join(home, 'postgres') });
  try {
    await migrate(postgres.url);
    writeFileSync(schemaFile, await dumpSchema(postgres.url));
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
