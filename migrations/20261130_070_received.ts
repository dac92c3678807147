import type { Knex } from 'knex';

const tables = ['document', 'interchange', 'functional_group', 'transaction_set'] as const;

async function rename(knex: Knex, former: string, name: string): Promise<void> {
  for (const table of tables)
    await knex.raw(`
update ${table} set findings = (
  select jsonb_agg(case when jsonb_exists(f, '${former}') then (f - '${former}') || jsonb_build_object('${name}', f -> '${former}') else f end order by nth)
  from jsonb_array_elements(findings) with ordinality as of (f, nth)
) where jsonb_path_exists(findings, '$[*].${former}')`);
}

/** What stands where a finding points is called `received` now. */
export const up = (knex: Knex): Promise<void> => rename(knex, 'said', 'received');
export const down = (knex: Knex): Promise<void> => rename(knex, 'received', 'said');
