import { fileURLToPath } from 'node:url';
import knex from 'knex';

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Brings the database to the newest schema and lets the application's role use it. Safe to run from several processes at once.
 * @param url connection string of a user that may create tables and roles.
 * @returns the names of the migrations that were run.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const db = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    // Two processes that start together: the second waits here and then finds nothing to do.
    await db.raw('select pg_advisory_lock(726101)');
    const [, names] = (await db.migrate.latest({
      directory,
      loadExtensions: ['.ts'],
      tableName: 'schema_migration',
    })) as [number, string[]];
    await db.raw(`do $$ declare s text; begin
      foreach s in array array['public', 'odoo_twin'] loop
        if exists (select from pg_namespace where nspname = s) then
          execute format('grant usage on schema %I to crossdock_app', s);
          execute format('grant select, insert, update, delete on all tables in schema %I to crossdock_app', s);
          execute format('grant usage on all sequences in schema %I to crossdock_app', s);
        end if;
      end loop;
      revoke all on schema_migration, schema_migration_lock from crossdock_app;
    end $$`);
    return names;
  } finally {
    await db.destroy();
  }
}
