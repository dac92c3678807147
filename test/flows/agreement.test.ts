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
  without,
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
    ['for another receiver', changed('*NORTHGATE      *', '*SOUTHGATE      *'), 'agreement.receiver-unknown', '009'],
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
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'rejected',
      headline: expect.stringMatching(/^Rejected as a whole: /),
    });
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
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'rejected',
      headline: expect.stringMatching(/^The transaction set is not among the documents agreed/),
    });
  });

  test.each([
    ['is not known at all', '948', 'AK5*R*1'],
    ['belongs into another group', '947', 'AK5*R*5*6'],
  ])('and %s is rejected', async (_, code, answered) => {
    const id = await rig.bring('standard-3pl', fresh(complete.replace('ST*945*', `ST*${code}*`)));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK5')).toEqual([answered]);
    expect(await eventsOf(rig, id)).toEqual([]);
  });

  test('any more is refused from then on, and taken again when it is agreed again', async () => {
    const agree = await rig.configure('standard-carrier', without('990'));
    const refused = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '990-accept')));
    expect(await eventsOf(rig, refused)).toEqual([]);
    await agree();
    const taken = await rig.bring('standard-carrier', fresh(sample('standard-carrier', '990-accept')));
    expect(await eventsOf(rig, taken)).toHaveLength(1);
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
      headline: expect.stringMatching(/^0 of 1 applied in Odoo, 1 of 2 interchanges rejected: ./),
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
      headline: expect.stringMatching(/^0 of 1 applied in Odoo, 1 of 2 sets rejected: ./),
    });
    await rig.work();
    expect(await documentRow(rig, id)).toMatchObject({
      outcome: 'rejected',
      headline: expect.stringMatching(/^1 of 1 applied in Odoo, 1 of 2 sets rejected: ./),
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

test('an accepted set that nothing could be made of becomes a case', async () => {
  await rig.configure('standard-3pl', without('997'));
  const id = await rig.bring('standard-3pl', fresh(sample('standard-3pl', '997-accepted')));
  expect(await casesAbout(rig, { document_id: id })).toMatchObject([
    { fingerprint: 'mapping.none/997', state: 'open' },
  ]);
  expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
});
