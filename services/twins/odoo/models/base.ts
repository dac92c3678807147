import type { Env } from '../env.ts';
import { numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { boolean, char, float, integer, type Model, many2many, many2one, one2many, selection } from '../schema.ts';
import * as forecast from '../stock/forecast.ts';

/** `Parent, Name` for an address of a company, the name otherwise. */
export async function partnerNames(env: Env, rows: readonly Row[]): Promise<string[]> {
  const parents = await env.browse(
    'res.partner',
    rows.flatMap((row) => (typeof row.values.parent_id === 'number' ? [row.values.parent_id] : [])),
  );
  const names = new Map(parents.map((parent) => [parent.id, textOf(parent.values.name)]));
  return rows.map((row) => {
    const parent = names.get(row.values.parent_id as number);
    return parent ? `${parent}, ${textOf(row.values.name)}` : textOf(row.values.name);
  });
}

async function commercialPartner(_env: Env, rows: readonly Row[]): Promise<Json[]> {
  return rows.map((row) => row.values.parent_id ?? row.id);
}

async function contactAddress(env: Env, rows: readonly Row[]): Promise<Json[]> {
  return Promise.all(
    rows.map(async (row) => {
      const parent = await env.one('res.partner', row.values.parent_id);
      const state = await env.one('res.country.state', row.values.state_id);
      const country = await env.one('res.country', row.values.country_id);
      const value = (name: string) => textOf(row.values[name]);
      const town = `${value('city')} ${textOf(state?.values.code)} ${value('zip')}`;
      return [
        textOf((parent ?? row).values.name),
        value('street'),
        value('street2'),
        town,
        textOf(country?.values.name),
      ].join('\n');
    }),
  );
}

/** All twins count in dollars. */
export const dollars = async (_env: Env, rows: readonly Row[]): Promise<Json[]> => rows.map(() => 1);

export const baseModels: readonly Model[] = [
  {
    name: 'res.company',
    label: 'Companies',
    order: 'id',
    rec: 'name',
    fields: {
      name: char('Company Name', { required: true }),
      partner_id: many2one('Partner', 'res.partner'),
      currency_id: many2one('Currency', 'res.currency', { compute: dollars }),
    },
  },
  {
    name: 'res.users',
    label: 'User',
    order: 'id',
    rec: 'name',
    fields: {
      name: char('Name'),
      login: char('Login', { required: true }),
      // A portal user, who has no to-dos.
      share: boolean('Share User'),
      partner_id: many2one('Related Partner', 'res.partner'),
      company_id: many2one('Company', 'res.company'),
      company_ids: many2many('Companies', 'res.company'),
      email: char('Email'),
      tz: char('Timezone'),
      lang: char('Language', { fallback: 'en_US' }),
    },
  },
  {
    name: 'res.country',
    label: 'Country',
    order: 'name, id',
    rec: 'name',
    fields: { name: char('Country Name', { required: true }), code: char('Country Code') },
  },
  {
    name: 'res.country.state',
    label: 'Country state',
    order: 'code, id',
    rec: 'name',
    fields: {
      name: char('State Name', { required: true }),
      code: char('State Code'),
      country_id: many2one('Country', 'res.country'),
    },
    display: async (env, rows) => {
      const countries = await env.browse(
        'res.country',
        rows.flatMap((row) => (typeof row.values.country_id === 'number' ? [row.values.country_id] : [])),
      );
      const codes = new Map(countries.map((country) => [country.id, textOf(country.values.code)]));
      return rows.map((row) => `${textOf(row.values.name)} (${codes.get(row.values.country_id as number) ?? ''})`);
    },
  },
  {
    name: 'res.partner',
    label: 'Contact',
    order: 'name, id desc',
    rec: 'name',
    display: partnerNames,
    fields: {
      name: char('Name', { required: true }),
      ref: char('Reference'),
      type: selection('Address Type', { fallback: 'contact' }),
      parent_id: many2one('Related Company', 'res.partner'),
      child_ids: one2many('Contact', 'res.partner', 'parent_id'),
      commercial_partner_id: many2one('Commercial Entity', 'res.partner', { compute: commercialPartner }),
      is_company: boolean('Is a Company'),
      active: boolean('Active', { fallback: true }),
      street: char('Street'),
      street2: char('Street2'),
      city: char('City'),
      zip: char('Zip'),
      state_id: many2one('State', 'res.country.state'),
      country_id: many2one('Country', 'res.country'),
      country_code: char('Country Code', { related: 'country_id.code' }),
      phone: char('Phone'),
      mobile: char('Mobile', { until: 18 }),
      email: char('Email'),
      vat: char('Tax ID'),
      tz: char('Timezone'),
      lang: char('Language'),
      contact_address: char('Complete Address', { compute: contactAddress }),
      global_location_number: char('GLN', { since: 19 }),
    },
  },
  {
    name: 'ir.model',
    label: 'Models',
    order: 'model',
    rec: 'name',
    fields: { name: char('Model Description'), model: char('Model', { required: true }) },
  },
  {
    name: 'ir.model.data',
    label: 'Model Data',
    order: 'id',
    rec: 'name',
    fields: { name: char('External Identifier', { required: true }), module: char('Module', { required: true }) },
  },
  {
    name: 'uom.category',
    until: 18,
    label: 'Product UoM Categories',
    order: 'name, id',
    rec: 'name',
    fields: { name: char('Unit of Measure Category', { required: true }) },
  },
  {
    name: 'uom.uom',
    label: 'Product Unit of Measure',
    order: 'id',
    rec: 'name',
    fields: {
      name: char('Unit of Measure', { required: true }),
      factor: float('Ratio', { fallback: 1 }),
      factor_inv: float('Bigger Ratio', {
        until: 18,
        compute: async (_env, rows) =>
          rows.map(({ values }) => Number((1 / numberOf(values.factor || 1)).toPrecision(12))),
        set: async (env, rows, value) => {
          for (const row of rows) env.records.set(row, { factor: 1 / numberOf(value || 1) });
        },
      }),
      rounding: float('Rounding Precision', { fallback: 0.01 }),
      active: boolean('Active', { fallback: true }),
      category_id: many2one('Category', 'uom.category', { until: 18, fallback: 1 }),
      uom_type: selection('Type', { until: 18, fallback: 'reference' }),
      ratio: float('Combined Ratio', { until: 18, fallback: 1 }),
      relative_factor: float('Contains', { since: 19, fallback: 1 }),
      relative_uom_id: many2one('Reference Unit', 'uom.uom', { since: 19 }),
      parent_path: char('Parent Path', { since: 19, compute: async (_env, rows) => rows.map((row) => `${row.id}/`) }),
      sequence: integer('Sequence', { since: 19 }),
    },
  },
  {
    name: 'product.product',
    label: 'Product Variant',
    order: 'default_code, name, id',
    rec: 'name',
    display: async (_env, rows) =>
      rows.map(({ values }) =>
        values.default_code ? `[${textOf(values.default_code)}] ${textOf(values.name)}` : textOf(values.name),
      ),
    fields: {
      name: char('Name', { required: true }),
      default_code: char('Internal Reference'),
      barcode: char('Barcode'),
      type: selection('Product Type', {
        compute: async (env, rows) => rows.map(({ values }) => typeIn(env.version, values)),
        sql: `case when r."values" ->> 'service' = 'true' then 'service' else 'consu' end`,
        set: setType,
      }),
      detailed_type: selection('Product Type', {
        until: 17,
        compute: async (env, rows) => rows.map(({ values }) => typeIn(env.version, values)),
        set: setType,
      }),
      is_storable: boolean('Track Inventory', {
        since: 18,
        compute: async (_env, rows) => rows.map(({ values }) => values.service !== true),
      }),
      tracking: selection('Tracking', { fallback: 'none' }),
      active: boolean('Active', { fallback: true }),
      weight: float('Weight'),
      weight_uom_name: char('Weight UoM', { compute: async (_env, rows) => rows.map(() => 'kg') }),
      volume: float('Volume'),
      volume_uom_name: char('Volume UoM', { compute: async (_env, rows) => rows.map(() => 'm³') }),
      uom_id: many2one('Unit', 'uom.uom', { fallback: 1 }),
      uom_po_id: many2one('Purchase Unit', 'uom.uom', { until: 18, fallback: 1 }),
      qty_available: float('Quantity On Hand', { compute: forecast.onHand }),
      free_qty: float('Free To Use Quantity', { compute: forecast.freeQuantity }),
      incoming_qty: float('Incoming', { compute: forecast.incoming }),
      outgoing_qty: float('Outgoing', { compute: forecast.outgoing }),
      virtual_available: float('Forecasted Quantity', { compute: forecast.virtual }),
      packaging_ids: one2many('Product Packages', 'product.packaging', 'product_id', { until: 18 }),
      uom_ids: many2many('Packagings', 'uom.uom', { since: 19 }),
      seller_ids: one2many('Vendors', 'product.supplierinfo', 'product_id'),
      hs_code: char('HS Code', { module: 'stock_delivery' }),
      country_of_origin: many2one('Origin of Goods', 'res.country', { module: 'stock_delivery' }),
      standard_price: float('Cost'),
      list_price: float('Sales Price', { fallback: 1 }),
      purchase_method: selection('Control Policy', {
        compute: async (_env, rows) =>
          rows.map(({ values }) => values.purchase_method ?? (values.service === true ? 'purchase' : 'receive')),
        set: async (env, rows, value) => {
          for (const row of rows) env.records.set(row, { purchase_method: value });
        },
      }),
    },
  },
  {
    name: 'product.supplierinfo',
    label: 'Supplier Pricelist',
    order: 'sequence, min_qty desc, price, id',
    rec: 'partner_id',
    fields: {
      partner_id: many2one('Vendor', 'res.partner', { required: true }),
      product_id: many2one('Product Variant', 'product.product'),
      product_code: char('Vendor Product Code'),
      product_name: char('Vendor Product Name'),
      sequence: integer('Sequence', { fallback: 1 }),
      min_qty: float('Quantity'),
      price: float('Price'),
    },
  },
  {
    name: 'product.packaging',
    until: 18,
    label: 'Product Packaging',
    order: 'id',
    rec: 'name',
    fields: {
      name: char('Product Packaging', { required: true }),
      product_id: many2one('Product', 'product.product'),
      qty: float('Contained Quantity', { fallback: 1 }),
      barcode: char('Barcode'),
    },
  },
  {
    name: 'product.uom',
    label: 'Link between products and their UoMs',
    order: 'id',
    rec: 'barcode',
    since: 19,
    fields: {
      uom_id: many2one('Unit', 'uom.uom'),
      product_id: many2one('Product', 'product.product'),
      barcode: char('Barcode'),
    },
  },
  {
    name: 'delivery.carrier',
    module: 'stock_delivery',
    label: 'Shipping Methods',
    order: 'sequence, id',
    rec: 'name',
    fields: {
      name: char('Delivery Method', { required: true }),
      sequence: integer('Sequence', { fallback: 10 }),
      active: boolean('Active', { fallback: true }),
      delivery_type: selection('Provider', { fallback: 'fixed' }),
      integration_level: selection('Integration Level', { fallback: 'rate_and_ship' }),
      product_id: many2one('Delivery Product', 'product.product'),
      company_id: many2one('Company', 'res.company'),
      fixed_price: float('Fixed Price'),
      tracking_url: char('Tracking Link', { since: 18 }),
    },
  },
];

async function setType(env: Env, rows: readonly Row[], value: Json): Promise<void> {
  for (const row of rows) env.records.set(row, { service: value === 'service' });
}

function typeIn(version: number, values: Record<string, Json>): string {
  if (values.service === true) return 'service';
  return version === 17 ? 'product' : 'consu';
}
