import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { serveTwin, type TwinServer } from '../odoo/twin-rig.ts';
import { type Browser, type HttpRig, httpRig } from './rig.ts';

// An Odoo is connected, tried and given another key over the API; it answers over HTTP as a real one.

let rig: HttpRig;
let twin: TwinServer;
let seeded: Seeded;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  twin = await serveTwin(rig.context.db.twin, rig.context.now);
  seeded = await seedTwin(rig.context.db.twin, { database: 'northgate-18', version: 18, now: rig.context.now() });
  team = await rig.signIn('team');
});
beforeEach(async () => {
  await rig.context.db.system('odoo_connection').delete();
});
afterAll(async () => {
  await twin.close();
  await rig.close();
});

const access = () => ({
  ...{ url: `${twin.url}/northgate-18`, database: 'northgate-18', login: seeded.login, apiKey: seeded.apiKey },
});
const rows = () => rig.context.db.system('odoo_connection');
const connect = (more: object = {}) =>
  team.send('post', '/v1/odoo').send({ ...access(), sendFrom: 'now', name: 'Northgate', ...more });
const entries = (action: string) => rig.context.db.system('audit_entry').where({ action }).orderBy('id');

describe('a test of an access', () => {
  test('says the version and what is lacking, and keeps nothing', async () => {
    const answer = await team.send('post', '/v1/odoo/test').send(access());
    expect([answer.status, answer.body], answer.text).toEqual([200, { version: '18.0', lacks: [] }]);
    expect(answer.text).not.toContain(seeded.apiKey);
    expect(await rows()).toEqual([]);
  });

  test.each([
    ['apiKey', { apiKey: 'no-such-key' }, 'opens nothing'],
    ['database', { database: 'no-such-database' }, 'no database'],
    ['url', { url: 'http://127.0.0.1:9' }, 'no Odoo'],
  ])('names the field that is at fault: %s', async (field, wrong, words) => {
    const answer = await team.send('post', '/v1/odoo/test').send({ ...access(), ...wrong });
    expect([answer.status, answer.body.errors], answer.text).toEqual([
      400,
      [{ place: `body/${field}`, message: expect.stringContaining(words) }],
    ]);
  });
});

describe('connecting', () => {
  test('makes a connection of production that is tried and ready, its key sealed and in no answer or record', async () => {
    const answer = await connect();
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({
      ...{ name: 'Northgate', environment: 'production', kind: 'odoo', state: 'ready', version: '18' },
      feed: { begun: true, from: 'now', operationTypeIds: seeded.outgoingTypeIds },
    });
    const [row] = await rows();
    expect(rig.context.secrets.open(row.secret)).toBe(seeded.apiKey);
    const [made] = await entries('odoo-connection.made');
    expect(made.detail).toMatchObject({ before: null, after: { name: 'Northgate', login: seeded.login } });
    const audit = JSON.stringify(await rig.context.db.system('audit_entry'));
    for (const text of [answer.text, audit]) expect(text).not.toContain(seeded.apiKey);
  });

  test.each([
    ['a key that Odoo does not take', { apiKey: 'no-such-key' }, 'body/apiKey'],
    ['no time from which to send', { sendFrom: undefined }, 'body'],
    ['an address that is none', { url: 'odoo' }, 'body/url'],
  ])('keeps nothing with %s', async (_, wrong, place) => {
    const answer = await connect(wrong);
    expect([answer.status, answer.body.errors[0].place], answer.text).toEqual([400, expect.stringContaining(place)]);
    expect(await rows()).toEqual([]);
  });

  test('takes another Odoo beside the one that production has, under a name of its own', async () => {
    await connect();
    await seedTwin(rig.context.db.twin, { database: 'other', version: 18, transfers: 1, apiKey: 'other-key' });
    const other = { url: `${twin.url}/other`, database: 'other', apiKey: 'other-key' };
    const [{ name }] = await rows();
    const same = await connect({ ...other, name });
    expect([same.status, same.body.errors?.[0]?.place]).toEqual([400, 'body/name']);
    const answer = await connect({ ...other, name: 'Southgate' });
    expect(answer.status, answer.text).toBeLessThan(300);
    expect(await rows()).toHaveLength(2);
  });
});

describe('another key', () => {
  const replace = (id: string, body: object) => team.send('put', `/v1/odoo/${id}/access`).send(body);

  test('makes a parked connection ready again; what was before and after is on record, without the keys', async () => {
    const { id } = (await connect()).body;
    await rows().update({ secret: rig.context.secrets.seal('ended') });
    expect((await team.send('post', `/v1/odoo/${id}/check`)).body.state).toBe('refused');
    const answer = await replace(id, { apiKey: seeded.apiKey, name: 'Northgate Odoo' });
    expect([answer.status, answer.body.state, answer.body.name], answer.text).toEqual([200, 'ready', 'Northgate Odoo']);
    const [entry] = await entries('odoo-connection.repaired');
    expect(entry.detail).toMatchObject({ before: { name: 'Northgate' }, after: { name: 'Northgate Odoo' } });
  });

  test('that does not work leaves the old one in place', async () => {
    const { id } = (await connect()).body;
    const answer = await replace(id, { apiKey: 'no-such-key' });
    expect([answer.status, answer.body.errors[0].place]).toEqual([400, 'body/apiKey']);
    expect(rig.context.secrets.open((await rows())[0].secret)).toBe(seeded.apiKey);
  });

  test('is none that a twin could have', async () => {
    const { id } = (await connect()).body;
    await rows().update({ kind: 'twin' });
    expect((await replace(id, { apiKey: seeded.apiKey })).status).toBe(409);
  });
});
