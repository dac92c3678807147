import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prefixOf } from '../../services/flows/endpoint-claims.ts';
import { addEndpoint, changeEndpoint, type EndpointBy, removeEndpoint } from '../../services/flows/endpoints.ts';
import { insertExchange } from '../../services/store/exchanges.ts';
import { readCases } from '../../services/store/read/cases.ts';
import { type TestContext, testContext } from '../support/context.ts';

// Names of which there is one for everybody, and secrets that must not follow an address: who may have which.

const partner: EndpointBy = { actor: 'lena', by: { kind: 'hub' }, side: 'partner' };
const team: EndpointBy = { ...partner, actor: 'team', side: 'team' };
const bare = { inSigned: 'optional', inEncrypted: 'optional', encrypt: false, sign: false, mdn: 'none' } as const;
let context: TestContext;
let [one, other]: [string, string] = ['', ''];

beforeAll(async () => {
  context = await testContext();
  const { newId, db } = context;
  [one, other] = [newId(), newId()];
  await db.system('organization').insert([
    { id: newId(), name: 'Northgate Outfitters', kind: 'owner' },
    { id: one, name: 'Quayside Logistics', kind: '3pl' },
    { id: other, name: 'Harbour Row', kind: '3pl' },
  ]);
});
afterAll(() => context.close());

const add = (orgId: string, channel: string, name: string, settings: object, by = partner) =>
  addEndpoint(context, orgId, { environment: 'production', name, channel, settings: { ...settings } }, by);
const as2 = (partnerId: string, ourId = 'HUB') => ({ ...bare, ourId, partnerId, url: 'https://edi.example/as2' });
const cases = async () =>
  (await context.db.system('exception_case').where('fingerprint', 'like', 'endpoint.contested/%')).map(
    ({ title }) => title as string,
  );

describe('an AS2 id', () => {
  test('that somebody else has and nobody has proved is contested: the team hears of it and releases it', async () => {
    const squatted = await add(other, 'as2', 'as2', as2('QUAYSIDE'));
    await expect(add(one, 'as2', 'as2', as2('QUAYSIDE'))).rejects.toMatchObject({
      code: 'http.conflict',
      more: { detail: expect.stringContaining('the integration team, who have a case about it now, can release it') },
    });
    await expect(add(one, 'as2', 'as2', as2('QUAYSIDE'))).rejects.toMatchObject({ code: 'http.conflict' });
    expect(await cases()).toEqual(['Two partners want the name QUAYSIDE']);
    const about = async () =>
      (await context.db.system.transaction((tx) => readCases(tx, { q: 'QUAYSIDE', limit: 5 }))).cases;
    // From the case the team opens the endpoint that has the name, whoever wants it.
    expect(await about()).toMatchObject([{ endpoint: { id: squatted, partnerId: other } }]);
    await expect(add(one, 'as2', 'as2', as2('QUAYSIDE'), team)).rejects.toMatchObject({
      more: { detail: expect.stringContaining('It is as2 of Harbour Row in production: change or remove that one') },
    });
    await removeEndpoint(context, { orgId: other, endpointId: squatted }, team);
    expect((await about())[0]?.endpoint).toBeUndefined();
    await add(one, 'as2', 'as2', as2('QUAYSIDE'));
  });

  test('that was proved by a signed message is nobody else’s, whatever the id of the hub', async () => {
    const mine = await add(one, 'as2', 'proven', as2('PROVEN'));
    await add(other, 'as2', 'not yet', as2('PROVEN', 'HUB-2'));
    const at = { id: mine, orgId: one, environment: 'production', channel: 'as2' } as const;
    const taken = { kind: 'message', direction: 'in', state: 'done', summary: 'Took it' } as const;
    await insertExchange(context.db.system, at, { ...taken, id: context.newId(), at: context.now() });
    await add(other, 'as2', 'nothing signed', as2('PROVEN', 'HUB-3'));
    const signed = { ...taken, detail: { signature: { digest: 'sha-256' } } };
    await insertExchange(context.db.system, at, { ...signed, id: context.newId(), at: context.now() });
    for (const ourId of ['HUB', 'HUB-4'])
      await expect(add(other, 'as2', ourId, as2('PROVEN', ourId))).rejects.toMatchObject({ code: 'http.conflict' });
    expect(await cases()).toHaveLength(1);
    await add(other, 'as2', 'by the team', as2('PROVEN', 'HUB-5'), team);
  });
});

test('a user name that a partner chooses begins with the name of its organisation; the team may give any, and it stays', async () => {
  const settings = (user: string) => ({ user, password: 'a password long enough' });
  await expect(add(one, 'sftp-server', 'sftp', settings('harbour-row'))).rejects.toMatchObject({
    code: 'http.request-invalid',
    more: { detail: expect.stringContaining('must be quayside-logistics or begin with quayside-logistics-') },
  });
  await add(one, 'sftp-server', 'sftp', settings('quayside-logistics'));
  const given = await add(other, 'sftp-server', 'sftp', settings('wms'), team);
  await changeEndpoint(
    context,
    { orgId: other, endpointId: given },
    { settings: { user: 'wms', collectedBy: 'removing' } },
    partner,
  );
  expect(prefixOf('Ärzte & Söhne, Inc.', other)).toBe('arzte-sohne-inc');
  expect(prefixOf('株式会社', other)).toBe(`partner-${other.slice(-8)}`);
});

describe('a secret', () => {
  test('does not go to another machine unless it is given again', async () => {
    const settings = { host: 'files.example', user: 'hub', password: 'of files.example', deliverTo: 'in' };
    const endpointId = await add(one, 'sftp', 'sftp-out', settings);
    const { password: _password, ...rest } = settings;
    const change = (more: object) =>
      changeEndpoint(context, { orgId: one, endpointId }, { settings: { ...rest, ...more } }, partner);
    for (const more of [{ host: 'mine.example' }, { port: 2222 }])
      await expect(change(more)).rejects.toMatchObject({
        code: 'http.request-invalid',
        more: { errors: [{ place: 'body/settings/password', message: expect.stringContaining('Give it again') }] },
      });
    await change({ port: 22, deliverTo: 'out' });
    await change({ host: 'mine.example', password: 'of mine.example' });
  });

  test('of an address is for its machine: another path of it is fine, and http instead of https is not', async () => {
    const settings = { ...as2('SECRET'), user: 'hub', password: 'of edi.example' };
    const endpointId = await add(one, 'as2', 'secret', settings);
    const { password: _password, ...rest } = settings;
    const change = (url: string) =>
      changeEndpoint(context, { orgId: one, endpointId }, { settings: { ...rest, url } }, team);
    await change('https://edi.example/other');
    for (const url of ['http://edi.example/as2', 'https://edi.example:8443/as2', 'https://mine.example/as2'])
      await expect(change(url)).rejects.toMatchObject({ code: 'http.request-invalid' });
  });
});
