import { type Ids, Unplayable } from './ids.ts';
import type { RecordedCall } from './load.ts';

export interface TranslatedCall {
  readonly call: RecordedCall;
  /** Fields of real Odoo that the twin does not have and that were left out of the request. */
  readonly dropped: readonly string[];
}

const unmodelledMethods = new Set([
  'read_group',
  'formatted_read_group',
  'action_put_in_pack',
  'load',
  'get_metadata',
  'dont_send_sms',
]);
/** Fields that the recordings ask for to see an error. */
const provocations = new Set(['nosuchfield', 'nosuch']);

/** False for calls of methods that the twin does not have. */
export const isModelled = (call: RecordedCall | undefined): boolean => !call || !unmodelledMethods.has(call.method);

function strip(ids: Ids, modelName: string, fields: unknown, dropped: string[]): unknown {
  if (!Array.isArray(fields)) return fields;
  const model = ids.schema.inner(modelName);
  return fields.filter((name) => {
    const keep = model.fields[name] !== undefined || provocations.has(name) || ids.lacked(modelName, name);
    if (!keep) dropped.push(`${modelName}.${name}`);
    return keep;
  });
}

function stripTree(ids: Ids, modelName: string, tree: unknown, dropped: string[]): unknown {
  const model = ids.schema.inner(modelName);
  const entries = Object.entries(tree as Record<string, { fields?: unknown }>).filter(([name]) => {
    const keep = model.fields[name] !== undefined || ids.lacked(modelName, name);
    if (!keep) dropped.push(`${modelName}.${name}`);
    return keep;
  });
  return Object.fromEntries(
    entries.map(([name, wish]) => {
      const relation = model.fields[name]?.relation;
      return [name, wish.fields && relation ? { fields: stripTree(ids, relation, wish.fields, dropped) } : wish];
    }),
  );
}

function context(ids: Ids, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, one]) => {
      if (name === 'button_validate_picking_ids' || name === 'picking_ids_not_to_backorder')
        return [name, ids.ids('stock.picking', one)];
      if (name === 'default_pick_ids')
        return [name, (one as [number, number][]).map(([code, id]) => [code, ids.id('stock.picking', id)])];
      return [name, one];
    }),
  );
}

/** Names of the positional arguments after the ids, for the methods that the recordings call so. */
const positional: Readonly<Record<string, readonly string[]>> = {
  read: ['ids', 'fields'],
  write: ['ids', 'vals'],
  web_save: ['ids', 'vals', 'specification'],
  web_read: ['ids', 'specification'],
  create: ['vals_list'],
  search_read: ['domain'],
  search_count: ['domain'],
  fields_get: ['allfields'],
};

/** The call with the twin's ids in place of the recorded ones. @throws Unplayable */
export function translate(ids: Ids, call: RecordedCall): TranslatedCall {
  const model = ids.schema.model(call.model);
  if (!model && call.model !== 'no.such.model' && !ids.lacked(call.model))
    throw new Unplayable(`the twin has no ${call.model}`);
  if (unmodelledMethods.has(call.method)) throw new Unplayable(`the twin has no method ${call.method}`);
  if (!model) return { call, dropped: [] };
  const dropped: string[] = [];
  const argument = (name: string, value: unknown): unknown => {
    if (name === 'ids') return ids.ids(model.name, value);
    if (name === 'fields' || name === 'allfields') return strip(ids, model.name, value, dropped);
    if (name === 'specification') return stripTree(ids, model.name, value, dropped);
    if (name === 'domain') return ids.domain(model.name, value);
    if (name === 'vals' || name === 'vals_list') return ids.values(model.name, value);
    if (name === 'attachment_ids') return ids.ids('ir.attachment', value);
    if (name === 'author_id') return ids.id('res.partner', value);
    if (name === 'user_id') return ids.id('res.users', value);
    return name === 'context' ? context(ids, value) : value;
  };
  const named = Object.fromEntries(Object.entries(call.named).map(([name, value]) => [name, argument(name, value)]));
  const places = positional[call.method] ?? ['ids'];
  return {
    call: { ...call, named, positional: call.positional.map((value, at) => argument(places[at] ?? '', value)) },
    dropped,
  };
}
