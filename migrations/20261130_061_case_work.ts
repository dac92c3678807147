import type { Knex } from 'knex';

/** What people do about a case: whose it is, what they note, and the cause with which they resolve it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table exception_case
  add column assignee_id uuid references app_user on delete set null,
  add column cause text,
  add column resolved_by text;
create index exception_case_delivery on exception_case (delivery_id) where delivery_id is not null;
create table case_note (
  id uuid primary key,
  case_id uuid not null references exception_case on delete cascade,
  at timestamptz not null,
  author text not null,
  note text not null
);
create index case_note_case on case_note (case_id, at);
alter table case_note enable row level security;
alter table case_note force row level security;
create policy team_only on case_note using ((select app_everything()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop table case_note;
drop index exception_case_delivery;
alter table exception_case drop column assignee_id, drop column cause, drop column resolved_by;
`);
}
