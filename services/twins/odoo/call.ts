import { companiesOf, refuseOthers } from './companies.ts';
import { Env, type Identity, type Rights } from './env.ts';
import { accessError, Fault, missingError, typeError, userError } from './fault.ts';
import { TakenBack } from './import.ts';
import type { Arguments, Method } from './method.ts';
import { madePrivate, methodOf } from './methods.ts';
import { common } from './model-methods.ts';
import { baseModels } from './models/base.ts';
import { booksModels } from './models/books.ts';
import { goodsModels } from './models/goods.ts';
import { mailModels } from './models/mail.ts';
import { stockModels } from './models/stock.ts';
import { tradeModels } from './models/trade.ts';
import type { Json } from './records.ts';
import { type Model, type Schema, schemaOf, type Version } from './schema.ts';
import type { Site } from './site.ts';
import { serializationFailure } from './trouble.ts';

const models = [...baseModels, ...stockModels, ...goodsModels, ...tradeModels, ...booksModels, ...mailModels];
const schemas = new Map<string, Schema>();

/** What an Odoo of this version knows without the modules that it lacks. */
export function schemaFor(version: Version, lacks: readonly string[] = []): Schema {
  const key = [version, ...lacks].join();
  const schema = schemas.get(key) ?? schemaOf(models, version, lacks);
  schemas.set(key, schema);
  return schema;
}

/** A call as it came in, before it is known whether model and method exist. */
export interface Call {
  readonly model: string;
  readonly method: string;
  readonly protocol: 'jsonrpc' | 'json2';
  /** Positional arguments (JSON-RPC): the ids first where the method has ids. */
  readonly positional: readonly Json[];
  /** Named arguments. */
  readonly named: Arguments;
  /** Given by name over JSON-2. */
  readonly ids?: Json | undefined;
  readonly context: Readonly<Record<string, Json>>;
}

const readOnlyModels = new Set(['res.users', 'res.company', 'ir.model']);
const closedToRestricted = new Set([
  'stock.picking',
  'stock.move',
  'stock.move.line',
  'sale.order',
  'sale.order.line',
  'purchase.order',
  'purchase.order.line',
  'account.journal',
  'account.move',
  'account.move.line',
]);

function refuseRights(rights: Rights, model: Model, method: Method): void {
  if (rights === 'admin') return;
  const end = 'Contact your administrator to request access if necessary.';
  if (rights === 'restricted' && closedToRestricted.has(model.name)) {
    throw accessError(`You are not allowed to access '${model.label}' (${model.name}) records.\n\n${end}`);
  }
  if (readOnlyModels.has(model.name) && !method.readOnly)
    throw accessError(`You are not allowed to modify '${model.label}' (${model.name}) records.\n\n${end}`);
}

const werkzeug = (kind: 'NotFound' | 'UnprocessableEntity', message: string) =>
  new Fault(`werkzeug.exceptions.${kind}`, message);

function findModel(schema: Schema, call: Call): Model {
  const model = schema.model(call.model);
  if (model) return model;
  if (call.protocol === 'json2') throw werkzeug('NotFound', `the model '${call.model}' does not exist`);
  throw userError(`Object ${call.model} doesn't exist`);
}

function findMethod(env: Env, model: Model, call: Call): Method {
  const hidden = call.method.startsWith('_') || (env.version >= 19 && madePrivate.has(call.method));
  if (hidden) {
    const shown = env.version >= 19 ? `'${call.model}.${call.method}'` : call.method;
    throw accessError(`Private methods (such as ${shown}) cannot be called remotely.`);
  }
  const method = methodOf(env, model, call.method);
  if (method) return method;
  if (call.protocol === 'json2') throw werkzeug('NotFound', `The method '${call.model}.${call.method}' does not exist`);
  throw new Fault('builtins.AttributeError', `The method '${call.method}' does not exist on the model '${call.model}'`);
}

function idList(value: Json | undefined): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}

/** Brings positional and named arguments together under their names, with Odoo's complaints about those that do not fit. */
function bind(env: Env, call: Call, method: Method): { ids: number[]; args: Arguments } {
  const argumentError = (message: string) =>
    call.protocol === 'json2'
      ? werkzeug('UnprocessableEntity', message)
      : typeError(`${call.model}.${call.method}() ${message}`);
  if (method.onModel && call.ids !== undefined)
    throw argumentError(`cannot call ${call.model}.${call.method} with ids`);
  const rest = method.onModel ? call.positional : call.positional.slice(1);
  const ids = idList(call.protocol === 'json2' ? call.ids : call.positional[0]);
  if (rest.length > method.params.length)
    throw argumentError(`takes ${method.params.length + 1} positional arguments but ${rest.length + 1} were given`);
  const args: Record<string, Json> = { ...call.named };
  for (const [at, value] of rest.entries()) args[method.params[at]!] = value;
  const strict = !method.open || (call.method === 'search_read' && env.version < 19);
  const unknown = Object.keys(args).find((name) => name !== 'load' && !method.params.includes(name));
  if (strict && unknown !== undefined) throw argumentError(`got an unexpected keyword argument '${unknown}'`);
  const missing = method.required?.find((name) => args[name] === undefined);
  if (missing !== undefined)
    throw argumentError(
      call.protocol === 'json2'
        ? `missing a required argument: '${missing}'`
        : `missing 1 required positional argument: '${missing}'`,
    );
  return { ids: method.onModel ? [] : ids, args };
}

/** Records that a method is called on must be there, except for reads, which leave out what is missing, and must be those of a company that the call sees. */
async function refuseMissing(env: Env, model: Model, method: Method, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await env.browse(model.name, ids);
  await refuseOthers(env, model, rows, method.readOnly ? 'read' : method === common.unlink ? 'unlink' : 'write');
  if (method.readOnly || method.looks) return;
  const found = new Set(rows.map((row) => row.id));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) throw missingError(env.schema.outer(model.name), missing, env.identity.uid);
}

async function attempt(site: Site, identity: Identity, call: Call): Promise<Json> {
  const schema = schemaFor(identity.version, identity.lacks);
  const model = findModel(schema, call);
  const bare = new Env(site, schema, identity, call.context);
  const method = findMethod(bare, model, call);
  refuseRights(identity.rights, model, method);
  const { ids, args } = bind(bare, call, method);
  const lang = call.context.lang;
  if (typeof lang === 'string' && lang !== 'en_US') throw userError(`Invalid language code: ${lang}`);
  return site.db.transaction(
    async (transaction) => {
      const env = new Env({ ...site, db: transaction }, schema, identity, call.context);
      env.companies = await companiesOf(env);
      await refuseMissing(env, model, method, ids);
      const answer = await method.run(env, model, ids, args);
      await env.records.flush();
      return answer;
    },
    method.readOnly ? { isolationLevel: 'repeatable read', readOnly: true } : { isolationLevel: 'read committed' },
  );
}

const collisions = new Set(['40001', '40P01']);
const maxTries = 5;

/** Runs one call in one transaction. Collisions with other calls are tried again as in Odoo, then answered as a serialization failure. */
export async function run(site: Site, identity: Identity, call: Call): Promise<Json> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(site, identity, call);
    } catch (error) {
      if (error instanceof TakenBack) return error.answer;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!collisions.has(code)) throw error;
      if (tries === maxTries) throw serializationFailure();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tries));
    }
  }
}
