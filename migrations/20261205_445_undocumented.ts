import type { Knex } from 'knex';

/**
 * A reconciliation also finds what Odoo has and no document tells of, counts what was not applied, says how far stock agrees, and forgets nothing that still
 * differs; a person may accept a difference.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table odoo_reconciliation
  -- What people did in Odoo between these times is looked at; the first is null where all since the partner's first document is.
  add column from_at timestamptz,
  add column to_at timestamptz,
  add column accepted integer not null default 0,
  add column not_applied integer not null default 0,
  -- Of each partner's last snapshot, how many of its numbers are those of Odoo.
  add column stock jsonb not null default '[]';
alter table odoo_difference
  alter column write_id drop not null,
  -- What the hub never wrote: whose it is, and which record.
  add column org_id uuid references organization,
  add column model text,
  add column record_id bigint,
  add column record_name text,
  add column accepted_by text,
  add column accepted_at timestamptz,
  add column accepted_note text,
  drop constraint odoo_difference_cause_check,
  add constraint odoo_difference_cause_check check (cause in ('gone', 'changed', 'differs', 'unreadable', 'undocumented')),
  add constraint odoo_difference_of_check check ((write_id is null) = (cause = 'undocumented') and (write_id is null) = (record_id is not null)
    and num_nulls(org_id, model, record_id, record_name) in (0, 4));
create index odoo_difference_org on odoo_difference (org_id) where org_id is not null;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from odoo_difference where write_id is null;
drop index odoo_difference_org;
alter table odoo_difference drop constraint odoo_difference_of_check, drop constraint odoo_difference_cause_check,
  drop column org_id, drop column model, drop column record_id, drop column record_name,
  drop column accepted_by, drop column accepted_at, drop column accepted_note,
  alter column write_id set not null,
  add constraint odoo_difference_cause_check check (cause in ('gone', 'changed', 'differs', 'unreadable'));
alter table odoo_reconciliation drop column from_at, drop column to_at, drop column accepted, drop column not_applied, drop column stock;
`);
}
