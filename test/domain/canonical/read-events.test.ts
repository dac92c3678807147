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
  for (const digits of [
    ...['9007199254740993', '0.12345678901234567891', '1e400', '-1e999', '123456789012345678'],
    ...['1e-400', '-1e-400', '1.23456789e-320', `${'0.'.padEnd(340, '0')}1`],
  ])
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

const faultsOf = (text: string) => {
  const result = read(text);
  if (!('events' in result)) return [[result.fault.pointer, result.fault.message]];
  return result.events.flatMap((one) =>
    'event' in one ? [] : one.faults.map(({ pointer, message }) => [pointer, message]),
  );
};
const withMoment = (change: object) =>
  JSON.stringify({ ...event, data: { ...event.data, at: { ...moment, ...change } } });

describe('a moment in the data that there is not', () => {
  it.each([
    [{ local: '2026-04-31T10:00:00' }, '/data/at/local'],
    [{ local: '2026-02-29' }, '/data/at/local'],
    [{ local: '2026-03-03T25:00:00' }, '/data/at/local'],
    [{ local: '2026-03-03T10:60' }, '/data/at/local'],
    [{ local: 'yesterday' }, '/data/at/local'],
    [{ utc: '2026-04-31T10:00:00Z' }, '/data/at/utc'],
    [{ utc: '0900-04-30T10:00:00Z' }, '/data/at/utc'],
    [{ zone: 'Nowhere/City' }, '/data/at/zone'],
    [{ zone: '+25:00' }, '/data/at/zone'],
    [{ zone: '-05:75' }, '/data/at/zone'],
  ])('%j is refused at its place', (change, pointer) => {
    expect(faultsOf(withMoment(change))).toEqual([[pointer, expect.stringMatching(/^must be/)]]);
  });

  it.each([
    { local: '2024-02-29' },
    { local: '2026-03-03T23:59:59.123' },
    { zone: 'America/Chicago' },
    { zone: '+05:30' },
    { zone: undefined },
  ])('but %j is there', (change) => {
    expect(faultsOf(withMoment(change))).toEqual([]);
  });
});

describe('a key that stands twice', () => {
  const plain = JSON.stringify(event);
  it.each([
    [plain.replace('"subject":', '"subject":"A","subject":'), '/subject'],
    [plain.replace('"zone":', '"zone":"X","zone":'), '/data/at/zone'],
    [plain.replace('"kind":"seal","value":"1"', '"value":"9","kind":"seal","value":"1"'), '/data/references/1/value'],
    [`{"events":[${plain}],"events":[${plain}]}`, '/events'],
    [plain.replace('"pieces":', '"a/b~":1,"a/b~":2,"pieces":'), '/data/a~1b~0'],
  ])('is told at its place: %.30s', (text, pointer) => {
    expect(faultsOf(text)).toContainEqual([pointer, 'stands twice in one object']);
  });

  it('is found in the last event too when the first has more of them than are listed', () => {
    const many = `{"type":"x",${Array.from({ length: 300 }, (_, nth) => `"k${nth}":1,"k${nth}":1`).join(',')}}`;
    const pointers = faultsOf(`{"events":[${many},${plain.replace('"subject":', '"subject":"A","subject":')}]}`);
    expect(pointers).toContainEqual(['/events/1/subject', 'stands twice in one object']);
  });
});

describe('attributes that CloudEvents allow beside its own', () => {
  it.each([{ traceparent: '00-ab' }, { partitionkey: null, sampledrate: 3, beta2: true }])(
    '%j are let through',
    (more) => {
      const result = read(JSON.stringify({ ...event, ...more }));
      if (!('events' in result) || !('event' in result.events[0]!)) throw new Error(JSON.stringify(result));
      expect(result.events[0].event.data).toEqual(event.data);
    },
  );

  it.each([
    [{ traceParent: 'x' }, '/traceParent'],
    [{ trace_parent: 'x' }, '/trace_parent'],
    [{ data_base64: 'eA==' }, '/data_base64'],
    [{ extension: { a: 1 } }, '/extension'],
    [{ ratio: 0.5 }, '/ratio'],
  ])('%j is none', (more, pointer) => {
    expect(faultsOf(JSON.stringify({ ...event, ...more })).map(([at]) => at)).toEqual([pointer]);
  });
});

describe('JSON of two or four bytes a character', () => {
  const wide = (text: string, width: 2 | 4, little: boolean) => {
    const bytes = Buffer.alloc(text.length * width);
    for (const [at, c] of [...text].entries()) bytes[at * width + (little ? 0 : width - 1)] = c.charCodeAt(0);
    return bytes;
  };
  const marked = {
    2: [
      [0xfe, 0xff],
      [0xff, 0xfe],
    ],
    4: [
      [0, 0, 0xfe, 0xff],
      [0xff, 0xfe, 0, 0],
    ],
  } as const;
  it.each([2, 4] as const)('is told to be so, with %i bytes, in either order, with a mark and without', (width) => {
    for (const little of [false, true])
      for (const mark of [[], marked[width][little ? 1 : 0]!]) {
        const result = readEvents(
          Buffer.concat([Buffer.from(mark), wide(JSON.stringify({ a: 1 }), width, little)]),
          usualLimits,
        );
        const message = 'fault' in result ? result.fault.message : '';
        expect([little, mark, message]).toEqual([
          little,
          mark,
          expect.stringContaining(`JSON in UTF-${width * 8}. Send it as UTF-8`),
        ]);
      }
  });
});
