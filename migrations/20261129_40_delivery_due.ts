import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Without a time a delivery is due at once: a first attempt waits for nothing, so no clock may hold it back.
alter table delivery alter column due_at drop not null, alter column due_at drop default;
update delivery set due_at = null where state = 'pending' and attempts = 0;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
update delivery set due_at = now() where due_at is null;
alter table delivery alter column due_at set default now(), alter column due_at set not null;
`);
}
