import { schemaFor } from '../../../services/twins/odoo/call.ts';
import type { Model, Schema, Version } from '../../../services/twins/odoo/schema.ts';

/** A step cannot be replayed, and why. */
export class Unplayable extends Error {}

/**
 * Which record of the twin stands for which record of the recorded Odoo. Learns from every pair of answers; records that the recording
 * takes for granted come from queues that the fixture has filled in the order in which the recording first names them.
 */
export class Ids {
  readonly schema: Schema;
  private readonly known = new Map<string, number>();
  private readonly queues: Readonly<Record<string, number[]>>;

  constructor(version: Version, queues: Readonly<Record<string, number[]>>, lacks: readonly string[] = []) {
    this.schema = schemaFor(version, lacks);
    this.queues = queues;
  }

  /** True for a model or a field that is not there since its module is not. */
  lacked(model: string, field?: string): boolean {
    const full =
      schemaFor(this.schema.version).model(model) ?? schemaFor(this.schema.version).model(this.schema.outer(model));
    const own = this.schema.model(full?.name ?? model);
    if (!full) return false;
    return field === undefined ? !own : full.fields[field] !== undefined && own?.fields[field] === undefined;
  }

  learn(model: string, recorded: unknown, ours: unknown): void {
    if (typeof recorded === 'number' && typeof ours === 'number') this.known.set(`${model}/${recorded}`, ours);
  }

  /** Puts a record in line for the next unknown id of its model. */
  queue(model: string, ours: number): void {
    this.queues[model]?.push(ours);
  }

  id(model: string, recorded: unknown): unknown {
    // What was never there stands for nothing.
    if (typeof recorded !== 'number' || recorded > 90_000_000 || (model === 'res.users' && recorded === 99_999))
      return recorded;
    const found = this.known.get(`${model}/${recorded}`) ?? this.queues[model]?.shift();
    if (found === undefined) throw new Unplayable(`nothing in the twin stands for ${model}(${recorded})`);
    this.learn(model, recorded, found);
    return found;
  }

  ids(model: string, recorded: unknown): unknown {
    return Array.isArray(recorded) ? recorded.map((one) => this.id(model, one)) : this.id(model, recorded);
  }

  /** A value written to a field. */
  private value(model: Model, name: string, value: unknown): unknown {
    const field = model.fields[name];
    const relation = field?.relation;
    if (model.name === 'ir.attachment' && name === 'res_id') return this.id('stock.picking', value);
    if (model.name === 'mail.activity' && name === 'res_id') return this.id('stock.picking', value);
    if (!relation || typeof value === 'string' || typeof value === 'boolean') return value;
    if (field.kind === 'many2one') return this.id(relation, value);
    if (!Array.isArray(value)) return value;
    return value.map((command) => this.command(relation, command));
  }

  private command(relation: string, command: unknown): unknown {
    if (!Array.isArray(command)) return this.id(relation, command);
    const [code, id, values] = command;
    if (code === 6) return [6, 0, this.ids(relation, values)];
    if (code === 0) return [0, 0, this.values(relation, values)];
    if (code === 5) return command;
    return values === undefined
      ? [code, this.id(relation, id)]
      : [code, this.id(relation, id), code === 1 ? this.values(relation, values) : values];
  }

  values(modelName: string, values: unknown): unknown {
    if (Array.isArray(values)) return values.map((one) => this.values(modelName, one));
    const model = this.schema.inner(modelName);
    return Object.fromEntries(
      Object.entries(values as Record<string, unknown>).map(([name, value]) => [name, this.value(model, name, value)]),
    );
  }

  domain(modelName: string, domain: unknown): unknown {
    if (!Array.isArray(domain)) return domain;
    return domain.map((term) => {
      if (!Array.isArray(term)) return term;
      const [path, operator, value] = term as [string, string, unknown];
      const target = this.target(modelName, path);
      return target ? [path, operator, this.ids(target, value)] : term;
    });
  }

  /** The model whose ids a dotted path is compared with. */
  private target(modelName: string, path: string): string | undefined {
    let model = this.schema.inner(modelName);
    let target: string | undefined = path === 'id' ? modelName : undefined;
    if ((modelName === 'mail.message' || modelName === 'ir.attachment') && path === 'res_id') return 'stock.picking';
    for (const name of path.split('.')) {
      target = name === 'id' ? model.name : model.fields[name]?.relation;
      if (target) model = this.schema.inner(target);
    }
    return target;
  }

  /** Pairs the ids in two answers about the same records. */
  learnRecords(modelName: string, recorded: unknown, ours: unknown): void {
    if (!Array.isArray(recorded) || !Array.isArray(ours)) return;
    const model = this.schema.inner(modelName);
    for (const [at, one] of recorded.entries()) this.learnRecord(model, one, ours[at]);
  }

  private learnRecord(model: Model, recorded: unknown, ours: unknown): void {
    if (typeof recorded === 'number') this.learn(model.name, recorded, ours);
    if (typeof recorded !== 'object' || recorded === null || typeof ours !== 'object' || ours === null) return;
    const [theirs, own] = [recorded as Record<string, unknown>, ours as Record<string, unknown>];
    this.learn(model.name, theirs.id, own.id);
    for (const [name, value] of Object.entries(theirs)) {
      const relation = model.fields[name]?.relation;
      const mine = own[name];
      if (!relation || value === false || mine === false) continue;
      if (model.fields[name]!.kind === 'many2one') {
        if (Array.isArray(value) && Array.isArray(mine)) this.learn(relation, value[0], mine[0]);
        else this.learnRecord(this.schema.inner(relation), value, mine);
      } else if (Array.isArray(value) && Array.isArray(mine) && value.length === mine.length)
        this.learnRecords(relation, value, mine);
    }
  }
}
