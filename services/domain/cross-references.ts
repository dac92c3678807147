// What partners call things, and what those are in Odoo: one look-up of each partner for each kind of thing.

/** Kinds of things, and the look-up that says what a partner's keys are in Odoo. */
export const lookupOf = {
  item: 'odoo-items',
  location: 'odoo-locations',
  unit: 'odoo-units',
  partner: 'odoo-partners',
} as const;

export type KeyKind = keyof typeof lookupOf;
export const keyKinds = Object.keys(lookupOf) as readonly KeyKind[];

/** The kind of thing that a look-up is about; undefined for a look-up that only mappings ask. */
export const kindOf = (lookup: string): KeyKind | undefined => keyKinds.find((kind) => lookupOf[kind] === lookup);

/** What a document says of a thing beside its key. */
export interface Said {
  readonly name?: string;
  readonly sku?: string;
  readonly vendorSku?: string;
  readonly gtin?: string;
  readonly city?: string;
}

/** A key that an event has and Odoo knows nothing by. */
export interface AwaitedKey {
  readonly kind: KeyKind;
  readonly key: string;
  /** What the look-up says of it, and that is not in Odoo either. */
  readonly meant?: string;
  readonly said: Said;
}

/** Longest key and value of a look-up. */
export const longestKey = 200;

/** A contact of Odoo's that has no reference is meant by its id. */
export const contactValue = /^id:(\d{1,9})$/;
