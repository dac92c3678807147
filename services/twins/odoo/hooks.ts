import { createHash } from 'node:crypto';
import { foundCompanies } from './companies.ts';
import { type Env, numberOf, textOf } from './env.ts';
import { accessError, validationError } from './fault.ts';
import { completeMessage } from './mail.ts';
import { displayNames } from './read.ts';
import type { Json, Row } from './records.ts';
import * as inventory from './stock/inventory.ts';
import * as lines from './stock/lines.ts';
import { completeLocation } from './stock/places.ts';
import { returnsCreated } from './stock/returns.ts';
import * as transfers from './stock/transfers.ts';
import { equipWarehouses } from './stock/warehouse.ts';
import * as bills from './trade/bills.ts';
import * as purchase from './trade/purchase.ts';
import * as sale from './trade/sale.ts';

type Values = Record<string, Json>;

/** What Odoo does of its own accord when records of a model are created, changed or deleted. */
export interface Hooks {
  /** Fills what the caller left out. */
  readonly complete?: (env: Env, values: Values) => Promise<Values>;
  readonly created?: (env: Env, rows: readonly Row[]) => Promise<void>;
  readonly willChange?: (env: Env, row: Row, patch: Values) => Promise<void>;
  readonly willGo?: (env: Env, rows: readonly Row[]) => Promise<void>;
  readonly written?: (env: Env, rows: readonly Row[], patch: Values) => Promise<void>;
  readonly removed?: (env: Env, rows: readonly Row[]) => Promise<void>;
}

/** Checksum and size of an attachment; over 19's dead body a file may hang on a record that is not there, before it was no matter. */
async function completeAttachment(env: Env, values: Values): Promise<Values> {
  const { raw, ...rest } = values;
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(textOf(values.datas), 'base64');
  const model = env.schema.model(textOf(values.res_model));
  if (env.version >= 19 && model && typeof values.res_id === 'number' && !(await env.one(model.name, values.res_id))) {
    throw accessError('Sorry, you are not allowed to access this document.');
  }
  return {
    type: 'binary',
    mimetype: typeof raw === 'string' ? 'text/plain' : 'application/octet-stream',
    ...rest,
    datas: bytes.toString('base64'),
    file_size: bytes.length,
    checksum: createHash('sha1').update(bytes).digest('hex'),
  };
}

/** The name of a model alone ties an activity to nothing. */
async function completeActivity(env: Env, values: Values): Promise<Values> {
  if (!values.res_model_id)
    throw validationError(
      env.version >= 19
        ? 'The operation cannot be completed: Activities have to be linked to records with a not null res_id.'
        : 'The operation cannot be completed:\n- Create/update: a mandatory field is not set.\n\nModel: Activity (mail.activity)\nField: Document Model (res_model_id)',
    );
  return { date_deadline: env.now.slice(0, 10), ...values };
}

async function refuseSameLot(env: Env, rows: readonly Row[]): Promise<void> {
  for (const lot of rows) {
    const product = numberOf(lot.values.product_id);
    const same = await env.search('stock.lot', [
      ['name', '=', lot.values.name ?? false],
      ['product_id', '=', product],
    ]);
    if (same.every((one) => one.id === lot.id)) continue;
    const products = await env.browse('product.product', [product]);
    const [name] = await displayNames(env, env.schema.inner('product.product'), products);
    const place = `- Product: ${name}, ${env.version >= 19 ? 'Lot/Serial Number' : 'Serial Number'}: ${textOf(lot.values.name)}`;
    throw validationError(
      `The combination of serial number and product must be unique across a company.\nFollowing combination contains duplicates:\n ${place}`,
    );
  }
}

async function refuseOwnParent(_env: Env, row: Row, patch: Values): Promise<void> {
  if (patch.parent_id === row.id) throw validationError('You cannot create recursive Partner hierarchies.');
}

async function pickingWillChange(env: Env, picking: Row, patch: Values): Promise<void> {
  if (patch.scheduled_date !== undefined)
    await transfers.reschedule(env, picking, patch.scheduled_date as string | null);
  if (patch.picking_type_id !== undefined) await transfers.retype(env, picking, patch);
}

/** 19 counts units in one another; what one holds of the last of them follows. */
async function completeUnit(env: Env, values: Values): Promise<Values> {
  if (env.version < 19) return values;
  const other = await env.one('uom.uom', values.relative_uom_id);
  return { ...values, factor: numberOf(values.relative_factor ?? 1) * numberOf(other?.values.factor ?? 1) };
}

export const hooks: { readonly [model: string]: Hooks } = {
  'res.company': { created: foundCompanies },
  'res.partner': { willChange: refuseOwnParent },
  'stock.lot': { created: refuseSameLot },
  'mail.message': { complete: completeMessage },
  'mail.activity': { complete: completeActivity },
  'ir.attachment': { complete: completeAttachment },
  'uom.uom': { complete: completeUnit },
  'stock.location': { complete: completeLocation },
  'stock.warehouse': { created: equipWarehouses },
  'stock.quant': {
    complete: inventory.completeQuant,
    created: inventory.countsCreated,
    willChange: inventory.quantWillChange,
    written: inventory.countWritten,
    willGo: inventory.quantsWillGo,
  },
  'stock.picking': {
    complete: transfers.completePicking,
    willChange: pickingWillChange,
    willGo: transfers.pickingsWillGo,
  },
  'stock.return.picking': { created: returnsCreated },
  'stock.move': { complete: transfers.completeMove, written: transfers.movesWritten },
  'stock.move.line': {
    complete: lines.completeLine,
    created: lines.linesCreated,
    willChange: lines.lineWillChange,
    written: lines.linesWritten,
    willGo: lines.linesWillGo,
    removed: lines.linesRemoved,
  },
  'sale.order': { complete: sale.completeOrder, written: sale.ordersWritten },
  'sale.order.line': { complete: sale.completeLine, created: sale.linesCreated, written: sale.linesWritten },
  'purchase.order': { complete: purchase.completeOrder },
  'purchase.order.line': { complete: purchase.completeLine },
  'account.move': {
    complete: bills.completeBill,
    willChange: bills.billWillChange,
    willGo: bills.billsWillGo,
  },
  'account.move.line': { complete: bills.completeBillLine },
};
