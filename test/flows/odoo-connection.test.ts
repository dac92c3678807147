import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drain } from '../../services/flows/drain.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { casesAbout, deliveriesOf, documentRow, type FlowRig, flowRig, sample, under } from './rig.ts';

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 2 });
});
afterAll(() => rig.close());

let control = 600;
const only = async (id: string) => {
  const [delivery, ...more] = await deliveriesOf(rig, id);
  expect(more).toEqual([]);
  return delivery;
};
const retry = (id: string) =>
  rig.context.db.system.transaction((tx) => retryDelivery(tx, id, { actor: 'test', at: rig.context.now() }));

describe('without a connection', () => {
  const row = () => rig.context.db.system('odoo_connection').where({ environment: 'sandbox' });
  const intoSandbox = () => {
    control += 1;
    const text = under(
      String(control).padStart(9, '0'),
      sample('standard-carrier', '214-departed', { '*0*P*>': '*0*T*>' }),
    );
    return rig.bring('standard-carrier', text, 'sandbox');
  };

  test('an event is held as a case, and a retry takes it when there is one', async () => {
    await row().update({ environment: 'production', name: 'elsewhere', created_at: new Date('2099-01-01T00:00:00Z') });
    rig.context.pass(15_001);
    const id = await intoSandbox();
    await rig.work();
    expect(await only(id)).toMatchObject({ state: 'held', reason_code: 'odoo.not-connected' });
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    await rig.context.db.system('odoo_connection').where({ name: 'elsewhere' }).update({ environment: 'sandbox' });
    rig.context.pass(15_001);
    await retry((await only(id)).id);
    await rig.work();
    expect((await only(id)).state).toBe('applied');
    expect(await casesAbout(rig, { document_id: id, state: 'open' })).toEqual([]);
  });

  test('the sandbox can be given no other Odoo than the twin', async () => {
    await expect(row().update({ kind: 'odoo', url: 'https://odoo.northgate.example' })).rejects.toThrow('check');
  });

  test('and a twin’s name that leads elsewhere leads nowhere', async () => {
    let reached = 0;
    const elsewhere = createServer((_req, res) => {
      reached += 1;
      res.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const paths: string[] = [];
    rig.between = (req, res) => {
      paths.push(req.url ?? '');
      res.writeHead(404).end();
    };
    const twinUrl = `${rig.context.twinUrl}/odoo/twin`;
    for (const database of ['../../elsewhere', `../../../@127.0.0.1:${port}`, `//127.0.0.1:${port}/x`, '..', '']) {
      await row().update({ database, url: `http://127.0.0.1:${port}` });
      const id = await intoSandbox();
      // Another database object: connections are remembered by it.
      const context = { ...rig.context, db: { ...rig.context.db }, twinUrl };
      await drain(context, (await only(id)).lane);
      expect([database, (await only(id)).state]).toEqual([database, expect.stringMatching(/^(failed|pending)$/)]);
    }
    expect(paths.filter((path) => !path.startsWith('/odoo/twin/'))).toEqual([]);
    expect(reached).toBe(0);
    await new Promise((resolve) => elsewhere.close(resolve));
    rig.between = undefined;
  });
});

test('a unit that somebody has made in Odoo meanwhile is known to the next try', async () => {
  const { system } = rig.context.db;
  const units = { org_id: rig.orgs['standard-3pl'], name: 'odoo-units', updated_at: rig.context.now() };
  await system('cross_reference').insert({ ...units, key: 'CA', value: 'Single crate' });
  const text = sample('standard-3pl', '945-complete', { '*0*EA*': '*0*CA*' });
  const id = await rig.bring('standard-3pl', under('000000688', text));
  await rig.work();
  expect(await only(id)).toMatchObject({ state: 'held', reason_code: 'odoo.unit-unknown' });
  await rig.odoo.production.call('uom.uom', 'create', {
    args: { vals_list: [{ name: 'Single crate', relative_factor: 1, relative_uom_id: 1 }] },
  });
  rig.context.pass(10_001);
  await retry((await only(id)).id);
  await rig.work();
  expect(await only(id)).toMatchObject({ state: 'applied' });
});
