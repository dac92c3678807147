import type { Model, Schema } from '../../../services/twins/odoo/schema.ts';
import { outcomeOf, type RecordedCall, recordedCall, type Step } from './load.ts';

export type Values = Record<string, unknown>;

/** Calls that change nothing. */
const reading = /^(web_)?(search_)?read$|^search|^fields_get$|^web_search_read$|read_group|^name_search$/;
/** Models whose records a recording makes while it runs; those that it first shows after a change may be new. */
const living = new Set([
  'stock.picking',
  'stock.move',
  'stock.move.line',
  'stock.package',
  'stock.lot',
  'mail.activity',
  'mail.message',
  'sale.order.line',
]);

/** The records that a recording takes for granted, each as it was when it was first shown. */
export class Seen {
  readonly schema: Schema;
  readonly records = new Map<string, Map<number, Values>>();
  /** What moves and products were first shown to hold, beside what they keep. */
  readonly shown = new Map<string, number>();
  private readonly made = new Set<string>();
  private readonly visited = new Set<string>();
  private changed = false;

  constructor(schema: Schema, steps: readonly Step[]) {
    this.schema = schema;
    for (const step of steps) {
      const call = recordedCall(step);
      if (call) this.take(call, step);
    }
  }

  of(model: string): Map<number, Values> {
    const found = this.records.get(model) ?? new Map<number, Values>();
    this.records.set(model, found);
    return found;
  }

  private take(call: RecordedCall, step: Step): void {
    const outcome = outcomeOf(step.response.status, step.response.body);
    const model = this.schema.model(call.model);
    if (!model) return;
    const reads = reading.test(call.method);
    const result = 'result' in outcome ? outcome.result : undefined;
    this.request(model, call);
    if (call.method === 'create') for (const id of [result].flat()) this.made.add(`${model.name}/${id}`);
    if (reads || call.method === 'web_save') {
      const rows = call.method === 'web_search_read' ? (result as { records?: unknown })?.records : result;
      const shared = Object.fromEntries(equalities(call));
      for (const row of Array.isArray(rows) ? rows : [])
        this.row(model, row, call.method.endsWith('read') ? shared : {});
    }
    if (!reads) this.changed = true;
  }

  /** Records that a call is made on or that it names were there before. */
  private request(model: Model, { named, positional, method }: RecordedCall): void {
    for (const [name, value] of equalities({ named } as RecordedCall)) {
      const relation = model.fields[name]?.relation;
      if (relation && typeof value === 'number') this.know(relation, value, true);
    }
    const ids =
      named.ids ?? (reading.test(method) && method !== 'read' && method !== 'web_read' ? undefined : positional[0]);
    for (const id of [ids].flat()) if (typeof id === 'number') this.know(model.name, id, true);
    this.values(model, named.vals ?? (method === 'write' ? positional[1] : undefined));
    for (const one of [named.vals_list ?? (method === 'create' ? positional[0] : undefined)].flat())
      this.values(model, one);
  }

  private values(model: Model, values: unknown): void {
    if (typeof values !== 'object' || values === null) return;
    for (const [name, value] of Object.entries(values)) {
      const field = model.fields[name];
      if (!field?.relation) continue;
      if (field.kind === 'many2one' && typeof value === 'number') this.know(field.relation, value);
      else if (Array.isArray(value))
        for (const [code, id, inner] of value as [number, number, unknown][]) {
          if (code === 1 || code === 2 || code === 4) this.know(field.relation, id, true);
          if (code < 2) this.values(this.schema.inner(field.relation), inner);
        }
    }
  }

  private know(model: string, id: number, named = false): Values | undefined {
    if (this.made.has(`${model}/${id}`) || id > 90_000_000 || model === 'stock.quant') return undefined;
    const records = this.of(model);
    const known = records.get(id);
    if (known) return known;
    // What is shown after a change and is younger than all before is new.
    const first = records.size === 0 && (model.endsWith('order.line') || model === 'stock.move');
    if (this.changed && !named && !first && living.has(model) && id > Math.max(0, ...records.keys())) {
      this.made.add(`${model}/${id}`);
      return undefined;
    }
    const values: Values = {};
    records.set(id, values);
    return values;
  }

  private row(model: Model, row: unknown, shared: Values, named = false): number | undefined {
    if (typeof row !== 'object' || row === null) return undefined;
    const { id, ...fields } = row as Values;
    if (typeof id !== 'number' || model.name === 'stock.quant') return undefined;
    const values = this.know(model.name, id, named);
    for (const [name, value] of Object.entries({ ...fields, ...shared })) this.field(model, id, values, name, value);
    return id;
  }

  private field(model: Model, id: number, values: Values | undefined, name: string, value: unknown): void {
    const keep = (column: string, kept: unknown) => {
      if (values && !(column in values)) values[column] = kept;
    };
    const field = name === 'display_name' ? undefined : model.fields[name];
    if (name === 'display_name') keep(model.rec, value);
    if (!field) return;
    const seen = `${model.name}/${id}/${name}`;
    if (values && typeof value === 'number' && field.compute && !this.changed && !this.shown.has(seen))
      this.shown.set(seen, value);
    // What a record that was there has when it is first shown was there as well.
    const first = values !== undefined && !this.visited.has(seen) && /move|line/.test(name);
    this.visited.add(seen);
    const other = field.relation ? this.schema.inner(field.relation) : undefined;
    if (!other) {
      if (!field.compute && !field.related)
        keep(field.column ?? name, value === false && field.kind !== 'boolean' ? null : value);
    } else if (field.kind === 'many2one') {
      const target = this.target(other, value);
      if (!field.compute && !field.related) keep(field.column ?? name, target ?? null);
    } else if (Array.isArray(value)) {
      const ids = value.map((one) => this.child(other, one, first));
      if (field.kind === 'many2many') {
        if (!field.compute) keep(name, ids);
      } else if (field.inverse && !field.compute)
        for (const child of ids) {
          const known = child === undefined ? undefined : this.of(other.name).get(child);
          if (known && !(field.inverse in known)) known[field.inverse] = id;
        }
    }
  }

  private child(other: Model, one: unknown, first: boolean): number | undefined {
    if (typeof one !== 'number') return this.row(other, one, {}, first);
    this.know(other.name, one, first);
    return one;
  }

  private target(other: Model, value: unknown): number | undefined {
    if (typeof value === 'number') {
      this.know(other.name, value);
      return value;
    }
    if (Array.isArray(value)) return this.row(other, { id: value[0], display_name: value[1] }, {});
    return this.row(other, value, {});
  }
}

export const refOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return Number(value[0]);
  return typeof value === 'object' && value !== null ? Number((value as Values).id) : null;
};

/** Fields that a search fixes to one record or value. */
export function equalities({ named }: Pick<RecordedCall, 'named'>): [string, unknown][] {
  const domain = Array.isArray(named.domain) ? named.domain : [];
  return domain.flatMap((term) =>
    Array.isArray(term) && term[1] === '=' && typeof term[0] === 'string' && !term[0].includes('.') && term[0] !== 'id'
      ? [[term[0], term[2]] as [string, unknown]]
      : [],
  );
}
