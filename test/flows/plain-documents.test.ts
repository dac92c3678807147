import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { release } from '../../services/flows/quarantine.ts';
import { translate } from '../../services/flows/translate.ts';
import { translateApart, translateHere } from '../../services/flows/translate-apart.ts';
import { readMessage } from '../../services/store/read/message.ts';
import {
  casesAbout,
  deliveriesOf,
  documentRow,
  eventsOf,
  type FlowRig,
  flowRig,
  ladderOf,
  sample,
  under,
} from './rig.ts';

// JSON, CSV and XML documents in a partner's own shape: the same guarantees as X12 has.

const room = new URL('../../partners/standard-rest/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, room), 'latin1');
const names = { json: 'shipment-status', csv: 'shipping-file', xml: 'inventory' } as const;

/** Agrees documents of the template with the warehouse, beside its X12. */
const agree =
  (...documents: readonly string[]) =>
  (files: Map<string, string>) => {
    const lines = documents.map((name) => `  - { document: ${name}, direction: inbound, mapping: ${name}-in.yaml }\n`);
    const head = files.get('partner.yaml')!;
    files.set(
      'partner.yaml',
      head.replace(/^documents:\n/m, (found) => found + lines.join('')),
    );
    for (const name of documents) files.set(`mappings/${name}-in.yaml`, read(`mappings/${name}-in.yaml`));
    files.set('lookups.yaml', read('lookups.yaml'));
  };

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
  await rig.configure('standard-3pl', agree(...Object.values(names)));
});
afterAll(() => rig.close());

const message = (id: string) =>
  rig.context.db.system.transaction((tx) => readMessage(tx, id, { offset: 0, limit: 100 }, { side: 'team' }));

describe.each([
  ['shipment-status-delivered.json', 'shipment-status'],
  ['shipping-file-two-orders.csv', 'shipping-file'],
  ['inventory-report.xml', 'inventory'],
])('%s', (file, name) => {
  test('becomes the events that its mapping makes, and each field is traced to its bytes', async () => {
    const text = read(`samples/${file}`);
    const expected = JSON.parse(readFileSync(new URL(`samples/${file}.expected.json`, room), 'utf8')) as {
      events: { type: string; subject: string; data: object }[];
      findings: { code: string }[];
    };
    const id = await rig.bring('standard-3pl', text);
    const events = await eventsOf(rig, id);
    expect(events.map(({ type, subject, data }) => ({ type, subject, data }))).toEqual(
      expected.events.map(({ type, subject, data }) => ({ type, subject, data })),
    );
    const row = await documentRow(rig, id);
    expect(row).toMatchObject({ state: 'translated', sets: [{ code: name, count: 1 }], control_number: null });
    expect(row.findings.map((one: { code: string }) => one.code)).toEqual(expected.findings.map(({ code }) => code));
    for (const { provenance, data } of events) {
      const placed = Object.entries(provenance as Record<string, { ranges: [number, number][] }>).filter(
        ([, { ranges }]) => ranges.length === 1,
      );
      expect(placed.length).toBeGreaterThan(3);
      for (const [pointer, { ranges }] of placed) {
        const value = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((inner, key) => (inner as never)[key], data);
        const bytes = Buffer.from(text.slice(...ranges[0]!), 'latin1').toString('utf8');
        if (pointer.endsWith('/value') && typeof value === 'number') expect(Number(bytes)).toBe(value);
      }
    }
    const shown = await message(id);
    expect(shown?.interchanges).toEqual([]);
    expect(shown?.events[0]?.provenance).toBeDefined();
  });
});

test('it is acknowledged by how it stands and by no 997', async () => {
  const id = await rig.bring('standard-3pl', read('samples/shipping-file-two-orders.csv'));
  expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', 'functional-ack': 'not-expected' });
  expect(await rig.context.db.system('document').where({ answers: id })).toEqual([]);
  expect((await rig.context.db.system('sla_clock').where({ document_id: id })).map(({ state }) => state)).toEqual([
    'met',
  ]);
});

test('what Odoo takes of it is brought there once and in order, and can be tried again', async () => {
  const order = 'WH/OUT/00003';
  const text = read('samples/shipment-status-delivered.json').replaceAll('WH/OUT/00001', order);
  const id = await rig.bring('standard-3pl', text);
  await rig.work();
  const deliveries = await deliveriesOf(rig, id);
  expect(deliveries.map(({ destination, lane, state }) => [destination, lane.endsWith(order), state])).toEqual(
    Array(3).fill(['odoo', true, 'applied']),
  );
  expect((await documentRow(rig, id)).headline).toMatch(/3 of 3 applied in Odoo/);
  expect(await ladderOf(rig, id)).toMatchObject({ odoo: 'done' });
});

test('the same bytes again are the same document, and translated again nothing is made twice', async () => {
  const text = read('samples/inventory-report.xml').replace(/number="[^"]*"/, 'number="INV-2"');
  const id = await rig.bring('standard-3pl', text);
  const before = await eventsOf(rig, id);
  expect(before).toHaveLength(1);
  expect(await rig.leave('standard-3pl', text)).toBe(id);
  await translate(rig.context, [id]);
  expect(await eventsOf(rig, id)).toEqual(before);
});

test('a document that cannot be read is refused as a whole, with line, column and byte', async () => {
  const id = await rig.bring('standard-3pl', read('samples/shipment-status-cut.json'));
  const row = await documentRow(rig, id);
  expect(row).toMatchObject({ state: 'unreadable', outcome: 'rejected', headline: 'The document could not be read' });
  expect(row.findings[0]).toMatchObject({ code: 'json.syntax', line: expect.any(Number), offset: expect.any(Number) });
  expect((await message(id))?.step.reason).toMatch(/^The document could not be read: Line \d+/);
  expect(await eventsOf(rig, id)).toEqual([]);
});

test('an event that lacks what it cannot do without is a case for the team; the others are made', async () => {
  const broken = JSON.parse(read('samples/shipment-status-delivered.json')) as {
    shipment: { reference?: string; events: { occurredAt?: string }[] };
  };
  delete broken.shipment.events[0]!.occurredAt;
  const id = await rig.bring('standard-3pl', JSON.stringify(broken));
  expect(await eventsOf(rig, id)).toHaveLength(2);
  expect((await casesAbout(rig, { document_id: id }))[0]).toMatchObject({
    title: 'shipment-status: not all of it became events',
  });
});

test('JSON that nobody has agreed is kept, told as that, and waits for the team', async () => {
  const bytes = '{"hello": "world"}';
  const stranger = await rig.bring('standard-carrier', bytes);
  const row = await documentRow(rig, stranger);
  expect(row).toMatchObject({ state: 'unreadable', outcome: 'attention' });
  expect(row.findings[0]).toMatchObject({ code: 'document.not-agreed' });
  expect(row.findings[0].explanation).toMatch(/There is no agreement for JSON documents.*214/);
  expect((await casesAbout(rig, { document_id: stranger }))[0]).toMatchObject({ state: 'open' });
  expect((await message(stranger))?.step).toMatchObject({ turn: 'yours' });
});

describe('several documents of one format', () => {
  const status = (more = '') => `${read('mappings/shipment-status-in.yaml')}${more}`;
  const pickup = (more = '') =>
    status(more)
      .replace('document: shipment-status', 'document: pickup')
      .replaceAll('/shipment/reference', '/pickup/reference')
      .replaceAll('shipment/events', 'pickup/events');
  const both = (one: string, other: string) => (files: Map<string, string>) => {
    agree()(files);
    const head = files.get('partner.yaml')!;
    files.set(
      'partner.yaml',
      head.replace(
        /^documents:\n/m,
        (found) => `${found}  - { document: pickup, direction: inbound, mapping: pickup-in.yaml }\n`,
      ),
    );
    files.set('mappings/shipment-status-in.yaml', one);
    files.set('mappings/pickup-in.yaml', other);
  };
  const text = (key: string, n: number) =>
    read('samples/shipment-status-delivered.json')
      .replace('"shipment": {', `"${key}": {`)
      .replace('msg-0001', `msg-${key}-${n}`);

  test('go by what stands in them', async () => {
    const restore = await rig.configure('standard-3pl', both(status(), pickup()));
    const ids = [
      await rig.bring('standard-3pl', text('shipment', 1)),
      await rig.bring('standard-3pl', text('pickup', 1)),
    ];
    for (const [nth, name] of ['shipment-status', 'pickup'].entries())
      expect(await documentRow(rig, ids[nth]!)).toMatchObject({ sets: [{ code: name, count: 1 }] });
    const neither = await rig.bring('standard-3pl', text('parcel', 1));
    expect((await documentRow(rig, neither)).findings[0]).toMatchObject({ code: 'document.ambiguous' });
    expect((await documentRow(rig, neither)).findings[0].explanation).toContain('fits none');
    await restore();
  });

  test('that look alike go by what their mappings say tells them apart', async () => {
    const is = (word: string) => `recognise: { value: messageId, is: msg-${word} }\n`;
    const alike = (more: string) => status(more).replace('document: shipment-status', 'document: pickup');
    const first = await rig.configure('standard-3pl', both(status(), alike('')));
    const doubtful = await rig.bring('standard-3pl', text('shipment', 2));
    expect((await documentRow(rig, doubtful)).findings[0].explanation).toContain('fits more than one');
    await first();
    const second = await rig.configure('standard-3pl', both(status(is('shipment-3')), alike(is('shipment-4'))));
    const id = await rig.bring('standard-3pl', text('shipment', 4));
    expect(await documentRow(rig, id)).toMatchObject({ sets: [{ code: 'pickup', count: 1 }] });
    await second();
  });
});

test('X12 stays X12 beside them, with junk before it too, and a CSV that says VISA; is no interchange', async () => {
  const x12 = await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
  expect(await documentRow(rig, x12)).toMatchObject({ sets: [{ code: '945', count: 1 }] });
  const junk = await rig.bring(
    'standard-3pl',
    `Sent by night job\n${under('000009901', sample('standard-3pl', '945-complete'))}`,
  );
  expect(await documentRow(rig, junk)).toMatchObject({ sets: [{ code: '945', count: 1 }] });
  const id = await rig.bring('standard-3pl', read('samples/shipping-file-two-orders.csv').replaceAll('BHFT', 'VISA'));
  expect((await documentRow(rig, id)).sets).toEqual([{ code: 'shipping-file', count: 1 }]);
});

describe('what keeps a hub going with X12 keeps it going with the others', () => {
  const fresh = (mark: string) => read('samples/shipment-status-delivered.json').replace('msg-0001', `msg-${mark}`);

  test('a document of more events than the ceiling is refused as a whole, and the next one goes on', async () => {
    const limits = { ...rig.context.limits, events: 2 };
    const [id, next] = [
      await rig.leave('standard-3pl', fresh('many')),
      await rig.leave('standard-3pl', read('samples/shipping-file-two-orders.csv').replace('BOL-70001', 'BOL-70009')),
    ];
    await translate({ ...rig.context, limits }, [id, next]);
    expect(await documentRow(rig, id)).toMatchObject({
      ...{ state: 'unreadable', outcome: 'rejected', headline: 'Rejected as a whole', sets: [] },
      findings: [{ code: 'document.too-many', expected: 'at most 2 events' }],
    });
    expect([await eventsOf(rig, id), await casesAbout(rig, { document_id: id })]).toEqual([[], []]);
    expect(await documentRow(rig, next)).toMatchObject({ state: 'translated' });
  });

  test('a document at which the hub fails three times is set aside, its neighbour is not, and it can be let go', async () => {
    const [id, next] = [
      await rig.leave('standard-3pl', fresh('poison')),
      await rig.leave('standard-3pl', fresh('next')),
    ];
    const broken = () => {
      throw new Error('a fault of the hub');
    };
    for (let turn = 0; turn < 2; turn += 1)
      await expect(translate({ ...rig.context, newId: broken }, [id])).rejects.toThrow('1 of 1');
    await translateApart(
      {
        ...rig.context,
        apart: { ready: async () => undefined, translate: async () => ({ kind: 'failed', reason: 'It failed.' }) },
      },
      id,
    );
    expect(await documentRow(rig, id)).toMatchObject({ state: 'quarantined', outcome: 'attention' });
    await translate(rig.context, [next]);
    expect(await eventsOf(rig, next)).toHaveLength(3);
    await release(rig.context, id, { visibility: '*', actor: 'test' });
    await translate(rig.context, [id]);
    expect(await eventsOf(rig, id)).toHaveLength(3);
  });

  test('a large one is translated by itself, in the process for that', async () => {
    const asked: string[] = [];
    const apart = {
      ready: async () => undefined,
      translate: async (one: string) => {
        asked.push(one);
        return translateHere(rig.context, one);
      },
    };
    const id = await rig.leave('standard-3pl', fresh('large'));
    await translate({ ...rig.context, apart, limits: { ...rig.context.limits, largeBytes: 10 } }, [id]);
    await translateApart({ ...rig.context, apart }, id);
    expect([asked, (await eventsOf(rig, id)).length]).toEqual([[id], 3]);
  });
});
