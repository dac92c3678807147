import type { EventType } from '../domain/events.ts';
import { smallest } from '../domain/lists.ts';
import { billsEntered, type DoneInOdoo, type Period, transfersDone } from '../odoo/done-by-hand.ts';
import { type Accounting, accountingSince, toldOf, writtenRecords } from '../store/accounted.ts';
import { type FoundDifference, stillUndocumented } from '../store/odoo-differences.ts';
import { readOdooPartner } from '../store/odoo-partners.ts';
import type { ReconciliationRow } from '../store/reconciliations.ts';
import type { Context } from './context.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** Documents that say that something was done, by what was done. */
const documents = {
  shipped: ['warehouse-order.shipped.v1'],
  received: ['receipt.confirmed.v1', 'return.received.v1'],
  billed: ['freight.invoiced.v1', 'invoice.issued.v1'],
} as const satisfies Record<DoneInOdoo['kind'], readonly EventType[]>;

/** Fields that the hub is on record for where a document has told of a record, or found it done. */
const tells = { 'stock.picking': ['state'], 'account.move': ['ref', 'amount_total', 'state'] } as const;

interface Partner extends Accounting {
  readonly pickingTypeIds: readonly number[];
  readonly vendorId: number | undefined;
}

/**
 * What people have done in Odoo that documents of a partner do there otherwise, and that none tells of: deliveries, receipts and bills of partners whose documents
 * of that kind are applied, since the first of them. What was so at the last reconciliation is looked at again. @throws OdooError
 */
export async function* undocumented(
  context: Context,
  connection: OdooConnection,
  { fromAt, toAt }: Pick<ReconciliationRow, 'fromAt'> & { readonly toAt: Date },
  last: ReconciliationRow | undefined,
): AsyncGenerator<readonly FoundDifference[]> {
  const { system } = context.db;
  const partners = async (kind: DoneInOdoo['kind']): Promise<readonly Partner[]> => {
    const of = { connectionId: connection.id, environment: connection.environment, types: documents[kind] };
    const rows = await accountingSince(system, of);
    return Promise.all(
      rows.map(async (row) => {
        const { pickingTypeIds, trade } = await readOdooPartner(system, connection.id, row.orgId);
        return { ...row, pickingTypeIds, vendorId: trade.vendorId };
      }),
    );
  };
  const again = async (model: DoneInOdoo['model']) => (last ? stillUndocumented(system, last.id, model) : []);
  const periodOf = (those: readonly Partner[]): Period => {
    const first = new Date(smallest(those.map(({ since }) => since.getTime())));
    return { from: (fromAt && fromAt > first ? fromAt : first).toISOString(), to: toAt.toISOString() };
  };

  const [ships, receives] = [await partners('shipped'), await partners('received')];
  const moves = [...ships, ...receives];
  const typeIds = [...new Set(moves.flatMap(({ pickingTypeIds }) => pickingTypeIds))];
  if (typeIds.length > 0) {
    const of = { ...periodOf(moves), typeIds, again: await again('stock.picking') };
    for await (const page of transfersDone(connection.client, of)) {
      const told = await toldOf(
        system,
        connection.id,
        page.map(({ recordId }) => recordId),
      );
      const ownerOf = (one: DoneInOdoo) => {
        const those = (one.kind === 'shipped' ? ships : receives).filter((partner) =>
          partner.pickingTypeIds.includes(one.of),
        );
        const receiver = told.get(one.recordId);
        return receiver === undefined ? those[0] : those.find(({ orgId }) => orgId === receiver);
      };
      yield await withoutDocument(context, connection, page, ownerOf);
    }
  }

  const bill = (await partners('billed')).filter(({ vendorId }) => vendorId !== undefined);
  if (bill.length > 0) {
    const vendors = await commercialIds(connection, bill);
    const of = { ...periodOf(bill), vendorIds: [...vendors.keys()], again: await again('account.move') };
    for await (const page of billsEntered(connection.client, of))
      yield await withoutDocument(context, connection, page, (one) => vendors.get(one.of));
  }
}

async function withoutDocument(
  context: Context,
  { id: connectionId }: OdooConnection,
  page: readonly DoneInOdoo[],
  ownerOf: (one: DoneInOdoo) => Partner | undefined,
): Promise<readonly FoundDifference[]> {
  const model = page[0]!.model;
  const recordIds = page.map(({ recordId }) => recordId);
  const known = await writtenRecords(context.db.system, { connectionId, model, fields: tells[model], recordIds });
  return page.flatMap((one): FoundDifference[] => {
    const { recordId, recordName, kind, at, by } = one;
    const owner = ownerOf(one);
    // What was done before the partner's first document is of the old way.
    if (!owner || known.has(recordId) || at < owner.since.toISOString()) return [];
    const record = { orgId: owner.orgId, model, recordId, recordName };
    return [{ cause: 'undocumented', record, holds: kind, changed: { by, at } }];
  });
}

/** Odoo books what any address of a company bills on the company. */
async function commercialIds(
  { client }: OdooConnection,
  partners: readonly Partner[],
): Promise<ReadonlyMap<number, Partner>> {
  const ids = partners.map(({ vendorId }) => vendorId!);
  const rows = await client.searchRead('res.partner', [['id', 'in', ids]], ['commercial_partner_id']);
  const commercial = new Map(
    rows.map((row) => [
      row.id,
      Array.isArray(row.commercial_partner_id) ? Number(row.commercial_partner_id[0]) : row.id,
    ]),
  );
  return new Map(partners.map((partner) => [commercial.get(partner.vendorId!) ?? partner.vendorId!, partner]));
}
