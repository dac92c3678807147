import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersTo, documentRow, eventsOf, type FlowRig, flowRig, picked, sample, under } from './rig.ts';

// Interchange control numbers that come again.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const complete = sample('standard-3pl', '945-complete');
let control = 700;
/** The text under a control number that was not used yet. */
const _fresh = (text: string) => {
  control += 1;
  return under(String(control).padStart(9, '0'), text);
};

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
    expect(row.findings[0]).toMatchObject({ code: 'agreement.interchange-duplicate', received: '000000801' });
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
