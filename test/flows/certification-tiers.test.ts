import { afterAll, beforeAll, expect, it } from 'vitest';
import { carrierSays } from '../../services/cli/scripted-partner/carrier.ts';
import { warehouseSays } from '../../services/cli/scripted-partner/warehouse.ts';
import type { Scenario } from '../../services/domain/certification/scenario.ts';
import { advanceRun } from '../../services/flows/certification/advance.ts';
import { confirmCollected } from '../../services/flows/confirm-pick-up.ts';
import { scenarioPacks } from '../../services/library/scenario-packs.ts';
import { framesOf } from '../../services/store/scenario-runs.ts';
import { troubleSays } from '../support/scripted-trouble.ts';
import { type CertificationRig, certificationRig } from './certification-rig.ts';
import type { Profile } from './rig.ts';

// The tiers beside must, and the tests of what is seldom agreed: a scripted partner passes every scenario of the X12 packs, so that none asks for what the hub does
// otherwise. Those that partners must pass are played over real channels by the journeys.

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
}, 120_000);
afterAll(() => of.rig.close());

const isFreight = ({ pack }: Scenario) => pack === 'Motor freight';
/** Must be passed, where their documents are agreed. */
const seldom = new Set(['lading-issued', 'advice-accepted', 'purchase-order', 'purchase-answer', 'invoice-services']);
const scenarios = [...scenarioPacks().values()].filter(
  ({ id, tier, pack }) =>
    (tier === 'should' || tier === 'resilience' || seldom.has(id)) && pack !== 'REST and webhooks',
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

/** What an event of ours becomes; a 940 unless said here. */
const setOf: Readonly<Record<string, string>> = {
  'shipment.tendered.v1': '204',
  'receipt.expected.v1': '943',
  'bill-of-lading.issued.v1': '211',
  'purchase-order.answered.v1': '855',
};

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
        const set = setOf[sent.event] ?? '940';
        await fetchAll(profile);
        await of.acknowledge(profile, await of.sent(profile, run.number, set), frame.as === 'rejected' ? 'R' : 'A');
      } else {
        const turn = { scenario: scenario.id, frame: frame.id, number: run.number };
        const usual = { ...turn, scac: 'BHFT', control: 1 };
        const { functional, segments, change } = seldom.has(scenario.id)
          ? { ...(isFreight(scenario) ? carrierSays : warehouseSays)(usual), change: undefined }
          : troubleSays(turn);
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
