import type { Env } from './env.ts';
import type { Json, Row } from './records.ts';

export type Version = 17 | 18 | 19;

export type FieldKind =
  | 'char'
  | 'text'
  | 'html'
  | 'selection'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'date'
  | 'datetime'
  | 'binary'
  | 'many2one'
  | 'one2many'
  | 'many2many';

/** One field of a twin model. Without `related`, `compute` or `inverse` it is stored in the record. */
export interface Field {
  readonly kind: FieldKind;
  readonly label?: string;
  /** Model that a many2one, one2many or many2many points to. */
  readonly relation?: string;
  /** For a one2many: the many2one on the other side. */
  readonly inverse?: string;
  /** For a one2many: which of the records it shows. */
  readonly keep?: (row: Row) => boolean;
  /** Dotted path that the value is read through, such as `picking_type_id.code`. */
  readonly related?: string;
  /** Values for the given rows, in their order; raw: ids for relations. */
  readonly compute?: (env: Env, rows: readonly Row[]) => Promise<readonly Json[]>;
  /** Writes a computed field. */
  readonly set?: (env: Env, rows: readonly Row[], value: Json) => Promise<void>;
  /** SQL value of a computed field of the record `r`, where it may be searched. */
  readonly sql?: string;
  /** Models that `sql` looks at. */
  readonly reads?: readonly string[];
  /** Shown as read-only, although Odoo takes a value for it over the API. */
  readonly readonly?: true;
  readonly required?: boolean;
  readonly fallback?: Json;
  /** Module that brings the field. */
  readonly module?: string;
  /** Kept to so many decimals. */
  readonly digits?: number;
  /** Versions that have the field; all when left out. */
  readonly since?: Version;
  readonly until?: Version;
  /** Name that the record keeps it under, where this version calls it otherwise. */
  readonly column?: string;
  /** Another name in some versions. */
  readonly aliases?: Partial<Record<Version, string>>;
}

export interface Model {
  readonly name: string;
  /** For messages: `Transfer`. */
  readonly label: string;
  readonly order: string;
  /** Field that `display_name` and name searches use. */
  readonly rec: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly display?: (env: Env, rows: readonly Row[]) => Promise<readonly string[]>;
  readonly aliases?: Partial<Record<Version, string>>;
  /** Module that brings the model. */
  readonly module?: string;
  readonly since?: Version;
  readonly until?: Version;
}

export interface Schema {
  readonly version: Version;
  /** Finds a model by the name that this version gives it. */
  model(name: string): Model | undefined;
  /** Finds a model by the name that the twin uses inside. */
  inner(name: string): Model;
  /** The version's own name of a model, such as `stock.quant.package` before 19. */
  outer(name: string): string;
}

type Part = Pick<Field, 'since' | 'until' | 'module'>;
const isIn = ({ since = 17, until = 19, module }: Part, version: Version, lacks: readonly string[]) =>
  version >= since && version <= until && !(module && lacks.includes(module));

const always: Record<string, Field> = {
  id: { kind: 'integer', label: 'ID' },
  display_name: { kind: 'char', label: 'Display Name' },
  create_date: { kind: 'datetime', label: 'Created on' },
  write_date: { kind: 'datetime', label: 'Last Updated on' },
  write_uid: { kind: 'many2one', label: 'Last Updated by', relation: 'res.users' },
};

function fieldsIn(model: Model, version: Version, lacks: readonly string[]): Record<string, Field> {
  const fields = Object.entries(model.fields).filter(([, field]) => isIn(field, version, lacks));
  const named = fields.map(([name, field]) => {
    const alias = field.aliases?.[version];
    return alias === undefined ? ([name, field] as const) : ([alias, { ...field, column: name }] as const);
  });
  return { ...always, ...Object.fromEntries(named) };
}

/** The models as one version of Odoo knows them, without the modules that it lacks. */
export function schemaOf(all: readonly Model[], version: Version, lacks: readonly string[] = []): Schema {
  const models = all.filter((model) => isIn(model, version, lacks));
  const inner = new Map(models.map((model) => [model.name, { ...model, fields: fieldsIn(model, version, lacks) }]));
  const outer = new Map(models.map((model) => [model.name, model.aliases?.[version] ?? model.name]));
  const byOuter = new Map([...outer].map(([name, shown]) => [shown, inner.get(name)!]));
  return {
    version,
    model: (name) => byOuter.get(name),
    inner: (name) => {
      const model = inner.get(name);
      if (!model) throw new Error(`The twin has no model ${name}.`);
      return model;
    },
    outer: (name) => outer.get(name) ?? name,
  };
}

/** True for a field whose value lies in the record itself. */
export function isStored(field: Field): boolean {
  return !field.related && !field.compute && !(field.kind === 'one2many');
}

type Extra = Omit<Field, 'kind'>;
const of =
  (kind: FieldKind) =>
  (label: string, extra: Extra = {}): Field => ({ kind, label, ...extra });

export const char = of('char');
export const text = of('text');
export const html = of('html');
export const selection = of('selection');
export const boolean = of('boolean');
export const integer = of('integer');
export const float = of('float');
export const date = of('date');
export const datetime = of('datetime');
export const binary = of('binary');
export const many2one = (label: string, relation: string, extra: Extra = {}): Field => ({
  kind: 'many2one',
  label,
  relation,
  ...extra,
});
export const one2many = (label: string, relation: string, inverse: string, extra: Extra = {}): Field => ({
  kind: 'one2many',
  label,
  relation,
  inverse,
  ...extra,
});
export const many2many = (label: string, relation: string, extra: Extra = {}): Field => ({
  kind: 'many2many',
  label,
  relation,
  ...extra,
});
