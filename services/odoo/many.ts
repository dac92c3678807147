import type { Json, OdooClient, OdooRecord, Values } from './client.ts';
import { OdooError, type OdooErrorKind } from './error.ts';

/** What one record is to hold. */
export interface Row {
  readonly id: number;
  readonly values: Values;
}

// So many equal writes cost less than one call that writes each record for itself.
const recordsPerWrite = 10;

export interface SaveOptions {
  readonly fields: readonly string[];
  readonly hasSaveMulti: boolean;
  readonly context?: Values;
}

/**
 * Writes to many records of a model, each its own values, in few calls: by `web_save_multi` where the Odoo has it (19, in module `web`), else by `load`. A call that is
 * refused has changed nothing.
 * @returns what the records hold in `fields` afterwards, in any order.
 */
export async function saveMany(
  client: OdooClient,
  model: string,
  rows: readonly Row[],
  { fields, hasSaveMulti, context }: SaveOptions,
): Promise<readonly OdooRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const equal = Map.groupBy(rows, ({ values }) => JSON.stringify(values));
  const few = equal.size === 1 || equal.size * recordsPerWrite <= rows.length;
  if (!few && hasSaveMulti) {
    const specification = Object.fromEntries(fields.map((field) => [field, {}]));
    const args = { vals_list: rows.map(({ values }) => values), specification };
    return ((await client.call(model, 'web_save_multi', { ids, args, ...(context && { context }) })) ??
      []) as unknown as readonly OdooRecord[];
  }
  if (few)
    for (const [first, ...more] of equal.values())
      await client.write(
        model,
        [first, ...more].map((row) => row!.id),
        first!.values,
        context,
      );
  else
    for (const alike of Map.groupBy(rows, ({ values }) => Object.keys(values).join()).values())
      await load(client, model, alike, context);
  return fields.length === 0 ? [] : client.read(model, ids, fields);
}

/** Odoo's import: all rows or none. Times are UTC, whatever zone the user of the connection is in. */
async function load(client: OdooClient, model: string, rows: readonly Row[], context: Values = {}): Promise<void> {
  const names = Object.keys(rows[0]!.values);
  const answer = await client.call(model, 'load', {
    args: {
      fields: ['.id', ...names.map((name) => (name.endsWith('_id') ? `${name}/.id` : name))],
      data: rows.map(({ id, values }) => [String(id), ...names.map((name) => cell(values[name]))]),
    },
    context: { ...context, tz: 'UTC' },
  });
  const { ids, messages = [] } = answer as {
    ids: readonly number[] | false;
    messages?: readonly { readonly type?: string; readonly message?: string }[];
  };
  if (ids !== false) return;
  // What kind of refusal it is does not stand there; who writes one record alone learns it.
  const message = messages.find(({ type }) => type === 'error')?.message ?? 'Odoo did not take the records.';
  throw new OdooError('refused', 'crossdock.LoadRefused', message);
}

const cell = (value: Json | undefined): string => {
  if (value === true) return '1';
  return value === false || value === null || value === undefined ? '' : String(value);
};

/** Errors after which Odoo has done nothing and will not do it at the next try either. */
export const finalKinds: ReadonlySet<OdooErrorKind> = new Set(['refused', 'missing', 'access', 'bad-request']);

/**
 * Does something with many at once; what Odoo refuses as a whole, with each half of it, until those are known that it refuses. `work` must be one call, or repeat
 * itself without harm. @throws OdooError that says nothing of single ones
 */
export async function halving<T>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
  refused: (one: T, error: OdooError) => Promise<void> | void,
): Promise<void> {
  if (all.length === 0) return;
  try {
    await work(all);
  } catch (error) {
    if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
    if (all.length === 1) return refused(all[0]!, error);
    const middle = Math.ceil(all.length / 2);
    await halving(all.slice(0, middle), work, refused);
    await halving(all.slice(middle), work, refused);
  }
}
