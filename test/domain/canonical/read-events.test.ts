import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../services/domain/canonical/read-events.ts';
import { usualLimits } from '../../../services/domain/limits.ts';
import { routes } from '../../../services/domain/routes.ts';
import { at, profileOf } from '../mapping/support.ts';

const moment = { local: '2026-03-03T10:00:00', zone: 'UTC', zoneOrigin: 'document', utc: '2026-03-03T10:00:00Z' };
const event = {
  type: 'shipment.milestone.v1',
  subject: 'WH/OUT/00001',
  data: {
    ...{ shipmentId: 'Übergabe "1"\\\n', milestone: 'delivered', statusCode: 'D1', at: moment, pieces: 1.5e1, stop: 2 },
    ...{
      references: [
        { kind: 'seal', value: '0' },
        { kind: 'seal', value: '1' },
      ],
      parties: [],
    },
  },
};
const read = (text: string) => readEvents(new TextEncoder().encode(text), usualLimits);

describe.each([
  ['in one line', JSON.stringify(event)],
  ['with a byte order mark and blanks', `\ufeff  ${JSON.stringify(event, null, 3)}\r\n`],
  ['with escapes', JSON.stringify(event).replace('Übergabe', '\\u00dcbergabe')],
])('an event %s', (_how, text) => {
  it('comes out as it went in, each value at its bytes', () => {
    const bytes = new TextEncoder().encode(text);
    const result = readEvents(bytes, usualLimits);
    const [one] = 'events' in result ? result.events : [];
    if (!one || !('event' in one)) throw new Error(JSON.stringify(result));
    expect(one.event).toMatchObject({ ...event, time: moment.utc });
    expect(Object.keys(one.event.provenance)).toHaveLength(13);
    for (const [pointer, { ranges, place }] of Object.entries(one.event.provenance)) {
      const raw = new TextDecoder().decode(bytes.subarray(...ranges[0]!));
      const value = at(one.event.data, pointer);
      expect([pointer, typeof value === 'string' ? JSON.parse(`"${raw}"`) : JSON.parse(raw)]).toEqual([pointer, value]);
      expect(place).toMatch(/^data\//);
    }
  });
});

it('happened when its data say, by the field that the mappings of X12 take', () => {
  for (const name of ['standard-3pl', 'standard-carrier', 'standard-rest'])
    for (const { compiled } of profileOf(name).documents)
      if (compiled.direction === 'inbound')
        for (const { type, time } of compiled.emissions)
          expect([name, type, routes[type].time]).toEqual([name, type, time]);
});

it('numbers that are kept exactly are taken, others are not', () => {
  const withPieces = (digits: string) => read(JSON.stringify(event).replace('"pieces":15', `"pieces":${digits}`));
  const isTaken = (digits: string) => {
    const result = withPieces(digits);
    return 'events' in result && 'event' in result.events[0]!;
  };
  for (const digits of [
    '0',
    '-0',
    '0.1',
    '1e3',
    '9007199254740991',
    '1000000000000000000000',
    '0.000000000000001',
    '1.50',
  ])
    expect([digits, isTaken(digits)]).toEqual([digits, true]);
  for (const digits of ['9007199254740993', '0.12345678901234567891', '1e400', '-1e999', '123456789012345678'])
    expect([digits, isTaken(digits)]).toEqual([digits, false]);
});

it.each(['2026-02-29T10:00:00Z', '2026-04-31T10:00:00Z', '0000-06-01T00:00:00Z', '9999-12-31T23:59:59-14:00'])(
  'a moment that PostgreSQL does not take, or takes for another one, is refused: %s',
  (text) => {
    const pointers = (one: object) => {
      const result = read(JSON.stringify(one));
      if (!('events' in result)) throw new Error(JSON.stringify(result));
      return result.events.flatMap((found) => ('event' in found ? [] : found.faults.map(({ pointer }) => pointer)));
    };
    expect(pointers({ ...event, time: text })).toEqual(['/time']);
    expect(pointers({ ...event, data: { ...event.data, at: { ...moment, utc: text } } })).toEqual(['/data/at/utc']);
  },
);

it('what stands beside the list has its place as a JSON pointer has it', () => {
  expect(read(JSON.stringify({ events: [event], 'a/b~': 1 }))).toMatchObject({ fault: { pointer: '/a~1b~0' } });
});

it('spoiled in any way it is read without an exception, and what is wrong has a place', () => {
  const whole = JSON.stringify({ events: [event, event] });
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const pieces = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '1e9',
    'null',
    '\\ud800',
    '\u0000',
    '\\u0000',
    'true',
    '"type":1,',
    'é',
  ];
  for (let turn = 0; turn < 3000; turn += 1) {
    let text = whole;
    for (let change = 0; change <= random(3); change += 1) {
      const place = random(text.length);
      text = text.slice(0, place) + pieces[random(pieces.length)] + text.slice(place + random(3));
    }
    const result = read(text);
    const faults =
      'fault' in result ? [result.fault] : result.events.flatMap((one) => ('event' in one ? [] : one.faults));
    for (const { pointer, message, range } of faults) {
      expect(pointer).toMatch(/^(\/|$)/);
      expect(message).not.toBe('');
      if (range) expect(range[0]).toBeLessThanOrEqual(range[1]);
    }
  }
});
