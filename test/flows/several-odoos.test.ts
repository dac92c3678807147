import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import { movePartner } from '../../services/flows/move-partner.ts';
import { type OdooPartnerRules, setPartnerRules } from '../../services/flows/set-partner-rules.ts';
import type { OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { readOdooPartner } from '../../services/store/odoo-partners.ts';
import { seedTwin } from '../../services/twins/odoo/seed.ts';
import { casesAbout, deliveriesOf, type FlowRig, flowRig, sample, under } from './rig.ts';

// Two companies with a database each, and partners that work with the one or the other. Both databases number their transfers alike.

let rig: FlowRig;
let south: string;
let southOdoo: OdooClient;
const by = { actor: 'anna@northgate.example', by: { kind: 'person' } } as const;
const rules: OdooPartnerRules = {
  ...{ operationTypeIds: [1, 2], unreserved: 'reserve', unitTolerance: 0, sendCancels: true, units: [], receives: [] },
};

beforeAll(async () => {
  rig = await flowRig();
  const { context } = rig;
  context.pass(1000);
  const database = 'southgate';
  const { login, apiKey } = await seedTwin(context.db.twin, { database, version: 18, now: context.now() });
  south = context.newId();
  await context.db.system('odoo_connection').insert({
    ...{ id: south, environment: 'production', name: 'Southgate Odoo', kind: 'twin', version: '18', url: 'twin' },
    ...{ database, login, secret: context.secrets.seal(apiKey), created_at: context.now() },
    ...{ settings: { pickingTypeIds: [12], routes: [] }, state_since: context.now() },
  });
  southOdoo = connectOdoo({ url: `${context.twinUrl}/${database}`, database, login, apiKey, version: 18 });
});
afterAll(() => rig.close());

const threePl = () => rig.orgs['standard-3pl'];
const stateIn = async (odoo: OdooClient, name: string) =>
  (await odoo.searchRead('stock.picking', [['name', '=', name]], ['state']))[0]?.state;
const writesIn = (connectionId: string) =>
  rig.context.db.system('odoo_write').where({ connection_id: connectionId }).count('* as count').first();
const receives = [{ event: 'warehouse-order.released.v1' }] as const;

test('a partner works with the Odoo where something is arranged for it, and another one refuses to arrange anything', async () => {
  const of = { connectionId: south, partnerId: threePl() };
  await expect(
    setPartnerRules(rig.context, of, { ...rules, units: [], receives: [], operationTypeIds: [] }, by),
  ).rejects.toMatchObject({
    code: 'http.conflict',
    more: { detail: expect.stringMatching(/works with Northgate Odoo.*Have it work with Southgate Odoo first/) },
  });
  const document = await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
  await rig.work();
  expect(await deliveriesOf(rig, document)).toMatchObject([{ state: 'applied' }]);
  const [{ name }] = (await rig.context.db
    .system('odoo_write')
    .where({ model: 'stock.picking', field: 'state' })
    .select('record_name as name')) as [{ name: string }];
  expect(await stateIn(rig.odoo.production, name)).toBe('done');
  expect(await stateIn(southOdoo, name)).not.toBe('done');
  expect(await writesIn(south)).toEqual({ count: 0 });
});

test('moved, its rules end where they were; it is sent what the other Odoo releases, and its documents go there', async () => {
  const before = await readOdooPartner(rig.context.db.system, rig.connections.production, threePl());
  expect(before.pickingTypeIds.length).toBeGreaterThan(0);
  await movePartner(rig.context, { connectionId: south, partnerId: threePl() }, by);
  const moved = await rig.context.db.system('audit_entry').where({ action: 'odoo-partner.moved' }).first('detail');
  expect(moved.detail).toMatchObject({
    connection: 'Southgate Odoo',
    before: [{ rules: { pickingTypeIds: [...before.pickingTypeIds] }, receives: expect.any(Array) }],
  });
  const { settings } = await rig.context.db
    .system('odoo_connection')
    .where({ id: rig.connections.production })
    .first('settings');
  expect(settings.routes.filter(({ orgId }: { orgId: string }) => orgId === threePl())).toEqual([]);
  await setPartnerRules(
    rig.context,
    { connectionId: south, partnerId: threePl() },
    { ...rules, units: [], operationTypeIds: [11, 12], receives: [...receives] },
    by,
  );
  await collect(rig.context, south);
  await rig.work();
  const told = await rig.context.db.system('notified_transfer').where({ connection_id: south, org_id: threePl() });
  expect(told.length).toBeGreaterThan(0);

  const text = under('000000777', sample('standard-3pl', '945-partial-backorder-lots'));
  const document = await rig.bring('standard-3pl', text);
  await rig.work();
  const [delivery] = await deliveriesOf(rig, document);
  expect(delivery!.lane).toContain(`odoo/${south}/`);
  const north = await writesIn(rig.connections.production);
  expect(delivery).toMatchObject({ state: 'applied' });
  expect((await writesIn(south))!.count).toBeGreaterThan(0);
  expect(await writesIn(rig.connections.production)).toEqual(north);
  expect(await casesAbout(rig, { document_id: document, state: 'open' })).toEqual([]);
});

test('a partner for whom nothing is arranged works with the first Odoo of the environment', async () => {
  const carrier = rig.orgs['standard-carrier'];
  await rig.context.db
    .system('odoo_partner')
    .where({ org_id: carrier, connection_id: rig.connections.production })
    .delete();
  rig.context.pass(20_000);
  const document = await rig.bring('standard-carrier', sample('standard-carrier', '214-departed'));
  await rig.work();
  const [delivery] = await deliveriesOf(rig, document);
  expect(delivery!.lane).toContain(`odoo/${rig.connections.production}/`);
});
