import type { Knex } from 'knex';

/** A partner is made from any number of templates, and which event an agreement is about is said by its mapping. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table organization drop column profile;
alter table agreement drop column event_type, drop column active;
`);
}

export async function down(): Promise<void> {
  throw new Error('What the columns held is in the releases now: this is not undone.');
}
