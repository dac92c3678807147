/** Both dates of a record as Odoo shows them. */
export const shown = `to_char(create_date at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as create_date,
  to_char(write_date at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as write_date`;

// Arrays and not one JSON: of arrays the planner knows how few rows they hold, and takes the primary key.
export const writing = `
  with n as (select * from unnest(?::text[], ?::integer[], ?::text[], ?::boolean[]) as n (model, id, v, fresh)),
  i as (insert into odoo_twin.record (database_id, model, id, "values")
    select ?::integer, n.model, n.id, n.v::jsonb from n where n.fresh returning model, id, create_date, write_date),
  u as (update odoo_twin.record r set "values" = n.v::jsonb, write_date = now() from n
    where not n.fresh and r.database_id = ? and r.model = n.model and r.id = n.id returning r.model, r.id, r.create_date, r.write_date)
  select model, id, ${shown} from (select * from i union all select * from u) w`;

/** The sequence that gives a model's records their ids. */
export const sequenceOf = (model: string) => `odoo_twin.id_${model.replaceAll('.', '_')}`;
