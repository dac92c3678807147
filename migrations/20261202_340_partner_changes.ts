import type { Knex } from 'knex';

/**
 * Whatever is on record about a partner, and every step of its runs, is told to the screens that are open, in whatever process it was done. The traffic itself is told
 * otherwise, many documents at once: a notice of its own for each would have all commits wait for each other.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create function partner_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('partner_change', new.org_id::text);
  return null;
end $$;
create trigger partner_on_record after insert on audit_entry for each row
  when (new.action !~ '^(document|delivery|session)\\.') execute function partner_changed();
create trigger scenario_run_moved after insert or update on scenario_run for each row execute function partner_changed();
create trigger scenario_frame_moved after update on scenario_frame for each row execute function partner_changed();
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop trigger scenario_frame_moved on scenario_frame;
drop trigger scenario_run_moved on scenario_run;
drop trigger partner_on_record on audit_entry;
drop function partner_changed();
`);
}
