import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChaosName } from '../../services/domain/certification/chaos.ts';
import { byteBudget } from '../../services/flows/byte-budget.ts';
import { setChaos } from '../../services/flows/certification/chaos.ts';
import { sweepRuns } from '../../services/flows/certification/keep-runs.ts';
import { lateByMs } from '../../services/flows/certification/trouble.ts';
import { openHost } from '../../services/flows/channel-host.ts';
import { openDoor } from '../support/context.ts';
import { by, type CertificationRig, certificationRig } from './certification-rig.ts';
import { answersTo, ladderOf, pickUp, sample, sentTo } from './rig.ts';

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
});
afterAll(() => of.rig.close());

const warehouse = 'standard-3pl';

describe('trouble that a partner asks for', () => {
  const set = (name: ChaosName, isOn: boolean) =>
    of.rig.context.db.system.transaction((tx) =>
      setChaos(of.rig.context, tx, { orgId: of.rig.orgs[warehouse], name, isOn }, by),
    );
  const outOf = async (id: string, environment: 'sandbox' | 'production') =>
    (await answersTo(of.rig, warehouse, id, environment))[0]!.id;

  it('loses our acknowledgements in its sandbox, and nowhere else', async () => {
    await set('lost-997', true);
    of.rig.context.pass(1001);
    const stray = () => ['ST*945*0001', 'W06*F*SOME-ORDER*20261123', 'SE*0*0'];
    const id = await of.bring(warehouse, 'SW', stray());
    const real = await of.rig.bring(warehouse, sample(warehouse, '945-complete'), 'production');
    const { system } = of.rig.context.db;
    expect(
      await system('document')
        .where({ id: await outOf(id, 'sandbox') })
        .first('state'),
    ).toEqual({ state: 'sent' });
    expect(await ladderOf(of.rig, await outOf(id, 'sandbox'))).toMatchObject({ transport: 'failed' });
    expect(
      await system('document')
        .where({ id: await outOf(real, 'production') })
        .first('state'),
    ).toEqual({ state: 'ready' });
    await set('lost-997', false);
    of.rig.context.pass(1001);
    const other = await of.bring(warehouse, 'SW', stray());
    expect(
      await system('document')
        .where({ id: await outOf(other, 'sandbox') })
        .first('state'),
    ).toEqual({ state: 'ready' });
  });

  it('holds receipts back in its sandbox, and nowhere else', async () => {
    const { context, orgs } = of.rig;
    const host = openHost(context, { name: 'as2' }, { admission: openDoor, budget: byteBudget(1e6, 1e6) });
    const delay = (orgId: string, environment: 'sandbox' | 'production') =>
      host.receiptDelayMs!({ id: 'x', name: 'as2', orgId, environment });
    expect(await delay(orgs[warehouse], 'sandbox')).toBe(0);
    await set('late-mdn', true);
    context.pass(1001);
    expect(await delay(orgs[warehouse], 'sandbox')).toBe(lateByMs);
    expect(await delay(orgs[warehouse], 'production')).toBe(0);
    expect(await delay(orgs['standard-carrier'], 'sandbox')).toBe(0);
    await set('late-mdn', false);
    context.pass(1001);
    expect(await delay(orgs[warehouse], 'sandbox')).toBe(0);
  });

  it('sends every document of ours a second time, under the same control number', async () => {
    await set('duplicate-control-number', true);
    const run = await of.start(warehouse, 'order-complete');
    const [order] = (await sentTo(of.rig, warehouse, 'sandbox')).filter(({ text }) => text.includes(run.number));
    await pickUp(of.rig, warehouse, order!.id, 'sandbox');
    await sweepRuns(of.rig.context);
    const { system } = of.rig.context.db;
    expect(await system('document').where({ id: order!.id }).first('state')).toEqual({ state: 'ready' });
    await pickUp(of.rig, warehouse, order!.id, 'sandbox');
    await sweepRuns(of.rig.context);
    expect(await system('document').where({ id: order!.id }).first('state')).toEqual({ state: 'delivered' });
    await set('duplicate-control-number', false);
  });
});
