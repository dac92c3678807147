import type { Json, OdooRecord, Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { halving, type Row, saveMany } from '../many.ts';
import type { ActionContext, ActionResult, Outcome } from './contract.ts';
import { isOpen, odooTime, type Picking, type PickingHead } from './pickings.ts';

/** A transfer that is validated with others, and what is to be written for it. */
export interface Batched {
  /** Place of its event. */
  readonly at: number;
  readonly picking: Picking;
  /** Fields of the transfer. */
  readonly head: Values;
  /** Reserved lines that stay as they are. Their quantity is not written: on a transfer that somebody has just finished Odoo would take it, and change the stock. */
  readonly kept: readonly Row[];
  /** Commands for the others: as a whole refused when somebody was faster. */
  readonly replaced: readonly Json[];
  /** What is not in it makes no backorder. */
  readonly closeShort: boolean;
  /** When it was done, as Odoo writes times. */
  readonly doneAt: string | undefined;
}

export type Settle<T extends Batched> = (one: T, outcome: Outcome) => void;

export function asOutcome(error: unknown): OdooError {
  if (error instanceof OdooError) return error;
  throw error;
}

const warehouseOf = ({ picking_type_id: { warehouse_id: warehouse } }: PickingHead) => (warehouse ? warehouse.id : 0);

/** Does something with the transfers of each warehouse, one after another: two at once would only wait for each other in Odoo. What is not settled has the error that ended it. */
export async function byWarehouse<T extends Batched>(
  all: readonly T[],
  context: ActionContext,
  outcomes: Outcome[],
  work: (some: readonly T[], settle: Settle<T>) => Promise<void>,
): Promise<void> {
  for (const [warehouse, some] of Map.groupBy(all, ({ picking }) => warehouseOf(picking))) {
    const left = new Set(some);
    const settle = (one: T, outcome: Outcome) => {
      left.delete(one);
      outcomes[one.at] = outcome;
    };
    const inTurn = () => work(some, settle);
    await (context.inTurn?.(`stock/${warehouse}`, inTurn) ?? inTurn()).catch((error: unknown) => {
      const known = asOutcome(error);
      for (const one of left) outcomes[one.at] = known;
    });
  }
}

/** Lines and tracking numbers. @returns those whose transfers are still open with that; nothing is written of what Odoo refuses, and it goes alone. */
export async function writeAll<T extends Batched>(
  shipments: readonly T[],
  { client, capabilities: { saveMulti: hasSaveMulti } }: ActionContext,
  settle: Settle<T>,
): Promise<readonly T[]> {
  const refused = new Set<T>();
  const states = new Map<number, string>();
  const refuse = (one: T) => void refused.add(one);
  const note = (records: readonly OdooRecord[]) => {
    for (const { id, state } of records) states.set(id, String(state));
  };
  const write = async (model: string, rows: readonly Row[]) =>
    note(await saveMany(client, model, rows, { fields: hasSaveMulti ? ['state'] : [], hasSaveMulti }));
  // `load` knows no commands: without the other method, what is replaced goes by a write of its own.
  const whole = shipments.filter(({ replaced }) => hasSaveMulti || replaced.length > 0);
  const writeWhole = (some: readonly T[]) => write('stock.picking', wholeRows(some));
  if (hasSaveMulti) await halving(whole, writeWhole, refuse);
  else for (const one of whole) await halving([one], writeWhole, refuse);
  const writeBare = async (some: readonly T[]) => {
    await write(
      'stock.move.line',
      some.flatMap(({ kept }) => kept),
    );
    await write('stock.picking', headRows(some));
  };
  await halving(
    shipments.filter((one) => !whole.includes(one)),
    writeBare,
    refuse,
  );
  // By `load` nothing is answered, and of what an earlier try has left nothing had to be written.
  const unseen = shipments.flatMap((one) => (refused.has(one) || states.has(one.picking.id) ? [] : one.picking.id));
  note(await client.read('stock.picking', unseen, ['state']));
  const open = (one: T) => !refused.has(one) && isOpen(states.get(one.picking.id) ?? 'cancel');
  for (const one of shipments) if (!open(one)) settle(one, undefined);
  return shipments.filter(open);
}

const headRows = (all: readonly Batched[]): Row[] =>
  all.map(({ picking: { id }, head }) => ({ id, values: head })).filter(({ values }) => !isEmpty(values));

const isEmpty = (values: Values) => Object.keys(values).length === 0;

/** The transfers with the commands for their lines. */
const wholeRows = (all: readonly Batched[]): Row[] =>
  all
    .map(({ picking: { id }, head, kept, replaced }) => {
      const commands: Json[] = [...kept.map((line) => [1, line.id, line.values]), ...replaced];
      return { id, values: { ...head, ...(commands.length > 0 && { move_line_ids: commands }) } };
    })
    .filter(({ values }) => !isEmpty(values));

/**
 * Validates them all. What Odoo refuses is undone and has its own outcome; an answer of `true` says nothing of any one of the others.
 * @param undo what becomes of one that Odoo refuses by itself
 * @returns the others
 */
export async function validateAll<T extends Batched>(
  all: readonly T[],
  { client }: ActionContext,
  undo: (one: T, error: OdooError) => Promise<ActionResult>,
  settle: Settle<T>,
): Promise<readonly T[]> {
  const refused = new Set<T>();
  const validate = async (some: readonly T[]) => {
    const closed = some.filter(({ closeShort }) => closeShort).map(({ picking }) => picking.id);
    await client.call('stock.picking', 'button_validate', {
      ids: some.map(({ picking }) => picking.id),
      context: {
        skip_backorder: true,
        skip_sms: true,
        ...(closed.length > 0 && { picking_ids_not_to_backorder: closed }),
      },
    });
  };
  await halving(all, validate, async (one, error) => {
    refused.add(one);
    settle(one, await undo(one, error).catch(asOutcome));
  });
  return all.filter((one) => !refused.has(one));
}

/** The times at which they were done, on what is done only: Odoo would take them on any transfer. */
export async function dateAll(
  done: readonly { readonly one: Batched; readonly after: Picking }[],
  { client, capabilities }: ActionContext,
) {
  const rows = done.flatMap(({ one: { doneAt: wanted }, after }): Row[] =>
    wanted && after.date_done !== wanted ? [{ id: after.id, values: { date_done: wanted } }] : [],
  );
  const dates = new Map<number, Pick<Picking, 'date_done'>>();
  const refusals = new Map<number, readonly string[]>();
  const of = { fields: ['date_done'], hasSaveMulti: capabilities.saveMulti };
  await halving(
    rows,
    async (some) => {
      for (const { id, date_done } of await saveMany(client, 'stock.picking', some, of))
        dates.set(id, { date_done: date_done as string | false });
    },
    ({ id }, error) => void refusals.set(id, [`Odoo refused the time of the transfer: ${error.message}`]),
  );
  return { dates, refusals };
}

/** When something was done, as Odoo writes it. */
export const doneAtOf = (at: { readonly utc: string } | undefined): string | undefined => at && odooTime(at.utc);
