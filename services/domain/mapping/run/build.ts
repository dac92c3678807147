import type { EachValue, LeafValue, ListValue, MomentValue, ObjectValue, Value } from '../language/plan.ts';
import { toNumber } from './convert-text.ts';
import { prepareLeaf, prepareRaw } from './evaluate-leaf.ts';
import { prepareMoment } from './evaluate-moment.ts';
import type { Site } from './origin-tape.ts';
import { below, type Pieces, pointerOf, withOrdinal } from './pieces.ts';
import type { Prepared, ReadText } from './prepared.ts';
import { reportMissing } from './report-missing.ts';
import { cutTraces, keepOrigin, type Run } from './run.ts';
import { spendText } from './source.ts';

/** Answer for a part that lacks something required; the finding has been made. `undefined` = nothing there. */
export const incomplete = Symbol('incomplete');

/** Builds a field of an event and keeps the origin of each single value in it. A list inside a list begins with the ordinal `from`. */
export type Build<S> = (run: Run<S>, scope: S, from: number) => unknown;

/** Makes the builders of one event; `sites` collects the places of its single values. */
export class FieldBuilder<S> {
  readonly #prepared: Prepared<S>;
  readonly sites: Site[] = [];

  constructor(prepared: Prepared<S>) {
    this.#prepared = prepared;
  }

  /** The builder of a field that will stand at `pieces`. */
  field(value: Value, pieces: Pieces): Build<S> {
    const build = this.#bare(value, pieces);
    if (value.kind === 'each' || !value.when) return build;
    const applies = this.#prepared.test(value.when);
    return (run, scope, from) => (applies(run, scope) ? build(run, scope, from) : undefined);
  }

  #bare(value: Value, pieces: Pieces): Build<S> {
    switch (value.kind) {
      case 'leaf':
        return this.#leaf(value, pieces);
      case 'first':
        return this.#first(value.of.map((alternative) => this.field(alternative, pieces)));
      case 'object':
        return this.#object(value, pieces);
      case 'each':
        return this.#each(value, pieces);
      case 'list':
        return this.#list(value, pieces);
      case 'moment':
        return this.#moment(value, pieces);
    }
  }

  #site(pieces: Pieces, mappingLine: number): number {
    return this.sites.push({ pieces, mappingLine }) - 1;
  }

  #leaf(leaf: LeafValue, pieces: Pieces): Build<S> {
    const site = this.#site(pieces, leaf.line);
    const depth = pieces.length - 1;
    if (leaf.as === 'number' || leaf.as === 'integer') return this.#number(leaf, site, depth);
    const read = prepareLeaf(leaf, this.#prepared);
    return (run, scope) => {
      const mark = run.values.traced;
      const text = read(run, scope);
      if (text !== undefined) {
        spendText(run.budget, text.length);
        keepOrigin(run, site, depth, mark, run.values.traced);
      }
      run.values.traced = mark;
      return text;
    };
  }

  #number(leaf: LeafValue, site: number, depth: number): Build<S> {
    const read = numberReader(leaf, this.#prepared);
    return (run, scope) => {
      const mark = run.values.traced;
      const number = read(run, scope, mark);
      if (number !== undefined) keepOrigin(run, site, depth, mark, run.values.traced);
      run.values.traced = mark;
      return number;
    };
  }

  #first(alternatives: readonly Build<S>[]): Build<S> {
    return (run, scope, from) => {
      const { origins } = run;
      let answer: unknown;
      for (let nth = 0; nth < alternatives.length; nth += 1) {
        const { top } = origins;
        answer = alternatives[nth]!(run, scope, from);
        if (answer !== undefined && answer !== incomplete && !isEmptyList(answer)) return answer;
        origins.top = top;
      }
      return answer;
    };
  }

  #object(object: ObjectValue, pieces: Pieces): Build<S> {
    const fields = object.fields.map(({ name, value }) => ({
      name,
      required: object.required.includes(name),
      mayBeList: mayBeList(value),
      build: this.field(value, below(pieces, name)),
    }));
    const { vital, oneOf } = object;
    // Constants alone are meant: nothing of the document could ever bring them.
    const stands = vital || object.fields.every(({ value }) => isConstant(value));
    return (run, scope) => {
      const { origins } = run;
      const { top } = origins;
      const { live } = run;
      const data: Record<string, unknown> = {};
      let lacking: string[] = none;
      let broken = false;
      for (let nth = 0; nth < fields.length; nth += 1) {
        const field = fields[nth]!;
        const before = origins.top;
        const complaints = run.business;
        const answer = field.build(run, scope, 0);
        if (answer !== undefined && answer !== incomplete) {
          if (!field.mayBeList || field.required || !isEmptyList(answer)) {
            data[field.name] = answer;
            continue;
          }
        }
        origins.top = before;
        if (!field.required) continue;
        if (answer !== incomplete && run.business === complaints) lacking = [...lacking, field.name];
        else broken = true;
      }
      if (run.live === live && fields.length > 0 && !stands) {
        origins.top = top;
        return undefined;
      }
      if (oneOf.length > 0 && !hasOneOf(data, oneOf)) lacking = [...lacking, oneOf.join(' or ')];
      if (lacking.length === 0 && !broken) return data;
      for (const name of lacking) reportMissing(run, object, name, scope, pointerOf(pieces, origins));
      origins.top = top;
      return incomplete;
    };
  }

  #each(each: EachValue, pieces: Pieces): Build<S> {
    const path = this.#prepared.bind(each.path);
    const applies = each.when && this.#prepared.test(each.when);
    const item = this.field(each.item, withOrdinal(pieces));
    const level = pieces.length - 1;
    const vital = each.item.kind === 'object' && each.item.vital;
    return (run, scope, from) => {
      const { origins } = run;
      const { top } = origins;
      const outer = run.turn;
      const items: unknown[] = [];
      let broken = false;
      const turns = run.values.scopes(path, scope);
      for (let nth = 0; nth < turns.length && run.budget.left >= 0; nth += 1) {
        const turn = turns[nth]!;
        run.turn = nth + 1;
        if (applies && !applies(run, turn)) continue;
        origins.ordinals[level] = from + items.length;
        const answer = item(run, turn, 0);
        if (answer === incomplete) broken ||= vital;
        else if (answer !== undefined) items.push(answer);
      }
      run.turn = outer;
      if (!broken && items.length >= each.minItems) return items;
      origins.top = top;
      return broken ? incomplete : undefined;
    };
  }

  #list(list: ListValue, pieces: Pieces): Build<S> {
    const parts = list.of.map((part) => {
      const nested = part.kind === 'each' || part.kind === 'list';
      return { nested, build: this.field(part, nested ? pieces : withOrdinal(pieces)) };
    });
    const level = pieces.length - 1;
    return (run, scope, from) => {
      const { origins } = run;
      const { top } = origins;
      const items: unknown[] = [];
      for (const { nested, build } of parts) {
        const at = from + items.length;
        origins.ordinals[level] = at;
        const answer = build(run, scope, nested ? at : 0);
        if (answer === incomplete) {
          origins.top = top;
          return incomplete;
        }
        if (nested && Array.isArray(answer)) for (const item of answer) items.push(item);
        else if (answer !== undefined) items.push(answer);
      }
      if (items.length >= list.minItems) return items;
      origins.top = top;
      return undefined;
    };
  }

  #moment(value: MomentValue, pieces: Pieces): Build<S> {
    const read = prepareMoment(value, this.#prepared);
    const [local, zone, zoneOrigin, utc] = ['local', 'zone', 'zoneOrigin', 'utc'].map((name) =>
      this.#site(below(pieces, name), value.line),
    ) as [number, number, number, number];
    const depth = pieces.length - 1;
    return (run, scope) => {
      const { values } = run;
      const mark = values.traced;
      const found = read(run, scope);
      if (!found) return undefined;
      const { dayEnd, zoneFrom, zoneEnd } = found;
      keepOrigin(run, local, depth, mark, dayEnd);
      keepOrigin(run, zone, depth, zoneFrom, zoneEnd);
      keepOrigin(run, zoneOrigin, depth, zoneFrom, zoneEnd);
      const { traces } = values;
      const both = values.traced;
      for (let at = mark; at < dayEnd; at += 1) traces[values.traced++] = traces[at]!;
      for (let at = zoneFrom; at < zoneEnd; at += 1) traces[values.traced++] = traces[at]!;
      keepOrigin(run, utc, depth, both, values.traced);
      values.traced = mark;
      return found.moment;
    };
  }
}

/** Reads a leaf as the number that its text would be. */
function numberReader<S>(
  leaf: LeafValue,
  prepared: Prepared<S>,
): (run: Run<S>, scope: S, mark: number) => number | undefined {
  const { fallback } = leaf;
  if (leaf.table || leaf.lookup || leaf.max !== undefined) {
    const read = prepareLeaf(leaf, prepared);
    return (run, scope) => {
      const text = read(run, scope);
      return text === undefined ? undefined : Number(text);
    };
  }
  const raw: ReadText<S> = prepareRaw(leaf, prepared);
  const standIn = fallback === undefined ? undefined : Number(fallback);
  return (run, scope, mark) => {
    const text = raw(run, scope);
    if (text === undefined) return standIn;
    const number = toNumber(run, leaf, text, mark);
    return number === undefined ? cutTraces(run, mark) : number;
  };
}

const none: string[] = [];

function hasOneOf(data: Record<string, unknown>, names: readonly string[]): boolean {
  for (const name of names) if (name in data) return true;
  return false;
}

function mayBeList(value: Value): boolean {
  return value.kind === 'each' || value.kind === 'list' || (value.kind === 'first' && value.of.some(mayBeList));
}

function isConstant(value: Value): boolean {
  if (value.kind !== 'each' && value.when) return false;
  if (value.kind === 'object') return value.fields.every((field) => isConstant(field.value));
  return value.kind === 'leaf' && value.source.kind === 'const';
}

function isEmptyList(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length === 0;
}
