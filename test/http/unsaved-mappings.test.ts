import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../../services/flows/releases.ts';
import { partnerFromTemplates } from '../../services/library/templates.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

type Detail = components['schemas']['MappingDetail'];

const path = `/v1/partners/${orgs.quayside}/mappings`;

let rig: HttpRig;
let partner: Browser;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  const { db, catalog, newId, now } = rig.context;
  const ids = { production: [{ qualifier: 'ZZ', isaId: 'QUAYSIDE', gsId: 'QUAYSIDE' }], sandbox: [] };
  const files = partnerFromTemplates(['standard-3pl'], { name: 'Quayside Logistics', kind: '3pl', identities: ids });
  await db.system.transaction(async (tx) => {
    await tx('agreement').delete();
    await saveDraft({ standards: catalog.standards, newId, now }, tx, { orgId: orgs.quayside, actor: 'seed', files });
  });
  partner = await rig.signIn('quayside');
  team = await rig.signIn('team');
});
afterAll(() => rig.close());

const detail = async (who = partner) => (await who.get(`${path}/945-in.yaml`)).body as Detail;

test('what a person typed and did not save is there on every device of the same person and for nobody else, and no device writes over what another one kept', async () => {
  const { mapping } = await detail();
  const basedOn = mapping.hash;
  const keep = (who: Browser, text: string | null, revision: number) =>
    who.send('put', `${path}/945-in.yaml/unsaved`).send({ text, basedOn, revision });
  const halfTyped = 'set: "945"\nfields:\n  ord';
  const first = await keep(partner, halfTyped, 0);
  expect([first.status, first.body], first.text).toEqual([200, { revision: 1 }]);
  // Nothing of it is in the draft.
  expect((await detail()).text).not.toBe(halfTyped);
  const phone = await rig.signIn('quayside');
  expect((await detail(phone)).unsaved).toMatchObject({ text: halfTyped, basedOn, revision: 1 });
  expect((await detail(team)).unsaved).toBeUndefined();
  expect((await keep(phone, `${halfTyped}er`, 1)).body).toEqual({ revision: 2 });
  const late = await keep(partner, `${halfTyped}bit`, 1);
  expect(late.status).toBe(409);
  expect(late.body.detail).toContain('on another device');
  expect((await detail()).unsaved?.text).toBe(`${halfTyped}er`);
  // The first on two devices at once: one of them is told.
  const both = await Promise.all([keep(team, 'a', 0), keep(team, 'b', 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await keep(partner, null, 1)).status).toBe(409);
  expect((await keep(partner, null, 2)).body).toEqual({ revision: 0 });
  expect((await detail()).unsaved).toBeUndefined();
  expect((await keep(partner, 'x'.repeat(300_000), 0)).status).toBe(422);
  expect((await keep(await rig.signIn('heron'), 'x', 0)).status).toBe(404);
  expect(
    (await partner.send('put', `${path}/none-in.yaml/unsaved`).send({ text: 'x', basedOn, revision: 0 })).status,
  ).toBe(404);
});
