import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scenario } from '../../services/domain/certification/scenario.ts';
import { advanceRun } from '../../services/flows/certification/advance.ts';
import { confirmCollected } from '../../services/flows/confirm-pick-up.ts';
import { scenarioPacks } from '../../services/library/scenario-packs.ts';
import { framesOf } from '../../services/store/scenario-runs.ts';
import { troubleSays } from '../support/scripted-trouble.ts';
import { type CertificationRig, certificationRig } from './certification-rig.ts';
import type { Profile } from './rig.ts';

// The tiers beside must: a scripted partner passes every scenario of the X12 packs, so that none asks for what the hub does otherwise.

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
}, 120_000);
afterAll(() => of.rig.close());

const isFreight = ({ pack }: Scenario) => pack === 'Motor freight';
const scenarios = [...scenarioPacks().values()].filter(
  ({ tier, pack }) => (tier === 'should' || tier === 'resilience') && pack !== 'REST and webhooks',
);

/** The partner takes what waits in its mailbox. */
async function fetchAll(profile: Profile): Promise<void> {
  const { context, orgs } = of.rig;
  const waiting = await context.db
    .system('document')
    .where({ org_id: orgs[profile], environment: 'sandbox', direction: 'out', state: 'ready' })
    .select<{ id: string }[]>('id');
  const by = { actor: 'test', at: context.now() };
  for (const { id } of waiting)
    await context.db.system.transaction((tx) =>
      confirmCollected(context, tx, { orgId: orgs[profile], documentId: id }, by),
    );
}

/** Plays a run as far as it goes. @returns its state, and the reason where it did not pass */
async function play(scenario: Scenario): Promise<string> {
  const profile = isFreight(scenario) ? 'standard-carrier' : 'standard-3pl';
  const { system } = of.rig.context.db;
  const run = await of.start(profile, scenario.id);
  const answered = new Set<string>();
  for (let turn = 0; turn < 40; turn += 1) {
    const { state, reason } = await of.stateOf(run.id);
    if (state !== 'open') return state === 'passed' ? 'passed' : `${state}: ${reason}`;
    const row = (await framesOf(system, [run.id])).find((one) => one.state === 'awaited')!;
    const frame = scenario.frames.find(({ id }) => id === row.frame)!;
    if (frame.by === 'partner' && !answered.has(frame.id)) {
      answered.add(frame.id);
      if (frame.does === 'keeps-silent')
        await system('scenario_frame')
          .where({ run_id: run.id, frame: frame.id })
          .update({ due_at: new Date(of.rig.context.now().getTime() - 1000) });
      else if (frame.does === 'acknowledges') {
        const sent = scenario.frames.find(({ id }) => id === frame.frame)!;
        if (sent.does !== 'sends' || sent.by !== 'hub') return `nothing is acknowledged by ${frame.id}`;
        const set = sent.event.startsWith('shipment') ? '204' : sent.event.startsWith('receipt') ? '943' : '940';
        await fetchAll(profile);
        await of.acknowledge(profile, await of.sent(profile, run.number, set), frame.as === 'rejected' ? 'R' : 'A');
      } else {
        const { functional, segments, change } = troubleSays({
          ...{ scenario: scenario.id, frame: frame.id, number: run.number },
        });
        await of.bring(profile, functional, segments, change);
      }
    }
    of.rig.context.pass(1000);
    await of.translateAll();
    await of.advance(run.id);
    await advanceRun(of.rig.context, run.id);
  }
  const { frames } = await of.stateOf(run.id);
  return `stands still: ${JSON.stringify(frames)}`;
}

it.each(scenarios.map((one) => [one.id, one] as const))(
  '%s is passed by whoever does what it says',
  async (_id, one) => {
    expect(await play(one)).toBe('passed');
  },
);
