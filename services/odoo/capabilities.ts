import type { OdooClient } from './client.ts';
import { OdooError } from './error.ts';
import { finalKinds } from './many.ts';
import { readUnits, type UnitTable } from './units.ts';
import { versionFacts } from './version.ts';

/** What one Odoo has, as far as actions depend on it. Modules add fields; one unknown field refuses the whole call. */
export interface Capabilities {
  /** `stock_delivery`: carrier, tracking reference and weight on a transfer. */
  readonly delivery: boolean;
  /** `sale_stock`: a transfer knows its sales order. */
  readonly sales: boolean;
  /** `purchase_stock`: a receipt's moves know their order lines. */
  readonly purchases: boolean;
  /** A method of the web client's module, from 19 on: different values for many records in one call. */
  readonly saveMulti: boolean;
  /** Id of the subtype that notes have; undefined where the user may not see it. */
  readonly noteSubtype?: number | undefined;
  readonly units: UnitTable;
}

/** What is lost where a module is absent. */
export const lostWithout: Readonly<Record<'delivery' | 'sales' | 'purchases', string>> = {
  delivery:
    'Module stock_delivery is not installed: tracking numbers are left as notes, orders go out without carrier and weight, and no load is tendered.',
  sales: 'Module sale_stock is not installed: orders go out without the customer’s purchase order number.',
  purchases: 'Module purchase_stock is not installed: receipts are found by their source document only.',
};

const has = (fields: unknown, name: string) => typeof fields === 'object' && fields !== null && name in fields;

/** Asks an Odoo what it has, in five calls at most. @throws OdooError */
export async function readCapabilities(client: OdooClient): Promise<Capabilities> {
  const fieldsOf = (model: string, allfields: readonly string[]) =>
    client.call(model, 'fields_get', { args: { allfields, attributes: ['type'] } });
  const transfer = await fieldsOf('stock.picking', ['carrier_tracking_ref', 'sale_id']);
  const move = await fieldsOf('stock.move', ['purchase_line_id']);
  return {
    delivery: has(transfer, 'carrier_tracking_ref'),
    sales: has(transfer, 'sale_id'),
    purchases: has(move, 'purchase_line_id'),
    saveMulti: client.majorVersion >= 19 && (await hasSaveMulti(client)),
    noteSubtype: await noteSubtype(client),
    units: await readUnits(client),
  };
}

/** Without its arguments a method that is there complains about them, and does nothing. */
async function hasSaveMulti(client: OdooClient): Promise<boolean> {
  const answer = await client.call('stock.picking', 'web_save_multi', { ids: [1] }).catch(unlessFinal);
  return !(answer instanceof OdooError && answer.fault === 'werkzeug.exceptions.NotFound');
}

async function noteSubtype(client: OdooClient): Promise<number | undefined> {
  const args = { module: 'mail', xml_id: 'mt_note' };
  const answer = await client.call('ir.model.data', 'check_object_reference', { args }).catch(unlessFinal);
  return Array.isArray(answer) && typeof answer[1] === 'number' ? answer[1] : undefined;
}

function unlessFinal(error: unknown): OdooError {
  if (error instanceof OdooError && finalKinds.has(error.kind)) return error;
  throw error;
}

/**
 * What an Odoo has not got, or a user of it. The text says what is lost by that and what to do; the code is for whoever counts or translates.
 * `module-…`: a module is not installed. `user-email`: the hub's user has no address. `right-…`: it may not do something. `version-…`: another Odoo than was thought.
 */
export interface Lack {
  readonly code:
    | 'module-delivery'
    | 'module-sales'
    | 'module-purchases'
    | 'user-email'
    | 'right-ship'
    | 'right-packages'
    | 'right-stock'
    | 'right-counts'
    | 'right-orders'
    | 'right-purchases'
    | 'right-carriers'
    | 'right-activities'
    | 'right-bills'
    | 'version-differs'
    | 'version-untried';
  readonly text: string;
}

type Operation = 'read' | 'write' | 'create' | 'unlink';

interface Right {
  readonly code: Lack['code'];
  readonly needs: readonly (readonly [model: string, operation: Operation])[];
  readonly lost: string;
}

/** What the hub's actions and its feed do in Odoo, and what does not work without the right to it. */
const rightsFor = ({ majorVersion }: OdooClient, { delivery, sales, purchases }: Capabilities): readonly Right[] => [
  {
    code: 'right-ship',
    needs: [
      ['stock.picking', 'write'],
      ['stock.move.line', 'create'],
      ['stock.move.line', 'unlink'],
    ],
    lost: 'it may not change transfers: no 945 and no 856 can be applied. Give it Inventory / User.',
  },
  {
    code: 'right-packages',
    needs: [
      [versionFacts[majorVersion].packageModel, 'create'],
      ['stock.lot', 'read'],
    ],
    lost: 'it may not make packages or read lots: what names labels or lots is refused. Give it Inventory / User.',
  },
  {
    code: 'right-stock',
    needs: [
      ['stock.quant', 'read'],
      ['uom.uom', 'read'],
      ['product.product', 'read'],
    ],
    lost: 'it may not read stock, units or products: nothing can be sent or applied. Give it Inventory / User.',
  },
  // From 18 on an ordinary user of the stock may. Who may change a warehouse is its administrator: Odoo tells nobody else's groups.
  ...(majorVersion < 18
    ? ([
        {
          code: 'right-counts',
          needs: [['stock.warehouse', 'write']],
          lost: 'it may not apply counts: no 947 can be applied. Give it Inventory / Administrator.',
        },
      ] as const)
    : []),
  {
    code: 'right-activities',
    needs: [['mail.activity', 'create']],
    lost: 'it may not make to-dos: refusals and delays that carriers report reach nobody.',
  },
  {
    code: 'right-bills',
    needs: [['account.move', 'create']],
    lost: 'it may not make bills: no 210 and no 810 can be applied. Give it Invoicing / Billing.',
  },
  ...(sales
    ? ([
        {
          code: 'right-orders',
          needs: [
            ['sale.order', 'read'],
            ['sale.order', 'create'],
          ],
          lost: 'it may not read and make sales orders: orders cannot be sent, and no 850 can be applied. Give it Sales / User: All Documents.',
        },
      ] as const)
    : []),
  ...(purchases
    ? ([
        {
          code: 'right-purchases',
          needs: [['purchase.order.line', 'read']],
          lost: 'it may not read purchase orders: no 856 can be applied. Give it Purchase / User.',
        },
      ] as const)
    : []),
  ...(delivery
    ? ([
        {
          code: 'right-carriers',
          needs: [['delivery.carrier', 'read']],
          lost: 'it may not read delivery methods: no load can be tendered. Give it Inventory / User.',
        },
      ] as const)
    : []),
];

/** Finds out what a connection lacks, without changing anything in Odoo. @throws OdooError where Odoo does not answer, or not to this key */
export async function lacksOf(client: OdooClient, capabilities: Capabilities, login: string): Promise<readonly Lack[]> {
  const modules = (['delivery', 'sales', 'purchases'] as const).filter((module) => !capabilities[module]);
  const lacks: Lack[] = [
    ...(await versionLacks(client)),
    ...modules.map((module): Lack => ({ code: `module-${module}`, text: lostWithout[module] })),
    ...(await emailLacks(client, login)),
  ];
  for (const { code, needs, lost } of rightsFor(client, capabilities)) {
    const may = await Promise.all(needs.map(([model, operation]) => mayDo(client, model, operation)));
    if (may.includes(false)) lacks.push({ code, text: `${login} lacks a right: ${lost}` });
  }
  return lacks;
}

async function versionLacks(client: OdooClient): Promise<readonly Lack[]> {
  const { major, text } = await client.version();
  if (major > 19)
    return [
      {
        code: 'version-untried',
        text: `Odoo is ${text}; the hub was tried with 17, 18 and 19. Try it in a copy first.`,
      },
    ];
  if (major === client.majorVersion) return [];
  const spoken = `The connection is for ${client.majorVersion}, and Odoo is ${text}`;
  return [{ code: 'version-differs', text: `${spoken}: calls fail one after another. Connect it anew.` }];
}

async function emailLacks(client: OdooClient, login: string): Promise<readonly Lack[]> {
  const [user] = await client.searchRead('res.users', [['login', '=', login]], ['email']);
  if (!user || user.email) return [];
  const lost =
    client.majorVersion < 19
      ? 'Odoo refuses its notes and every backorder'
      : 'its notes have no sender that could be answered';
  return [{ code: 'user-email', text: `${login} has no e-mail address: ${lost}. Give the user one in Odoo.` }];
}

/** @returns undefined where this Odoo does not say: it has no such model, or does not know the question. */
async function mayDo(client: OdooClient, model: string, operation: Operation): Promise<boolean | undefined> {
  // 18 has both, and its `has_access` wants ids, which there are none of here.
  const args = client.majorVersion < 19 ? { operation, raise_exception: false } : { operation };
  const method = client.majorVersion < 19 ? 'check_access_rights' : 'has_access';
  try {
    return (await client.call(model, method, { args })) === true;
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    if (error.kind === 'access') return false;
    if (error.kind === 'bad-request' || error.kind === 'refused' || error.kind === 'missing') return undefined;
    throw error;
  }
}
