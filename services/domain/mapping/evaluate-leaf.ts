import { readGtin, readSscc } from './check-digit.ts';
import { evaluateCel } from './evaluate-cel.ts';
import { isKnownTimeCode, type Moment, readMoment, writeMoment } from './moment.ts';
import type { LeafValue, MomentValue, Source, Value } from './plan.ts';
import { resolveLookup } from './resolve-lookup.ts';
import { correctedSegment, placeName, type Run, report } from './run.ts';
import type { Found, Trace } from './source.ts';
import { type CodeTable, codeFor } from './tables.ts';
import { splitDate } from './written-date.ts';

/** A single value as text, with the places it came from; none for constants. */
export interface Text {
  readonly text: string;
  readonly traces: readonly Trace[];
}

/** The text of a single value after table and conversion; undefined where there is none. */
export function evaluateText<S>(run: Run<S>, value: Value, scope: S): Text | undefined {
  if (value.when && !run.holds(value.when, scope)) return undefined;
  if (value.kind === 'first') {
    for (const alternative of value.of) {
      const text = evaluateText(run, alternative, scope);
      if (text) return text;
    }
    return undefined;
  }
  return value.kind === 'leaf' ? evaluateLeaf(run, value, scope) : undefined;
}

function evaluateLeaf<S>(run: Run<S>, leaf: LeafValue, scope: S): Text | undefined {
  const raw =
    leaf.as === 'date' || leaf.as === 'time' || leaf.as === 'time-code'
      ? side(run, leaf, scope)
      : read(run, leaf.source, scope);
  if (!raw) return leaf.fallback === undefined ? undefined : { text: leaf.fallback, traces: [] };
  const translated = leaf.table
    ? translate(run, leaf, leaf.table, raw)
    : leaf.lookup
      ? resolveLookup(run, leaf.lookup, raw)
      : raw;
  if (!translated) return undefined;
  const converted = convert(run, leaf, translated);
  if (!converted || leaf.max === undefined || converted.text.length <= leaf.max) return converted;
  const explanation = `The text has ${converted.text.length} characters; ${leaf.max} fit, the rest was cut off.`;
  report(run, { code: 'mapping.text-cut', level: 'note', said: converted.text, explanation }, converted.traces[0]);
  return { text: converted.text.slice(0, leaf.max).trimEnd(), traces: converted.traces };
}

function read<S>(run: Run<S>, source: Source, scope: S): Text | undefined {
  switch (source.kind) {
    case 'path':
      return fromFound(run.source.read(source.path, scope));
    case 'const':
      return { text: source.text, traces: [] };
    case 'context': {
      const values = run.context.values ?? {};
      const text = Object.hasOwn(values, source.name) ? values[source.name] : undefined;
      return text === undefined || text === '' ? undefined : { text, traces: [] };
    }
    case 'cel':
      return evaluateCel(run, source, (value) => evaluateText(run, value, scope));
    case 'index':
      return { text: String(run.source.indexOf(scope)), traces: [] };
    case 'count':
      return { text: String(run.source.count(source.path, scope)), traces: [] };
    case 'pair':
      return fromFound(run.source.pair(source.of, source.at, source.codes, scope));
    case 'sum':
      return sum(run.source.readAll(source.path, scope), source.times);
    case 'distinct':
      return glue(distinct(run.source.readAll(source.path, scope)).map(asText), source.glue);
    case 'join':
      return glue(
        source.of.map((part) => evaluateText(run, part, scope)).filter((part) => part !== undefined),
        source.glue,
      );
  }
}

function fromFound(found: Found | undefined): Text | undefined {
  return found && asText(found);
}

function asText(found: Found): Text {
  return { text: found.text, traces: [found.trace] };
}

function distinct(all: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return all.filter((found) => !seen.has(found.text) && seen.add(found.text));
}

function glue(parts: readonly Text[], between: string): Text | undefined {
  if (parts.length === 0) return undefined;
  return { text: parts.map((part) => part.text).join(between), traces: parts.flatMap((part) => part.traces) };
}

/** Decimal digits beyond this are noise of binary fractions. */
const sumDecimals = 6;

/** Nothing, where one of the summands is no number: half a sum would mislead. */
function sum(all: readonly Found[], times: number | undefined): Text | undefined {
  const factors = times === undefined ? [] : all.map(({ trace }) => trace.segment?.text(times).trim() ?? '');
  const numbers = [...all.map((found) => found.text), ...factors];
  if (numbers.length === 0 || !numbers.every((text) => decimal.test(text))) return undefined;
  const total = all.reduce((subtotal, found, nth) => subtotal + Number(found.text) * Number(factors[nth] ?? 1), 0);
  return { text: String(Number(total.toFixed(sumDecimals))), traces: all.map((found) => found.trace) };
}

function side<S>(run: Run<S>, leaf: LeafValue, scope: S): Text | undefined {
  if (leaf.source.kind !== 'path') return undefined;
  const moment = run.source.moment(leaf.source.path, scope);
  if (!moment || (leaf.as !== 'date' && leaf.as !== 'time' && leaf.as !== 'time-code')) return undefined;
  const text = writeMoment(moment, leaf.as, leaf.inPartnerZone ? run.context.partnerZone : undefined);
  return text === '' ? undefined : { text, traces: [moment.trace] };
}

function translate<S>(run: Run<S>, leaf: LeafValue, table: CodeTable, raw: Text): Text | undefined {
  const { text: code, traces } = raw;
  const meaning = leaf.reverse ? codeFor(table, code) : table.codes.get(code);
  if (meaning !== undefined) return { text: meaning, traces };
  const where = placeName(traces[0]) ?? 'a value';
  const trap = table.traps.get(code);
  if (trap) {
    const corrected = correctedSegment(traces[0], trap.meant);
    const explanation = `${where} says ${code}. ${trap.because} Write ${trap.meant} if that is meant.`;
    const fix = corrected === undefined ? {} : { corrected };
    report(
      run,
      { code: 'business.code-trap', level: 'business', said: code, expected: trap.meant, explanation, ...fix },
      traces[0],
    );
  } else if (table.unmapped !== 'silent') {
    const rest = table.otherwise === undefined ? 'the field stays empty' : `\`${table.otherwise}\` stands in`;
    const knower = table.name === '' ? 'the mapping' : `the table \`${table.name}\``;
    const explanation = `${where} says ${code}, which ${knower} does not know; ${rest}. Add the code there or ask the partner.`;
    const expected = [...(leaf.reverse ? table.codes.values() : table.codes.keys())].slice(0, 12).join(', ');
    report(run, { code: 'mapping.code-unmapped', level: table.unmapped, said: code, expected, explanation }, traces[0]);
  }
  return table.otherwise === undefined ? undefined : { text: table.otherwise, traces };
}

const decimal = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/;

function convert<S>(run: Run<S>, leaf: LeafValue, raw: Text): Text | undefined {
  switch (leaf.as) {
    case 'upper':
      return { text: raw.text.toUpperCase(), traces: raw.traces };
    case 'number':
    case 'integer':
      return toNumber(run, leaf, raw);
    case 'sscc':
    case 'gtin':
      return toKey(run, leaf.as, raw);
    default:
      return raw;
  }
}

function toNumber<S>(run: Run<S>, leaf: LeafValue, raw: Text): Text | undefined {
  const { text, traces } = raw;
  const inbound = traces[0]?.segment !== undefined || traces[0]?.node !== undefined;
  const scale = 10 ** (leaf.decimals ?? 0);
  const value = Number(text);
  const wrong =
    !decimal.test(text) ||
    (leaf.as === 'integer' && inbound && !Number.isInteger(value)) ||
    (leaf.minimum !== undefined && value < leaf.minimum);
  if (wrong) {
    const kind = leaf.as === 'integer' ? 'whole number' : 'number';
    const expected = leaf.minimum === undefined ? kind : `${kind} from ${leaf.minimum} on`;
    const explanation = `${placeName(traces[0]) ?? 'A value'} says ${text}, which is not a ${expected}.`;
    report(run, { code: 'mapping.number-invalid', level: 'business', said: text, expected, explanation }, traces[0]);
    return undefined;
  }
  if (leaf.as === 'integer' && !inbound) return { text: String(Math.round(value * scale)), traces };
  if (leaf.decimals === undefined) return { text: inbound ? String(value) : text, traces };
  return { text: inbound ? String(value / scale) : String(Math.round(value * scale)), traces };
}

function toKey<S>(run: Run<S>, kind: 'sscc' | 'gtin', raw: Text): Text | undefined {
  const { text, traces } = raw;
  const key = kind === 'sscc' ? readSscc(text) : readGtin(text);
  const name = kind.toUpperCase();
  const where = placeName(traces[0]) ?? 'A value';
  if (!key) {
    const expected = kind === 'sscc' ? '18 digits' : '8, 12, 13 or 14 digits';
    const explanation = `${where} should hold ${name === 'SSCC' ? 'an SSCC' : 'a GTIN'} of ${expected}; it says ${text}.`;
    report(run, { code: 'business.key-malformed', level: 'business', said: text, expected, explanation }, traces[0]);
    return undefined;
  }
  if (!key.valid) {
    const explanation = `The check digit of the ${name} in ${where} is wrong: ${key.digits.at(-1)} instead of ${key.corrected.at(-1)}. A digit was probably mistyped or misread.`;
    const corrected = correctedSegment(traces[0], text.slice(0, -1) + key.corrected.slice(-1));
    const fix = corrected === undefined ? {} : { corrected };
    report(
      run,
      { code: 'business.check-digit', level: 'business', said: text, expected: key.corrected, explanation, ...fix },
      traces[0],
    );
  }
  return { text: key.digits, traces };
}

function expectedDate({ format }: MomentValue): string {
  if (format === undefined) return 'CCYYMMDD and HHMM';
  return format === 'iso' ? 'a date such as 2026-03-03 or 2026-03-03T09:10:00-06:00' : `a date written ${format}`;
}

/** A moment and where its parts came from. */
export interface FoundMoment {
  readonly moment: Moment;
  readonly day: readonly Trace[];
  readonly zone: readonly Trace[];
}

/** Reads a moment; a date that is none is a finding. */
export function evaluateMoment<S>(run: Run<S>, value: MomentValue, scope: S): FoundMoment | undefined {
  const part = (of: Value | undefined): Text => (of && evaluateText(run, of, scope)) ?? { text: '', traces: [] };
  const date = part(value.date);
  if (date.text === '') return undefined;
  const [time, code] = [part(value.time), part(value.code)];
  const [city, state, country] = [part(value.place?.city), part(value.place?.state), part(value.place?.country)];
  const { partnerZone } = run.context;
  const split = value.format && splitDate(date.text, time.text, code.text, value.format);
  const moment = readMoment({
    date: value.format ? (split?.date ?? '') : date.text,
    time: split?.time ?? time.text,
    code: code.text,
    zone: split?.zone,
    city: city.text,
    state: state.text,
    country: country.text,
    partnerZone,
  });
  const day = [...date.traces, ...time.traces];
  if (!moment) {
    const said = `${date.text} ${time.text}`.trim();
    const explanation = `${placeName(date.traces[0]) ?? 'A date'} says ${said}, which is no date and time.`;
    report(
      run,
      { code: 'mapping.date-invalid', level: 'business', said, expected: expectedDate(value), explanation },
      date.traces[0],
    );
    return undefined;
  }
  if (split?.zone === undefined && !isKnownTimeCode(code.text)) {
    const explanation = `The time code ${code.text} is not known; the time is read in ${moment.zone} (${moment.zoneOrigin}).`;
    report(run, { code: 'mapping.time-code-unknown', level: 'note', said: code.text, explanation }, code.traces[0]);
  }
  const zoneTraces = {
    document: split?.zone !== undefined && code.traces.length === 0 ? day : code.traces,
    place: [...city.traces, ...state.traces, ...country.traces],
  };
  const zone = moment.zoneOrigin === 'document' || moment.zoneOrigin === 'place' ? zoneTraces[moment.zoneOrigin] : [];
  return { moment, day, zone };
}
