import type { Knex } from 'knex';

/**
 * Where a partner stands, and how an endpoint does, is told to the screens that are open too: both change by themselves, by the clock and by what the other side does.
 * What an endpoint sends is traffic and told otherwise.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create trigger standing_entered after insert on stage_entry for each row execute function partner_changed();
create trigger standing_moved after update on stage_entry for each row
  when (old.* is distinct from new.*) execute function partner_changed();
create trigger endpoint_moved after update on channel_endpoint for each row
  when ((old.breaker, old.failing_since, old.stopped, old.paused_at, old.tested_at, old.last_error)
    is distinct from (new.breaker, new.failing_since, new.stopped, new.paused_at, new.tested_at, new.last_error))
  execute function partner_changed();
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop trigger endpoint_moved on channel_endpoint;
drop trigger standing_moved on stage_entry;
drop trigger standing_entered on stage_entry;
`);
}
