import type { Knex } from 'knex';

/** Sets the clock of one test database; what was asked of it before keeps the old time. */
export interface SettableClock {
  /** How far ahead of the machine's clock it is from now on. */
  ahead(hours: number): Promise<void>;
}

/**
 * Gives a database a clock that can be set: `now()` and `clock_timestamp()` of its own come before PostgreSQL's for every connection opened from now on.
 * @param superuser connected as the owner of the database.
 */
export async function settableClock(superuser: Knex): Promise<SettableClock> {
  const { rows } = await superuser.raw<{ rows: { name: string }[] }>('select current_database() as name');
  await superuser.raw(`
    create schema own_clock;
    create table own_clock.set (ahead interval not null);
    insert into own_clock.set values ('0');
    create function own_clock.clock_timestamp() returns timestamptz language sql volatile
      as 'select pg_catalog.clock_timestamp() + (select ahead from own_clock.set)';
    create function own_clock.now() returns timestamptz language sql stable
      as 'select pg_catalog.now() + (select ahead from own_clock.set)';
    grant usage on schema own_clock to public;
    grant select on own_clock.set to public;
    alter database ${rows[0]!.name} set search_path = public, own_clock, pg_catalog;
  `);
  return {
    ahead: async (hours) => {
      await superuser.raw('update own_clock.set set ahead = make_interval(hours => ?)', [hours]);
    },
  };
}
