import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../services/domain/x12/check/check.ts';
import { read } from '../../services/domain/x12/read/read.ts';
import { translate } from '../../services/flows/translate.ts';
import type { Catalog } from '../../services/library/catalog.ts';
import { sealAudit } from '../../services/store/audit.ts';
import { secondReader } from '../domain/x12/support.ts';
import {
  answersTo,
  clocksOf,
  deliveriesOf,
  documentRow,
  eventsOf,
  type FlowRig,
  flowRig,
  ladderOf,
  type Profile,
  picked,
  sample,
  segmentsOf,
  under,
} from './rig.ts';

// A good document of each kind: what a translation leaves behind, once.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const cases = [
  ['945', 'standard-3pl', '945-complete', 'warehouse-order.shipped.v1', 'WH/OUT/00001', 'SW', '101', 'WH/OUT/00001'],
  ['856', 'standard-3pl', '856-sotpi', 'shipment.announced.v1', 'ASN-81001', 'SH', '106', 'P00001'],
  ['214', 'standard-carrier', '214-departed', 'shipment.milestone.v1', 'WH/OUT/00001', 'QM', '201', 'WH/OUT/00001'],
  ['990', 'standard-carrier', '990-accept', 'tender.answered.v1', 'WH/OUT/00001', 'GF', '206', 'WH/OUT/00001'],
] as const satisfies readonly (readonly [string, Profile, ...string[]])[];

describe.each(cases)('a good %s', (set, profile, name, type, subject, functionalId, control, record) => {
  const text = sample(profile, name);
  let id: string;
  beforeAll(async () => {
    id = await rig.bring(profile, text);
  });
  const system = () => rig.context.db.system;

  test('becomes rows of its envelopes, with the bytes of each set', async () => {
    const of = { document_id: id };
    expect(await system()('interchange').where(of)).toMatchObject([
      { control: `000000${control}`, status: 'A', usage: 'P' },
    ]);
    expect(await system()('functional_group').where(of)).toMatchObject([
      { functional_id: functionalId, control, version: '004010', status: 'A' },
    ]);
    const [row, ...more] = await system()('transaction_set').where(of);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ code: set, control: '0001', status: 'A' });
    const bytes = text.slice(row.start_byte, row.end_byte);
    expect([bytes.slice(0, 6), bytes.split('~').at(-1)!.trim().slice(0, 2)]).toEqual([`ST*${set}`, 'SE']);
  });

  test('becomes events, each with a delivery in the lane of its record', async () => {
    const events = await eventsOf(rig, id);
    expect(events.map((event) => [event.type, event.subject, event.org_id])).toEqual([
      [type, subject, rig.orgs[profile]],
    ]);
    expect(await deliveriesOf(rig, id)).toMatchObject([
      { destination: 'odoo', state: 'pending', lane: `odoo/${rig.connections.production}/${record}` },
    ]);
  });

  test('says of every field where it stands in the document, and it does stand there', async () => {
    const [event] = await eventsOf(rig, id);
    const origins = Object.entries(event.provenance as Record<string, { ranges: [number, number][]; place?: string }>);
    expect(origins.length).toBeGreaterThan(5);
    let verbatim = 0;
    for (const [pointer, { ranges, place }] of origins) {
      const received = ranges.map(([from, to]) => text.slice(from, to));
      const value = at(event.data, pointer);
      if (typeof value === 'object' || ranges.length === 0) continue;
      expect([pointer, received.join('')]).not.toEqual([pointer, '']);
      if (place && ranges.length === 1)
        expect([pointer, placeOf(text, ranges[0]![0])]).toEqual([pointer, plain(place)]);
      if (received.length === 1 && received[0] === String(value)) verbatim += 1;
    }
    expect(verbatim).toBeGreaterThan(3);
  });

  test('is answered with one 997 that our reader and node-x12 read alike', async () => {
    const [answer, ...more] = await answersTo(rig, profile, id);
    expect(more).toEqual([]);
    expect(picked(answer!.text, 'AK1', 'AK2', 'AK5', 'AK9')).toEqual([
      `AK1*${functionalId}*${control}`,
      `AK2*${set}*0001`,
      'AK5*A',
      'AK9*A*1*1*1',
    ]);
    expect(segmentsOf(answer!.text)[0]).toMatch(/\*ZZ\*NORTHGATE {6}\*(ZZ\*QUAYSIDE {7}|02\*BHFT {11})\*/);
    const reading = check(read(Buffer.from(answer!.text, 'latin1')), rig.context.catalog.standards);
    expect(reading.findings).toEqual([]);
    expect(reading.interchanges[0]).toMatchObject({ status: 'A', usage: 'P', groups: [{ status: 'A', sets: [{}] }] });
    const [second] = secondReader(answer!.text);
    expect(second!.find((segment) => segment.tag === 'AK1')!.values).toEqual([functionalId, control]);
    expect(second!.find((segment) => segment.tag === 'AK9')!.values).toEqual(['A', '1', '1', '1']);
    expect(await ladderOf(rig, answer!.id)).toEqual({ transport: 'pending' });
  });

  test('has its clock stopped in time, its ladder, its audit and its place in the list', async () => {
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'met' });
    expect(await ladderOf(rig, id)).toEqual({ transport: 'done', 'functional-ack': 'done', odoo: 'pending' });
    const document = await documentRow(rig, id);
    expect(document).toMatchObject({
      state: 'translated',
      outcome: 'processing',
      headline: '0 of 1 applied in Odoo',
      sets: [{ code: set, count: 1 }],
      subjects: [subject],
      control_number: `000000${control}`,
    });
    const entries = await system()('audit_entry').where({ document_id: id }).orderBy('id');
    expect(entries.map((entry) => entry.action)).toEqual(['document.received', 'document.translated']);
    expect(await system()('wake_up').where({ topic: 'translate', key: id })).toEqual([]);
    expect(rig.context.moves).toContain(id);
  });

  test('is translated once, however often it is asked for', async () => {
    const count = async () => ({
      events: (await eventsOf(rig, id)).length,
      deliveries: (await deliveriesOf(rig, id)).length,
      answers: (await answersTo(rig, profile, id)).length,
      audit: (await system()('audit_entry').where({ document_id: id })).length,
    });
    const before = await count();
    await Promise.all([translate(rig.context, [id]), translate(rig.context, [id, id]), translate(rig.context, [id])]);
    expect(await count()).toEqual(before);
  });
});

test('two workers that get the same documents at once share them out', async () => {
  const ids = await Promise.all(
    ['000000301', '000000302', '000000303', '000000304'].map((control) =>
      rig.leave('standard-carrier', under(control, sample('standard-carrier', '990-accept'))),
    ),
  );
  await Promise.all([
    translate(rig.context, ids),
    translate(rig.context, ids.toReversed()),
    translate(rig.context, ids),
  ]);
  for (const id of ids) {
    expect(await eventsOf(rig, id)).toHaveLength(1);
    expect(await answersTo(rig, 'standard-carrier', id)).toHaveLength(1);
  }
});

test('a crash anywhere before the commit leaves a document as it was, takes no control number, and it can be done again', async () => {
  const { db } = rig.context;
  const id = await rig.leave('standard-3pl', under('000000401', sample('standard-3pl', '945-complete')));
  const numbers = () => db.system('control_number').where({ org_id: rig.orgs['standard-3pl'] }).orderBy('kind');
  const before = await numbers();
  // Ids are taken all along the way, eight of them: from the first row of the envelopes to the last one of the 997.
  for (let place = 1; place <= 8; place += 1) {
    let made = 0;
    const newId = () => {
      made += 1;
      if (made === place) throw new Error('power cut');
      return rig.context.newId();
    };
    // Each crash is taken for the first one: after a few the document would be set aside.
    await db.system('translation_try').del();
    await expect(translate({ ...rig.context, newId }, [id])).rejects.toThrow('1 of 1 documents');
    expect(await documentRow(rig, id)).toMatchObject({ state: 'received', outcome: 'processing', headline: null });
    for (const table of [
      'interchange',
      'functional_group',
      'transaction_set',
      'event',
      'interchange_seen',
      'business_key',
      'ladder_rung',
    ])
      expect([table, await db.system(table).where({ document_id: id })]).toEqual([table, []]);
    expect(await answersTo(rig, 'standard-3pl', id)).toEqual([]);
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'running' });
    expect(await numbers()).toEqual(before);
    expect(await db.system('wake_up').where({ topic: 'translate', key: id })).toHaveLength(1);
  }
  await translate(rig.context, [id]);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'translated' });
  expect(await answersTo(rig, 'standard-3pl', id)).toHaveLength(1);
});

test('a document that cannot be translated holds up none of those that came with it', async () => {
  const text = sample('standard-carrier', '990-accept');
  const ids = [
    await rig.leave('standard-carrier', under('000000501', text)),
    await rig.leave('standard-carrier', under('000000502', sample('standard-carrier', '214-departed'))),
    await rig.leave('standard-carrier', under('000000503', text)),
  ];
  const { tradeRules } = rig.context.catalog;
  const broken = (set: string): never => {
    throw new Error(`a fault of ours in the ${set}`);
  };
  const get = (set: string) => (set === '214' ? broken(set) : tradeRules.get(set));
  const catalog: Catalog = { ...rig.context.catalog, tradeRules: Object.assign(new Map(tradeRules), { get }) };
  await expect(translate({ ...rig.context, catalog }, ids)).rejects.toThrow('1 of 3 documents');
  const states = [];
  for (const id of ids) states.push((await documentRow(rig, id)).state);
  expect(states).toEqual(['translated', 'received', 'translated']);
  await translate(rig.context, ids);
  expect(await documentRow(rig, ids[1]!)).toMatchObject({ state: 'translated' });
});

test('hints about documents that are not there are cleared away', async () => {
  const nobody = rig.context.newId();
  await rig.context.db.system('wake_up').insert({ topic: 'translate', key: nobody });
  await translate(rig.context, [nobody]);
  expect(await rig.context.db.system('wake_up').where({ key: nobody })).toEqual([]);
});

test('a key that cannot be opened stops Odoo and not the acknowledgement', async () => {
  const noKey = () => {
    throw new Error('no such key');
  };
  // Another database object: connections are remembered by it.
  const context = { ...rig.context, db: { ...rig.context.db }, secrets: { ...rig.context.secrets, open: noKey } };
  const id = await rig.leave('standard-carrier', under('000000601', sample('standard-carrier', '990-accept')));
  await translate(context, [id]);
  expect(await answersTo(rig, 'standard-carrier', id)).toHaveLength(1);
});

test('what translations did is chained in the audit', async () => {
  expect(await sealAudit(rig.context.db.system, 100_000)).toBeGreaterThan(0);
  expect(await rig.context.db.system('audit_entry').whereNull('hash')).toEqual([]);
});

function at(data: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], data);
}

const plain = (place: string) => place.replace(/\..*$/, '');

/** Segment and element that hold a byte, found without our reader: `W12-03`. */
function placeOf(text: string, offset: number): string {
  const start = text.lastIndexOf('~', offset - 1) + 1;
  const before = text.slice(start, offset).trimStart();
  const id = /^\w+/.exec(text.slice(start).trimStart())![0];
  return `${id}-${String(before.split('*').length - 1).padStart(2, '0')}`;
}
