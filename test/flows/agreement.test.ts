import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answersTo,
  casesAbout,
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

// Documents that the agreement or the standard refuses, wholly or in part.

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
const findingsOf = async (id: string, table = 'interchange') =>
  (await rig.context.db.system(table).where({ document_id: id }).orderBy('id')).flatMap((row) =>
    (row.findings as { code: string }[]).map(({ code }) => code),
  );

describe('an interchange that nothing may be made of', () => {
  const changed = (from: string, to: string) => complete.replace(from, to);
  const cases = [
    ['of an unknown sender', changed('*QUAYSIDE       *ZZ', '*SOMEBODY       *ZZ'), 'agreement.sender-unknown', '006'],
    [
      'under another qualifier',
      changed('*ZZ*QUAYSIDE       *', '*01*QUAYSIDE       *'),
      'agreement.sender-unknown',
      '006',
    ],
    ['for another receiver', changed('*NORTHGATE      *', '*SOUTHGATE      *'), 'agreement.receiver-unknown', '008'],
    ['of the test', changed('*0*P*>', '*0*T*>'), 'agreement.usage-mismatch', '020'],
  ] as const;
  test.each(cases)('%s is answered with a TA1 that says so, and with nothing else', async (_what, text, code, note) => {
    const id = await rig.bring('standard-3pl', fresh(text));
    expect(await findingsOf(id)).toEqual([code]);
    expect(await eventsOf(rig, id)).toEqual([]);
    const [answer, ...more] = await answersTo(rig, 'standard-3pl', id);
    expect(more).toEqual([]);
    expect(answer!.sets).toEqual(['TA1']);
    expect(picked(answer!.text, 'TA1')).toEqual([`TA1*000000${control}*260303*0910*R*${note}`]);
    expect(await ladderOf(rig, id)).toEqual({ transport: 'done', ta1: 'failed' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'rejected', headline: 'Rejected as a whole' });
    const sets = await rig.context.db.system('transaction_set').where({ document_id: id });
    expect(sets.map((set) => set.status)).toEqual(['R']);
  });

  test('that belongs to another partner is refused, whoever hands it in', async () => {
    const id = await rig.bring('standard-3pl', fresh(sample('standard-carrier', '990-accept')));
    expect(await findingsOf(id)).toEqual(['agreement.sender-unknown']);
    expect(await eventsOf(rig, id)).toEqual([]);
  });
});

describe('a set that was not agreed', () => {
  test('is rejected in the 997 with AK502 1, and nothing is made of it', async () => {
    const text = sample('standard-carrier', '214-departed')
      .replace('*02*BHFT           *', '*ZZ*QUAYSIDE       *')
      .replace('GS*QM*BHFT*', 'GS*QM*QUAYSIDE*');
    const id = await rig.bring('standard-3pl', fresh(text));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK5', 'AK9')).toEqual(['AK5*R*1', 'AK9*R*1*1*0']);
    expect(await findingsOf(id, 'transaction_set')).toEqual(['agreement.set-not-agreed']);
    expect(await eventsOf(rig, id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'rejected', headline: '1 of 1 sets rejected' });
  });

  test('and is not known at all is rejected the same way', async () => {
    const id = await rig.bring('standard-3pl', fresh(complete.replace('ST*945*', 'ST*947*')));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK5')[0]).toMatch(/^AK5\*R\*[16]/);
    expect(await eventsOf(rig, id)).toEqual([]);
  });

  test('any more is refused from then on, and taken again when it is agreed again', async () => {
    const agreement = { org_id: rig.orgs['standard-carrier'], environment: 'production', set_code: '990' };
    const set = async (active: boolean) => {
      await rig.context.db.system('agreement').where(agreement).update({ active });
      rig.context.pass(3001);
    };
    await set(false);
    const refused = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '990-accept')));
    expect(await eventsOf(rig, refused)).toEqual([]);
    await set(true);
    const taken = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '990-accept')));
    expect(await eventsOf(rig, taken)).toHaveLength(1);
  });
});

describe('an interchange control number', () => {
  const again = (text: string) => text.replace('SHP-70001', 'SHP-79999');

  test('that was used before is answered TA1 025, and nothing is applied again', async () => {
    const first = under('000000801', complete);
    const taken = await rig.bring('standard-3pl', first);
    const id = await rig.bring('standard-3pl', again(first));
    expect(id).not.toBe(taken);
    expect(await eventsOf(rig, id)).toEqual([]);
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'TA1', 'AK1')).toEqual(['TA1*000000801*260303*0910*R*025']);
    const [row] = await rig.context.db.system('interchange').where({ document_id: id });
    expect(row.findings[0]).toMatchObject({ code: 'agreement.interchange-duplicate', said: '000000801' });
    expect(row.findings[0].expected).toContain(taken);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'rejected' });
  });

  test('of a rejected interchange may come again, corrected', async () => {
    const text = under('000000802', complete);
    const refused = await rig.bring('standard-3pl', text.replace('*NORTHGATE      *', '*SOUTHGATE      *'));
    expect(await documentRow(rig, refused)).toMatchObject({ outcome: 'rejected' });
    const corrected = await rig.bring('standard-3pl', text);
    expect(await eventsOf(rig, corrected)).toHaveLength(1);
  });

  test('that comes twice at the same moment is taken once', async () => {
    const text = under('000000803', complete);
    const ids = await Promise.all(
      [1, 2, 3, 4].map((n) => rig.bring('standard-3pl', text.replace('SHP-70001', `SHP-8000${n}`))),
    );
    const events = await Promise.all(ids.map((id) => eventsOf(rig, id)));
    expect(events.flat()).toHaveLength(1);
  });

  test('twice in one document counts for the first that can be taken', async () => {
    const text = under('000000804', complete);
    const refused = text.replace('*NORTHGATE      *', '*SOUTHGATE      *');
    const id = await rig.bring('standard-3pl', refused + again(text) + text);
    const rows = await rig.context.db.system('interchange').where({ document_id: id }).orderBy('ordinal');
    expect(rows.map((row) => row.findings.map((finding: { code: string }) => finding.code))).toEqual([
      ['agreement.receiver-unknown'],
      [],
      ['agreement.interchange-duplicate'],
    ]);
    expect(await eventsOf(rig, id)).toHaveLength(1);
  });

  test('is another one in the other environment and for another partner, and free again after a year', async () => {
    const text = under('000000805', complete);
    await rig.bring('standard-3pl', text);
    const test = await rig.bring('standard-3pl', text.replace('*0*P*>', '*0*T*>'), 'sandbox');
    expect(await eventsOf(rig, test)).toHaveLength(1);
    const carrier = await rig.bring('standard-carrier', under('000000805', sample('standard-carrier', '990-accept')));
    expect(await eventsOf(rig, carrier)).toHaveLength(1);
    rig.context.pass(366 * 86_400_000);
    const next = await rig.bring('standard-3pl', again(text));
    expect(await eventsOf(rig, next)).toHaveLength(1);
  });
});

describe('half a document is good', () => {
  test('of two interchanges the good one is applied and each gets its own answer', async () => {
    const bad = fresh(complete.replace('*NORTHGATE      *', '*SOUTHGATE      *'));
    const good = fresh(complete);
    const id = await rig.bring('standard-3pl', `${bad}\r\n${good}`);
    expect((await eventsOf(rig, id)).map((event) => event.subject)).toEqual(['WH/OUT/00001']);
    const answers = await answersTo(rig, 'standard-3pl', id);
    expect(answers.map((answer) => answer.sets)).toEqual([['TA1'], ['997']]);
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'failed', 'functional-ack': 'done', odoo: 'pending' });
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'processing',
      headline: '1 of 2 interchanges rejected, 0 of 1 applied in Odoo',
    });
  });

  test('of two sets the good one is applied and the 997 says P', async () => {
    const id = await rig.bring('standard-3pl', fresh(sample('standard-3pl', '945-two-sets-one-bad')));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK2', 'AK5', 'AK9')).toEqual([
      'AK2*945*0001',
      'AK5*A',
      'AK2*945*0002',
      'AK5*R*5',
      'AK9*P*2*2*1',
    ]);
    expect(answer!.headline).toBe('997: accepted in part');
    expect(await deliveriesOf(rig, id)).toMatchObject([{ subject: 'WH/OUT/00005', state: 'pending' }]);
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'processing',
      headline: '1 of 2 sets rejected, 0 of 1 applied in Odoo',
    });
    await rig.work();
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'rejected',
      headline: '1 of 2 sets rejected, 1 of 1 applied in Odoo',
    });
  });

  test('what stands beside a good interchange and cannot be read is a matter for a person', async () => {
    const id = await rig.bring('standard-3pl', `${fresh(complete)}<html>Bad gateway</html>`);
    expect(await eventsOf(rig, id)).toHaveLength(1);
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'attention',
      headline: 'Part of it could not be read, 0 of 1 applied in Odoo',
    });
  });
});

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
  timeout: 90_000,
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

test('an accepted set that nothing could be made of becomes a case', async () => {
  await rig.context.db
    .system('agreement')
    .where({ org_id: rig.orgs['standard-carrier'], environment: 'production', set_code: '990' })
    .update({ mapping: 'nowhere.yaml' });
  rig.context.pass(3001);
  const id = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '990-accept')));
  expect(await casesAbout(rig, { document_id: id })).toMatchObject([
    { fingerprint: 'mapping.none/990', state: 'open' },
  ]);
  expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
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
  expect(set.findings).toMatchObject([{ code: 'x12.element.character', segment: 'N1', said: 'Lark\ufffdfield' }]);
  const [answer] = await answersTo(rig, 'standard-3pl', id);
  expect(picked(answer!.text, 'AK4', 'AK5')).toEqual(['AK4*2*93*6', 'AK5*R*5']);
});
