import type pg from 'pg';

// Statements whose text varies with the number of rows would fill the memory of every connection: what is long or late stays unprepared.
const longestText = 1500;
const mostTexts = 400;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || text.length > longestText || names.size >= mostTexts) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Lets a connection of knex prepare the statements it runs again and again: knex names none, so Postgres would parse and plan each one anew,
 * which costs more than running it.
 */
export function prepareStatements(connection: pg.Client): void {
  const query = connection.query.bind(connection) as (config: unknown, ...rest: unknown[]) => unknown;
  const named = (config: unknown, ...rest: unknown[]) => {
    const { text, values, name } = (config ?? {}) as Partial<pg.QueryConfig>;
    if (text === undefined || name !== undefined || !values || values.length === 0) return query(config, ...rest);
    return query({ ...(config as object), name: nameOf(text) }, ...rest);
  };
  connection.query = named as typeof connection.query;
}
