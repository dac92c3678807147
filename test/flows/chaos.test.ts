import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setChaos } from '../../services/flows/certification/chaos.ts';
import { sweepRuns } from '../../services/flows/certification/keep-runs.ts';
import { by, type CertificationRig, certificationRig } from './certification-rig.ts';
import { answersTo, ladderOf, pickUp, sample, sentTo } from './rig.ts';

let of: CertificationRig;
beforeAll(async () => {
  of = await certificationRig();
});
afterAll(() => of.rig.close());

const warehouse = 'standard-3pl';

describe('trouble that a partner asks for', () => {
  const set = (name: 'lost-997' | 'duplicate-control-number', isOn: boolean) =>
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
