import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// What a partner's own keys mean to us, by the API.

let rig: HttpRig;
let team: Browser;
const path = `/v1/partners/${orgs.quayside}/lookups`;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
});
afterAll(() => rig.close());

const change = (name: string, body: object) => team.send('patch', `${path}/${name}`).send(body);
const entries = async (query = '') =>
  (await team.get(`${path}/ship-to${query}`)).body.entries.map(({ key, value }: Record<string, string>) => [
    key,
    value,
  ]);
const named = async (name: string) =>
  (await team.get(path)).body.lookups.find((one: { name: string }) => one.name === name);

test('entries are written and removed, found, and taken back with what the answer says', async () => {
  const first = await change('ship-to', { entries: { D7: 'Shelf 7', D8: 'Shelf 8' } });
  expect(first.status, first.text).toBe(200);
  expect(first.body).toMatchObject({ written: 2, removed: 0, before: { D7: null, D8: null } });
  const second = await change('ship-to', { entries: { D7: 'Shelf 9', D8: null, D9: 'Shelf 9' } });
  expect(second.body).toEqual({
    ...{ written: 2, removed: 1, before: { D7: 'Shelf 7', D8: 'Shelf 8', D9: null } },
    ...{ after: { D7: 'Shelf 9', D8: null, D9: 'Shelf 9' }, resumed: [] },
  });
  expect(await entries()).toEqual([
    ['D7', 'Shelf 9'],
    ['D9', 'Shelf 9'],
  ]);
  expect(await named('ship-to')).toMatchObject({ entries: 2, beneath: 0, usedBy: [] });
  await change('ship-to', { entries: second.body.before });
  expect(await entries('?q=shelf%208')).toEqual([['D8', 'Shelf 8']]);
  expect((await team.get(`${path}/ship-to?limit=1`)).body).toMatchObject({ total: 2, entries: [{ key: 'D7' }] });
});

test('what replaces a look-up leaves nothing else in it, and what changes nothing is no entry of the audit trail', async () => {
  const count = async () =>
    Number((await rig.context.db.system('audit_entry').where({ action: 'lookup.changed' }).count())[0]!.count);
  await change('ship-to', { entries: { A: '1' }, replace: true });
  const before = await count();
  expect((await change('ship-to', { entries: { A: '1' } })).body).toEqual({
    written: 0,
    removed: 0,
    before: {},
    after: {},
    resumed: [],
  });
  expect(await entries()).toEqual([['A', '1']]);
  expect(await count()).toBe(before);
  const [last] = await rig.context.db.system('audit_entry').where({ action: 'lookup.changed' }).orderBy('id', 'desc');
  expect(last).toMatchObject({
    actor: 'team@northgate.example',
    detail: { lookup: 'ship-to', by: { kind: 'person' }, after: { A: '1', D7: null } },
  });
});

test('what cannot be is refused with its place', async () => {
  const blank = await change('ship-to', { entries: { ' ': 'x', B: ' ' } });
  expect(blank.status).toBe(400);
  expect(blank.body.errors).toEqual([
    { place: 'body/entries/ ', message: 'A key is empty' },
    { place: 'body/entries/B', message: 'The key B has no value' },
  ]);
  const half = await change('ship-to', { entries: { A: '\ud800' } });
  const nul = await change('ship-to', { entries: { 'A\0': 'x' } });
  expect([half.status, nul.status], half.text).toEqual([400, 400]);
  expect((await change('Ship To', { entries: { A: '1' } })).status).toBe(400);
  expect((await change('odoo-units', { entries: { DZ: 'Dozens' } })).status).toBe(409);
  const nobody = await team.get(`/v1/partners/0198c1a2-0000-7000-8000-00000000ffff/lookups`);
  expect(nobody.status).toBe(404);
});

test('blanks around a key or a value are no part of it, as in a file', async () => {
  await change('ship-to', { entries: { ' D1 ': ' Shelf 1 ' }, replace: true });
  expect(await entries()).toEqual([['D1', 'Shelf 1']]);
});
