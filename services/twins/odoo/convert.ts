import type { Env } from './env.ts';
import { Fault, missingError, notModelled, valueError } from './fault.ts';
import type { Json } from './records.ts';
import type { Field, Model } from './schema.ts';
import { rounded } from './stock/units.ts';

const formats = { 10: '%Y-%m-%d', 19: '%Y-%m-%d %H:%M:%S' } as const;

/** Odoo takes `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS` only; everything else ends in Python's words. */
function moment(value: string, kind: 'date' | 'datetime'): string {
  const format = value.length <= 10 ? formats[10] : formats[19];
  const iso = value.length <= 10 ? `${value}T00:00:00Z` : `${value.replace(' ', 'T')}Z`;
  const wellFormed = value.length <= 10 ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
  const time = wellFormed.test(value) ? new Date(iso) : new Date(Number.NaN);
  // A 31 June rolls over in JavaScript and must fail here.
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value.slice(0, 10)) {
    throw valueError(`time data '${value}' does not match format '${format}'`);
  }
  return kind === 'date'
    ? value.slice(0, 10)
    : `${time.toISOString().slice(0, 10)} ${time.toISOString().slice(11, 19)}`;
}

async function target(env: Env, field: Field, value: Json): Promise<Json> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    throw new Fault('psycopg2.ProgrammingError', "can't adapt type 'dict'");
  const id = Array.isArray(value) ? value[0] : value;
  if (typeof id !== 'number') throw valueError(`Wrong value for a many2one: ${JSON.stringify(value)}`);
  if (!(await env.one(field.relation!, id)))
    throw missingError(env.schema.outer(field.relation!), id, env.identity.uid);
  return id;
}

/** A value as it came from outside, as the record keeps it: empty as null, dates checked, targets of relations present. */
export async function convert(env: Env, model: Model, name: string, field: Field, value: Json): Promise<Json> {
  if (value === false || value === null) return field.kind === 'boolean' ? false : null;
  switch (field.kind) {
    case 'boolean':
      return Boolean(value);
    case 'integer':
    case 'float': {
      const number = Number(value);
      if (Number.isNaN(number)) throw valueError(`could not convert string to float: '${String(value)}'`);
      return field.digits === undefined ? number : rounded(number);
    }
    case 'date':
    case 'datetime':
      return moment(String(value), field.kind);
    case 'many2one':
      return target(env, field, value);
    case 'many2many':
      return manyIds(value, `${model.name}.${name}`);
    default:
      // An empty text counts as empty.
      return String(value) === '' ? null : String(value);
  }
}

/** Ids out of the commands that a stored many2many takes: plain ids, `[6, 0, ids]`, `[4, id]`. */
function manyIds(value: Json, place: string): Json {
  if (!Array.isArray(value)) throw valueError(`Wrong value for ${place}`);
  return value.flatMap((command) => {
    if (typeof command === 'number') return [command];
    if (!Array.isArray(command)) throw valueError(`Wrong value for ${place}`);
    if (command[0] === 6 && Array.isArray(command[2])) return command[2];
    if (command[0] === 4 && typeof command[1] === 'number') return [command[1]];
    if (command[0] === 5) return [];
    throw notModelled(`command ${JSON.stringify(command)} on ${place}`);
  });
}
