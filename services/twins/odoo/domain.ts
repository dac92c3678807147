import type { Knex } from 'knex';
import { Fault, notModelled, typeError, unknownField, valueError } from './fault.ts';
import { column } from './order.ts';
import type { Condition, Json } from './records.ts';
import { type Field, isStored, type Model, type Schema } from './schema.ts';

const everything: Condition = { sql: 'true', bindings: [] };
const operators = new Set([
  '=',
  '!=',
  '<>',
  'in',
  'not in',
  'like',
  'not like',
  'ilike',
  'not ilike',
  '=like',
  '=ilike',
  '<',
  '<=',
  '>',
  '>=',
  'child_of',
]);

interface Scope {
  /** Other models that the condition looks at. */
  readonly models: Set<string>;
  readonly schema: Schema;
  readonly databaseId: number;
}

const asArray = (field: Field): string => {
  if (field.kind === 'many2one') return '::integer[]';
  return field.kind === 'integer' || field.kind === 'float' ? '::numeric[]' : '::text[]';
};

const join = (parts: readonly Condition[], word: 'and' | 'or'): Condition => ({
  sql: `(${parts.map((part) => part.sql).join(` ${word} `)})`,
  bindings: parts.flatMap((part) => part.bindings),
});
const negate = (part: Condition): Condition => ({ sql: `not coalesce(${part.sql}, false)`, bindings: part.bindings });

/** `field in (ids of the other model that satisfy its own condition)`. */
function through(scope: Scope, model: Model, name: string, field: Field, inner: Condition): Condition {
  scope.models.add(field.relation!);
  const other = `select r.id from odoo_twin.record r where r.database_id = ${scope.databaseId} and r.model = '${field.relation}' and ${inner.sql}`;
  if (field.kind === 'many2one') return { sql: `${column(name, field)} in (${other})`, bindings: inner.bindings };
  if (field.kind === 'one2many') {
    const sql = `r.id in (select (r."values" ->> '${field.inverse}')::integer from odoo_twin.record r
      where r.database_id = ${scope.databaseId} and r.model = '${field.relation}' and ${inner.sql})`;
    return { sql, bindings: inner.bindings };
  }
  if (field.kind === 'many2many' && isStored(field)) {
    return {
      sql: `exists (select 1 from jsonb_array_elements_text(r."values" -> '${name}') e where e::integer in (${other}))`,
      bindings: inner.bindings,
    };
  }
  throw notModelled(`a search on ${model.name}.${name}`);
}

function compareDate(scope: Scope, name: string, operator: string, value: string): Condition {
  // 19 compares whole seconds as it shows them; 17 and 18 compare the microseconds that they do not show.
  const seconds = scope.schema.version >= 19 && !value.includes('.');
  const left = seconds ? `date_trunc('second', r.${name})` : `r.${name}`;
  return { sql: `${left} ${operator === '!=' ? '<>' : operator} (?::timestamp at time zone 'UTC')`, bindings: [value] };
}

const pattern = (operator: string, value: Json) => (operator.startsWith('=') ? String(value) : `%${String(value)}%`);

function member(name: string, field: Field, values: readonly Json[]): Condition {
  const real = values.filter((value) => value !== false && value !== null);
  const parts: Condition[] = [];
  if (field.kind === 'boolean') {
    const bools = values.map((value) => value === true);
    return { sql: `${column(name, field)} = any(?::boolean[])`, bindings: [bools as unknown as Knex.RawBinding] };
  }
  if (real.length > 0)
    parts.push({
      sql: `${column(name, field)} = any(?${asArray(name === 'id' ? { kind: 'many2one' } : field)})`,
      bindings: [real as unknown as Knex.RawBinding],
    });
  if (real.length < values.length) parts.push({ sql: `${column(name, field)} is null`, bindings: [] });
  return parts.length === 0 ? { sql: 'false', bindings: [] } : join(parts, 'or');
}

function plain(scope: Scope, name: string, field: Field, operator: string, value: Json): Condition {
  if ((name === 'write_date' || name === 'create_date') && typeof value === 'string')
    return compareDate(scope, name, operator, value);
  switch (operator) {
    case '=':
      return member(name, field, [value]);
    case '!=':
    case '<>':
      return negate(member(name, field, [value]));
    case 'in':
    case 'not in': {
      const found = member(name, field, Array.isArray(value) ? value : [value]);
      return operator === 'in' ? found : negate(found);
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { sql: `${column(name, field)} ${operator} ?`, bindings: [value as string | number] };
    default: {
      const word = operator.includes('ilike') ? 'ilike' : 'like';
      const found: Condition = { sql: `${column(name, field)} ${word} ?`, bindings: [pattern(operator, value)] };
      return operator.startsWith('not') ? negate(found) : found;
    }
  }
}

/** A relation compared with ids, with `false` or with a name. */
function relation(scope: Scope, model: Model, name: string, field: Field, operator: string, value: Json): Condition {
  const list = Array.isArray(value) ? value : [value];
  const negative = operator === '!=' || operator === '<>' || operator.startsWith('not');
  if (operator === 'child_of') return childOf(scope, name, field, list);
  if (list.some((one) => typeof one === 'string')) {
    const other = scope.schema.inner(field.relation!);
    const byName = join(
      list.map((one) =>
        leaf(scope, other, [other.rec, operator.includes('like') ? operator.replace('not ', '') : '=', one]),
      ),
      'or',
    );
    const found = through(scope, model, name, field, byName);
    return negative ? negate(found) : found;
  }
  if (field.kind === 'many2one') return plain(scope, name, field, operator, value);
  const any = through(
    scope,
    model,
    name,
    field,
    list.every((one) => one === false) ? everything : member('id', { kind: 'integer' }, list),
  );
  return negative === list.every((one) => one === false) ? any : negate(any);
}

/** The records themselves and what hangs below them through `parent_id` or `location_id`. */
function childOf(scope: Scope, name: string, field: Field, ids: readonly Json[]): Condition {
  const model = field.relation!;
  scope.models.add(model);
  const parent = scope.schema.inner(model).fields.parent_id ? 'parent_id' : 'location_id';
  const sql = `${column(name, field)} in (with recursive below as (
      select r.id from odoo_twin.record r where r.database_id = ${scope.databaseId} and r.model = '${model}' and r.id = any(?::integer[])
      union select r.id from odoo_twin.record r join below on (r."values" ->> '${parent}')::integer = below.id
      where r.database_id = ${scope.databaseId} and r.model = '${model}') select id from below)`;
  return { sql, bindings: [ids.map(Number) as unknown as Knex.RawBinding] };
}

function leaf(scope: Scope, model: Model, [path, operator, value]: readonly [string, string, Json]): Condition {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const field = model.fields[name];
  if (!field)
    throw unknownField(
      scope.schema.version,
      scope.schema.outer(model.name),
      name,
      'domain',
      show([path, operator, value]),
    );
  if (!operators.has(operator))
    throw valueError(`Invalid operator '${operator}' in domain term ${show([path, operator, value])}`);
  if (name === 'id' && operator === 'child_of')
    return childOf(scope, name, { ...field, relation: model.name }, Array.isArray(value) ? value : [value]);
  if (field.related) return leaf(scope, model, [[field.related, ...rest].join('.'), operator, value]);
  if (name === 'display_name') return leaf(scope, model, [model.rec, operator, value]);
  if (field.sql) for (const looked of field.reads ?? []) scope.models.add(looked);
  if (field.compute && !field.sql) throw notModelled(`a search on the computed field ${model.name}.${name}`);
  if (rest.length > 0) {
    if (!field.relation)
      throw unknownField(scope.schema.version, model.name, path, 'domain', show([path, operator, value]));
    const other = scope.schema.inner(field.relation);
    return through(scope, model, name, field, leaf(scope, other, [rest.join('.'), operator, value]));
  }
  return field.relation
    ? relation(scope, model, name, field, operator, value)
    : plain(scope, name, field, operator, value);
}

const show = (term: readonly Json[]) =>
  `(${term.map((part) => (typeof part === 'string' ? `'${part}'` : String(part))).join(', ')})`;

function isLeaf(term: Json): term is [string | number, string, Json] {
  return Array.isArray(term) && term.length === 3 && typeof term[1] === 'string';
}

/**
 * Turns a domain into SQL on `odoo_twin.record r`: prefix operators `&`, `|`, `!`, an `and` between terms that stand side by side, dotted paths
 * and x2many fields as sub-selects. Unknown fields fail as in Odoo; searches on computed fields are refused as not modelled.
 */
export function condition(schema: Schema, modelName: string, domain: Json, databaseId: number): Condition {
  if (!Array.isArray(domain)) {
    if (schema.version >= 19) throw typeError(`Domain() invalid argument type for domain: '${String(domain)}'`);
    throw new Fault(
      'builtins.AssertionError',
      "Domains to normalize must have a 'domain' form: a list or tuple of domain components",
    );
  }
  const model = schema.inner(modelName);
  const scope: Scope = { schema, databaseId, models: new Set() };
  const stack: Condition[] = [];
  for (const term of [...domain].reverse()) {
    if (term === '!') stack.push(negate(stack.pop() ?? everything));
    else if (term === '&' || term === '|')
      stack.push(join([stack.pop() ?? everything, stack.pop() ?? everything], term === '&' ? 'and' : 'or'));
    else if (isLeaf(term))
      stack.push(
        typeof term[0] === 'number'
          ? { sql: term[0] === term[2] ? 'true' : 'false', bindings: [] }
          : leaf(scope, model, [term[0], term[1], term[2]]),
      );
    else throw valueError(`Invalid leaf ${JSON.stringify(term)}`);
  }
  return { ...(stack.length === 0 ? everything : join(stack.reverse(), 'and')), models: [...scope.models] };
}
