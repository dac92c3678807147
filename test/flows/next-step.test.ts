import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepOf } from '../../services/domain/next-step.ts';
import { readMessage } from '../../services/store/read/message.ts';
import { readStepFacts } from '../../services/store/read/steps.ts';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { type FlowRig, picked, sample } from './rig.ts';

// The first line about a document, as the list and the top of the document say it.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(8);
  rig = out.rig;
  await out.look();
});
afterAll(() => rig.close());

const stepFor = async (id: string, side: 'team' | 'partner' = 'team') => {
  const facts = await rig.context.db.screens('*', (tx) => readStepFacts(tx, [id]));
  return stepOf(facts.get(id)!, side);
};
const rungOf = async (id: string, name: string) => {
  const message = await rig.context.db.screens('*', (tx) =>
    readMessage(tx, id, { offset: 0, limit: 10 }, { side: 'team' }),
  );
  return message?.ladder.find(({ rung }) => rung === name);
};
const groupOf = (text: string) => picked(text, 'GS')[0]!.split('*')[6]!;
const acknowledgement = (group: string, status: 'A' | 'E' | 'R') =>
  out.fresh(
    sample('standard-3pl', '997-accepted', {
      'AK1*OW*1~': `AK1*OW*${group}~`,
      'AK5*A~': `AK5*${status}${status === 'A' ? '' : '*5'}~`,
      'AK9*A*1*1*1~': `AK9*${status}*1*1*${status === 'R' ? 0 : 1}~`,
    }),
  );

test('a 997 that rejects says what it rejects, and so does the document that it rejects', async () => {
  const [order] = await out.orders('WH/OUT/00001');
  expect(await stepFor(order!.id)).toMatchObject({ state: 'waiting', turn: 'theirs' });
  expect(await stepFor(order!.id, 'partner')).toMatchObject({ state: 'waiting', turn: 'yours' });
  const no = await rig.bring('standard-3pl', acknowledgement(groupOf(order!.text), 'R'));
  expect(await stepFor(no)).toMatchObject({
    ...{ state: 'refusal', turn: 'yours' },
    reason: 'Rejects 940 WH/OUT/00001: 940 0001 (5: segments in error)',
  });
  expect(await stepFor(order!.id)).toMatchObject({
    ...{ state: 'attention', turn: 'yours', next: 'Correct what they name, then resend or reissue it.' },
    reason: expect.stringContaining('940 0001 (5: segments in error)'),
  });
  expect(await stepFor(order!.id, 'partner')).toMatchObject({ state: 'attention', turn: 'theirs' });
  expect(await rungOf(order!.id, 'functional-ack')).toMatchObject({ state: 'failed', verdict: 'rejected' });

  const yes = await rig.bring('standard-3pl', acknowledgement(groupOf(order!.text), 'A'));
  expect(await stepFor(yes)).toMatchObject({ state: 'done', turn: 'nobody' });
  // What the first one said stays said, and waits for nobody any more.
  expect(await stepFor(no)).toMatchObject({ state: 'refusal', turn: 'nobody' });
  expect(await rungOf(order!.id, 'functional-ack')).toMatchObject({ state: 'done', verdict: 'accepted' });
});

test('an acknowledgement that accepts with errors is not simply done, and neither is its rung', async () => {
  const [order] = await out.orders('WH/OUT/00002');
  const id = await rig.bring('standard-3pl', acknowledgement(groupOf(order!.text), 'E'));
  expect(await stepFor(id)).toMatchObject({
    ...{ state: 'findings', turn: 'nobody' },
    reason: 'Accepts with errors 940 WH/OUT/00002: 940 0001 (5: segments in error)',
  });
  expect(await rungOf(order!.id, 'functional-ack')).toMatchObject({ verdict: 'accepted-with-errors' });
});

test('a rejected document leads with its fault and the place of it, and its rung says that ours rejects it', async () => {
  const text = sample('standard-3pl', '945-complete').replace('*20260303*SHP', '*20261341*SHP');
  const id = await rig.bring('standard-3pl', out.fresh(text));
  const step = await stepFor(id);
  expect(step).toMatchObject({ state: 'rejected', turn: 'theirs', next: expect.stringContaining('told them') });
  expect(step.reason).toContain('W06');
  expect(step.finding).toBeDefined();
  expect(await stepFor(id, 'partner')).toMatchObject({ turn: 'yours', reason: step.reason });
  expect(await rungOf(id, 'functional-ack')).toMatchObject({ verdict: 'rejected' });
  const [answer] = await rig.context.db.system('document').where({ answers: id });
  expect(await stepFor(answer.id)).toMatchObject({ state: 'refusal', turn: 'theirs' });
});

test('a document that was taken and breaks a rule of the trade is not done', async () => {
  const id = await rig.bring('standard-3pl', out.fresh(sample('standard-3pl', '945-totals-wrong')));
  await rig.work();
  expect(await stepFor(id)).toMatchObject({
    ...{ state: 'findings', turn: 'theirs', reason: expect.stringContaining('SSCC') },
    finding: { start: expect.any(Number), end: expect.any(Number) },
  });
  expect(await stepFor(id, 'partner')).toMatchObject({ state: 'findings', turn: 'yours' });
});

test('what Odoo does not take says why, and that the team can try again', async () => {
  const id = await rig.bring('standard-3pl', out.fresh(sample('standard-3pl', '945-unit-cassette')));
  await rig.work();
  const step = await stepFor(id);
  expect(step).toMatchObject({ state: 'attention', turn: 'yours', next: expect.stringContaining('try again') });
  expect(step.reason).toContain('NG-LAMP is counted in CS');
  expect(await stepFor(id, 'partner')).toMatchObject({
    turn: 'theirs',
    reason: expect.stringMatching(/^Received; somebody at our side/),
  });
});

test('a document that is no X12 says what it is instead', async () => {
  const id = await rig.bring('standard-3pl', '%PDF-1.7 not a document');
  const { state, reason } = await stepFor(id);
  expect(state).toBe('rejected');
  expect(reason).toMatch(/^Not an X12 document: ./);
});
