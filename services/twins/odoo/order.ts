import { notModelled, valueError } from './fault.ts';
import { type Field, isStored, type Schema } from './schema.ts';

const stored = (name: string) => `(r."values" ->> '${name}')`;

/** SQL value of a stored field of the record `r`. */
export function column(name: string, field: Field): string {
  if (field.sql) return field.sql;
  if (field.column && field.column !== name) return column(field.column, field);
  if (name === 'id') return 'r.id';
  if (name === 'create_date' || name === 'write_date') return `r.${name}`;
  switch (field.kind) {
    case 'many2one':
      return `${stored(name)}::integer`;
    case 'integer':
    case 'float':
      return `coalesce(${stored(name)}::numeric, 0)`;
    case 'boolean':
      return `coalesce(${stored(name)}::boolean, ${field.fallback === true})`;
    default:
      return stored(name);
  }
}

/** `ORDER BY` for an Odoo order such as `scheduled_date, id desc`; the model's own when left out. */
export function orderBy(schema: Schema, modelName: string, order: string | undefined): string {
  const model = schema.inner(modelName);
  const terms = (order || model.order).split(',').map((term) => {
    const [, name, direction = ''] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(term) ?? [];
    const field = name ? model.fields[name] : undefined;
    if (!name || !field) throw valueError(`Invalid field ${JSON.stringify(name ?? term)} in order`);
    if (!isStored(field)) throw notModelled(`an order by ${modelName}.${name}`);
    return `${column(name, field)} ${direction}`;
  });
  return terms.join(', ');
}
