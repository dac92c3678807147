import type { Path } from '../../language/path.ts';
import type { Budget, Found, SourceReader } from './source.ts';

/** A place in an event. */
export interface JsonScope {
  readonly value: unknown;
  readonly pointer: string;
  readonly index: number;
  readonly root?: JsonScope;
}

/** Reads the data of an event. Lists are passed through, so that `lines/quantity/value` reads every line's. */
export function jsonSource(budget: Budget): SourceReader<JsonScope> {
  const places = (path: Path, scope: JsonScope): JsonScope[] => {
    const root = scope.root ?? scope;
    let current = [path.origin === 'root' ? root : scope];
    for (const step of path.steps) {
      const next = current.flatMap((place) => spread(fieldOf(place, step.name, root)));
      budget.left -= next.length + 1;
      if (budget.left < 0) return [];
      current = next.filter((place) =>
        step.filters.every(({ key, values, negated }) => {
          const text = textOf(fieldOf(place, key, root).value);
          const holds = values === undefined ? text !== '' : values.includes(text);
          return holds !== negated;
        }),
      );
    }
    return current;
  };
  const found = (place: JsonScope): Found[] => {
    const text = textOf(place.value);
    return text === '' ? [] : [{ text, trace: { pointer: place.pointer } }];
  };
  return {
    read: (path, scope) => places(path, scope).flatMap(found)[0],
    readAll: (path, scope) => places(path, scope).flatMap(found),
    scopes: (path, scope) => places(path, scope).map((place, position) => ({ ...place, index: position + 1 })),
    count: (path, scope) => places(path, scope).length,
    indexOf: (scope) => scope.index,
    moment(path, scope) {
      const place = places(path, scope)[0];
      const value = place?.value;
      if (!place || typeof value !== 'object' || value === null) return undefined;
      const { local, utc, zone } = value as Record<string, unknown>;
      if (typeof local !== 'string' || typeof utc !== 'string') return undefined;
      return { local, utc, zone: typeof zone === 'string' ? zone : '', trace: { pointer: place.pointer } };
    },
    pair: () => undefined,
    locate: (path) => ({ pointer: `/${path.steps.map((step) => step.name).join('/')}` }),
  };
}

function fieldOf(place: JsonScope, name: string, root: JsonScope): JsonScope {
  const { value } = place;
  const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return {
    value: inside ? (value as Record<string, unknown>)[name] : undefined,
    pointer: `${place.pointer}/${name}`,
    index: 1,
    root,
  };
}

function spread(place: JsonScope): JsonScope[] {
  if (place.value === undefined || place.value === null) return [];
  if (!Array.isArray(place.value)) return [place];
  return place.value.map((value: unknown, position) => ({
    ...place,
    value,
    pointer: `${place.pointer}/${position}`,
    index: position + 1,
  }));
}

const mostDecimals = 10;

/** Text of a scalar, numbers in plain decimal notation; empty for anything else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(mostDecimals).replace(/\.?0+$/, '') : plain;
}

/** Number of values in an event's data, counted without recursion. */
export function sizeOfData(data: unknown): number {
  const waiting: unknown[] = [data];
  let size = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    size++;
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner);
  }
  return size;
}
