import type { EventType, MappedEvent } from '../../events.ts';
import type { Path } from '../../language/path.ts';
import type { Mapping, Value } from '../language/plan.ts';
import { walkMapping } from '../language/plan-walk.ts';
import { fieldsOf, type Shape, shapeOf } from '../language/shape.ts';

/** A field of the canonical event and what the mapping does with it. */
export interface FieldCoverage {
  readonly event: EventType;
  /** `lines[]/product/sku`; `[]` stands for the entries of a list. */
  readonly field: string;
  readonly required: boolean;
  /** The mapping can fill it, or reads it where it writes the event. */
  readonly mapped: boolean;
  /** How many of the events that it made have it; absent without samples. */
  readonly filled?: number;
}

/** Every single field of the events that a mapping makes, or of the event that it writes. */
export function fieldCoverage(mapping: Mapping, events?: readonly MappedEvent[]): FieldCoverage[] {
  const types =
    mapping.direction === 'inbound' ? [...new Set(mapping.emissions.map(({ type }) => type))] : [mapping.renders];
  return types.flatMap((type) => {
    const mapped = mapping.direction === 'inbound' ? filledFields(mapping.emissions, type) : readFields(mapping, type);
    const counts = events && countFilled(events.filter((event) => event.type === type));
    return [...leavesOf(shapeOf(type), '', true)].map(([field, required]) => ({
      event: type,
      field,
      required,
      mapped: mapped.has(field),
      ...(counts ? { filled: counts.get(field) ?? 0 } : {}),
    }));
  });
}

/** Single fields with whether the event cannot be without them; a moment counts as one. */
function* leavesOf(shape: Shape, path: string, required: boolean): Generator<[field: string, required: boolean]> {
  if (shape.kind === 'array') yield* leavesOf(shape.items, `${path}[]`, required && shape.minItems > 0);
  else if (shape.kind === 'object') {
    for (const [name, inner] of shape.fields) {
      yield* leavesOf(inner, path === '' ? name : `${path}/${name}`, required && shape.required.has(name));
    }
  } else yield [path, required];
}

function filledFields(emissions: readonly { type: EventType; data: Value }[], type: EventType): Set<string> {
  const filled = new Set<string>();
  for (const emission of emissions) if (emission.type === type) collectFilled(emission.data, '', filled);
  return filled;
}

function collectFilled(value: Value, path: string, filled: Set<string>): void {
  switch (value.kind) {
    case 'leaf':
    case 'moment':
      filled.add(path);
      return;
    case 'object':
      for (const { name, value: inner } of value.fields)
        collectFilled(inner, path === '' ? name : `${path}/${name}`, filled);
      return;
    case 'each':
      collectFilled(value.item, `${path}[]`, filled);
      return;
    case 'first':
      for (const inner of value.of) collectFilled(inner, path, filled);
      return;
    case 'list':
      for (const inner of value.of) {
        const nested = inner.kind === 'each' || inner.kind === 'list';
        collectFilled(inner, nested ? path : `${path}[]`, filled);
      }
  }
}

/** Fields that some path of a mapping to X12, JSON or CSV leads to. */
function readFields(mapping: Mapping, type: EventType): Set<string> {
  const read = new Set<string>();
  const root: Place = { field: '', shape: shapeOf(type) };
  const follow = (path: Path, from: Place): Place | undefined => {
    let place: Place | undefined = path.origin === 'root' ? root : from;
    for (const { name, filters } of path.steps) {
      const next: Place | undefined = place && stepInto(place, name);
      for (const { key } of filters) markLeaves(next && stepInto(next, key), read);
      place = next;
    }
    return place;
  };
  walkMapping(mapping, {
    path(path, use, around) {
      const from = around.reduce<Place | undefined>((place, each) => place && follow(each, place), root);
      const place = from && follow(path, from);
      if (use !== 'each' || place?.shape.kind === 'moment') markLeaves(place, read);
    },
  });
  return read;
}

interface Place {
  readonly field: string;
  readonly shape: Shape;
}

function stepInto(place: Place, name: string): Place | undefined {
  const { shape, field } = entriesOf(place);
  const inner = fieldsOf(shape).get(name);
  if (shape.kind === 'moment') return place;
  return inner && { field: field === '' ? name : `${field}/${name}`, shape: inner };
}

function entriesOf({ field, shape }: Place): Place {
  return shape.kind === 'array' ? entriesOf({ field: `${field}[]`, shape: shape.items }) : { field, shape };
}

function markLeaves(place: Place | undefined, read: Set<string>): void {
  if (!place) return;
  const { field, shape } = entriesOf(place);
  if (shape.kind !== 'object') read.add(field);
}

function countFilled(events: readonly MappedEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { provenance } of events) {
    // Moments have four fields and count once.
    const fields = new Set(
      Object.keys(provenance).map((pointer) =>
        pointer
          .slice(1)
          .replace(/\/\d+(?=\/|$)/g, '[]')
          .replace(/\/(local|utc|zone|zoneOrigin)$/, ''),
      ),
    );
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return counts;
}
