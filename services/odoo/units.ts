import type { EventParts } from '../domain/events.ts';
import type { Json, OdooClient, OdooRecord } from './client.ts';

/** A unit of measure of one Odoo. Units of one family convert into each other. */
export interface OdooUnit {
  readonly id: number;
  /** In English, whatever language the user of the connection has. */
  readonly name: string;
  readonly family: number;
  /** How many of the family's reference unit one of these holds: 12 for dozens of pieces. */
  readonly size: number;
  /** Odoo rounds quantities in this unit to multiples of it. */
  readonly rounding: number;
}

export interface UnitTable {
  readonly byId: ReadonlyMap<number, OdooUnit>;
  readonly byName: ReadonlyMap<string, OdooUnit>;
}

const defaultRounding = 0.01;
const idOf = (value: Json | undefined): number | undefined => (Array.isArray(value) ? Number(value[0]) : undefined);

/** 1/12 stored as a binary fraction comes back as 12.000000000000002. */
const clean = (value: number) => Number(value.toPrecision(12));

/** All active units, in one call. Until 18 they stand in categories; from 19 on each is so many of another one. @throws OdooError */
export async function readUnits(client: OdooClient): Promise<UnitTable> {
  const fields =
    client.majorVersion >= 19
      ? ['name', 'factor', 'rounding', 'relative_uom_id']
      : ['name', 'factor', 'rounding', 'category_id'];
  const answer = await client.call('uom.uom', 'search_read', {
    args: { domain: [['active', 'in', [true, false]]], fields, order: 'id' },
    context: { lang: 'en_US' },
  });
  const rows = (Array.isArray(answer) ? answer : []) as unknown as readonly OdooRecord[];
  const units = rows.map((row) => (client.majorVersion >= 19 ? chained(row, rows) : categorised(row)));
  return {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    byName: new Map(units.map((unit) => [unit.name.toLowerCase(), unit])),
  };
}

/** From 19 on one precision for all units, which an administrator sets. */
const roundingOf = (row: OdooRecord) => Number(row.rounding) || defaultRounding;

function categorised(row: OdooRecord): OdooUnit {
  const family = idOf(row.category_id) ?? row.id;
  return {
    ...{ id: row.id, name: String(row.name), family },
    ...{ size: clean(1 / Number(row.factor)), rounding: roundingOf(row) },
  };
}

function chained(row: OdooRecord, rows: readonly OdooRecord[]): OdooUnit {
  let root = row;
  for (let step = 0; step < rows.length; step += 1) {
    const parent = idOf(root.relative_uom_id);
    const next = rows.find(({ id }) => id === parent);
    if (!next) break;
    root = next;
  }
  return {
    id: row.id,
    name: String(row.name),
    family: root.id,
    size: clean(Number(row.factor)),
    rounding: roundingOf(row),
  };
}

/** So many of one unit in another of its family. */
export const converted = (quantity: number, from: OdooUnit, to: OdooUnit): number =>
  from.id === to.id ? quantity : clean((quantity * from.size) / to.size);

/** What Odoo would keep of a quantity in a unit. */
export const asKept = (quantity: number, { rounding }: OdooUnit): number =>
  Number((Math.round(quantity / rounding) * rounding).toFixed(6));

/** Names that a fresh Odoo gives to the units that canonical words mean. Other units need an entry in the partner's table. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  each: ['units'],
  dozen: ['dozens'],
  pound: ['lb'],
  kilogram: ['kg'],
  gram: ['g'],
  ounce: ['oz'],
  ton: ['ton', 't'],
  liter: ['l'],
  gallon: ['gal (us)'],
  foot: ['ft'],
  meter: ['m'],
  'cubic-foot': ['ft³'],
  'cubic-meter': ['m³'],
};

/**
 * X12 unit codes of a partner (element 355) and what they are in Odoo: the name of a unit (`Pack of 6`), how many pieces one holds (`12`), or
 * `packaging` for the packaging of each product, `packaging Case` for the one of that name.
 */
export type PartnerUnits = ReadonlyMap<string, string>;

/** A product as far as its units go. */
export interface Measured {
  readonly unit: OdooUnit;
  /** Its packagings, each with what it holds in the product's unit. */
  readonly packagings: readonly { readonly name: string; readonly holds: number }[];
}

/** What one of a document's units is, in a unit of Odoo: 12 `Units` for a case of twelve. */
export interface Measure {
  readonly unit: OdooUnit;
  readonly count: number;
}

/**
 * What a document's unit means for a product. The partner's table counts first, then the usual names.
 * Undefined where neither says, or where it is of another family than the product's unit.
 */
export function measureOf(
  quantity: { readonly unit: string; readonly unitCode?: string | undefined },
  product: Measured,
  table: UnitTable,
  partner: PartnerUnits,
): Measure | undefined {
  const entry = partner.get(quantity.unitCode ?? '') ?? partner.get(quantity.unit);
  const measure = entry === undefined ? oneOf(usualUnit(quantity.unit, table)) : named(entry.trim(), product, table);
  return measure?.unit.family === product.unit.family ? measure : undefined;
}

const oneOf = (unit: OdooUnit | undefined): Measure | undefined => unit && { unit, count: 1 };

function named(entry: string, product: Measured, table: UnitTable): Measure | undefined {
  if (/^\d+(\.\d+)?$/.test(entry)) {
    const pieces = usualUnit('each', table);
    return pieces && { unit: pieces, count: Number(entry) };
  }
  const [, own, which = ''] = /^(packaging)\b\s*(.*)$/i.exec(entry) ?? [];
  if (!own) return oneOf(table.byName.get(entry.toLowerCase()));
  const fits = product.packagings.filter(({ name }) => !which || name.toLowerCase() === which.toLowerCase());
  return fits.length === 1 ? { unit: product.unit, count: fits[0]!.holds } : undefined;
}

function usualUnit(word: string, table: UnitTable): OdooUnit | undefined {
  for (const name of usualNames[word] ?? []) {
    const unit = table.byName.get(name);
    if (unit) return unit;
  }
  return undefined;
}

type Unit = EventParts['Unit'];

const codes: { readonly [U in Unit]?: string } = {
  each: 'EA',
  dozen: 'DZ',
  pound: 'LB',
  kilogram: 'KG',
  gram: 'GR',
  ounce: 'OZ',
  ton: 'TN',
  liter: 'LT',
  gallon: 'GA',
  foot: 'FT',
  meter: 'MR',
  'cubic-foot': 'CF',
  'cubic-meter': 'CR',
};

/** A quantity of Odoo's as a document says it. */
export interface Told {
  readonly value: number;
  readonly unit: Unit;
  readonly unitCode: string;
}

/**
 * A quantity of Odoo's in the words of a document: in a unit that the partner's table has for this very unit, else in the reference unit of its family
 * (pieces for dozens and packs). Undefined where no X12 code is known for either.
 */
export function inDocumentUnits(
  quantity: number,
  unit: OdooUnit,
  table: UnitTable,
  partner: PartnerUnits,
): Told | undefined {
  for (const [code, entry] of partner)
    if (/^[A-Z0-9]{2}$/.test(code) && entry.trim().toLowerCase() === unit.name.toLowerCase())
      return { value: quantity, unit: wordOf(code) ?? 'unknown', unitCode: code };
  for (const [word, code] of knownCodes) {
    const usualOne = usualUnit(word, table);
    const same = word === 'each' ? usualOne?.family === unit.family : usualOne?.id === unit.id;
    if (usualOne && same) return { value: converted(quantity, unit, usualOne), unit: word, unitCode: code };
  }
  return undefined;
}

const knownCodes = Object.entries(codes) as readonly (readonly [Unit, string])[];
const wordOf = (code: string) => knownCodes.find(([, known]) => known === code)?.[0];
