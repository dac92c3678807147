import type { LeafValue, Lookup, Source, Value } from '../language/plan.ts';
import { digitsIn, numberIn } from './comparison.ts';
import { conversionOf, cutTo, decimal, type Step, translation } from './convert-text.ts';
import { evaluateCel } from './evaluate-cel.ts';
import { writeMoment } from './moment.ts';
import type { Prepared, ReadText } from './prepared.ts';
import { resolveLookup } from './resolve-lookup.ts';
import { cutTraces, type Run } from './run.ts';
import { spendText, type Trace } from './source.ts';
import { pairCodes } from './x12-path.ts';

/** A single value as text, with the places it came from; none for constants. */
export interface Text {
  readonly text: string;
  readonly traces: readonly Trace[];
}

/** The text of a single value after table and conversion; undefined where there is none. */
export function evaluateText<S>(run: Run<S>, value: Value, scope: S): Text | undefined {
  const { values } = run;
  const mark = values.traced;
  const text = run.prepared.text(value)(run, scope);
  if (text === undefined) return undefined;
  const traces = values.traces.slice(mark, values.traced).map((trace) => values.traceOf(trace));
  values.traced = mark;
  return { text, traces };
}

/** Makes the reader of a single value. */
export function prepareText<S>(value: Value, prepared: Prepared<S>): ReadText<S> {
  const read = prepareBare(value, prepared);
  if (!value.when) return read;
  const applies = prepared.test(value.when);
  return (run, scope) => (applies(run, scope) ? read(run, scope) : undefined);
}

const nothing = () => undefined;

function prepareBare<S>(value: Value, prepared: Prepared<S>): ReadText<S> {
  if (value.kind === 'leaf') return prepareLeaf(value, prepared);
  if (value.kind !== 'first') return nothing;
  const alternatives = value.of.map((alternative) => prepared.text(alternative));
  return (run, scope) => {
    for (let nth = 0; nth < alternatives.length; nth += 1) {
      const text = alternatives[nth]!(run, scope);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

/** Makes the reader of a leaf, whatever its `when` says. */
export function prepareLeaf<S>(leaf: LeafValue, prepared: Prepared<S>): ReadText<S> {
  const raw = prepareRaw(leaf, prepared);
  const steps = [
    leaf.table ? translation(leaf, leaf.table) : leaf.lookup && lookingUp(leaf.lookup),
    conversionOf(leaf),
    leaf.max === undefined ? undefined : cutTo(leaf.max),
  ].filter((step) => step !== undefined);
  const { fallback } = leaf;
  if (steps.length === 0 && fallback === undefined) return raw;
  return (run, scope) => {
    const mark = run.values.traced;
    let text = raw(run, scope);
    if (text === undefined) return fallback;
    for (let nth = 0; nth < steps.length; nth += 1) {
      text = steps[nth]!(run, text, mark);
      if (text === undefined) return cutTraces(run, mark);
    }
    return text;
  };
}

function lookingUp(lookup: Lookup): Step {
  return (run, key, mark) => resolveLookup(run, lookup, key, mark);
}

/** The text of a leaf before its table and conversion. */
export function prepareRaw<S>(leaf: LeafValue, prepared: Prepared<S>): ReadText<S> {
  return leaf.as === 'date' || leaf.as === 'time' || leaf.as === 'time-code'
    ? prepareSide(leaf, leaf.as, prepared)
    : prepareSource(leaf.source, prepared);
}

function prepareSource<S>(source: Source, prepared: Prepared<S>): ReadText<S> {
  switch (source.kind) {
    case 'path': {
      const path = prepared.bind(source.path);
      return (run, scope) => run.values.read(path, scope);
    }
    case 'const': {
      const { text } = source;
      return () => text;
    }
    case 'context':
      return (run) => {
        const values = run.context.values ?? {};
        const text = Object.hasOwn(values, source.name) ? values[source.name] : undefined;
        return text === '' ? undefined : text;
      };
    case 'cel': {
      const readers = new Map(source.variables.map(({ value }) => [value, prepared.text(value)]));
      return (run, scope) => evaluateCel(run, source, (value) => readers.get(value)!(run, scope));
    }
    case 'index':
      return (run, scope) => String(run.values.indexOf(scope, run.turn));
    case 'count': {
      const path = prepared.bind(source.path);
      return (run, scope) => String(run.values.count(path, scope));
    }
    case 'pair': {
      const path = prepared.bind(source.of);
      const codes = pairCodes(source.at, source.codes);
      return (run, scope) => run.values.pair(path, codes, scope);
    }
    case 'sum': {
      const path = prepared.bind(source.path);
      return (run, scope) => sum(run, run.values.readAll(path, scope), source.times);
    }
    case 'minus': {
      const [left, right] = [prepared.text(source.of[0]), prepared.text(source.of[1])];
      return (run, scope) => {
        const mark = run.values.traced;
        const [one, other] = [numberIn(left(run, scope)), numberIn(right(run, scope))];
        if (one === undefined || other === undefined) return cutTraces(run, mark);
        return String(Number((one - other).toFixed(sumDecimals)));
      };
    }
    case 'hash': {
      const path = prepared.bind(source.path);
      return (run, scope) => hashTotal(run, run.values.readAll(path, scope));
    }
    case 'distinct': {
      const path = prepared.bind(source.path);
      return (run, scope) => distinct(run, run.values.readAll(path, scope), source.glue);
    }
    case 'join':
      return prepareJoin(
        source.of.map((part) => prepared.text(part)),
        source.glue,
      );
  }
}

function prepareJoin<S>(parts: readonly ReadText<S>[], glue: string): ReadText<S> {
  return (run, scope) => {
    let joined: string | undefined;
    for (let nth = 0; nth < parts.length; nth += 1) {
      const text = parts[nth]!(run, scope);
      if (text === undefined) continue;
      spendText(run.budget, text.length);
      if (run.budget.text < 0) return undefined;
      joined = joined === undefined ? text : joined + glue + text;
    }
    return joined;
  };
}

/** The different values; each keeps the trace of where it stands first. */
function distinct<S>({ values, budget }: Run<S>, texts: readonly string[], glue: string): string | undefined {
  if (texts.length === 0) return undefined;
  const from = values.traced - texts.length;
  const seen = new Set<string>();
  let joined = '';
  for (let nth = 0; nth < texts.length; nth += 1) {
    const text = texts[nth]!;
    if (seen.has(text)) continue;
    spendText(budget, text.length);
    if (budget.text < 0) break;
    joined = nth === 0 ? text : joined + glue + text;
    values.traces[from + seen.size] = values.traces[from + nth]!;
    seen.add(text);
  }
  values.traced = from + seen.size;
  return joined;
}

/** Decimal digits beyond this are noise of binary fractions. */
const sumDecimals = 6;

/** Nothing, where one of the summands is no number: half a sum would mislead. */
function sum<S>(run: Run<S>, texts: readonly string[], times: number | undefined): string | undefined {
  const { values } = run;
  const from = values.traced - texts.length;
  let total = 0;
  for (let nth = 0; nth < texts.length; nth += 1) {
    const text = texts[nth]!;
    const factor =
      times === undefined
        ? '1'
        : (values
            .traceOf(values.traces[from + nth]!)
            .segment?.text(times)
            .trim() ?? '');
    if (!decimal.test(text) || !decimal.test(factor)) return cutTraces(run, from);
    total += Number(text) * Number(factor);
  }
  return texts.length === 0 ? undefined : String(Number(total.toFixed(sumDecimals)));
}

function hashTotal<S>(run: Run<S>, texts: readonly string[]): string | undefined {
  if (!texts.every((text) => decimal.test(text))) return cutTraces(run, run.values.traced - texts.length);
  return texts.length === 0 ? undefined : String(texts.reduce((total, text) => total + digitsIn(text), 0));
}

function prepareSide<S>(leaf: LeafValue, as: 'date' | 'time' | 'time-code', prepared: Prepared<S>): ReadText<S> {
  if (leaf.source.kind !== 'path') return nothing;
  const path = prepared.bind(leaf.source.path);
  return (run, scope) => {
    const mark = run.values.traced;
    const moment = run.values.moment(path, scope);
    if (!moment) return undefined;
    const text = writeMoment(moment, as, leaf.inPartnerZone ? run.context.partnerZone : undefined);
    return text === '' ? cutTraces(run, mark) : text;
  };
}
