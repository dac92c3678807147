import { append } from '../domain/lists.ts';
import type { Held, Written } from '../domain/reconciliation/compare.ts';
import type { Json, OdooClient, OdooRecord } from './client.ts';
import { OdooError } from './error.ts';
import { idOf, nameOf } from './many2one.ts';

/** A field of a record that is to be read. */
export type Wanted = Pick<Written, 'model' | 'recordId' | 'field'>;

/** How many records are asked for in one call. */
const atOnce = 500;

/**
 * Reads fields of records as Odoo holds them now, in few calls for each model. What Odoo refuses to show is `unreadable`.
 * @param wanted of one model
 * @param ownUserId the hub's own user, whose changes are no surprise
 * @returns what is held, in the order of `wanted`
 * @throws OdooError that means the connection and not these records
 */
export async function readBack(
  client: OdooClient,
  wanted: readonly Wanted[],
  ownUserId: number | undefined,
): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (let at = 0; at < wanted.length; at += atOnce) {
    const piece = wanted.slice(at, at + atOnce);
    append(held, await readPiece(client, piece, ownUserId));
  }
  return held;
}

/** The user that the hub is in this Odoo; undefined where it may not even see itself. */
export async function ownUserIn(client: OdooClient, login: string): Promise<number | undefined> {
  const [user] = await client.searchRead('res.users', [['login', '=', login]], ['login']);
  return user?.id;
}

async function readPiece(
  client: OdooClient,
  wanted: readonly Wanted[],
  ownUserId: number | undefined,
): Promise<readonly Held[]> {
  const [{ model } = { model: '' }] = wanted;
  const ids = [...new Set(wanted.map(({ recordId }) => recordId))];
  const fields = [...new Set(wanted.map(({ field }) => field))];
  const plain = fields.filter((field) => !Object.hasOwn(readers, field));
  try {
    const wants = [...plain, ...(statesOf.has(model) ? ['state'] : []), 'write_date', 'write_uid'];
    // `read` fails for all where one is gone.
    const rows = await client.searchRead(model, [['id', 'in', ids]], [...new Set(wants)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const special = new Map<string, ReadonlyMap<number, readonly unknown[]>>();
    for (const field of fields) {
      const reader = readers[field];
      if (reader) special.set(field, await reader(client, model, [...byId.keys()]));
    }
    return wanted.map(({ recordId, field }): Held => {
      const row = byId.get(recordId);
      if (!row) return { kind: 'gone' };
      const values = special.get(field)?.get(recordId) ?? (special.has(field) ? [] : valuesOf(row[field]));
      return { kind: 'there', values, ...stateOf(row), ...changedBy(row, ownUserId) };
    });
  } catch (error) {
    if (!(error instanceof OdooError) || !(error.kind === 'access' || error.kind === 'bad-request')) throw error;
    return wanted.map(() => ({ kind: 'unreadable', why: error.message }));
  }
}

/** Models whose `state` says where their other fields stand. */
const statesOf = new Set(['stock.picking']);

const stateOf = ({ state }: OdooRecord) => (typeof state === 'string' ? { state } : {});

/** A link may have been noted by its id or by its name. */
const valuesOf = (value: Json | undefined): readonly unknown[] =>
  Array.isArray(value) && value.length === 2 && typeof value[1] === 'string' ? value : [value];

function changedBy({ write_uid: user, write_date: at }: OdooRecord, ownUserId: number | undefined) {
  const id = idOf(user);
  if (id === false || id === ownUserId || typeof at !== 'string') return {};
  return { changed: { by: nameOf(user), at: `${at.replace(' ', 'T')}Z` } };
}

type Reader = (
  client: OdooClient,
  model: string,
  ids: readonly number[],
) => Promise<ReadonlyMap<number, readonly unknown[]>>;

/** Fields whose values stand in other records. */
const readers: Readonly<Record<string, Reader>> = {
  lot_ids: lotNames,
  'move_line_ids.lot_name': lotNames,
  message_ids: async (client, model, ids) =>
    grouped(
      await client.searchRead(
        'mail.message',
        [
          ['model', '=', model],
          ['res_id', 'in', [...ids]],
        ],
        ['res_id', 'body'],
      ),
      ({ res_id: of }) => Number(of),
      ({ body }) => [body],
    ),
  // A file is there or not; whether its bytes are the same, its own checksum says.
  datas: async (client, model, ids) =>
    grouped(
      await client.searchRead(model, [['id', 'in', [...ids]]], ['name']),
      ({ id }) => id,
      ({ name }) => [name],
    ),
};

/** The lots and serial numbers on the lines of moves. */
async function lotNames(
  client: OdooClient,
  _model: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly unknown[]>> {
  const lines = await client.searchRead(
    'stock.move.line',
    [['move_id', 'in', [...ids]]],
    ['move_id', 'lot_id', 'lot_name'],
  );
  return grouped(
    lines,
    ({ move_id: move }) => idOf(move) || 0,
    ({ lot_id: lot, lot_name: name }) => [nameOf(lot), name],
  );
}

function grouped(
  rows: readonly OdooRecord[],
  of: (row: OdooRecord) => number,
  values: (row: OdooRecord) => readonly unknown[],
): ReadonlyMap<number, readonly unknown[]> {
  const groups = new Map<number, unknown[]>();
  for (const row of rows) {
    const group = groups.get(of(row)) ?? [];
    append(group, values(row));
    groups.set(of(row), group);
  }
  return groups;
}
