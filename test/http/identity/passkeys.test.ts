import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Authenticator } from '../../support/authenticator.ts';
import { type HttpRig, httpRig, password, users } from '../rig.ts';
import { audited, browserOf, post } from './mailbox.ts';

let rig: HttpRig;
const origin = 'http://localhost:8080';
beforeAll(async () => {
  rig = await httpRig();
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

const comesIn = async (email: string) => browserOf(rig, await post(rig, '/v1/session', { email, password }));
type Browser = Awaited<ReturnType<typeof comesIn>>;

async function question(browser: Browser) {
  const asked = await browser.send('post', '/v1/account/passkeys/options', { password });
  expect(asked.status, asked.text).toBe(200);
  return asked.body as { challenge: string; options: { challenge: string; user: { id: string } } };
}

async function add(browser: Browser, key = new Authenticator(), name = 'Laptop') {
  const { challenge, options } = await question(browser);
  const made = await browser.send('post', '/v1/account/passkeys', {
    challenge,
    name,
    response: key.create(options.challenge, origin),
  });
  expect(made.status, made.text).toBe(201);
  return { key, id: made.body.id as string };
}

async function signInQuestion() {
  const asked = await post(rig, '/v1/session/passkey/options');
  return asked.body as { challenge: string; options: { challenge: string } };
}

async function signIn(key: Authenticator, of: { origin?: string; verified?: boolean; userHandle?: string } = {}) {
  const { challenge, options } = await signInQuestion();
  return post(rig, '/v1/session/passkey', { challenge, response: key.get(options.challenge, of.origin ?? origin, of) });
}

test('a passkey is added with the password, signs in without it, and is named and removed', async () => {
  const browser = await comesIn(users.heron.email);
  expect((await browser.send('post', '/v1/account/passkeys/options', { password: 'wrong' })).status).toBe(400);
  const { key, id } = await add(browser);
  const done = await signIn(key);
  expect([done.status, done.body.user?.email], done.text).toEqual([200, users.heron.email]);
  const sessions = await browserOf(rig, done).get('/v1/account/sessions');
  expect(sessions.body.sessions.find(({ current }: { current: boolean }) => current)).toMatchObject({
    method: 'passkey',
  });
  expect((await browser.send('put', `/v1/account/passkeys/${id}`, { name: 'Work laptop' })).status).toBe(204);
  expect((await browser.get('/v1/account/security')).body.passkeys[0]).toMatchObject({
    name: 'Work laptop',
    lastUsedAt: expect.any(String),
  });
  expect((await browser.send('post', `/v1/account/passkeys/${id}/remove`, { password })).status).toBe(204);
  expect((await signIn(key)).body.code).toBe('http.passkey-refused');
  for (const action of ['passkey.added', 'passkey.renamed', 'passkey.removed'])
    expect(await audited(rig, action)).toHaveLength(1);
});

test('an answer is good once, for what was asked, from the portal itself, and with a check of who holds it', async () => {
  const browser = await comesIn(users.quayside.email);
  const { key } = await add(browser);
  const asked = await signInQuestion();
  const body = { challenge: asked.challenge, response: key.get(asked.options.challenge, origin) };
  expect((await post(rig, '/v1/session/passkey', body)).status).toBe(200);
  expect((await post(rig, '/v1/session/passkey', body)).body.code).toBe('http.passkey-refused');
  const [one, other] = [await signInQuestion(), await signInQuestion()];
  const crossed = await post(rig, '/v1/session/passkey', {
    challenge: one.challenge,
    response: key.get(other.options.challenge, origin),
  });
  expect(crossed.body.code).toBe('http.passkey-refused');
  expect((await signIn(key, { origin: 'https://portal.evil.example' })).status).toBe(401);
  expect((await signIn(key, { verified: false })).status).toBe(401);
  const late = await signInQuestion();
  const answer = key.get(late.options.challenge, origin);
  rig.context.pass(6 * 60_000);
  expect((await post(rig, '/v1/session/passkey', { challenge: late.challenge, response: answer })).status).toBe(401);
  key.counter = 0;
  expect((await signIn(key)).status, 'a copy whose counter is behind').toBe(401);
});

test('nobody comes in by the passkey of somebody else, nor adds it, renames it or removes it', async () => {
  const [heron, quayside] = [await comesIn(users.heron.email), await comesIn(users.quayside.email)];
  const { key, id } = await add(heron);
  const { options } = await question(quayside);
  const userHandle = Buffer.from(options.user.id, 'base64url').toString();
  expect((await signIn(key, { userHandle })).status).toBe(401);
  const again = await question(quayside);
  const stolen = await quayside.send('post', '/v1/account/passkeys', {
    challenge: again.challenge,
    name: 'Mine',
    response: key.create(again.options.challenge, origin),
  });
  expect(stolen.status).toBe(409);
  const foreign = await question(heron);
  const planted = await quayside.send('post', '/v1/account/passkeys', {
    ...{
      challenge: foreign.challenge,
      name: 'Planted',
      response: new Authenticator().create(foreign.options.challenge, origin),
    },
  });
  expect(planted.status).toBe(409);
  expect((await quayside.send('put', `/v1/account/passkeys/${id}`, { name: 'Mine' })).status).toBe(404);
  expect((await quayside.send('post', `/v1/account/passkeys/${id}/remove`, { password })).status).toBe(404);
  expect((await signIn(key)).body.user.email).toBe(users.heron.email);
  expect((await signIn(new Authenticator())).status).toBe(401);
});

test('without the CSRF token nothing of an account changes', async () => {
  const answer = await post(rig, '/v1/session', { email: users.heron.email, password });
  const cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
  for (const path of [
    '/v1/account/passkeys/options',
    '/v1/account/totp',
    '/v1/account/totp/remove',
    '/v1/account/email',
  ]) {
    const refused = await request(rig.app).post(path).set('Cookie', cookie).send({ password, email: 'x@y.example' });
    expect(refused.body.code, path).toBe('http.csrf');
  }
});

test('a disabled account has no passkey that opens it', async () => {
  const { key } = await add(await comesIn(users.heron.email));
  const { db, now } = rig.context;
  await db.system('app_user').where({ email: users.heron.email }).update({ disabled_at: now() });
  expect((await signIn(key)).status).toBe(401);
  await db.system('app_user').where({ email: users.heron.email }).update({ disabled_at: null });
});
