import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { eventTypes, type MappedEvent } from '../../../services/domain/events.ts';
import { eventFault, validEvents } from '../../../services/domain/mapping/run/valid-events.ts';
import { envelope } from '../../../services/store/deliveries.ts';
import { fileText, schemaErrors } from './support.ts';

/** X12 has sets, other documents have events; what we write has neither. */
interface Expected {
  readonly sets?: readonly { readonly events: readonly MappedEvent[] }[];
  readonly events?: readonly MappedEvent[];
}

/** What the samples of all profiles became: the data of events, as it was reviewed. */
const golden = readdirSync(new URL('../../../partners/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.expected.json'))
  .flatMap((path) => {
    const { sets, events } = JSON.parse(fileText(`partners/${path}`)) as Expected;
    const all = [...(sets ?? []).flatMap((set) => set.events), ...(events ?? [])];
    return all.map((event, at) => ({ name: `${path} ${at}`, event }));
  });

/** Pointers to everything in the data, and the data without it or with something else there. */
function spoiled(data: Record<string, unknown>): unknown[] {
  const copies: unknown[] = [];
  const visit = (value: unknown, change: (replace: (holder: Record<string, unknown>, key: string) => void) => void) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      change((holder) => Reflect.deleteProperty(holder, key));
      for (const other of [null, 0.5, '', 'other', [], {}]) change((holder) => Object.assign(holder, { [key]: other }));
      visit(inner, (replace) =>
        change((holder) => replace((holder as Record<string, Record<string, unknown>>)[key]!, key)),
      );
    }
    if (!Array.isArray(value)) change((holder) => Object.assign(holder, { unheard: 1 }));
  };
  visit(data, (replace) => {
    const copy = structuredClone(data);
    replace(copy, '');
    copies.push(copy);
  });
  return copies;
}

describe('the validators that are made at build', () => {
  it('are there for every event type', () => {
    for (const type of eventTypes) expect([type, eventFault(type, 'no object')]).toEqual([type, expect.anything()]);
  });

  it.each(golden)('accept $name', ({ event }) => {
    expect(eventFault(event.type, event.data)).toBeUndefined();
  });

  it('say of spoiled events what the schemas say when they are read at run time', () => {
    const seen = new Set<string>();
    const faults = { some: 0, none: 0 };
    for (const { event } of golden) {
      // One of each kind: the others are alike.
      if (seen.has(event.type)) continue;
      seen.add(event.type);
      for (const data of spoiled(event.data)) {
        const faulty = schemaErrors(event.type, data).length > 0;
        faults[faulty ? 'some' : 'none'] += 1;
        expect([event.type, data, eventFault(event.type, data) !== undefined]).toEqual([event.type, data, faulty]);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);
    expect(faults.some).toBeGreaterThan(500);
    expect(faults.none).toBeGreaterThan(50);
  });
});

describe('an event that breaks its schema', () => {
  const at = { local: '2026-03-03T09:10', zoneOrigin: 'assumed-utc', utc: '2026-03-03T09:10:00Z' };
  const good: MappedEvent = {
    type: 'shipment.milestone.v1',
    subject: 'SHP-1',
    data: { milestone: 'delivered', statusCode: 'D1', at, references: [] },
    provenance: {},
  };
  const bad: MappedEvent = {
    ...good,
    data: { ...good.data, milestone: 'landed' },
    provenance: { '/milestone': { ranges: [[120, 122]], place: 'AT7-01', position: 5, mappingLine: 17 } },
  };
  const note = { code: 'business.signature-missing', level: 'note', explanation: 'No name.' } as const;

  it('is taken out with a finding that leads to the mapping and to the bytes; the others stay', () => {
    const { events, findings } = validEvents({ events: [bad, good], findings: [note] });
    expect(events).toEqual([good]);
    expect(findings).toEqual([
      note,
      {
        code: 'mapping.event-invalid',
        level: 'business',
        offset: 120,
        end: 122,
        position: 5,
        segment: 'AT7',
        expected: 'shipment.milestone.v1 /milestone must be equal to one of the allowed values',
        explanation:
          'The mapping made a shipment.milestone.v1 of SHP-1 whose /milestone must be equal to one of the allowed values (line 17 of the mapping), so the event was not recorded. Nothing is wrong with the document: correct the mapping and replay it.',
      },
    ]);
  });

  it('is found also where a whole part is missing', () => {
    const { milestone: _, ...data } = good.data;
    const { events, findings } = validEvents({ events: [{ ...good, data }], findings: [] });
    expect(events).toEqual([]);
    expect(findings[0]?.expected).toBe("shipment.milestone.v1 / must have required property 'milestone'");
  });
});

describe('the envelope', () => {
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  const isEnvelope = ajv.compile(JSON.parse(fileText('specs/events/envelope.schema.json')) as object);
  const event = envelope({
    id: 'a1',
    orgId: '0190c0de-0000-7000-8000-000000000001',
    type: 'shipment.milestone.v1',
    subject: 'SHP-1',
    occurredAt: new Date('2026-03-03T09:10:00Z'),
    data: {},
  });

  it('that the hub writes is what its schema says, for every type', () => {
    for (const type of eventTypes) {
      const dataschema = `https://crossdock.invalid/events/${type}.schema.json`;
      expect([isEnvelope({ ...event, type, dataschema }), isEnvelope.errors]).toEqual([true, null]);
      expect((JSON.parse(fileText(`specs/events/${type}.schema.json`)) as { $id: string }).$id).toBe(dataschema);
    }
    expect(isEnvelope({ ...event, type: 'milestone' })).toBe(false);
    expect(isEnvelope({ ...event, subject: undefined })).toBe(false);
  });
});
