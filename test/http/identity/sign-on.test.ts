import request from 'supertest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SignOnSettings } from '../../../services/domain/identity/entry.ts';
import { type Person, type SignOnServer, signOnServer } from '../../support/sign-on-server.ts';
import { type HttpRig, httpRig, orgs, users } from '../rig.ts';
import { audited, browserOf, post } from './mailbox.ts';

// Against a server of OpenID Connect that is not ours, by real HTTP.

let server: SignOnServer;
let rig: HttpRig;
let settings: SignOnSettings;
beforeAll(async () => {
  server = await signOnServer('http://localhost:8080/sign-in/done');
  const { issuer, clientId, clientSecret } = server;
  settings = {
    ...{
      issuer,
      clientId,
      clientSecret,
      label: 'Northgate login',
      domains: ['northgate.example'],
      rolesClaim: 'groups',
    },
    roleMap: [
      ['edi-admins', 'team-admin'],
      ['edi', 'team-integrator'],
    ],
  };
});
afterAll(() => server.close());
beforeEach(async () => {
  await rig?.close();
  rig = await httpRig({ entry: { signOn: settings } });
});
afterAll(() => rig.close());

async function begin() {
  const begun = await post(rig, '/v1/session/sign-on');
  expect(begun.status, begun.text).toBe(200);
  const cookie = begun.get('Set-Cookie')![0]!.split(';')[0]!;
  return { address: begun.body.address as string, cookie };
}
const end = (query: string, cookie?: string) => {
  const asked = request(rig.app).post('/v1/session/sign-on/finish');
  return (cookie === undefined ? asked : asked.set('Cookie', cookie)).send({ query });
};
async function signOn(person: Person) {
  server.next = person;
  const { address, cookie } = await begin();
  return end((await server.follow(address)).search, cookie);
}
const ines: Person = {
  sub: 'ines',
  email: users.team.email,
  email_verified: true,
  name: 'Ines Calder',
  groups: ['edi-admins'],
};

test('a person of the team is linked by the verified address, keeps the account, and has the roles that the server says', async () => {
  expect((await request(rig.app).get('/v1/sign-on')).body).toMatchObject({ signOn: { label: 'Northgate login' } });
  const first = await signOn({ ...ines, groups: ['edi-admins', 'edi', 'canteen'] });
  expect([first.status, first.body.user?.roles], first.text).toEqual([200, ['team-admin', 'team-integrator']]);
  const { id } = await rig.context.db.system('app_user').where({ email: users.team.email }).first('id');
  expect(first.body.user.id).toBe(id);
  // The address at the server may change: the link holds.
  const again = await signOn({ ...ines, email: 'ines.new@northgate.example' });
  expect([again.body.user?.id, again.body.user?.roles], again.text).toEqual([id, ['team-admin']]);
  expect(await audited(rig, 'user.linked')).toHaveLength(1);
  const sessions = await browserOf(rig, again).get('/v1/account/sessions');
  expect(sessions.body.sessions.some(({ method }: { method: string }) => method === 'sign-on')).toBe(true);
});

test('somebody new with a group that counts gets an account without a password', async () => {
  const done = await signOn({
    sub: 'new',
    email: 'noor@northgate.example',
    email_verified: true,
    name: 'Noor Haddad',
    groups: ['edi'],
  });
  expect([done.status, done.body.user?.roles, done.body.organization?.id], done.text).toEqual([
    200,
    ['team-integrator'],
    orgs.owner,
  ]);
  const browser = browserOf(rig, done);
  expect((await browser.get('/v1/account/security')).body.hasPassword).toBe(false);
  expect((await browser.send('post', '/v1/account/totp', { password: 'anything' })).status).toBe(409);
  expect(
    (await signOn({ sub: 'none', email: 'pat@northgate.example', email_verified: true, groups: ['canteen'] })).body
      .detail,
  ).toContain('none of your groups');
});

test('an address that is not verified, of another domain, or of a partner opens nothing', async () => {
  for (const [person, words] of [
    [{ ...ines, email_verified: false }, 'was verified'],
    [{ sub: 'x', email_verified: true, groups: ['edi-admins'] }, 'was verified'],
    [{ ...ines, sub: 'y', email: 'ines@elsewhere.example' }, 'Addresses of elsewhere.example'],
    [{ ...ines, sub: 'z', email: users.quayside.email }, 'Addresses of quayside.example'],
  ] as const) {
    const refused = await signOn(person);
    expect([refused.status, refused.body.code], refused.text).toEqual([403, 'sign-on.refused']);
    expect(refused.body.detail).toContain(words);
    expect(refused.headers['set-cookie']).toBeUndefined();
  }
  expect(await rig.context.db.system('sign_on_link')).toEqual([]);
});

test('whose groups are gone stays out, and a disabled account too; the last admin keeps the role', async () => {
  await signOn(ines);
  expect((await signOn({ ...ines, groups: ['edi'] })).body.user.roles).toEqual(['team-admin']);
  expect((await signOn({ ...ines, groups: [] })).body.detail).toContain('any more');
  const { db, now } = rig.context;
  await db.system('app_user').where({ email: users.team.email }).update({ disabled_at: now() });
  expect((await signOn(ines)).body.detail).toContain('disabled');
});

test('the answer of one sign-in is good once, in the browser that began it, and only with its own state', async () => {
  server.next = ines;
  const { address, cookie } = await begin();
  const back = await server.follow(address);
  expect((await end(back.search)).status, 'without the cookie').toBe(403);
  const stranger = await begin();
  expect((await end(back.search, stranger.cookie)).status, 'in another browser: state and verifier differ').toBe(403);
  const forged = new URLSearchParams(back.search);
  forged.set('state', 'x'.repeat(43));
  expect((await end(`?${forged}`, cookie)).status, 'another state').toBe(403);
  expect((await end(back.search, cookie)).status, 'the challenge is spent').toBe(403);
  expect((await signOn(ines)).status).toBe(200);
});

test('an ID token with another nonce is refused', async () => {
  server.next = ines;
  const { address, cookie } = await begin();
  const other = new URL(address);
  other.searchParams.set('nonce', 'somebody-elses-nonce');
  const refused = await end((await server.follow(other.href)).search, cookie);
  expect([refused.status, refused.body.code]).toEqual([403, 'sign-on.refused']);
});

test('it asks with state, nonce and PKCE, ends after ten minutes, and says when the server is away', async () => {
  server.next = ines;
  const { address, cookie } = await begin();
  const asked = new URL(address).searchParams;
  expect([asked.get('code_challenge_method'), asked.get('state')?.length, asked.get('nonce')?.length]).toEqual([
    'S256',
    43,
    43,
  ]);
  const back = await server.follow(address);
  rig.context.pass(11 * 60_000);
  expect((await end(back.search, cookie)).status).toBe(403);
  const away = await httpRig({ entry: { signOn: { ...settings, issuer: 'http://127.0.0.1:9' } } });
  const answer = await post(away, '/v1/session/sign-on');
  expect([answer.status, answer.body.code]).toEqual([503, 'sign-on.unavailable']);
  await away.close();
  const none = await httpRig();
  expect((await post(none, '/v1/session/sign-on')).status).toBe(404);
  await none.close();
});
