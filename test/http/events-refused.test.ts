import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenderAnswer as answer, at, type RestRig, restRig } from './rest-rig.ts';

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 1 });
});
afterAll(async () => {
  expect(rest.rig.log).toEqual([]);
  await rest.close();
});

const stored = async () => Number((await rest.rig.context.db.system('document').count())[0]!.count);

describe('what is refused', () => {
  const nothingStored = async (
    send: () => Promise<{ status: number; body: { code: string; errors?: object[]; detail: string } }>,
  ) => {
    const before = await stored();
    const { status, body } = await send();
    expect(await stored()).toBe(before);
    return { status, code: body.code, errors: body.errors ?? [], detail: body.detail };
  };

  test.each([
    [
      '{"type": "tender.answered.v1", "subject": }',
      { pointer: '', offset: 42, message: expect.stringContaining('Line 1, column 43') },
    ],
    ['{"a": 1', { pointer: '', offset: 7 }],
    ['', { message: expect.stringContaining('empty') }],
    ['[1, 2]', { pointer: '', message: expect.stringContaining('must be an event') }],
    ['"text"', { pointer: '' }],
    ['{"events": {}}', { pointer: '/events', message: 'must be a list' }],
    ['{"events": []}', { pointer: '/events', message: 'must hold one event at least' }],
    ['{"events": [{}], "more": 1}', { pointer: '/more', message: 'is not known here' }],
    [
      `${'['.repeat(100)}${']'.repeat(100)}`,
      { pointer: '', message: expect.stringContaining('nested deeper than 64') },
    ],
    [
      `{"events": [${Array(10_000).fill('{}').join(',')}]}`,
      { pointer: '/events', message: expect.stringContaining('at most 500') },
    ],
    [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), { pointer: '', offset: 2 }],
  ])('%.60s is no body of events: 400 that names the place', async (body, error) => {
    const send = () =>
      rest
        .as('carrier', 'post', '/v1/events')
        .type('application/json')
        .serialize((it) => it as never)
        .send(body as never);
    const { status, code, errors } = await nothingStored(send);
    expect([status, code, errors]).toEqual([400, 'http.request-invalid', [expect.objectContaining(error)]]);
  });

  const one = (change: (event: ReturnType<typeof answer>) => string) => change(answer('LOAD-30'));
  test.each([
    [
      'a wrong type',
      one((e) => JSON.stringify({ ...e, data: { ...e.data, shipmentId: 7 } })),
      '/data/shipmentId',
      /must be string/,
    ],
    [
      'a field that is missing',
      one((e) => JSON.stringify({ ...e, data: { ...e.data, answerCode: undefined } })),
      '/data/answerCode',
      /is missing/,
    ],
    [
      'a type that only we send',
      one((e) => JSON.stringify({ ...e, type: 'shipment.tendered.v1' })),
      '/type',
      /must be one of/,
    ],
    ['an unknown type', one((e) => JSON.stringify({ ...e, type: 'toString' })), '/type', /must be one of/],
    ['no subject', one((e) => JSON.stringify({ ...e, subject: ' ' })), '/subject', /must be text/],
    [
      'a time without a zone',
      one((e) => JSON.stringify({ ...e, time: '2026-03-03T10:00:00' })),
      '/time',
      /with its zone/,
    ],
    [
      'a key twice',
      one((e) => JSON.stringify(e).replace('"answer":', '"answer":"declined","answer":')),
      '/data/answer',
      /stands twice/,
    ],
    [
      'a number beyond all numbers',
      one((e) => JSON.stringify(e).replace('"references":[]', '"references":[],"pieces":1e999')),
      '/data/pieces',
      /too large/,
    ],
    [
      'more digits than are kept',
      one((e) => JSON.stringify(e).replace('"references":[]', '"references":[],"pieces":123456789012345678901')),
      '/data/pieces',
      /more digits/,
    ],
    ['U+0000', one((e) => JSON.stringify(e).replace('"A"', '"A\\u0000"')), '/data/answerCode', /U\+0000/],
    [
      'half a character',
      one((e) => JSON.stringify(e).replace('"A"', '"\\ud800"')),
      '/data/answerCode',
      /half of a character/,
    ],
    [
      '__proto__',
      one((e) => JSON.stringify(e).replace('"references":[]', '"references":[],"__proto__":{"a":1}')),
      '/data/__proto__',
      /not known here/,
    ],
    ['a data that is none', one((e) => JSON.stringify({ ...e, data: 'x' })), '/data', /must be an object/],
    ['a field beside it', one((e) => JSON.stringify({ ...e, extraField: 1 })), '/extraField', /not known here/],
    [
      'a day that is none',
      one((e) =>
        JSON.stringify({ ...e, data: { ...e.data, at: { ...at('2026-11-23T12:00:00Z'), local: '2026-04-31' } } }),
      ),
      '/data/at/local',
      /day that the calendar has/,
    ],
    [
      'a zone that is none',
      one((e) =>
        JSON.stringify({ ...e, data: { ...e.data, at: { ...at('2026-11-23T12:00:00Z'), zone: 'Nowhere/City' } } }),
      ),
      '/data/at/zone',
      /zone of the IANA tables/,
    ],
    [
      'a number nearer to zero than is kept',
      one((e) => JSON.stringify(e).replace('"references":[]', '"references":[],"pieces":1e-400')),
      '/data/pieces',
      /near to zero/,
    ],
    [
      'a file that was never sent',
      JSON.stringify({
        type: 'shipment.milestone.v1',
        subject: 'S',
        data: {
          milestone: 'delivered',
          statusCode: 'D1',
          at: at('2026-03-03T10:00:00Z'),
          references: [],
          proofOfDelivery: { documentId: '0198c1a2-0000-7000-8000-0000000000ff' },
        },
      }),
      '/data/proofOfDelivery/documentId',
      /no file that you sent/,
    ],
  ])('an event with %s: 422 that names the place by its JSON pointer', async (_what, body, pointer, message) => {
    const { status, code, errors } = await nothingStored(() => rest.events(body, 'carrier'));
    expect([status, code]).toEqual([422, 'events.invalid']);
    expect(errors).toContainEqual(expect.objectContaining({ pointer, message: expect.stringMatching(message) }));
  });

  test('every fault of an event is named, not only the first', async () => {
    const { errors } = await nothingStored(() =>
      rest.events({
        type: 'warehouse-order.shipped.v1',
        subject: 'X',
        data: { lines: [{ shipped: { value: 'x' } }], references: 1 },
      }),
    );
    expect(errors.map((error) => (error as { pointer: string }).pointer)).toEqual(
      expect.arrayContaining(['/data/orderNumber', '/data/references', '/data/lines/0/shipped/value']),
    );
  });

  test('a hundred places are named and the others counted, and what is not named is refused as well', async () => {
    const bad = answer('LOAD-35', { references: Array.from({ length: 300 }, () => ({ kind: 7 })) });
    const one = await rest.events(bad, 'carrier');
    expect(one.body.errors).toHaveLength(100);
    expect(one.body.errors.length + one.body.errorsLeftOut).toBeGreaterThanOrEqual(600);
    const events = [
      ...Array.from({ length: 120 }, () => bad),
      answer('LOAD-36'),
      { ...answer('LOAD-37'), type: 'none' },
    ];
    const { status, body } = await rest.events({ events }, 'carrier');
    expect(status).toBe(202);
    const states = body.events.map(({ state }: { state: string }) => state);
    expect(states).toEqual([...Array(120).fill('invalid'), 'accepted', 'invalid']);
    const shown = body.events.map(({ errors = [] }: { errors?: object[] }) => errors.length);
    expect([shown[0], shown[1], shown[119], shown[121]]).toEqual([100, 1, 1, 1]);
    expect(body.events[1].errorsLeftOut).toBeGreaterThanOrEqual(599);
    await rest.work();
  });

  test('UTF-16 is told to be that, here and at the inbox, and no X12', async () => {
    const bytes = Buffer.from(`\ufeff${JSON.stringify(answer('LOAD-38'))}`, 'utf16le');
    const send = (path: string) =>
      rest
        .as('carrier', 'post', path)
        .type('application/json')
        .serialize((it) => it as never)
        .send(bytes as never);
    const events = await nothingStored(() => send('/v1/events'));
    expect([events.status, events.detail]).toEqual([400, expect.stringContaining('JSON in UTF-16. Send it as UTF-8')]);
    const { body } = await send('/v1/inbox');
    expect(body).toMatchObject({
      status: 422,
      code: 'document.encoding',
      title: 'The document is in another encoding',
    });
    await rest.work();
    const shown = await rest.as('carrier', 'get', `/v1/messages/${body.documentId}`);
    expect(shown.body).toMatchObject({ outcome: 'rejected', findings: [{ code: 'document.encoding' }] });
  });

  test('other media types, compressed bodies and too large ones', async () => {
    const post = () => rest.as('carrier', 'post', '/v1/events');
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    for (const send of [
      () =>
        post()
          .type('text/plain')
          .send(JSON.stringify(answer('LOAD-40'))),
      () => post().type('application/edi-x12').send('ISA'),
      () =>
        post()
          .type('application/json')
          .set('Content-Encoding', 'gzip')
          .serialize((it) => it as never)
          .send(bomb as never),
    ])
      expect(await nothingStored(send)).toMatchObject({ status: 415, code: 'http.media-type' });
    const large = JSON.stringify(answer('LOAD-41', { remark: 'x'.repeat(9 * 1024 * 1024) }));
    expect(await nothingStored(() => rest.events(large, 'carrier'))).toMatchObject({
      status: 413,
      code: 'http.too-large',
    });
  });

  test('an event that is larger than the hub keeps', async () => {
    const body = {
      type: 'shipment.milestone.v1',
      subject: 'S',
      data: {
        milestone: 'delivered',
        statusCode: 'D1',
        at: at('2026-03-03T10:00:00Z'),
        references: [],
        remark: 'x'.repeat(2 * 1024 * 1024),
      },
    };
    const { context } = rest.rig;
    const { limits } = context;
    Object.assign(context, { limits: { ...limits, eventBytes: 1024 * 1024 } });
    const { status, errors } = await nothingStored(() => rest.events(body, 'carrier')).finally(() =>
      Object.assign(context, { limits }),
    );
    expect([status, errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/data', message: expect.stringContaining('KB') }),
    ]);
  });

  test('keys without the scope, no key, and keys of the wrong form', async () => {
    expect((await rest.events(answer('LOAD-50'), 'powerless')).body).toMatchObject({
      status: 403,
      detail: expect.stringContaining('events:write'),
    });
    expect((await rest.as('powerless', 'get', '/v1/work')).status).toBe(403);
    expect((await rest.as('powerless', 'post', '/v1/documents').send('x')).status).toBe(403);
    const spaced = await rest.events(answer('LOAD-51'), 'carrier').set('Idempotency-Key', 'a b');
    expect([spaced.status, spaced.body.errors[0].place]).toEqual([400, 'header/idempotency-key']);
    expect((await rest.events(answer('LOAD-51'), 'carrier').set('Idempotency-Key', 'x'.repeat(201))).status).toBe(400);
  });
});
