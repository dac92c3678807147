import type { Env } from './env.ts';
import { textOf } from './env.ts';
import { activityDone, activitySchedule, messagePost, recordset, subtypeNamed } from './mail.ts';
import type { Arguments, Method } from './method.ts';
import { common } from './model-methods.ts';
import type { Json } from './records.ts';
import type { Model } from './schema.ts';
import { applyInventory, clearCounts, keepCounted, sameQuant } from './stock/inventory.ts';
import { createReturns } from './stock/returns.ts';
import * as transfers from './stock/transfers.ts';
import { answerBackorder, buttonValidate } from './stock/validate.ts';
import { cancelBills, post, toDraft } from './trade/bills.ts';
import { cancelPurchases, confirmPurchases } from './trade/purchase.ts';
import { cancelOrders, confirmOrders } from './trade/sale.ts';
import { create, lockAll, write } from './write.ts';

const ids = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id);

const conversation: Readonly<Record<string, Method>> = {
  message_post: { params: [], open: true, run: (env, model, list, args) => messagePost(env, model.name, list, args) },
  activity_schedule: {
    params: ['act_type_xmlid', 'date_deadline', 'summary', 'note'],
    open: true,
    run: (env, model, list, args) => activitySchedule(env, model.name, list, args),
  },
};

const onRecords = (run: (env: Env, list: readonly number[]) => Promise<Json>): Method => ({
  params: [],
  run: (env, _model, list) => run(env, list),
});

/** A count of a place that has a quant is a count of that quant. */
async function createQuants(env: Env, model: Model, _ids: readonly number[], { vals_list }: Arguments): Promise<Json> {
  const made: number[] = [];
  for (const values of (Array.isArray(vals_list) ? vals_list : [vals_list]) as Record<string, Json>[]) {
    const found = await sameQuant(env, values);
    if (found) await write(env, model, [found.id], { inventory_quantity: values.inventory_quantity ?? 0 });
    made.push(found ? found.id : (await create(env, model, [values]))[0]!.id);
  }
  return env.version >= 19 || Array.isArray(vals_list) ? made : made[0]!;
}

const own: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  'res.users': {
    context_get: {
      params: [],
      onModel: true,
      readOnly: true,
      run: async (env) => ({ lang: 'en_US', tz: false, uid: env.identity.uid }),
    },
  },
  'ir.model.data': {
    check_object_reference: {
      params: ['module', 'xml_id', 'raise_on_access_error'],
      required: ['module', 'xml_id'],
      onModel: true,
      readOnly: true,
      run: async (_env, _model, _ids, args) => subtypeNamed(`${textOf(args.module)}.${textOf(args.xml_id)}`),
    },
  },
  'res.partner': {
    copy: {
      params: ['default'],
      run: async (env, model, list) => {
        const rows = await lockAll(env, model, list);
        const copies = await create(
          env,
          model,
          rows.map((row) => ({ ...row.values, name: `${textOf(row.values.name)} (copy)` })),
        );
        return recordset(env, model.name, ids(copies));
      },
    },
  },
  'stock.picking': {
    ...conversation,
    action_confirm: onRecords(transfers.confirm),
    action_assign: onRecords(transfers.assign),
    action_cancel: onRecords(transfers.cancel),
    do_unreserve: onRecords(transfers.unreserve),
    button_validate: { ...onRecords(buttonValidate), looks: true },
  },
  'stock.quant': {
    create: { params: ['vals_list'], required: ['vals_list'], onModel: true, run: createQuants },
    action_apply_inventory: onRecords(applyInventory),
    action_clear_inventory_quantity: onRecords(clearCounts),
  },
  'stock.inventory.conflict': { action_keep_counted_quantity: onRecords(keepCounted) },
  'mail.activity': {
    action_feedback: {
      params: ['feedback'],
      open: true,
      run: (env, _model, list, args) => activityDone(env, list, args),
    },
    action_done: { params: [], run: (env, _model, list) => activityDone(env, list, {}) },
  },
  'stock.return.picking': {
    action_create_returns: { ...onRecords(createReturns), since: 18 },
    create_returns: { ...onRecords(createReturns), until: 17 },
  },
  'stock.backorder.confirmation': {
    process: onRecords((env, list) => answerBackorder(env, list, false)),
    process_cancel_backorder: onRecords((env, list) => answerBackorder(env, list, true)),
  },
  'sale.order': { ...conversation, action_confirm: onRecords(confirmOrders), action_cancel: onRecords(cancelOrders) },
  'purchase.order': {
    ...conversation,
    button_confirm: onRecords(confirmPurchases),
    button_cancel: onRecords(cancelPurchases),
  },
  'account.move': {
    ...conversation,
    action_post: onRecords(post),
    button_draft: onRecords(toDraft),
    button_cancel: onRecords(cancelBills),
  },
};

/** A method of a model, undefined where this version has none of that name. */
export function methodOf(env: Env, model: Model, name: string): Method | undefined {
  const method = own[model.name]?.[name] ?? common[name];
  return method &&
    Object.hasOwn({ ...common, ...own[model.name] }, name) &&
    env.version <= (method.until ?? 19) &&
    env.version >= (method.since ?? 17)
    ? method
    : undefined;
}

/** Public in 17 and 18, private in 19. */
export const madePrivate = new Set(['exists', 'search_fetch']);
