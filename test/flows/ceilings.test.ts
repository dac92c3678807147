import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../services/flows/context.ts';
import { translate } from '../../services/flows/translate.ts';
import { emptyInterchanges, manyReplies, manyStatuses } from '../fault/extreme-documents.ts';
import { answersTo, documentRow, eventsOf, type FlowRig, flowRig, ladderOf, picked } from './rig.ts';

let rig: FlowRig;
let context: Context;
beforeAll(async () => {
  rig = await flowRig();
  context = {
    ...rig.context,
    limits: { ...rig.context.limits, interchanges: 3, sets: 4, events: 5, largeBytes: 10_000_000 },
  };
});
afterAll(() => rig.close());

async function bring(bytes: Buffer): Promise<string> {
  const id = await rig.leave('standard-carrier', bytes.toString('latin1'));
  await translate(context, [id]);
  return id;
}

const rowsOf = async (table: string, id: string) => rig.context.db.system(table).where({ document_id: id });

test.each([
  { what: 'interchanges', bytes: emptyInterchanges(4), most: '3 interchanges' },
  { what: 'transaction sets', bytes: manyReplies(5), most: '4 transaction sets' },
  { what: 'events', bytes: manyStatuses(6), most: '5 events' },
])(
  'a document of more $what than the ceiling is refused as a whole, and its sender is told',
  async ({ bytes, most }) => {
    const id = await bring(bytes);
    expect(await documentRow(rig, id)).toMatchObject({
      state: 'translated',
      outcome: 'rejected',
      headline: expect.stringMatching(`^Rejected as a whole: The document holds more than ${most},`),
      sets: [],
      finding_counts: { guide: 1, standard: 0, business: 0, note: 0 },
    });
    expect(await rowsOf('interchange', id)).toMatchObject([
      {
        status: 'R',
        findings: [
          {
            code: 'document.too-many',
            expected: `at most ${most}`,
            explanation: expect.stringMatching(new RegExp(`more than ${most}.*Nothing of it was used.*Split the file`)),
          },
        ],
      },
    ]);
    for (const table of ['functional_group', 'transaction_set', 'interchange_seen', 'business_key'])
      expect([table, await rowsOf(table, id)]).toEqual([table, []]);
    expect(await eventsOf(rig, id)).toEqual([]);
    const [ta1, ...others] = await answersTo(rig, 'standard-carrier', id);
    expect(others).toEqual([]);
    expect(picked(ta1!.text, 'TA1')[0]).toMatch(/\*R\*024$/);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', ta1: 'failed' });
    expect(await rig.context.db.system('wake_up').where({ key: id })).toEqual([]);
  },
);

test('a document that just reaches the ceilings is taken, and so is one above them when the operator allows more', async () => {
  for (const bytes of [emptyInterchanges(3), manyReplies(4), manyStatuses(5)])
    expect(await documentRow(rig, await bring(bytes))).toMatchObject({
      state: 'translated',
      finding_counts: { guide: expect.any(Number), standard: 0 },
    });
  const id = await rig.leave('standard-carrier', manyReplies(5).toString('latin1'));
  await translate(rig.context, [id]);
  expect(await eventsOf(rig, id)).toHaveLength(5);
});

test('10,000 interchanges are translated and answered one by one where the ceiling allows them', {
  timeout: 900_000,
}, async () => {
  const id = await rig.leave(
    'standard-carrier',
    emptyInterchanges(10_000).toString('latin1').replaceAll('*0*P*>', '*1*P*>'),
  );
  await translate({ ...context, limits: { ...context.limits, interchanges: 100_000 } }, [id]);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'translated' });
  expect(await rowsOf('interchange', id)).toHaveLength(10_000);
  expect(await answersTo(rig, 'standard-carrier', id)).toHaveLength(10_000);
});

test('an event larger than the ceiling refuses its document as a whole, and one that just reaches it is kept', async () => {
  const bytes = manyStatuses(1);
  const one = await bring(bytes);
  const [event] = await eventsOf(rig, one);
  const size = Buffer.byteLength(JSON.stringify(event.data)) + Buffer.byteLength(JSON.stringify(event.provenance));
  const under = { ...context, limits: { ...context.limits, eventBytes: size } };
  const kept = await rig.leave('standard-carrier', manyStatuses(1).toString('latin1'));
  await translate(under, [kept]);
  expect(await eventsOf(rig, kept)).toHaveLength(1);

  const id = await rig.leave('standard-carrier', manyStatuses(1).toString('latin1'));
  await translate({ ...under, limits: { ...under.limits, eventBytes: size - 1 } }, [id]);
  expect(await documentRow(rig, id)).toMatchObject({
    outcome: 'rejected',
    headline: expect.stringMatching(/^Rejected as a whole: An event made of the 214 0001 takes \d+ KB/),
  });
  const [interchange] = await rowsOf('interchange', id);
  expect(interchange.findings).toMatchObject([
    {
      code: 'document.event-too-large',
      explanation: expect.stringMatching(/made of the 214 0001 takes \d+ KB.*Split the set/),
    },
  ]);
  expect(await eventsOf(rig, id)).toEqual([]);
  const [ta1] = await answersTo(rig, 'standard-carrier', id);
  expect(picked(ta1!.text, 'TA1')[0]).toMatch(/\*R\*024$/);
});
