import type { Origin } from '../events.ts';
import type { ByteRange } from '../x12/model.ts';
import { evaluateMoment, evaluateText } from './evaluate-leaf.ts';
import { type Path, placeOfPath } from './path.ts';
import type { EachValue, ListValue, MomentValue, ObjectValue, Value } from './plan.ts';
import { placeName, type Run, report, traceOfMissing } from './run.ts';
import type { Trace } from './source.ts';

/** Answer for a part that lacks something required; the finding has been made. `undefined` = nothing there. */
export const incomplete = Symbol('incomplete');

/** Builds a field of an event. `pointer` is where it will stand; provenance is kept for each single value in it. */
export function build<S>(run: Run<S>, value: Value, scope: S, pointer: string): unknown {
  if (value.kind !== 'each' && value.when && !run.holds(value.when, scope)) return undefined;
  switch (value.kind) {
    case 'leaf': {
      const text = evaluateText(run, value, scope);
      if (!text) return undefined;
      keep(run, pointer, text.traces, value.line);
      return value.as === 'number' || value.as === 'integer' ? Number(text.text) : text.text;
    }
    case 'first':
      return buildFirst(run, value.of, scope, pointer);
    case 'object':
      return buildObject(run, value, scope, pointer);
    case 'each':
      return buildEach(run, value, scope, pointer);
    case 'list':
      return buildList(run, value, scope, pointer);
    case 'moment':
      return buildMoment(run, value, scope, pointer);
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function keep<S>(run: Run<S>, pointer: string, traces: readonly Trace[], mappingLine: number): void {
  const first = traces[0];
  if (!first) {
    run.origins.push([pointer, { ranges: [], mappingLine }]);
    return;
  }
  run.live++;
  const ranges: ByteRange[] = [];
  for (const { segment, element, component, node } of traces) {
    if (node) ranges.push(node.range);
    else if (segment) ranges.push(segment.rangeOf(element ?? 1, component));
  }
  const origin: Writable<Origin> = { ranges, mappingLine };
  const place = placeName(first);
  if (place !== undefined) origin.place = place;
  if (first.segment) origin.position = first.segment.position;
  run.origins.push([pointer, origin]);
}

function buildFirst<S>(run: Run<S>, of: readonly Value[], scope: S, pointer: string): unknown {
  let answer: unknown;
  for (const alternative of of) {
    const origins = run.origins.length;
    answer = build(run, alternative, scope, pointer);
    if (answer !== undefined && answer !== incomplete && !(Array.isArray(answer) && answer.length === 0)) return answer;
    run.origins.length = origins;
  }
  return answer;
}

function buildObject<S>(run: Run<S>, object: ObjectValue, scope: S, pointer: string): unknown {
  const origins = run.origins.length;
  const live = run.live;
  const data: Record<string, unknown> = {};
  const lacking: string[] = [];
  let broken = false;
  for (const { name, value } of object.fields) {
    const required = object.required.includes(name);
    const complaints = businessFindings(run, required);
    const answer = build(run, value, scope, `${pointer}/${name}`);
    if (answer === incomplete) broken ||= required;
    else if (answer !== undefined && (required || !(Array.isArray(answer) && answer.length === 0))) data[name] = answer;
    else if (required && businessFindings(run, true) === complaints) lacking.push(name);
    else broken ||= required;
  }
  if (run.live === live && object.fields.length > 0 && !object.vital) {
    run.origins.length = origins;
    return undefined;
  }
  if (object.oneOf.length > 0 && !object.oneOf.some((name) => name in data)) lacking.push(object.oneOf.join(' or '));
  for (const name of lacking) reportMissing(run, object, name, scope, pointer);
  if (lacking.length === 0 && !broken) return data;
  run.origins.length = origins;
  return incomplete;
}

/** Findings that already explain why a required field stays empty. Counted only where somebody asks. */
function businessFindings<S>(run: Run<S>, wanted: boolean): number {
  return wanted ? run.findings.filter(({ level }) => level === 'business').length : 0;
}

function reportMissing<S>(run: Run<S>, object: ObjectValue, name: string, scope: S, pointer: string): void {
  const paths = object.fields
    .filter((field) => name.split(' or ').includes(field.name))
    .map(({ value }) => firstPath(value));
  const path = paths.find((candidate) => candidate !== undefined);
  const places = paths.filter((candidate) => candidate !== undefined).map(placeOfPath);
  const field = `${pointer}/${name}`.slice(1).replaceAll('/', '.');
  const where = places.length === 0 ? '' : ` It is read from ${[...new Set(places)].join(' or ')}.`;
  const consequence = object.vital ? 'No event can be made without it.' : 'What it belongs to is left out.';
  report(
    run,
    {
      code: 'mapping.value-missing',
      level: object.vital ? 'business' : 'note',
      explanation: `The document gives no \`${field}\`.${where} ${consequence}`,
      ...(places[0] === undefined ? {} : { expected: `a value in ${places[0]}` }),
    },
    traceOfMissing(run, path, scope),
  );
}

/** The first path that a value reads. */
function firstPath(value: Value): Path | undefined {
  switch (value.kind) {
    case 'leaf': {
      const { source } = value;
      if ('path' in source) return source.path;
      return source.kind === 'pair' ? source.of : source.kind === 'join' ? source.of.map(firstPath)[0] : undefined;
    }
    case 'first':
    case 'list':
      return value.of.map(firstPath).find((path) => path !== undefined);
    case 'object':
      return value.fields.map((field) => firstPath(field.value)).find((path) => path !== undefined);
    case 'each':
      return value.path;
    case 'moment':
      return firstPath(value.date);
  }
}

function buildEach<S>(run: Run<S>, each: EachValue, scope: S, pointer: string): unknown {
  const items: unknown[] = [];
  let broken = false;
  for (const turn of run.source.scopes(each.path, scope)) {
    if (run.budget.left < 0) break;
    if (each.when && !run.holds(each.when, turn)) continue;
    const item = build(run, each.item, turn, `${pointer}/${items.length}`);
    if (item === incomplete) broken ||= each.item.kind === 'object' && each.item.vital;
    else if (item !== undefined) items.push(item);
  }
  if (broken) return incomplete;
  return items.length < each.minItems ? undefined : items;
}

function buildList<S>(run: Run<S>, list: ListValue, scope: S, pointer: string): unknown {
  const items: unknown[] = [];
  for (const part of list.of) {
    const nested = part.kind === 'each' || part.kind === 'list';
    const answer = nested
      ? buildShifted(run, part, scope, pointer, items.length)
      : build(run, part, scope, `${pointer}/${items.length}`);
    if (answer === incomplete) return incomplete;
    if (Array.isArray(answer) && nested) items.push(...answer);
    else if (answer !== undefined) items.push(answer);
  }
  return items.length < list.minItems ? undefined : items;
}

/** Builds a list inside a list and moves the pointers of its provenance behind what is already there. */
function buildShifted<S>(run: Run<S>, part: Value, scope: S, pointer: string, by: number): unknown {
  const from = run.origins.length;
  const answer = build(run, part, scope, pointer);
  if (by === 0) return answer;
  for (let index = from; index < run.origins.length; index++) {
    const entry = run.origins[index];
    if (!entry) continue;
    const [ordinal = '0', ...rest] = entry[0].slice(pointer.length + 1).split('/');
    entry[0] = [pointer, Number(ordinal) + by, ...rest].join('/');
  }
  return answer;
}

function buildMoment<S>(run: Run<S>, value: MomentValue, scope: S, pointer: string): unknown {
  const found = evaluateMoment(run, value, scope);
  if (!found) return undefined;
  const { moment, day, zone } = found;
  keep(run, `${pointer}/local`, day, value.line);
  keep(run, `${pointer}/zone`, zone, value.line);
  keep(run, `${pointer}/zoneOrigin`, zone, value.line);
  keep(run, `${pointer}/utc`, [...day, ...zone], value.line);
  return moment;
}
