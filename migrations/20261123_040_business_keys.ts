import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Numbers that a partner uses once, such as that of a ship notice, by the rule that says so: the first document to bring one has it.
create table business_key (
  org_id uuid not null references organization on delete cascade,
  environment text not null,
  rule text not null,
  key text not null,
  document_id uuid not null,
  seen_at timestamptz not null,
  primary key (org_id, environment, rule, key)
);
alter table business_key enable row level security;
alter table business_key force row level security;
create policy own_rows on business_key using ((select app_everything()) or org_id = (select app_org()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table business_key');
}
