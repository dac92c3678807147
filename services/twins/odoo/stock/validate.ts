import { type Env, groupBy, idOf, inTurn, numberOf, textOf } from '../env.ts';
import { userError, validationError } from '../fault.ts';
import { displayNames } from '../read.ts';
import type { Json, Row } from '../records.ts';
import { lockAll } from '../write.ts';
import { backorderPolicy, demandOf, type Work, workOf } from './backorder.ts';
import { finish } from './done.ts';

const nothingToDo = {
  17: 'You cannot validate a transfer if no quantities are reserved. To force the transfer, encode quantities.',
  18: 'You cannot validate a transfer if no quantities are reserved. To force the transfer, encode quantities.',
  19: "Transfer trouble alert! Validating a zero quantity transfer? You're not moving invisible goods around are you?\nSet some quantities and let's get moving!",
} as const;

async function worksOf(env: Env, pickings: readonly Row[]): Promise<Map<number, Work[]>> {
  const ids = pickings.map((picking) => picking.id);
  const moves = await env.children('stock.move', 'picking_id', ids, true);
  const moveIds = moves.map((move) => move.id);
  const lines = groupBy(await env.children('stock.move.line', 'move_id', moveIds, true), 'move_id');
  await env.browse('product.product', [...new Set(moves.map((move) => numberOf(move.values.product_id)))]);
  const byPicking = groupBy(moves, 'picking_id');
  const works = new Map<number, Work[]>();
  for (const id of ids) {
    const own: Work[] = [];
    for (const move of byPicking.get(id) ?? []) own.push(await workOf(env, move, lines.get(move.id) ?? []));
    works.set(id, own);
  }
  return works;
}

const openLines = (works: readonly Work[]) =>
  works.filter(({ move }) => !['done', 'cancel'].includes(textOf(move.values.state))).flatMap(({ lines }) => lines);

async function lotsMissing(env: Env, picking: Row, works: readonly Work[]): Promise<readonly string[]> {
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  if (type?.values.use_create_lots !== true && type?.values.use_existing_lots !== true) return [];
  const lines = openLines(works);
  const picked = lines.filter((line) => line.values.picked === true);
  const counted = (picked.length > 0 ? picked : lines).filter((line) => numberOf(line.values.quantity) > 0);
  const bare = counted.filter((line) => !line.values.lot_id && !line.values.lot_name);
  const products = await env.browse('product.product', [
    ...new Set(bare.map((line) => numberOf(line.values.product_id))),
  ]);
  return displayNames(
    env,
    env.schema.inner('product.product'),
    products.filter((product) => product.values.tracking !== 'none'),
  );
}

const isWorth = (works: readonly Work[]) => openLines(works).some((line) => numberOf(line.values.quantity) !== 0);

async function refuseNonsense(env: Env, pickings: readonly Row[], works: ReadonlyMap<number, Work[]>): Promise<void> {
  if (pickings.some((picking) => !isWorth(works.get(picking.id) ?? []))) throw userError(nothingToDo[env.version]);
  for (const picking of pickings) {
    const missing = await lotsMissing(env, picking, works.get(picking.id) ?? []);
    if (missing.length === 0) continue;
    const where = pickings.length > 1 ? `Transfers ${textOf(picking.values.name)}: ` : '';
    throw userError(`${where}You need to supply a Lot/Serial number for products ${missing.join(', ')}.`);
  }
}

/** Without a picked move every quantity counts. Stays so even when the answer is a question, since that call is committed too. */
async function pickAll(env: Env, works: readonly Work[]): Promise<Work[]> {
  const open = works.filter(({ move }) => !['done', 'cancel'].includes(textOf(move.values.state)));
  if (open.some(({ move }) => move.values.picked === true)) return [...works];
  for (const { move, lines } of open) {
    env.records.set(move, { picked: true });
    for (const line of lines) env.records.set(line, { picked: true });
  }
  return inTurn(works, ({ move, lines }) => workOf(env, move, lines));
}

async function mustAsk(env: Env, pickings: readonly Row[], works: ReadonlyMap<number, Work[]>): Promise<number[]> {
  const asking: number[] = [];
  for (const picking of pickings) {
    const short = (works.get(picking.id) ?? []).some(
      (work) => work.move.values.state !== 'cancel' && work.done < demandOf(work),
    );
    if (short && (await backorderPolicy(env, picking)) === 'ask') asking.push(picking.id);
  }
  return asking;
}

function question(all: readonly number[], asking: readonly number[]): Json {
  return {
    name: 'Create Backorder?',
    type: 'ir.actions.act_window',
    view_mode: 'form',
    res_model: 'stock.backorder.confirmation',
    views: [[944, 'form']],
    view_id: 944,
    target: 'new',
    context: {
      button_validate_picking_ids: [...all],
      default_show_transfers: all.length > 1,
      default_pick_ids: asking.map((id) => [4, id]),
    },
  };
}

/** Locks the transfers. One that another call finished while this one waited is an accident in 17 and 18, and nothing in 19. */
async function openTransfers(env: Env, ids: readonly number[]): Promise<Row[]> {
  const model = env.schema.inner('stock.picking');
  if (env.version >= 19) return (await lockAll(env, model, ids)).filter((picking) => picking.values.state !== 'done');
  const before = new Map((await env.browse(model.name, ids)).map(({ id, values }) => [id, values.state]));
  const pickings = await lockAll(env, model, ids);
  if (pickings.some(({ id, values }) => values.state === 'done' && before.get(id) !== 'done'))
    throw validationError('Error, a partner cannot follow twice the same object.');
  return pickings;
}

/**
 * Validates transfers. Answers true, or the window action that asks about a backorder; then nothing is done except that lines count as picked.
 * Context: `skip_backorder`, `picking_ids_not_to_backorder`.
 */
export async function buttonValidate(env: Env, ids: readonly number[]): Promise<Json> {
  const opened = await openTransfers(env, ids);
  const works = await worksOf(env, opened);
  // Of several, those that there is nothing to do for are passed over in silence, even if that is all of them.
  const pickings = ids.length > 1 ? opened.filter((picking) => isWorth(works.get(picking.id) ?? [])) : opened;
  if (pickings.length === 0) return true;
  await refuseNonsense(env, pickings, works);
  for (const picking of pickings) works.set(picking.id, await pickAll(env, works.get(picking.id) ?? []));
  if (env.context.skip_backorder !== true) {
    const asking = await mustAsk(env, pickings, works);
    if (asking.length > 0) return question(ids, asking);
  }
  const closeShort = env.context.picking_ids_not_to_backorder;
  const shorts = Array.isArray(closeShort) ? closeShort : [];
  for (const picking of pickings) await finish(env, picking, works.get(picking.id) ?? [], shorts.includes(picking.id));
  return true;
}

/** The answer to the question about a backorder. */
export async function answerBackorder(env: Env, wizardIds: readonly number[], closeShort: boolean): Promise<Json> {
  const wizards = await env.browse('stock.backorder.confirmation', wizardIds);
  const named = wizards
    .flatMap((wizard) => (Array.isArray(wizard.values.pick_ids) ? wizard.values.pick_ids : []))
    .flatMap((id) => idOf(id) ?? []);
  const asked = env.context.button_validate_picking_ids;
  const ids = Array.isArray(asked) ? asked.flatMap((id) => idOf(id) ?? []) : named;
  const pickings = await openTransfers(env, ids);
  const works = await worksOf(env, pickings);
  for (const picking of pickings)
    await finish(env, picking, works.get(picking.id) ?? [], closeShort && named.includes(picking.id));
  return true;
}
