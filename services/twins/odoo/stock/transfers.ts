import { type Env, groupBy, numberOf, textOf } from '../env.ts';
import { userError } from '../fault.ts';
import type { Row } from '../records.ts';
import { idsIn, openFollowers } from './chain.ts';
import { reserve } from './reserve.ts';
import { recomputeMoves, refreshPickings } from './state.ts';

const ids = (rows: readonly Row[]) => rows.map((row) => row.id);

/** Locks transfers with their moves, and returns the moves. */
async function movesOf(env: Env, pickingIds: readonly number[]): Promise<Row[]> {
  await env.records.lock('stock.picking', pickingIds);
  return env.children('stock.move', 'picking_id', pickingIds, true);
}

/** Marks draft moves as wanted and reserves them. */
export async function confirm(env: Env, pickingIds: readonly number[]): Promise<true> {
  const drafts = (await movesOf(env, pickingIds)).filter((move) => move.values.state === 'draft');
  for (const move of drafts) env.records.set(move, { state: 'confirmed' });
  await reserve(env, drafts);
  return true;
}

export async function assign(env: Env, pickingIds: readonly number[]): Promise<true> {
  await reserve(env, await movesOf(env, pickingIds));
  return true;
}

export async function unreserve(env: Env, pickingIds: readonly number[]): Promise<null> {
  const open = (await movesOf(env, pickingIds)).filter(
    (move) => !['done', 'cancel'].includes(textOf(move.values.state)),
  );
  await env.records.remove('stock.move.line', ids(await env.children('stock.move.line', 'move_id', ids(open))));
  await recomputeMoves(env, open);
  await refreshPickings(env, pickingIds);
  return null;
}

export async function cancel(env: Env, pickingIds: readonly number[]): Promise<true> {
  const moves = await movesOf(env, pickingIds);
  if (moves.some((move) => move.values.state === 'done')) {
    throw userError(
      "You cannot cancel a stock move that has been set to 'Done'. Create a return in order to reverse the moves which took place.",
    );
  }
  await cancelMoves(env, moves);
  for (const picking of await env.browse('stock.picking', pickingIds)) env.records.set(picking, { state: 'cancel' });
  return true;
}

/** Cancels moves with what they have reserved, and those that follow nothing else. */
export async function cancelMoves(env: Env, moves: readonly Row[]): Promise<void> {
  await env.records.remove('stock.move.line', ids(await env.children('stock.move.line', 'move_id', ids(moves))));
  for (const move of moves) env.records.set(move, { state: 'cancel' });
  const orphans: Row[] = [];
  for (const after of await openFollowers(env, moves)) {
    const before = await env.browse('stock.move', idsIn(after.values.move_orig_ids));
    if (before.every(({ values }) => values.state === 'cancel')) orphans.push(after);
  }
  if (orphans.length === 0) return;
  await cancelMoves(env, orphans);
  await refreshPickings(env, [...groupBy(orphans, 'picking_id').keys()]);
}

export async function pickingsWillGo(env: Env, pickings: readonly Row[]): Promise<void> {
  await cancel(env, ids(pickings));
}

/** Another operation type, or the same one again: refused once it is done, in 17 always. Later the places are set anew. */
export async function retype(env: Env, picking: Row, patch: Row['values']): Promise<void> {
  const finished = ['done', 'cancel'].includes(textOf(picking.values.state));
  if (finished || env.version === 17)
    throw userError('Changing the operation type of this record is forbidden at this point.');
  const type = await env.one('stock.picking.type', patch.picking_type_id);
  patch.location_id ??= type?.values.default_location_src_id ?? null;
  patch.location_dest_id ??= type?.values.default_location_dest_id ?? null;
}

/** A new demand is another state. */
export async function movesWritten(env: Env, moves: readonly Row[], patch: Row['values']): Promise<void> {
  if (patch.product_uom_qty === undefined) return;
  await recomputeMoves(env, moves);
  await refreshPickings(
    env,
    moves.flatMap(({ values }) => (typeof values.picking_id === 'number' ? [values.picking_id] : [])),
  );
}

/** Cancels the open transfers of orders. */
export async function cancelTransfersOf(
  env: Env,
  field: 'sale_id' | 'purchase_id',
  orderIds: readonly number[],
): Promise<void> {
  const open = (await env.children('stock.picking', field, orderIds)).filter(({ values }) => values.state !== 'done');
  if (open.length > 0) await cancel(env, ids(open));
}

/** A new date for the transfer is the new date of its open moves. Refused on a finished one before 19. */
export async function reschedule(env: Env, picking: Row, scheduledDate: string | null): Promise<void> {
  const finished = ['done', 'cancel'].includes(textOf(picking.values.state));
  if (finished && env.version < 19)
    throw userError('You cannot change the Scheduled Date on a done or cancelled transfer.');
  if (finished) return;
  const moves = await env.children('stock.move', 'picking_id', [picking.id], true);
  for (const move of moves) env.records.set(move, { date: scheduledDate });
}

/** Fills a new transfer from its operation type. */
export async function completePicking(env: Env, values: Row['values']): Promise<Row['values']> {
  const type = await env.one('stock.picking.type', values.picking_type_id);
  return {
    scheduled_date: env.now,
    location_id: type?.values.default_location_src_id ?? null,
    location_dest_id: type?.values.default_location_dest_id ?? null,
    company_id: type?.values.company_id ?? 1,
    ...values,
    name: values.name ?? (type ? await env.records.number(`picking/${numberOf(type.id)}`) : null),
  };
}

/** Fills a new move from its transfer: in an open one it is wanted at once. */
export async function completeMove(env: Env, values: Row['values']): Promise<Row['values']> {
  const picking = await env.one('stock.picking', values.picking_id);
  const open = picking && !['draft', 'done', 'cancel'].includes(textOf(picking.values.state));
  return {
    ...(picking && {
      location_id: picking.values.location_id ?? null,
      location_dest_id: picking.values.location_dest_id ?? null,
      company_id: picking.values.company_id ?? 1,
    }),
    date: picking?.values.scheduled_date ?? env.now,
    origin: picking?.values.origin ?? null,
    ...values,
    picked: values.picked ?? false,
    state: open ? (numberOf(values.product_uom_qty) === 0 ? 'assigned' : 'confirmed') : 'draft',
  };
}
