import { convert } from './convert.ts';
import type { Env } from './env.ts';
import { missingError, notModelled, unknownField, validationError, valueError } from './fault.ts';
import { hooks } from './hooks.ts';
import type { Json, Row } from './records.ts';
import { type Field, isStored, type Model } from './schema.ts';

type Values = Record<string, Json>;

interface Sorted {
  readonly stored: Values;
  readonly computed: readonly (readonly [Field, Json])[];
  readonly children: readonly (readonly [Field, Json])[];
}

/** Sorts given values: what the record keeps, what a computed field passes on, and commands for its children. */
async function sort(env: Env, model: Model, values: Values, where: 'create' | 'write'): Promise<Sorted> {
  const stored: Values = {};
  const computed: (readonly [Field, Json])[] = [];
  const children: (readonly [Field, Json])[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields[name];
    if (!field || name === 'id') throw unknownField(env.version, env.schema.outer(model.name), name, where);
    if (field.kind === 'one2many') children.push([field, value]);
    else if (field.set) computed.push([field, value]);
    else if (name === 'raw') stored.raw = value;
    else if (isStored(field)) stored[field.column ?? name] = await convert(env, model, name, field, value);
    // Writing a field that is computed without an inverse has no effect in Odoo either.
  }
  return { stored, computed, children };
}

function refuseGaps(env: Env, model: Model, values: Values): void {
  for (const [name, field] of Object.entries(model.fields)) {
    const value = values[name];
    if (!field.required || (value !== null && value !== undefined)) continue;
    if (model.name === 'res.partner')
      throw validationError('The operation cannot be completed: Contacts require a name');
    const what = `'${field.label}' (${name})`;
    throw validationError(
      env.version >= 19
        ? `The operation cannot be completed: Missing required value for the field ${what}.\nModel: '${model.label}' (${env.schema.outer(model.name)})`
        : `The operation cannot be completed:\n- Create/update: a mandatory field is not set.\n\nModel: ${model.label} (${env.schema.outer(model.name)})\nField: ${field.label} (${name})`,
    );
  }
}

const fallbacks = (model: Model): Values =>
  Object.fromEntries(
    Object.entries(model.fields).flatMap(([name, field]) =>
      field.fallback === undefined || !isStored(field) ? [] : [[field.column ?? name, field.fallback]],
    ),
  );

/** Brings the records that many2one fields point to, all of a model in one go. */
async function fetchTargets(env: Env, model: Model, list: readonly Values[]): Promise<void> {
  const targets = new Map<string, Set<number>>();
  for (const values of list)
    for (const [name, value] of Object.entries(values)) {
      const { kind, relation } = model.fields[name] ?? {};
      if (kind !== 'many2one' || !relation || typeof value !== 'number') continue;
      targets.set(relation, (targets.get(relation) ?? new Set()).add(value));
    }
  for (const [relation, ids] of targets) await env.browse(relation, [...ids]);
}

/** Creates records with their children. Returns them in the order given. */
export async function create(env: Env, model: Model, list: readonly Values[]): Promise<Row[]> {
  await fetchTargets(env, model, list);
  const sorted: Sorted[] = [];
  const complete: Values[] = [];
  for (const values of list) {
    const parts = await sort(env, model, values, 'create');
    sorted.push(parts);
    const filled = {
      ...fallbacks(model),
      ...((await hooks[model.name]?.complete?.(env, parts.stored)) ?? parts.stored),
    };
    refuseGaps(env, model, filled);
    complete.push(filled);
  }
  const rows = await env.records.create(model, complete);
  await hooks[model.name]?.created?.(env, rows);
  for (const [at, row] of rows.entries()) await passOn(env, model, [row], sorted[at]!);
  return rows;
}

async function passOn(env: Env, model: Model, rows: readonly Row[], { computed, children }: Sorted): Promise<void> {
  for (const [field, commands] of children) for (const row of rows) await command(env, model, row, field, commands);
  for (const [field, value] of computed) await field.set!(env, rows, value);
}

/** Locks the records and complains about those that are not there. */
export async function lockAll(env: Env, model: Model, ids: readonly number[]): Promise<Row[]> {
  const rows = await env.records.lock(model.name, ids);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw missingError(env.schema.outer(model.name), missing, env.identity.uid);
  return rows;
}

/** What many2many fields hold after commands that add (`[4, id]`) and replace nothing. */
function added(model: Model, row: Row, values: Values, stored: Values): Values {
  const result: Values = {};
  for (const [name, commands] of Object.entries(values)) {
    const field = model.fields[name];
    if (field?.kind !== 'many2many' || !isStored(field) || !Array.isArray(commands)) continue;
    const column = field.column ?? name;
    const [before, more] = [row.values[column], stored[column]];
    const onlyAdds = commands.every((command) => Array.isArray(command) && command[0] === 4);
    if (onlyAdds && Array.isArray(before) && Array.isArray(more)) result[column] = [...new Set([...before, ...more])];
  }
  return result;
}

export async function write(env: Env, model: Model, ids: readonly number[], values: Values): Promise<void> {
  const parts = await sort(env, model, values, 'write');
  const rows = await lockAll(env, model, ids);
  for (const row of rows) {
    await hooks[model.name]?.willChange?.(env, row, parts.stored);
    env.records.set(row, { ...parts.stored, ...added(model, row, values, parts.stored) });
  }
  await hooks[model.name]?.written?.(env, rows, parts.stored);
  await passOn(env, model, rows, parts);
}

export async function unlink(env: Env, model: Model, ids: readonly number[]): Promise<void> {
  const rows = await lockAll(env, model, ids);
  await hooks[model.name]?.willGo?.(env, rows);
  await env.records.remove(model.name, ids);
  await hooks[model.name]?.removed?.(env, rows);
}

type Command = readonly [code: number, id: number, values: Json];

/** Commands that create, or that delete, and stand side by side are one creation or one deletion. */
function runs(commands: readonly Json[]): Command[][] {
  const found: Command[][] = [];
  for (const one of commands) {
    const [code, id = 0, values = null] = Array.isArray(one) ? one : [4, one];
    const command: Command = [Number(code), Number(id), values];
    const last = found.at(-1);
    if (last && (command[0] === 0 || command[0] === 2) && last[0]![0] === command[0]) last.push(command);
    else found.push([command]);
  }
  return found;
}

/** The commands of an x2many field, in the order given. */
async function command(env: Env, model: Model, row: Row, field: Field, commands: Json): Promise<void> {
  if (!Array.isArray(commands)) throw valueError(`Wrong value for ${model.name}`);
  const other = env.schema.inner(field.relation!);
  const inverse = field.inverse!;
  const own = async () => (await env.children(other.name, inverse, [row.id])).map((child) => child.id);
  for (const run of runs(commands)) {
    const [code, id, values] = run[0]!;
    const mine = { [inverse]: row.id };
    if (code === 0)
      await create(
        env,
        other,
        run.map(([, , one]) => ({ ...(one as Values), ...mine })),
      );
    else if (code === 1) await write(env, other, [id], values as Values);
    else if (code === 2)
      await unlink(
        env,
        other,
        run.map(([, one]) => one),
      );
    else if (code === 3) await detach(env, other, inverse, [id]);
    else if (code === 4) await write(env, other, [id], mine);
    else if (code === 5) await detach(env, other, inverse, await own());
    else if (code === 6 && Array.isArray(values)) {
      const keep = new Set(values);
      await detach(
        env,
        other,
        inverse,
        (await own()).filter((child) => !keep.has(child)),
      );
      if (values.length > 0) await write(env, other, values as number[], mine);
    } else throw notModelled(`command ${JSON.stringify(run[0])}`);
  }
}

/** Lines of an order die with it; a line of a transfer only loses this one tie and lives on at the other: so in all versions of Odoo. */
async function detach(env: Env, model: Model, inverse: string, ids: readonly number[]): Promise<void> {
  if (model.name.endsWith('order.line')) return unlink(env, model, ids);
  for (const row of await lockAll(env, model, ids)) env.records.set(row, { [inverse]: null });
}
