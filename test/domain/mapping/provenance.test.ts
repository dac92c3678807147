import { describe, expect, it } from 'vitest';
import type { MappedEvent } from '../../../services/domain/events.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { at, documentOf, inbound, mappingOf, profileOf, setsOf } from './support.ts';

const shipped = mappingOf(profileOf('standard-3pl'), '945');

/** A 945 with so many lines; `tag` tells it from others. */
function advice(lines: number, tag: string): string {
  const line = (nth: number) =>
    `LX*${nth}\nMAN*GM*00006141410000000012\nW12*CC*2*2*0*EA*614141000036*SK*${tag}-${nth}\nN9*LT*${tag}${nth}*2`;
  const body = Array.from({ length: lines }, (_, nth) => line(nth + 1)).join('\n');
  return `W06*F*WH/OUT/${tag}*20260303\nW27*M*BHFT\n${body}\nW03*${lines * 2}`;
}

function mapped(bytes: Uint8Array): readonly MappedEvent[] {
  if (shipped.direction !== 'inbound') throw new Error('not inbound');
  return setsOf(bytes).flatMap((set) => mapSet(set, shipped, { partnerZone: 'America/Chicago' }).events);
}

/** Fields that stand in the event as they stand in the document. */
const verbatim = /\/(orderNumber|sku|lot|lineNumber|gtin)$/;

function misplaced(bytes: Uint8Array, { data, provenance }: MappedEvent): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return Object.entries(provenance)
    .filter(([pointer, { ranges }]) => {
      const received = ranges.map(([start, end]) => text.slice(start, end)).join('');
      return verbatim.test(pointer) && received !== String(at(data, pointer));
    })
    .map(([pointer]) => pointer);
}

describe('the provenance of an event', () => {
  it('is the same whenever it is read, and however many events were made before and after', () => {
    const bodies = Array.from({ length: 400 }, (_, nth) => advice(1 + (nth % 7), `A${nth}`));
    const bytes = documentOf('945', ...bodies);
    const readAtOnce = mapped(bytes).map(({ provenance }) => provenance);
    const events = mapped(bytes);
    const readLate = events.map(({ provenance }) => provenance).reverse();
    expect(readLate.reverse()).toEqual(readAtOnce);
    expect(events.flatMap((event) => misplaced(bytes, event))).toEqual([]);
    expect(events[399]?.provenance).toBe(events[399]?.provenance);
  });

  it('is right for an event of thousands of fields, next to small ones', () => {
    const bytes = documentOf('945', advice(1, 'S'), advice(3000, 'L'), advice(2, 'T'));
    const events = mapped(bytes);
    expect(events.map(({ data }) => (data.lines as unknown[]).length)).toEqual([1, 3000, 2]);
    expect(events.flatMap((event) => misplaced(bytes, event))).toEqual([]);
    expect(events[1]?.provenance['/lines/2999/lots/0/lot']).toMatchObject({ place: 'N9-02', position: 12_003 });
  });

  it('goes with the event when it is copied or written as JSON', () => {
    const [event] = mapped(documentOf('945', advice(1, 'C')));
    const { provenance } = mapped(documentOf('945', advice(1, 'C')))[0]!;
    const [copied, cloned, written] = [
      () => ({ ...event }),
      () => structuredClone({ ...event }),
      () => JSON.parse(JSON.stringify(event)),
    ];
    for (const copy of [copied, cloned, written]) expect(copy().provenance).toEqual(provenance);
    expect(Object.keys(event!)).toEqual(expect.arrayContaining(['type', 'subject', 'data', 'provenance']));
  });

  it('has nothing of what was given up', () => {
    const mapping = inbound(`set: '945'
version: '004010'
emits: shipment.milestone.v1
subject: W06-02
fields:
  milestone: { const: other }
  statusCode: W06-01
  at: { moment: { date: W06-03 } }
  weight: { fields: { value: W03-02, unit: { from: W03-03, table: weight-units } } }
  references: { each: N9, fields: { kind: { from: N9-01, table: references }, qualifier: N9-01, value: N9-02 } }
  parties: { each: N1, fields: { role: { from: N1-01, table: parties }, name: N1-02 } }
`);
    const [set] = setsOf(
      documentOf('945', 'W06*F*1*20260303\nN1**Nobody\nN1*ST*Somebody\nN9*BM*B-1\nW27*M*BHFT\nW03*2*9'),
    );
    const [event] = mapSet(set!, mapping).events;
    expect(event?.data).toMatchObject({ parties: [{ name: 'Somebody' }] });
    expect(event?.data).not.toHaveProperty('weight');
    expect(Object.keys(event?.provenance ?? {})).toEqual([
      '/milestone',
      '/statusCode',
      ...['local', 'zone', 'zoneOrigin', 'utc'].map((name) => `/at/${name}`),
      ...['kind', 'qualifier', 'value'].map((name) => `/references/0/${name}`),
      ...['role', 'name'].map((name) => `/parties/0/${name}`),
    ]);
    expect(event?.provenance['/parties/0/name']).toMatchObject({ place: 'N1-02', position: 4 });
  });
});

describe('what a set becomes', () => {
  it('does not depend on the sets before it', () => {
    const times = ['ET', 'CT', 'PT', 'UT', 'LT', ''].flatMap((code) =>
      ['20260307', '20260308', '20261101', '19991231'].map(
        (day, nth) =>
          `W06*F*${code}${nth}*20260303\nG62*11*${day}*8*2330*${code}\nW27*M*BHFT\n${advice(1, 'Z').split('\n').slice(2).join('\n')}`,
      ),
    );
    const together = mapped(documentOf('945', ...times)).map(({ data }) => data);
    const alone = [...times].reverse().flatMap((body) => mapped(documentOf('945', body)).map(({ data }) => data));
    expect(together).toHaveLength(times.length);
    expect(alone.reverse()).toEqual(together);
  });
});
