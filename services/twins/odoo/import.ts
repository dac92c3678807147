import { convert } from './convert.ts';
import type { Env } from './env.ts';
import { Fault, valueError } from './fault.ts';
import type { Json } from './records.ts';
import type { Model } from './schema.ts';
import { write } from './write.ts';

type Values = Record<string, Json>;

/** A call that took back what it had done, and answers all the same. */
export class TakenBack extends Error {
  readonly answer: Json;

  constructor(answer: Json) {
    super('The call took back what it had done.');
    this.answer = answer;
  }
}

/** Different values for many records, each as `write` would take them; the ids may repeat. From 19 on. */
export async function writeEach(env: Env, model: Model, ids: readonly number[], list: Json | undefined): Promise<void> {
  const values = Array.isArray(list) ? (list as Values[]) : [];
  if (values.length !== ids.length) throw valueError('Each record must have a corresponding vals entry.');
  for (const [at, id] of ids.entries()) await write(env, model, [id], values[at]!);
}

/**
 * `load` as far as it changes records that are named by `.id`: texts in columns, all rows or none. An error is an answer like any other.
 * @throws TakenBack
 */
export async function loadRows(
  env: Env,
  model: Model,
  fields: Json | undefined,
  data: Json | undefined,
): Promise<Json> {
  const names = (Array.isArray(fields) ? fields : []).map(String);
  const ids: number[] = [];
  for (const [at, row] of (Array.isArray(data) ? (data as string[][]) : []).entries()) {
    try {
      const id = Number(row[names.indexOf('.id')]);
      if (!(await env.one(model.name, id))) throw new Fault('', `Unknown database identifier '${id}'`);
      await write(env, model, [id], await valuesOf(env, model, names, row));
      ids.push(id);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const message = { type: 'error', message: error.message, record: at, rows: { from: at, to: at } };
      throw new TakenBack({ ids: false, messages: [message], nextrow: 0 });
    }
  }
  return { ids, messages: [], nextrow: 0 };
}

async function valuesOf(env: Env, model: Model, names: readonly string[], row: readonly string[]): Promise<Values> {
  const values: Values = {};
  for (const [at, name] of names.entries()) {
    if (name === '.id') continue;
    const [own = '', ...path] = name.split('/');
    const field = model.fields[own];
    if (!field || (path.length > 0 && path[0] !== '.id')) throw valueError(`Invalid field name '${name}'`);
    const text = row[at] ?? '';
    if (field.kind === 'boolean') values[own] = ['1', 'true', 'yes'].includes(text.toLowerCase());
    else if (field.kind === 'many2one') values[own] = text === '' ? false : Number(text);
    else values[own] = text === '' ? false : await convert(env, model, own, field, text);
  }
  return values;
}
