import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byteBudget } from '../../services/flows/byte-budget.ts';
import { openHost } from '../../services/flows/channel-host.ts';
import { faultOfArrival } from '../../services/flows/fault-of-arrival.ts';
import { annotatedDocument } from '../../services/http/annotated.ts';
import { edit, eventsOf } from '../flows/rig.ts';
import { openDoor } from '../support/context.ts';
import { type RestRig, restRig } from './rest-rig.ts';

// JSON, CSV and XML at the inbox, as the partner's own programs send them.

const room = new URL('../../partners/standard-rest/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, room));

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig({ transfers: 1 });
  await rest.rig.configure('standard-3pl', (files) => {
    const names = ['shipment-status', 'shipping-file', 'inventory'];
    const lines = names.map((name) => `  - { document: ${name}, direction: inbound, mapping: ${name}-in.yaml }\n`);
    edit('partner.yaml', /^documents:\n/m, `documents:\n${lines.join('')}`)(files);
    for (const name of names) files.set(`mappings/${name}-in.yaml`, read(`mappings/${name}-in.yaml`).toString());
    files.set('lookups.yaml', read('lookups.yaml').toString());
  });
});
afterAll(async () => {
  expect(rest.rig.log).toEqual([]);
  await rest.close();
});

const drop = (bytes: Buffer, type: string, who: 'warehouse' | 'carrier' = 'warehouse') =>
  rest
    .as(who, 'post', '/v1/inbox')
    .set('Content-Type', type)
    .serialize((it) => it as never)
    .send(bytes as never);

test.each([
  ['shipment-status-delivered.json', 'application/json', 3],
  ['shipping-file-two-orders.csv', 'text/csv; charset=utf-8', 2],
  ['inventory-report.xml', 'text/xml', 1],
  ['shipment-status-no-time.json', 'application/octet-stream', undefined],
])('%s as %s is stored before the answer, and how it stands is told at its address', async (file, type, count) => {
  const { status, body } = await drop(read(`samples/${file}`), type);
  expect([status, body.documents[0]]).toEqual([202, expect.not.objectContaining({ finding: expect.anything() })]);
  await rest.work();
  const shown = await rest.as('warehouse', 'get', body.documents[0].status);
  expect(shown.body).toMatchObject({
    setCount: 1,
    interchanges: [],
    outcome: expect.stringMatching(/done|kept|attention/),
  });
  if (count !== undefined) expect(await eventsOf(rest.rig, body.documents[0].id)).toHaveLength(count);
  const again = await drop(read(`samples/${file}`), type);
  expect([again.status, again.body.documents[0]]).toEqual([
    200,
    expect.objectContaining({ duplicate: true, id: body.documents[0].id }),
  ]);
});

test('what is not agreed is 422 with the id of what was kept, whatever it is called; canonical events belong elsewhere', async () => {
  for (const [bytes, format] of [
    ['{"a": 1}', 'JSON'],
    ['<a/>', 'XML'],
  ] as const) {
    const { body } = await drop(Buffer.from(bytes), 'application/edi-x12', 'carrier');
    expect(body).toMatchObject({
      status: 422,
      code: 'document.not-agreed',
      title: 'The document is not agreed',
      documentId: expect.any(String),
    });
    expect(body.detail).toContain(`no agreement for ${format} documents`);
  }
});

test('JSON that is cut off is taken and told with its line, as X12 that is broken is', async () => {
  const { body } = await drop(read('samples/shipment-status-cut.json'), 'application/json');
  await rest.work();
  const shown = await rest.as('warehouse', 'get', body.documents[0].status);
  expect(shown.body).toMatchObject({
    outcome: 'rejected',
    step: { turn: 'yours', reason: expect.stringMatching(/could not be read: Line \d+, column \d+/) },
  });
  expect(shown.body.findings[0]).toMatchObject({
    code: 'json.syntax',
    offset: expect.any(Number),
    line: expect.any(Number),
  });
});

test.each([
  ['shipment-status-delivered.json', 'application/json'],
  ['shipping-file-two-orders.csv', 'text/csv'],
  ['inventory-report.xml', 'application/xml'],
])('%s is shown value by value, each at the place that the provenance of the events names', async (file, type) => {
  const { body } = await drop(read(`samples/${file}`), type);
  const [{ id }] = body.documents;
  await rest.work();
  const pages = annotatedDocument(read(`samples/${file}`), undefined, rest.rig.context.catalog.standards);
  const { segments, total } = pages({ offset: 0, limit: 1000 });
  expect([total, pages({ offset: 2, limit: 3 }).segments]).toEqual([segments.length, segments.slice(2, 5)]);
  const known = new Set(segments.map(({ start, end }) => `${start}-${end}`));
  for (const { provenance } of await eventsOf(rest.rig, id))
    for (const { ranges } of Object.values(provenance as Record<string, { ranges: [number, number][] }>))
      for (const [start, end] of ranges) expect([start, end, known.has(`${start}-${end}`)]).toEqual([start, end, true]);
});

test('what is of a size that its format is not read in is refused at the door with the limit, on every channel; X12 and smaller ones are not', async () => {
  const large = (begin: string, end: string, mb: number) =>
    Buffer.concat([Buffer.from(begin), Buffer.alloc(mb * 1_048_576, ' '), Buffer.from(end)]);
  const { context } = rest.rig;
  const host = openHost(context, context.channels.as2, { admission: openDoor, budget: byteBudget(2 ** 30, 2 ** 30) });
  const endpoint = { id: 'e', orgId: rest.rig.orgs['standard-3pl'], environment: 'production', name: 'as2' } as const;
  for (const [format, begin, end] of [
    ['JSON', '{"shipment":', '{}}'],
    ['XML', '<InventoryReport>', '</InventoryReport>'],
    ['CSV', 'Order;Line', '\r\n'],
  ] as const) {
    const bytes = large(begin, end, 33);
    const { body } = await drop(bytes, 'application/octet-stream');
    expect(body).toMatchObject({ status: 413, code: 'document.too-large', documentId: expect.any(String) });
    expect(body.detail).toMatch(new RegExp(`is ${format} of 33 MB; at most 32 MB of it are read at once`));
    await rest.work();
    const shown = await rest.as('warehouse', 'get', `/v1/messages/${body.documentId}`);
    expect(shown.body).toMatchObject({ outcome: 'rejected', findings: [{ code: 'document.too-large' }] });
    // Channels that partners call, and those that are polled, ask the same.
    expect(await host.tooLarge(endpoint, bytes)).toContain('at most 32 MB');
    expect(await faultOfArrival(context, endpoint, bytes)).toMatchObject({ code: 'document.too-large' });
    expect(await faultOfArrival(context, endpoint, large(begin, end, 1))).toBeUndefined();
  }
  expect(await host.tooLarge(endpoint, large('ISA*00*', '~', 40))).toBeUndefined();
});

test('a document that has nothing of its mapping needs review and a case; one whose list is empty is done', async () => {
  const send = async (text: string) => {
    const { body } = await drop(Buffer.from(text), 'application/json');
    await rest.work();
    const shown = await rest.as('warehouse', 'get', body.documents[0].status);
    const cases = await rest.rig.context.db.system('exception_case').where({ document_id: body.documents[0].id });
    const codes = shown.body.findings.map(({ code }: { code: string }) => code);
    return [shown.body.outcome, codes.filter((code: string) => code.startsWith('mapping.nothing')), cases.length];
  };
  expect(await send('{"shipment":{"reference":"WH/OUT/00001","events":[]}}')).toEqual([
    'done',
    ['mapping.nothing-made'],
    0,
  ]);
  expect(await send('{"shipment":{"reference":"WH/OUT/00001","Events":[{}]}}')).toEqual([
    'attention',
    ['mapping.nothing-found'],
    1,
  ]);
});
