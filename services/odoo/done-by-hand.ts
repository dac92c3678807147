import { odooTime } from './actions/pickings.ts';
import type { Domain, OdooClient, OdooRecord } from './client.ts';
import { idOf, nameOf } from './many2one.ts';

/** What somebody has finished in Odoo, and what a document of a partner would have done there. */
export interface DoneInOdoo {
  readonly model: 'stock.picking' | 'account.move';
  readonly recordId: number;
  readonly recordName: string;
  /** Operation type of a transfer; commercial contact of a bill. */
  readonly of: number;
  readonly kind: 'shipped' | 'received' | 'billed';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who changed it last. */
  readonly by: string;
}

/** From the first and before the second, ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const atOnce = 500;

/**
 * The deliveries and receipts of these operation types that were done in the period, and those of `again` that are done, by id.
 * @throws OdooError
 */
export async function* transfersDone(
  client: OdooClient,
  of: Period & { readonly typeIds: readonly number[]; readonly again: readonly number[] },
): AsyncGenerator<readonly DoneInOdoo[]> {
  const domain: Domain = [
    ['picking_type_id', 'in', [...of.typeIds]],
    ['picking_type_id.code', 'in', ['outgoing', 'incoming']],
    ['state', '=', 'done'],
    ...inPeriodOr(of, 'date_done'),
  ];
  const fields = ['name', 'picking_type_id', 'picking_type_code', 'date_done', 'write_uid'];
  for await (const rows of pagesOf(client, 'stock.picking', domain, fields))
    yield rows.map((row) => ({
      ...{ model: 'stock.picking' as const, recordId: row.id, recordName: String(row.name) },
      ...{ of: idOf(row.picking_type_id) || 0, kind: row.picking_type_code === 'incoming' ? 'received' : 'shipped' },
      ...{ at: isoOf(row.date_done), by: nameOf(row.write_uid) || 'somebody' },
    }));
}

/** The bills of these vendors that were entered in the period, and those of `again` that are there, by id; what was cancelled is not among them. @throws OdooError */
export async function* billsEntered(
  client: OdooClient,
  of: Period & { readonly vendorIds: readonly number[]; readonly again: readonly number[] },
): AsyncGenerator<readonly DoneInOdoo[]> {
  const domain: Domain = [
    ['move_type', '=', 'in_invoice'],
    ['state', '!=', 'cancel'],
    ['commercial_partner_id', 'in', [...of.vendorIds]],
    ...inPeriodOr(of, 'create_date'),
  ];
  const fields = ['name', 'ref', 'state', 'commercial_partner_id', 'create_date', 'write_uid'];
  for await (const rows of pagesOf(client, 'account.move', domain, fields))
    yield rows.map((row) => ({
      ...{ model: 'account.move' as const, recordId: row.id, recordName: billName(row), kind: 'billed' as const },
      ...{ of: idOf(row.commercial_partner_id) || 0, at: isoOf(row.create_date) },
      by: nameOf(row.write_uid) || 'somebody',
    }));
}

const billName = ({ id, name, ref, state }: OdooRecord) => {
  const own = state === 'draft' || !name || name === '/' ? `Draft bill ${id}` : String(name);
  return ref ? `${own} (${String(ref)})` : own;
};

const isoOf = (value: unknown) => (typeof value === 'string' ? `${value.replace(' ', 'T')}Z` : '');

const inPeriodOr = ({ from, to, again }: Period & { readonly again: readonly number[] }, field: string): Domain => [
  ...(again.length > 0 ? ['|', ['id', 'in', [...again]]] : []),
  '&',
  [field, '>=', odooTime(from)],
  [field, '<', odooTime(to)],
];

async function* pagesOf(
  client: OdooClient,
  model: string,
  domain: Domain,
  fields: readonly string[],
): AsyncGenerator<readonly OdooRecord[]> {
  let after = 0;
  for (;;) {
    const page = await client.searchRead(model, [...domain, ['id', '>', after]], [...fields], {
      ...{ order: 'id', limit: atOnce },
    });
    if (page.length > 0) yield page;
    if (page.length < atOnce) return;
    after = page.at(-1)!.id;
  }
}
