import { afterAll, beforeAll, expect, test } from 'vitest';
import { drain } from '../../services/flows/drain.ts';
import { watch } from '../../services/flows/watch.ts';
import { manyReplies } from '../fault/extreme-documents.ts';
import { casesAbout, deliveriesOf, documentRow, type FlowRig, flowRig, ladderOf } from './rig.ts';

// Documents of many deliveries, each in a lane of its own, that end at the same time. The loads are not known in Odoo: every one is refused, and is a case.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

/** Works off all lanes of a document, eight at a time, as a worker does. */
async function workOff(id: string): Promise<void> {
  const lanes = (await deliveriesOf(rig, id)).map(({ lane }) => lane as string);
  const next = lanes.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const lane of next) await drain(rig.context, lane);
    }),
  );
}

test('refusals in many lanes at once do not wait for each other in a circle', { timeout: 900_000 }, async () => {
  const id = await rig.bring('standard-carrier', manyReplies(60).toString('latin1'));
  await workOff(id);
  expect(new Set((await deliveriesOf(rig, id)).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
    new Set(['refused 1']),
  );
  expect(rig.log).toEqual([]);
  expect(await documentRow(rig, id)).toMatchObject({
    outcome: 'attention',
    headline: expect.stringMatching(/^60 not accepted by Odoo: Odoo has no transfer LOAD-\d+-0001$/),
  });
  expect(await rig.context.db.system('stale_document')).toEqual([]);
});

test('how a document of more than 200 stands is worked out by the watch, once for all that has come to its end by then', {
  timeout: 900_000,
}, async () => {
  const id = await rig.bring('standard-carrier', manyReplies(210).toString('latin1'));
  await workOff(id);
  expect(rig.log).toEqual([]);
  expect(await casesAbout(rig, { document_id: id, state: 'open' })).toHaveLength(210);
  expect(await documentRow(rig, id)).toMatchObject({ outcome: 'processing', headline: '0 of 210 applied in Odoo' });
  const moves = rig.context.moves.length;
  await Promise.all([watch(rig.context), watch(rig.context)]);
  expect(await documentRow(rig, id)).toMatchObject({
    outcome: 'attention',
    headline: expect.stringMatching(/^210 not accepted by Odoo: Odoo has no transfer LOAD-\d+-0001$/),
  });
  expect(await ladderOf(rig, id)).toMatchObject({ odoo: 'failed' });
  expect(rig.context.moves.slice(moves)).toContain(id);
  expect(await rig.context.db.system('stale_document')).toEqual([]);
});
