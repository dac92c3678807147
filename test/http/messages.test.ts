import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { numbersIn } from '../../services/domain/numbers.ts';
import { addNumbers } from '../../services/store/document-numbers.ts';
import { insertTraffic, insertWaiting, type Traffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

let rig: HttpRig;
let team: Browser;
let quayside: Browser;
let heron: Browser;
const made: Record<string, Traffic> = {};
let outbound: string;
const unknown = '0198c1a2-0000-7000-8000-0000000000ff';

beforeAll(async () => {
  rig = await httpRig();
  [team, quayside, heron] = [await rig.signIn('team'), await rig.signIn('quayside'), await rig.signIn('heron')];
  const { system } = rig.context.db;
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute));
  made.first = await insertTraffic(system, {
    orgId: orgs.quayside,
    at: at(1),
    subject: 'WH/OUT/00001',
    control: '000000101',
  });
  made.second = await insertTraffic(system, {
    orgId: orgs.quayside,
    at: at(2),
    subject: 'WH/OUT/00002',
    control: '000000102',
    outcome: 'attention',
    deliveryState: 'refused',
  });
  made.sandbox = await insertTraffic(system, {
    orgId: orgs.quayside,
    at: at(3),
    environment: 'sandbox',
    subject: 'TEST_100%',
  });
  made.foreign = await insertTraffic(system, {
    orgId: orgs.heron,
    at: at(4),
    subject: 'BHFT-77',
    fileName: 'status 214.txt',
  });
  outbound = await insertWaiting(system, { orgId: orgs.quayside, at: at(5), answers: made.first.documentId });
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const ids = (answer: { body: { messages: { id: string }[] } }) => answer.body.messages.map((m) => m.id);
const search = async (query: string, browser = team) => {
  const answer = await browser.get(`/v1/messages${query}`);
  expect(answer.status, answer.text).toBe(200);
  return ids(answer);
};

test('the team sees all documents, newest first; a partner sees its own', async () => {
  const { first, second, sandbox, foreign } = made;
  expect(await search('')).toEqual([
    outbound,
    foreign!.documentId,
    sandbox!.documentId,
    second!.documentId,
    first!.documentId,
  ]);
  expect(await search('', quayside)).toEqual([outbound, sandbox!.documentId, second!.documentId, first!.documentId]);
  expect(await search('', heron)).toEqual([foreign!.documentId]);
});

test('each filter keeps what it names', async () => {
  const { first, second, sandbox, foreign } = made;
  expect(await search('?environment=sandbox')).toEqual([sandbox!.documentId]);
  expect(await search('?direction=out')).toEqual([outbound]);
  expect(await search('?outcome=attention')).toEqual([second!.documentId]);
  expect(await search('?set=997')).toEqual([outbound]);
  expect(await search('?acknowledgements=shown')).toContain(outbound);
  expect(await search('?acknowledgements=folded')).not.toContain(outbound);
  expect(await search('?acknowledgements=folded')).toHaveLength(4);
  expect(await search(`?partner=${orgs.heron}`)).toEqual([foreign!.documentId]);
  expect(await search('?from=2026-11-23T10:02:00Z&to=2026-11-23T10:03:00Z')).toEqual([second!.documentId]);
  expect(await search('?environment=production&direction=in&set=945&outcome=done&to=2026-11-23T10:02:00Z')).toEqual([
    first!.documentId,
  ]);
});

test('search finds order numbers, control numbers, file names and ids, and takes % and _ as they are', async () => {
  const { first, second, sandbox, foreign } = made;
  expect(await search('?q=out/00002')).toEqual([second!.documentId]);
  expect(await search('?q=101')).toContain(first!.documentId);
  expect(await search('?q=Status%20214')).toEqual([foreign!.documentId]);
  expect(await search(`?q=${first!.documentId}`)).toEqual([first!.documentId]);
  expect(await search('?q=_100%25')).toEqual([sandbox!.documentId]);
  expect(await search('?q=%25')).toEqual([sandbox!.documentId]);
  expect(await search("?q='; drop table document; --")).toEqual([]);
  expect(await search('?q=%20')).toHaveLength(5);
  expect(await search('?q=BHFT', quayside)).toEqual([]);
});

test('search finds every number of a document by its beginning, and partners by name; each its own only', async () => {
  const { first, foreign } = made;
  const { system } = rig.context.db;
  const data = {
    billOfLading: 'BOL-4711-A',
    carrierReference: '0009988776',
    packages: [{ sscc: '006141411234567890' }],
  };
  await system.transaction((tx) =>
    addNumbers(tx, [
      { id: first!.documentId, orgId: orgs.quayside, numbers: numbersIn({ ...data, tracking: '1Z 99 AA' }) },
    ]),
  );
  for (const words of ['bol 4711', 'BOL-4711-A', '9988776', '0009988776', '6141411234567890', '1z99aa']) {
    expect([words, await search(`?q=${encodeURIComponent(words)}`)]).toEqual([words, [first!.documentId]]);
    expect([words, await search(`?q=${encodeURIComponent(words)}`, heron)]).toEqual([words, []]);
  }
  expect(await search('?q=blue%20heron')).toEqual([foreign!.documentId]);
  expect(await search('?q=heron', quayside)).toEqual([]);
  // The middle of a number is found too, where no other number begins so.
  expect(await search('?q=HFT-7')).toEqual([foreign!.documentId]);
});

test('a search that very many documents fit is cut into pages like any list', async () => {
  const own = await httpRig();
  const { system } = own.context.db;
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await insertWaiting(system, { orgId: orgs.quayside }));
  await system.transaction(async (tx) => {
    await addNumbers(
      tx,
      ids.map((id) => ({ id, orgId: orgs.quayside, numbers: Array.from({ length: 300 }, (_, n) => `MANY-${n}`) })),
    );
    for (const id of ids)
      await tx.raw(
        `insert into document (id, org_id, environment, direction, channel, state, transport_id, size_bytes, sha256, created_at)
         select gen_random_uuid(), org_id, environment, direction, channel, state, id || '/' || n, 1, sha256, '2020-01-01' from document, generate_series(1, 210) n where id = ?`,
        [id],
      );
    await tx.raw(`insert into document_number select org_id, id, 'MANY1' from document on conflict do nothing`);
  });
  const browser = await own.signIn('team');
  const first = await browser.get('/v1/messages?q=many-1&limit=3');
  expect([first.status, ids.includes(first.body.messages[0].id)]).toEqual([200, true]);
  const rest = await browser.get(`/v1/messages?q=many-1&limit=200&cursor=${first.body.next}`);
  expect([rest.body.messages.length, rest.body.next !== undefined]).toEqual([200, true]);
  await own.close();
});

test('the first line of a row is that at the top of the document, in the words of whoever asks', async () => {
  for (const browser of [team, quayside]) {
    const { body } = await browser.get('/v1/messages');
    for (const { id, step } of body.messages) expect((await browser.get(`/v1/messages/${id}`)).body.step).toEqual(step);
  }
  const stepOf = async (browser: Browser) => (await browser.get(`/v1/messages/${made.second!.documentId}`)).body.step;
  expect(await stepOf(team)).toMatchObject({ state: 'attention', turn: 'yours' });
  expect(await stepOf(quayside)).toMatchObject({ state: 'attention', turn: 'theirs' });
});

test('a partner that asks for another partner’s documents gets none', async () => {
  expect(await search(`?partner=${orgs.heron}`, quayside)).toEqual([]);
});

test('pages follow each other without gap or repetition, also within one microsecond', async () => {
  const own = await httpRig();
  const { system } = own.context.db;
  for (let n = 0; n < 7; n += 1) await insertWaiting(system, { orgId: orgs.quayside });
  await system.raw(`update document set created_at = '2026-11-23T10:00:00.123457Z'`);
  const browser = await own.signIn('team');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await browser.get(`/v1/messages?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
    seen.push(...ids(page));
    cursor = page.body.next;
  } while (cursor);
  expect(seen).toEqual((await system('document').orderBy('id', 'desc')).map((d) => d.id));
  await own.close();
});

test('a filter that does not fit, or is not known, is 400 and names the place', async () => {
  for (const [query, place] of [
    ['limit=201', 'query/limit'],
    ['environment=test', 'query/environment'],
    ['set=94', 'query/set'],
    ['partner=urn:uuid:0198c1a2-0000-7000-8000-0000000000a2', 'query/partner'],
    ['from=2026-02-30T25:00:00Z', 'query/from'],
    ['from=yesterday', 'query/from'],
    ['cursor=abc', 'query/cursor'],
    // What JavaScript takes for a date and Postgres does not.
    ['from=2026-02-30T00:00:00Z', 'query/from'],
    ['to=2026-01-01T00:00:00%2B23:59', 'query/to'],
    ...['2026-02-31', '0000-01-01'].map((day) => [
      `cursor=${Buffer.from(`${day}T00:00:00.000000Z 0198c1a2-0000-7000-8000-0000000000a2`).toString('base64url')}`,
      'query/cursor',
    ]),
    [
      `cursor=${Buffer.from('2026-13-01T00:00:00.000000Z 0198c1a2-0000-7000-8000-0000000000a2').toString('base64url')}`,
      'query/cursor',
    ],
    ['q=%00', 'query'],
    ['direktion=in', 'query/direktion'],
    ['outcome=done&outcome=attention', 'query/outcome'],
  ]) {
    const answer = await team.get(`/v1/messages?${query}`);
    expect([query, answer.status, answer.body.errors?.[0]?.place]).toEqual([query, 400, place]);
  }
});

test('a document comes with its ladder, envelopes, findings, events, provenance, deliveries, writes and audit', async () => {
  const { documentId, setId, eventId, deliveryId } = made.first!;
  const answer = await (await rig.signIn('team')).get(`/v1/messages/${documentId}`);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toMatchObject({
    id: documentId,
    partner: { id: orgs.quayside, name: 'Quayside Logistics' },
    ladder: [
      { rung: 'transport', state: 'done' },
      { rung: 'mdn', state: 'not-expected' },
      { rung: 'ta1', state: 'not-expected' },
      { rung: 'functional-ack', state: 'not-expected' },
      { rung: 'business-answer', state: 'not-expected' },
      { rung: 'odoo', state: 'done', detail: '1 of 1 applied' },
    ],
    interchanges: [
      {
        sender: 'ZZ/QUAYSIDE',
        control: '000000101',
        groups: [
          {
            functionalId: 'SW',
            sets: [{ id: setId, code: '945', status: 'E', findings: [{ code: 'x12.element.code-unknown' }] }],
          },
        ],
      },
    ],
    eventCount: 1,
    events: [
      {
        id: eventId,
        setId,
        lane: 'odoo/production/WH/OUT/00001',
        data: { orderNumber: 'WH/OUT/00001' },
        provenance: { '/orderNumber': { ranges: [[120, 132]], place: 'W06-02', mappingLine: 4 } },
        deliveries: [
          {
            id: deliveryId,
            state: 'applied',
            writes: [
              { model: 'stock.picking', recordId: 7, before: 'assigned', after: 'done', pointer: '/orderNumber' },
            ],
          },
        ],
      },
    ],
    audit: [
      { action: 'document.received', actor: 'API key Quayside WMS', detail: expect.stringContaining('size bytes') },
    ],
  });
  expect(answer.body.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('a brief document leaves the data of its events out, and each event comes by itself', async () => {
  const { documentId } = made.first!;
  const path = `/v1/messages/${documentId}`;
  const [whole] = (await team.get(path)).body.events;
  const [brief] = (await team.get(`${path}?events=brief`)).body.events;
  const { data: _data, provenance: _provenance, deliveries, ...rest } = whole;
  expect(brief).toEqual({ ...rest, deliveries: [{ ...deliveries[0], writes: [] }] });
  expect(brief).toMatchObject({ bytes: [106, 140], deliveries: [{ writeCount: 1 }] });
  expect((await team.get(`${path}/events/1`)).body).toEqual(whole);
  // A partner sees its own side: no lane and no writes.
  const own = { ...whole, lane: whole.subject, deliveries: [] };
  expect((await quayside.get(`${path}/events/1`)).body).toEqual(own);
  expect((await rig.withKey('quayside', 'get', `${path}/events/1`)).body).toEqual(own);
  const gone = await Promise.all([
    team.get(`${path}/events/2`),
    heron.get(`${path}/events/1`),
    rig.withKey('quayside', 'get', `/v1/messages/${made.sandbox!.documentId}/events/1`),
  ]);
  expect(gone.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await team.get(`${path}/events/0`)).status).toBe(400);
});

test('an event comes with the provenance of the first hundred entries of its lists when only that is asked for, and says so', async () => {
  const { documentId, eventId } = made.first!;
  const path = `/v1/messages/${documentId}/events/1`;
  const event = () => rig.context.db.system('event').where({ id: eventId });
  const { provenance } = await event().first<{ provenance: object }>('provenance');
  expect((await team.get(`${path}?provenance=first`)).body).toEqual((await team.get(path)).body);
  const origin = { place: 'W12-03', ranges: [[1, 2]], position: 1, mappingLine: 1 };
  const kept = { '/orderNumber': origin, '/lines/99/sku': origin };
  await event().update({ provenance: { ...kept, '/lines/100/sku': origin, '/lines/1/lots/250': origin } });
  const { body } = await team.get(`${path}?provenance=first`);
  expect([body.provenance, body.provenanceCut]).toEqual([kept, true]);
  const { body: all } = await team.get(path);
  expect([Object.keys(all.provenance).length, all.provenanceCut]).toEqual([4, undefined]);
  await event().update({ provenance });
});

test('an answer names the document that it answers, and a document made of an event shows that event', async () => {
  const { system } = rig.context.db;
  expect((await team.get(`/v1/messages/${outbound}`)).body.answers).toBe(made.first!.documentId);
  const order = await insertWaiting(system, { orgId: orgs.quayside });
  await system('event').insert({
    ...{
      id: 'from-odoo',
      org_id: orgs.quayside,
      environment: 'production',
      type: 'warehouse-order.released.v1',
      subject: 'WH/OUT/00005',
    },
    ...{ occurred_at: rig.context.now(), data: '{}', provenance: '{}' },
  });
  await system('delivery').insert({
    ...{
      id: rig.context.newId(),
      org_id: orgs.quayside,
      environment: 'production',
      event_id: 'from-odoo',
      destination: 'document',
    },
    ...{ lane: 'document/x', state: 'applied', document_id: order },
  });
  await system('document').where({ id: order }).update({ event_id: 'from-odoo' });
  const message = await team.get(`/v1/messages/${order}`);
  expect(message.body.events).toMatchObject([
    { id: 'from-odoo', lane: 'document/x', deliveries: [{ destination: 'document', documentId: order }] },
  ]);
  await system('document').where({ id: order }).update({ event_id: null });
  await system('delivery').where({ event_id: 'from-odoo' }).delete();
  await system('event').where({ id: 'from-odoo' }).delete();
});

test('an API key reads documents of its own environment only, and with the scope only', async () => {
  const { first, sandbox, foreign } = made;
  const get = (key: 'quayside' | 'powerless', id: string) => rig.withKey(key, 'get', `/v1/messages/${id}`);
  expect((await get('quayside', first!.documentId)).status).toBe(200);
  expect((await get('quayside', sandbox!.documentId)).status).toBe(404);
  expect((await get('quayside', foreign!.documentId)).status).toBe(404);
  expect((await get('powerless', first!.documentId)).status).toBe(403);
});

test('an API key lists the documents of its own partner and environment, whether or not it names it', async () => {
  const ids = async (path: string) =>
    (await rig.withKey('quayside', 'get', path)).body.messages.map((message: { id: string }) => message.id);
  const own = await ids('/v1/messages');
  expect(own).toContain(made.first!.documentId);
  expect(own).not.toContain(made.sandbox!.documentId);
  expect(own).not.toContain(made.foreign!.documentId);
  expect(await ids('/v1/messages?environment=production')).toEqual(own);
  const other = await rig.withKey('quayside', 'get', '/v1/messages?environment=sandbox');
  expect([other.status, other.body.detail]).toEqual([
    403,
    'The API key Quayside WMS is one of production. Use a key of sandbox.',
  ]);
  expect((await rig.withKey('powerless', 'get', '/v1/messages')).status).toBe(403);
});

test('the bytes come back as they are, as a download that no browser runs', async () => {
  const answer = await heron.get(`/v1/messages/${made.foreign!.documentId}/raw`);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="status 214.txt"',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.body.toString('latin1')).toBe(`ISA for ${made.foreign!.documentId}`);
});

test('documents of others and unknown ones are the same 404 everywhere', async () => {
  for (const path of ['', '/raw', '/annotated']) {
    const foreign = await quayside.get(`/v1/messages/${made.foreign!.documentId}${path}`);
    const nothing = await quayside.get(`/v1/messages/${unknown}${path}`);
    const bad = await quayside.get(`/v1/messages/1${path}`);
    expect([foreign.status, nothing.status, bad.status]).toEqual([404, 404, 400]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
  }
});
