import type { Knex } from 'knex';

// What a search looks at, once and in lower case. An index of trigrams would not be used: LIKE is not leakproof, so row-level security comes before it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create function document_search_text(control text, file_name text, subjects text[]) returns text language sql immutable parallel safe as
  $$ select lower(concat_ws(E'\\n', control, file_name, array_to_string(subjects, E'\\n'))) $$;
alter table document add column search_text text not null
  generated always as (document_search_text(control_number, file_name, subjects)) stored;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table document drop column search_text;
drop function document_search_text(text, text, text[]);
`);
}
