import type { Knex } from 'knex';

/** What deliveries to Odoo wait for: keys of the partner that nobody has said the meaning of. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table awaited_key (
  delivery_id uuid not null references delivery on delete cascade,
  lookup text not null,
  key text not null,
  org_id uuid not null references organization on delete cascade,
  environment text not null check (environment in ('sandbox', 'production')),
  -- What the look-up said when the delivery came to nothing; null where it said nothing. Another answer lets it go on.
  meant text,
  -- What else the document says of it: the name of an item, its barcode.
  said jsonb not null,
  -- When the document or the event came.
  since timestamptz not null,
  primary key (delivery_id, lookup, key)
);
create index awaited_key_of on awaited_key (org_id, environment, lookup, key);
alter table awaited_key enable row level security;
alter table awaited_key force row level security;
create policy team_only on awaited_key using ((select app_everything()));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table awaited_key');
}
