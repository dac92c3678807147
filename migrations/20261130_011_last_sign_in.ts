import type { Knex } from 'knex';

// Sessions go; when somebody was last here stays.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table app_user add column last_sign_in_at timestamptz;
update app_user u set last_sign_in_at = (select max(created_at) from session where user_id = u.id);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table app_user drop column last_sign_in_at');
}
