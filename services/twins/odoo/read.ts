import type { Env } from './env.ts';
import { groupBy, idOf } from './env.ts';
import { accessError, unknownField } from './fault.ts';
import type { Json, Row } from './records.ts';
import type { Field, Model } from './schema.ts';

const numeric = new Set(['integer', 'float']);

/** The raw value of an empty field as Odoo answers it. */
function emptyOf(field: Field): Json {
  if (numeric.has(field.kind)) return 0;
  return field.kind === 'one2many' || field.kind === 'many2many' ? [] : false;
}

async function one2many(env: Env, field: Field, rows: readonly Row[]): Promise<Json[]> {
  const inverse = field.inverse!;
  const children = await env.children(
    field.relation!,
    inverse,
    rows.map(({ id }) => id),
  );
  const byOwner = groupBy(field.keep ? children.filter(field.keep) : children, inverse);
  return rows.map((row) => (byOwner.get(row.id) ?? []).map(({ id }) => id));
}

async function related(env: Env, model: Model, path: string, rows: readonly Row[]): Promise<Json[]> {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  const values = await rawValues(env, model, head, rows);
  if (rest.length === 0) return values;
  const other = env.schema.inner(model.fields[head]!.relation!);
  const targets = await env.browse(
    other.name,
    values.flatMap((value) => idOf(value) ?? []),
  );
  const below = await related(env, other, rest.join('.'), targets);
  const byId = new Map(targets.map((target, at) => [target.id, below[at] ?? null]));
  return values.map((value) => byId.get(idOf(value) ?? 0) ?? null);
}

/** Values of one field for many rows: relations as ids, empty values as null or as they are stored. */
export async function rawValues(env: Env, model: Model, name: string, rows: readonly Row[]): Promise<Json[]> {
  if (name === 'id') return rows.map((row) => row.id);
  if (name === 'display_name') return [...(await displayNames(env, model, rows))];
  if (name === 'create_date') return rows.map((row) => row.createDate);
  if (name === 'write_date') return rows.map((row) => row.writeDate);
  const field = model.fields[name];
  if (!field) throw unknownField(env.version, env.schema.outer(model.name), name, 'read');
  if (field.related) return related(env, model, field.related, rows);
  if (field.compute) return [...(await field.compute(env, rows))];
  if (field.kind === 'one2many') return one2many(env, field, rows);
  const empty = field.kind === 'boolean' ? (field.fallback ?? null) : null;
  return rows.map((row) => row.values[field.column ?? name] ?? empty);
}

/** What Odoo calls `display_name`, for many records. */
export async function displayNames(env: Env, model: Model, rows: readonly Row[]): Promise<readonly string[]> {
  if (model.display) return model.display(env, rows);
  return (await rawValues(env, model, model.rec, rows)).map((value) =>
    typeof value === 'string' ? value : `${model.name},${rows[0]?.id ?? ''}`,
  );
}

const shownValue = (field: Field, value: Json): Json => (value === null ? emptyOf(field) : value);

async function withNames(env: Env, field: Field, values: readonly Json[]): Promise<Json[]> {
  const other = env.schema.inner(field.relation!);
  const targets = await env.browse(other.name, [...new Set(values.flatMap((value) => idOf(value) ?? []))]);
  const names = await displayNames(env, other, targets);
  const byId = new Map(targets.map((target, at) => [target.id, names[at] ?? '']));
  return values.map((value) => {
    const id = idOf(value);
    return id === undefined || !byId.has(id) ? false : [id, byId.get(id)!];
  });
}

function fieldNames(env: Env, model: Model, names: readonly string[] | undefined): readonly string[] {
  if (names && names.length > 0) return names;
  if (model.name === 'res.partner' && env.version >= 19 && env.identity.rights !== 'admin') {
    throw accessError(
      "Failed to read field res.partner.rtc_session_ids\nYou are not allowed to access 'Mail RTC session' (discuss.channel.rtc.session) records.",
    );
  }
  return Object.keys(model.fields).filter((name) => name !== 'id');
}

/** `read` and `search_read`: many2one as `[id, name]` unless `plain`, x2many as ids, empty values as false. */
export async function read(
  env: Env,
  model: Model,
  rows: readonly Row[],
  names: readonly string[] | undefined,
  plain = false,
): Promise<Json[]> {
  const answers: { [key: string]: Json }[] = rows.map((row) => ({ id: row.id }));
  for (const name of fieldNames(env, model, names)) {
    const raw = await rawValues(env, model, name, rows);
    const field = model.fields[name]!;
    const values =
      field.kind === 'many2one' && !plain
        ? await withNames(env, field, raw)
        : raw.map((value) => shownValue(field, value));
    for (const [at, answer] of answers.entries()) answer[name] = values[at] ?? false;
  }
  return answers;
}

type Specification = { [name: string]: { fields?: Specification } };

async function nested(env: Env, field: Field, raw: readonly Json[], specification: Specification): Promise<Json[]> {
  const other = env.schema.inner(field.relation!);
  const ids = [
    ...new Set(raw.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap((value) => idOf(value) ?? [])),
  ];
  const targets = await env.browse(other.name, ids);
  const trees = await webRead(env, other, targets, specification);
  const byId = new Map(targets.map((target, at) => [target.id, trees[at]!]));
  return raw.map((value) => {
    if (Array.isArray(value)) return value.flatMap((id) => byId.get(idOf(id) ?? 0) ?? []);
    return byId.get(idOf(value) ?? 0) ?? emptyOf(field);
  });
}

/** `web_read`: a tree as the specification asks for, in one call. */
export async function webRead(
  env: Env,
  model: Model,
  rows: readonly Row[],
  specification: Specification,
): Promise<Json[]> {
  const answers: { [key: string]: Json }[] = rows.map((row) => ({ id: row.id }));
  for (const [name, wish] of Object.entries(specification)) {
    if (!model.fields[name]) throw unknownField(env.version, env.schema.outer(model.name), name, 'read');
    const field = model.fields[name];
    const raw = await rawValues(env, model, name, rows);
    const values =
      field.relation && wish.fields
        ? await nested(env, field, raw, wish.fields)
        : raw.map((value) => shownValue(field, value));
    for (const [at, answer] of answers.entries()) answer[name] = values[at] ?? false;
  }
  return answers;
}
