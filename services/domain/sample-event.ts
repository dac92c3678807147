import type { CanonicalEvent, EventType } from './events.ts';
import { type ObjectShape, type Shape, shapeOf } from './mapping/language/shape.ts';

/** An event that happened nowhere, for receivers to try: it says so by the CloudEvents extension `crossdocktest`. */
export type SampleEvent = CanonicalEvent & { readonly crossdocktest: true };

/** A made-up event of a type, with every field that its schema knows. */
export function sampleEvent(
  type: EventType,
  { id, orgId, at }: { readonly id: string; readonly orgId: string; readonly at: Date },
): SampleEvent {
  return {
    ...{ specversion: '1.0', id, source: `/partners/${orgId}`, type, subject: 'TEST-0001' },
    ...{ time: at.toISOString(), datacontenttype: 'application/json' },
    dataschema: `https://crossdock.invalid/events/${type}.schema.json`,
    data: objectOf(shapeOf(type), at),
    crossdocktest: true,
  };
}

const objectOf = ({ fields }: ObjectShape, at: Date): Record<string, unknown> =>
  Object.fromEntries(
    [...fields].filter(([name]) => name !== 'recordId').map(([name, shape]) => [name, valueIn(name, shape, at)]),
  );

function valueIn(name: string, shape: Shape, at: Date): unknown {
  switch (shape.kind) {
    case 'object':
      return objectOf(shape, at);
    case 'array':
      return Array.from({ length: Math.max(shape.minItems, 1) }, () => valueIn(name, shape.items, at));
    case 'number':
      return Math.max(shape.minimum ?? 1, 1);
    case 'moment':
      return { local: at.toISOString().slice(0, 19), zone: 'UTC', zoneOrigin: 'document', utc: at.toISOString() };
    default:
      // The one form that texts have is that of an SSCC.
      return shape.formed ? '000000000000000000' : (shape.choices?.[0] ?? `TEST ${name}`);
  }
}
