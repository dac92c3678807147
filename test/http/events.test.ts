import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPartners, toPartners } from '../../services/domain/routes.ts';
import { holdToKey } from '../../services/flows/idempotency.ts';
import { quarantine } from '../../services/flows/quarantine.ts';
import { thisRun } from '../../services/flows/this-run.ts';
import { contractFile } from '../../services/http/contract-file.ts';
import { receivedDocuments } from '../../services/store/received-documents.ts';
import { deliveriesOf, documentRow, eventsOf, ladderOf, sample } from '../flows/rig.ts';
import { tenderAnswer as answer, type RestRig, restRig } from './rest-rig.ts';

let rest: RestRig;
beforeAll(async () => {
  rest = await restRig();
});
afterAll(async () => {
  expect(rest.rig.log).toEqual([]);
  await rest.close();
});

const stored = async () => Number((await rest.rig.context.db.system('document').count())[0]!.count);

/** Type, subject, time and data: what an event says, without where it came from. */
const said = async (documentId: string) =>
  (await eventsOf(rest.rig, documentId)).map(({ type, subject, occurred_at, data }) => ({
    ...{ type, subject, data },
    time: (occurred_at as Date).toISOString(),
  }));

describe('what is taken', () => {
  test('a shipment as JSON is a document of its own, and done in Odoo', async () => {
    const ofSandbox = sample('standard-3pl', '945-complete', { '*0*P*>': '*0*T*>' });
    const [shipped] = await said(await rest.rig.bring('standard-3pl', ofSandbox, 'sandbox'));
    const [picking] = await rest.rig.odoo.production.searchRead(
      'stock.picking',
      [['name', '=', 'WH/OUT/00001']],
      ['state'],
    );
    expect(picking!.state).toBe('assigned');
    const { body } = await rest.events({
      type: 'warehouse-order.shipped.v1',
      subject: 'WH/OUT/00001',
      data: shipped!.data,
    });
    expect(body).toMatchObject({ status: `/v1/messages/${body.documentId}`, events: [{ state: 'accepted' }] });
    await rest.work();
    const [delivery] = await deliveriesOf(rest.rig, body.documentId);
    expect(delivery).toMatchObject({ destination: 'odoo', subject: 'WH/OUT/00001' });
    expect(await documentRow(rest.rig, body.documentId)).toMatchObject({
      form: 'events',
      sets: [{ code: 'events', count: 1 }],
      subjects: ['WH/OUT/00001'],
    });
    const shown = await rest.as('warehouse', 'get', body.status);
    expect(shown.body).toMatchObject({
      outcome: 'done',
      ladder: expect.arrayContaining([{ rung: 'functional-ack', state: 'not-expected', detail: expect.any(String) }]),
    });
    const [after] = await rest.rig.odoo.production.searchRead(
      'stock.picking',
      [['name', '=', 'WH/OUT/00001']],
      ['state'],
    );
    expect([delivery!.state, after!.state]).toEqual(['applied', 'done']);
    expect(await ladderOf(rest.rig, body.documentId)).toMatchObject({ transport: 'done', odoo: 'done' });
  });

  test.each([
    '945-complete',
    '945-partial-backorder-lots',
    '944-short-over-damaged',
    '947-damage-and-count',
    '846-full-snapshot',
    '856-sotpi',
  ])('the fields of a %s as JSON are the same events as the X12, each traced to its bytes', async (name) => {
    const ofX12 = await said(await rest.rig.bring('standard-3pl', sample('standard-3pl', name)));
    expect(ofX12.length).toBeGreaterThan(0);
    const body = JSON.stringify({ events: ofX12.map(({ time: _, ...event }) => event) }, null, 1);
    const { status, text, body: receipt } = await rest.events(body);
    expect([status, text]).toEqual([202, expect.any(String)]);
    await rest.work();
    expect(await said(receipt.documentId)).toEqual(ofX12);
    for (const [nth, { id, data, provenance }] of (await eventsOf(rest.rig, receipt.documentId)).entries()) {
      expect(receipt.events[nth]).toMatchObject({ state: 'accepted', id });
      const leaves = Object.entries(provenance as Record<string, { ranges: [number, number][]; place: string }>);
      expect(leaves.length).toBeGreaterThan(3);
      for (const [pointer, { ranges, place }] of leaves) {
        const value = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((inner, key) => (inner as never)[key.replaceAll('~1', '/').replaceAll('~0', '~')], data);
        const bytes = Buffer.from(body)
          .subarray(...ranges[0]!)
          .toString('utf8');
        expect([pointer, typeof value === 'string' ? JSON.parse(`"${bytes}"`) : JSON.parse(bytes)]).toEqual([
          pointer,
          value,
        ]);
        expect(place).toMatch(/^events\[\d+\]\/data\//);
      }
    }
  });

  test('of several the good ones are taken, and the answer says where the others are wrong', async () => {
    const { status, body } = await rest.events(
      {
        events: [
          answer('LOAD-1'),
          answer('LOAD-2', { answer: 'perhaps', stop: 1 }),
          { type: 'order.v1', data: 3 },
          answer('LOAD-4'),
        ],
      },
      'carrier',
    );
    expect(status).toBe(202);
    expect(body.events.map(({ state }: { state: string }) => state)).toEqual([
      'accepted',
      'invalid',
      'invalid',
      'accepted',
    ]);
    expect(body.events[1].errors).toEqual([
      expect.objectContaining({
        pointer: '/events/1/data/stop',
        message: 'is not known here',
        offset: expect.any(Number),
      }),
      expect.objectContaining({
        pointer: '/events/1/data/answer',
        message: expect.stringContaining('must be one of accepted'),
      }),
    ]);
    expect(body.events[2].errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/events/2/type',
      '/events/2/subject',
      '/events/2/data',
    ]);
    await rest.work();
    expect((await eventsOf(rest.rig, body.documentId)).map(({ id, subject }) => [id, subject])).toEqual([
      [body.events[0].id, 'LOAD-1'],
      [body.events[3].id, 'LOAD-4'],
    ]);
    const row = await documentRow(rest.rig, body.documentId);
    expect(row.outcome).toBe('attention');
    expect(row.findings.map(({ code, place }: { code: string; place: string }) => [code, place])).toContainEqual([
      'event.invalid',
      '/events/1/data',
    ]);
  });

  test('every type that partners send is in the contract, and no other', () => {
    const { schemas } = (
      contractFile as unknown as {
        components: { schemas: Record<string, { oneOf: { title: string }[]; enum: string[] }> };
      }
    ).components;
    expect(schemas.SubmittedEvent!.oneOf.map(({ title }) => title)).toEqual(fromPartners);
    expect(schemas.WorkType!.enum).toEqual(toPartners);
  });

  test('a CloudEvent is taken as it is; its id and source are not ours', async () => {
    const event = {
      specversion: '1.0',
      id: 'mine',
      source: '/tms',
      datacontenttype: 'application/json',
      ...answer('LOAD-9'),
      time: '2026-11-23T06:30:00-06:00',
    };
    const { status, body } = await rest
      .as('carrier', 'post', '/v1/events')
      .type('application/cloudevents+json')
      .send(JSON.stringify(event));
    expect(status).toBe(202);
    await rest.work();
    expect(await said(body.documentId)).toMatchObject([{ subject: 'LOAD-9', time: '2026-11-23T12:30:00.000Z' }]);
  });

  test('it belongs to the organisation and environment of the key', async () => {
    const { body } = await rest.events(answer('LOAD-10'), 'sandbox');
    expect(await documentRow(rest.rig, body.documentId)).toMatchObject({
      environment: 'sandbox',
      org_id: rest.rig.orgs['standard-3pl'],
    });
    expect((await rest.as('warehouse', 'get', body.status)).status).toBe(404);
    expect((await rest.as('carrier', 'get', body.status)).status).toBe(404);
  });
});

describe('the same again', () => {
  test('is the same document and the same answer, with a key or without', async () => {
    const first = await rest.events(answer('LOAD-20'), 'carrier');
    const again = await rest.events(answer('LOAD-20'), 'carrier');
    const keyed = await rest.events(answer('LOAD-20'), 'carrier').set('Idempotency-Key', 'k-20');
    for (const one of [again, keyed]) {
      const { first: before, ...body } = one.body;
      expect([one.status, body]).toEqual([first.status, first.body]);
      expect(before).toMatchObject({ outcome: 'processing', status: first.body.status });
      expect(one.headers['idempotent-replayed']).toBe('true');
    }
    expect(first.headers['idempotent-replayed']).toBeUndefined();
  });

  test('another body under a key is 409, and nothing of it is stored', async () => {
    const keyed = (body: unknown, who: 'carrier' | 'warehouse' = 'carrier') =>
      rest.events(body, who).set('Idempotency-Key', 'k-21');
    expect((await keyed(answer('LOAD-21'))).status).toBe(202);
    const before = await stored();
    const other = await keyed(answer('LOAD-22'));
    expect([other.status, other.body.code]).toEqual([409, 'http.idempotency-key-reused']);
    expect(await stored()).toBe(before);
    // A key is its owner's.
    expect((await keyed(answer('LOAD-22'), 'warehouse')).status).toBe(202);
  });

  test('what came before under a key and was not stored is no replay', async () => {
    const bytes = Buffer.from(JSON.stringify(answer('LOAD-27')));
    const of = { orgId: rest.rig.orgs['standard-carrier'], environment: 'production' } as const;
    await holdToKey(rest.rig.context, { ...of, operation: 'submitEvents', key: 'k-27', bytes });
    const sent = await rest.events(answer('LOAD-27'), 'carrier').set('Idempotency-Key', 'k-27');
    expect([sent.status, sent.headers['idempotent-replayed'], sent.body.first]).toEqual([202, undefined, undefined]);
  });

  test('a key whose time is over may be used again, and is deleted', async () => {
    const system = rest.rig.context.db.system;
    await rest.events(answer('LOAD-23'), 'carrier').set('Idempotency-Key', 'k-23');
    await system('idempotency_key')
      .where({ key: 'k-23' })
      .update({ expires_at: new Date('2020-01-01T00:00:00Z') });
    expect((await rest.events(answer('LOAD-24'), 'carrier').set('Idempotency-Key', 'k-23')).status).toBe(202);
    expect((await rest.events(answer('LOAD-23'), 'carrier').set('Idempotency-Key', 'k-23')).status).toBe(409);
  });

  test('twenty at once with one key are one document; with twenty bodies one of them wins', async () => {
    const same = await Promise.all(
      Array.from({ length: 20 }, () => rest.events(answer('LOAD-25'), 'carrier').set('Idempotency-Key', 'k-25')),
    );
    expect(new Set(same.map(({ status, body }) => `${status} ${body.documentId}`)).size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        rest.events(answer(`LOAD-26-${nth}`), 'carrier').set('Idempotency-Key', 'k-26'),
      ),
    );
    expect(others.map(({ status }) => status).toSorted()).toEqual([202, ...Array(19).fill(409)]);
  });
});

describe('the same once more', () => {
  const drop = (bytes: string) =>
    rest
      .as('warehouse', 'post', '/v1/inbox')
      .type('application/edi-x12')
      .serialize((it) => it as never)
      .send(bytes as never);
  const setAside = async (id: string) => {
    const [row] = await receivedDocuments(rest.rig.context.db.pool, thisRun, [id]);
    await quarantine(rest.rig.context, row!, { failures: 3, deaths: 0 }, 'It failed.');
  };

  test('is told what became of the first one, wherever the hub knows it again', async () => {
    const event = answer('LOAD-77');
    const taken = await rest.events(event, 'carrier').set('Idempotency-Key', 'once');
    expect(taken.body).not.toHaveProperty('first');
    await setAside(taken.body.documentId);
    for (const key of ['once', 'twice', undefined]) {
      const sent = rest.events(event, 'carrier');
      const { status, body, headers } = await (key ? sent.set('Idempotency-Key', key) : sent);
      expect([status, headers['idempotent-replayed'], body.documentId]).toEqual([202, 'true', taken.body.documentId]);
      expect(body.first).toMatchObject({ outcome: 'attention', status: taken.body.status });
      expect(body.first.reason).toContain('The hub could not translate the document');
      expect(body.events).toEqual([expect.objectContaining({ state: 'refused', id: taken.body.events[0].id })]);
    }
    const pdf = Buffer.from('%PDF-1.7 once more');
    const file = () =>
      rest
        .as('warehouse', 'post', '/v1/documents')
        .type('application/pdf')
        .serialize((it) => it as never)
        .send(pdf as never);
    const kept = await file();
    expect((await file()).body.first).toMatchObject({ outcome: 'processing', reason: 'On its way' });
    await setAside(kept.body.id);
    expect((await file()).body).toMatchObject({ id: kept.body.id, first: { outcome: 'attention' } });
    expect(rest.rig.log.splice(0)).toEqual(['a document was set aside', 'a document was set aside']);
  });

  test('an X12 that was rejected is told to be so, with what is wrong and in the words of its partner', async () => {
    const text = sample('standard-3pl', '945-complete', { 'W12*': 'W13*', '000000101': '000000977' }).replace(
      /^(ISA.{87}).{9}/,
      '$1000000977',
    );
    const [first] = (await drop(text)).body.documents;
    expect(first).not.toHaveProperty('first');
    await rest.work();
    const { outcome } = await documentRow(rest.rig, first.id);
    expect(outcome).toBe('rejected');
    const again = await drop(text);
    expect([again.status, again.body.documents[0]]).toMatchObject([
      200,
      { id: first.id, first: { outcome: 'rejected' } },
    ]);
    expect(again.body.documents[0].first.reason).toContain('Segment W13');
    expect(JSON.stringify(again.body)).not.toContain('Odoo');
  });
});

test('every example of a body in the contract that is sent with a key is taken as it stands', async () => {
  const operations = Object.entries(contractFile.paths).flatMap(([path, item]) =>
    Object.values(
      item as Record<
        string,
        { operationId: string; requestBody?: { content: Record<string, { examples?: Record<string, unknown> }> } }
      >,
    )
      .filter(({ operationId }) => operationId === 'submitEvents')
      .map((operation) => ({ path, operation })),
  );
  const { examples: named } = (
    contractFile as unknown as { components: { examples?: Record<string, { value: unknown }> } }
  ).components;
  const sent: [string, number, unknown][] = [];
  for (const { path, operation } of operations)
    for (const [type, { examples = {} }] of Object.entries(operation.requestBody!.content))
      for (const [name, example] of Object.entries(examples)) {
        const { $ref, value } = example as { $ref?: string; value?: unknown };
        const body = $ref === undefined ? value : named?.[$ref.split('/').at(-1)!]?.value;
        const answered = await rest.as('warehouse', 'post', path).type(type).send(JSON.stringify(body));
        const states = (answered.body.events as { state: string }[] | undefined)?.map(({ state }) => state);
        sent.push([`${type} ${name}`, answered.status, [...new Set(states)]]);
      }
  expect(sent.map(([, status, states]) => [status, states])).toEqual(sent.map(() => [202, ['accepted']]));
  expect(sent.length).toBeGreaterThanOrEqual(3);
});
