import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CertificationRig, certificationRig } from './certification-rig.ts';

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
});
afterAll(() => of.rig.close());

const carrier = 'standard-carrier';
const answer = (number: string, code: string, scac = 'BHFT') => [
  'ST*990*0001',
  `B1*${scac}*${number}*20260302*${code}`,
];

describe('a run of a scenario', () => {
  it('sends over the way of the partner, and passes by what the partner sends', async () => {
    const run = await of.start(carrier, 'tender-accept');
    expect((await of.stateOf(run.id)).frames).toMatchObject({ tender: 'passed', receipt: 'awaited', answer: 'later' });
    await of.acknowledge(carrier, await of.sent(carrier, run.number, '204'));
    await of.advance(run.id);
    expect((await of.stateOf(run.id)).frames).toMatchObject({ receipt: 'passed', answer: 'awaited' });
    await of.bring(carrier, 'GF', answer(run.number, 'A'));
    await of.advance(run.id);
    expect(await of.stateOf(run.id)).toMatchObject({ state: 'passed', reason: null });
    expect(await of.standing(carrier, 'inbound/990', 'tender-accept')).toMatchObject({ state: 'open' });
    expect(await of.rig.context.db.system('exception_case').where({ environment: 'sandbox' })).toEqual([]);
  });

  it('fails with the exact reason, the segment and the bytes', async () => {
    const run = await of.start(carrier, 'tender-accept');
    await of.acknowledge(carrier, await of.sent(carrier, run.number, '204'));
    await of.bring(carrier, 'GF', answer(run.number, 'D'));
    await of.advance(run.id);
    const { state, reason } = await of.stateOf(run.id);
    expect(state).toBe('failed');
    expect(reason).toContain('declined');
  });
});
