import { ofCompanies, refuseOthers } from './companies.ts';
import { condition } from './domain.ts';
import type { Env } from './env.ts';
import { numberOf, textOf } from './env.ts';
import { typeError, userError } from './fault.ts';
import { loadRows, writeEach } from './import.ts';
import type { Arguments, Method } from './method.ts';
import { displayNames, read, webRead } from './read.ts';
import type { Json } from './records.ts';
import type { Model } from './schema.ts';
import { create, unlink, write } from './write.ts';

type Values = Record<string, Json>;

const names = (value: Json | undefined): string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);
const count = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const sliceOf = (args: Arguments) => ({
  limit: count(args.limit),
  offset: count(args.offset),
  ...(textOf(args.order) && { order: textOf(args.order) }),
});
/** What is archived is found only by those who ask for it; what is another company's is not found. */
function domainOf(env: Env, model: Model, args: Arguments): Json {
  const asked = args.domain ?? [];
  const domain = Array.isArray(asked) ? [...ofCompanies(env, model), ...asked] : asked;
  const named = Array.isArray(domain) && domain.some((term) => Array.isArray(term) && term[0] === 'active');
  if (!model.fields.active || named || !Array.isArray(domain) || env.context.active_test === false) return domain;
  return [['active', '!=', false], ...domain];
}
const ids = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id);

const listed = (value: Json | undefined): Values[] => {
  if (Array.isArray(value)) return value as Values[];
  if (typeof value === 'object' && value !== null) return [value];
  throw typeError('create() takes a dict or a list of dicts');
};

/** Before 19, a single dict is answered with a single id. */
async function createRecords(env: Env, model: Model, args: Arguments): Promise<Json> {
  const created = await create(env, model, listed(args.vals_list));
  await refuseOthers(env, model, created, 'create');
  return env.version >= 19 || Array.isArray(args.vals_list) ? ids(created) : created[0]!.id;
}

async function remove(env: Env, model: Model, list: readonly number[]): Promise<Json> {
  if (model.name === 'uom.uom') {
    throw userError(
      'The following units of measure are used by the system and cannot be deleted: Units\nYou can archive them instead.',
    );
  }
  await unlink(env, model, list);
  return true;
}

function describe(model: Model, args: Arguments): Json {
  const wanted = names(args.allfields) ?? [];
  const attributes = names(args.attributes);
  const entries = Object.entries(model.fields).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  return Object.fromEntries(
    entries.map(([name, field]) => {
      const all: Values = {
        string: field.label ?? name,
        type: field.kind,
        required: field.required === true,
        readonly: Boolean(field.readonly ?? field.related ?? (field.compute && !field.set)),
        store: !field.compute && !field.related,
        ...(field.relation && { relation: field.relation }),
      };
      return [
        name,
        attributes ? Object.fromEntries(Object.entries(all).filter(([key]) => attributes.includes(key))) : all,
      ];
    }),
  );
}

/** Methods that every model has. */
export const common: Readonly<Record<string, Method>> = {
  search_read: {
    params: ['domain', 'fields', 'offset', 'limit', 'order'],
    onModel: true,
    open: true,
    readOnly: true,
    run: async (env, model, _ids, args) => {
      const rows = await env.search(model.name, domainOf(env, model, args), sliceOf(args));
      return read(env, model, rows, names(args.fields), args.load === '');
    },
  },
  search: {
    params: ['domain', 'offset', 'limit', 'order'],
    onModel: true,
    readOnly: true,
    run: async (env, model, _ids, args) => ids(await env.search(model.name, domainOf(env, model, args), sliceOf(args))),
  },
  search_count: {
    params: ['domain', 'limit'],
    onModel: true,
    readOnly: true,
    run: (env, model, _ids, args) =>
      env.records.count(
        model.name,
        condition(env.schema, model.name, domainOf(env, model, args), env.identity.databaseId),
      ),
  },
  search_fetch: {
    params: ['domain', 'field_names', 'offset', 'limit', 'order'],
    onModel: true,
    readOnly: true,
    until: 18,
    run: async (env, model, _ids, args) => ids(await env.search(model.name, domainOf(env, model, args), sliceOf(args))),
  },
  name_search: {
    params: ['name', 'domain', 'operator', 'limit'],
    onModel: true,
    readOnly: true,
    run: async (env, model, _ids, args) => {
      const asked = Array.isArray(args.domain) ? args.domain : [];
      const domain = [...ofCompanies(env, model), [model.rec, 'ilike', textOf(args.name)], ...asked];
      const rows = await env.search(model.name, domain as Json, { limit: count(args.limit) ?? 100 });
      const shown = await displayNames(env, model, rows);
      return rows.map((row, at) => [row.id, shown[at] ?? '']);
    },
  },
  read: {
    params: ['fields', 'load'],
    readOnly: true,
    run: async (env, model, list, args) =>
      read(env, model, await env.browse(model.name, list), names(args.fields), args.load === ''),
  },
  exists: {
    params: [],
    readOnly: true,
    until: 18,
    run: async (env, model, list) => ids(await env.browse(model.name, list)),
  },
  web_read: {
    params: ['specification'],
    required: ['specification'],
    readOnly: true,
    run: async (env, model, list, args) =>
      webRead(env, model, await env.browse(model.name, list), (args.specification ?? {}) as never),
  },
  web_search_read: {
    params: ['domain', 'specification', 'offset', 'limit', 'order', 'count_limit'],
    required: ['domain', 'specification'],
    onModel: true,
    readOnly: true,
    run: async (env, model, _ids, args) => {
      const rows = await env.search(model.name, domainOf(env, model, args), sliceOf(args));
      const records = await webRead(env, model, rows, (args.specification ?? {}) as never);
      const full = rows.length === count(args.limit) || numberOf(args.offset) > 0;
      const length = full
        ? await env.records.count(
            model.name,
            condition(env.schema, model.name, domainOf(env, model, args), env.identity.databaseId),
          )
        : rows.length;
      return { length, records };
    },
  },
  fields_get: {
    params: ['allfields', 'attributes'],
    onModel: true,
    readOnly: true,
    run: async (_env, model, _ids, args) => describe(model, args),
  },
  create: {
    params: ['vals_list'],
    required: ['vals_list'],
    onModel: true,
    run: (env, model, _ids, args) => createRecords(env, model, args),
  },
  write: {
    params: ['vals'],
    required: ['vals'],
    looks: true,
    run: async (env, model, list, args) => {
      await write(env, model, list, (args.vals ?? {}) as Values);
      return true;
    },
  },
  web_save: {
    params: ['vals', 'specification'],
    required: ['vals', 'specification'],
    run: async (env, model, list, args) => {
      if (list.length > 0) await write(env, model, list, (args.vals ?? {}) as Values);
      const saved = list.length > 0 ? [...list] : ids(await create(env, model, [(args.vals ?? {}) as Values]));
      return webRead(env, model, await env.browse(model.name, saved), (args.specification ?? {}) as never);
    },
  },
  web_save_multi: {
    params: ['vals_list', 'specification'],
    required: ['vals_list', 'specification'],
    since: 19,
    run: async (env, model, list, args) => {
      await writeEach(env, model, list, args.vals_list);
      return webRead(env, model, await env.browse(model.name, list), (args.specification ?? {}) as never);
    },
  },
  load: {
    params: ['fields', 'data'],
    required: ['fields', 'data'],
    onModel: true,
    run: (env, model, _ids, args) => loadRows(env, model, args.fields, args.data),
  },
  unlink: { params: [], run: (env, model, list) => remove(env, model, list) },
};
