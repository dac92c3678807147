import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answersTo,
  deliveriesOf,
  documentRow,
  eventsOf,
  type FlowRig,
  flowRig,
  ladderOf,
  picked,
  sample,
  under,
} from './rig.ts';

// Documents that are none, are very large, or hold what text cannot.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const complete = sample('standard-3pl', '945-complete');
let control = 700;
/** The text under a control number that was not used yet. */
const fresh = (text: string) => {
  control += 1;
  return under(String(control).padStart(9, '0'), text);
};

test('what is no X12 at all is refused, with a finding that says what it is', async () => {
  for (const [text, code] of [
    ['', 'x12.document.empty'],
    ['<!doctype html><html></html>', 'x12.document.html'],
    ["UNB+UNOA:1+A+B+260303:0910+1'", 'x12.document.edifact'],
    ['ISA*00*          *00*     ', 'x12.interchange.header-incomplete'],
    ['\x00\x01\x02\xff\xfe\x00', 'x12.document.binary'],
  ] as const) {
    const id = await rig.bring('standard-3pl', text);
    const row = await documentRow(rig, id);
    expect([code, row.findings.map((finding: { code: string }) => finding.code)]).toEqual([code, [code]]);
    expect(row).toMatchObject({ state: 'unreadable', outcome: 'rejected', headline: 'Not an X12 document' });
    expect(await ladderOf(rig, id)).toEqual({ transport: 'done', 'functional-ack': 'not-expected' });
    expect(await answersTo(rig, 'standard-3pl', id)).toEqual([]);
  }
});

test('5,000 sets in one document are read, written, tied to what they answer and acknowledged in one go', {
  timeout: 900_000,
}, async () => {
  const [header, group, ...rest] = fresh(sample('standard-carrier', '990-accept')).split('\n');
  const sets = Array.from({ length: 5000 }, (_, n) => {
    const number = String(n + 1).padStart(4, '0');
    return rest.slice(0, 4).join('\n').replaceAll('0001~', `${number}~`).replace('WH/OUT/00001', `LOAD-${number}`);
  });
  const text = [header, group, ...sets, 'GE*5000*206~', rest[5]].join('\n');
  const id = await rig.bring('standard-carrier', text);
  expect(await documentRow(rig, id)).toMatchObject({
    state: 'translated',
    sets: [{ code: '990', count: 5000 }],
    headline: '0 of 5000 applied in Odoo',
  });
  const deliveries = await deliveriesOf(rig, id);
  expect(new Set(deliveries.map((delivery) => delivery.lane)).size).toBe(5000);
  expect(deliveries.map((delivery) => delivery.subject).slice(0, 2)).toEqual(['LOAD-0001', 'LOAD-0002']);
  const [answer] = await answersTo(rig, 'standard-carrier', id);
  expect(picked(answer!.text, 'AK9')).toEqual(['AK9*A*5000*5000*5000']);
  expect(picked(answer!.text, 'AK5')).toHaveLength(5000);
});

test('Latin-1 stays what it is, from the bytes to the event', async () => {
  const text = fresh(complete).replace('Larkfield Sports', 'Caf\xe9 Sports');
  const id = await rig.bring('standard-3pl', text);
  const raw = await rig.context.db.system('document_raw').where({ document_id: id }).first();
  expect((raw.content as Buffer).toString('latin1')).toBe(text);
  const [event] = await eventsOf(rig, id);
  expect(event.data.parties[0].name).toBe('Café Sports');
});

test('a zero byte, which Postgres cannot keep in text, is a finding, and the document is kept as it came', async () => {
  const text = fresh(complete).replace('Larkfield Sports', 'Lark\x00field');
  const id = await rig.bring('standard-3pl', text);
  const raw = await rig.context.db.system('document_raw').where({ document_id: id }).first();
  expect((raw.content as Buffer).toString('latin1')).toBe(text);
  const [set] = await rig.context.db.system('transaction_set').where({ document_id: id });
  expect(set.findings).toMatchObject([{ code: 'x12.element.character', segment: 'N1', received: 'Lark\ufffdfield' }]);
  const [answer] = await answersTo(rig, 'standard-3pl', id);
  expect(picked(answer!.text, 'AK4', 'AK5')).toEqual(['AK4*2*93*6', 'AK5*R*5']);
});
