import { lookupOf, type Said } from '../../domain/cross-references.ts';
import { sitesOf } from '../../odoo/actions/sites.ts';
import type { FoundProduct } from '../../odoo/suggestions/items.ts';
import { weigh } from '../../odoo/suggestions/items.ts';
import { readProducts } from '../../odoo/suggestions/master-data.ts';
import { keysUsed, partiesUsed } from '../../store/awaited-keys.ts';
import { crossReferenceTable } from '../../store/cross-references.ts';
import type { Environment } from '../../store/documents.ts';
import { readOdooPartner } from '../../store/odoo-partners.ts';
import type { Context } from '../context.ts';
import { asking } from '../odoo-choices.ts';
import type { OdooConnection } from '../odoo-connection.ts';

export interface MasterRow {
  readonly id: number;
  readonly label: string;
  readonly value?: string;
  readonly barcode?: string;
  readonly keys: readonly string[];
  readonly proposals: readonly { readonly key: string; readonly reason: string }[];
}

export interface MasterDataOf {
  readonly orgId: string;
  readonly environment: Environment;
  readonly kind: 'item' | 'location';
  readonly q?: string | undefined;
  readonly missing: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** So many of the newest events of a partner say which keys it uses. */
const newest = 2000;

/** Products or warehouses of this Odoo, each with the partner's keys that mean it and with those that its documents have used and that can mean nothing else. @throws CodedError */
export async function masterData(
  context: Context,
  connection: OdooConnection,
  of: MasterDataOf,
): Promise<{ readonly rows: readonly MasterRow[]; readonly total: number }> {
  const known = await crossReferenceTable(context.db.system, of.orgId, lookupOf[of.kind]);
  const keysOf = Map.groupBy(known, ([, value]) => value);
  const meaning = (values: readonly (string | undefined)[]) =>
    [
      ...new Set(values.flatMap((value) => (value === undefined ? [] : (keysOf.get(value) ?? []))).map(([key]) => key)),
    ].sort();
  return asking(context, connection, () =>
    of.kind === 'item'
      ? items(context, connection, of, known, meaning)
      : locations(context, connection, of, known, meaning),
  );
}

type Meaning = (values: readonly (string | undefined)[]) => readonly string[];
type Known = ReadonlyMap<string, string>;

async function items(
  { db }: Context,
  { client }: OdooConnection,
  of: MasterDataOf,
  known: Known,
  meaning: Meaning,
): Promise<{ rows: readonly MasterRow[]; total: number }> {
  const without = of.missing ? [...new Set(known.values())] : undefined;
  const { products, total } = await readProducts(client, { ...of, without });
  const used = await keysUsed(db.system, { ...of, events: newest });
  const byNumber = new Map<string, Said[]>();
  for (const said of used)
    for (const number of new Set([said.sku, said.vendorSku, said.gtin].flatMap((one) => (one ? [plain(one)] : []))))
      byNumber.set(number, [...(byNumber.get(number) ?? []), said]);
  const rows = products.map((product): MasterRow => {
    const [code, barcode] = [product.default_code || undefined, product.barcode || undefined];
    const value = code ?? barcode;
    return {
      ...{ id: product.id, label: product.display_name, keys: meaning([code, barcode]) },
      ...(value !== undefined && { value }),
      ...(barcode !== undefined && { barcode }),
      proposals: value === undefined ? [] : proposalsFor(product, byNumber, known),
    };
  });
  return { rows: withoutDoubt(rows), total };
}

const plain = (number: string) => (/^\d{8,14}$/.test(number) ? number.padStart(14, '0') : number);

function proposalsFor(product: FoundProduct, byNumber: ReadonlyMap<string, readonly Said[]>, known: Known) {
  const codes = [product.default_code, product.barcode, ...product.seller_ids.map(({ product_code }) => product_code)];
  const candidates = new Set(codes.flatMap((code) => (code ? (byNumber.get(plain(code)) ?? []) : [])));
  const proposals = new Map<string, string>();
  for (const said of candidates) {
    const key = said.sku ?? said.vendorSku ?? said.gtin!;
    // What has a cross reference needs none, and what bears our own number neither.
    if (known.has(key) || key === product.default_code) continue;
    const [weighed] = weigh({ kind: 'item', key, said }, product);
    if (weighed?.isExact) proposals.set(key, weighed.reason);
  }
  return [...proposals].map(([key, reason]) => ({ key, reason })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A key that could mean two of the products is proposed for neither. */
function withoutDoubt(rows: readonly MasterRow[]): readonly MasterRow[] {
  const times = new Map<string, number>();
  for (const { key } of rows.flatMap(({ proposals }) => proposals)) times.set(key, (times.get(key) ?? 0) + 1);
  return rows.map((row) => ({ ...row, proposals: row.proposals.filter(({ key }) => times.get(key) === 1) }));
}

async function locations(
  { db }: Context,
  { id: connectionId, client }: OdooConnection,
  of: MasterDataOf,
  known: Known,
  meaning: Meaning,
): Promise<{ rows: readonly MasterRow[]; total: number }> {
  const { pickingTypeIds } = await readOdooPartner(db.system, connectionId, of.orgId);
  const used = await partiesUsed(db.system, { ...of, role: 'warehouse', events: newest });
  const same = (one: string | undefined, other: string) => one?.trim().toLowerCase() === other.trim().toLowerCase();
  const rows = (await sitesOf({ client, partner: { pickingTypeIds } })).map(({ id, name, shortName }): MasterRow => {
    const proposals = used.flatMap((said) => {
      const key = said.id ?? said.name;
      if (key === undefined || known.has(key)) return [];
      if (same(said.id, shortName)) return [{ key, reason: 'Its short name is the same.' }];
      return same(said.id, name) || same(said.name, name) ? [{ key, reason: 'Its name is the same.' }] : [];
    });
    const keys = meaning([shortName, name]);
    return { ...{ id, value: shortName, keys }, label: `${name} (${shortName})`, proposals };
  });
  const wanted = withoutDoubt(rows).filter(
    ({ label, keys }) =>
      (of.q === undefined || label.toLowerCase().includes(of.q.toLowerCase())) && !(of.missing && keys.length > 0),
  );
  return { rows: wanted.slice(of.offset, of.offset + of.limit), total: wanted.length };
}
