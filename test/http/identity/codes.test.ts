import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpRig, httpRig, orgs, password, users } from '../rig.ts';
import { audited, browserOf, newestMail, post } from './mailbox.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await httpRig({ limits: { signInFailures: 0, accountFailures: 0 } });
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

const signIn = (email: string, code?: string) =>
  post(rig, '/v1/session', { email, password, ...(code !== undefined && { code }) });
const codeOf = (secret: string, own = rig) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: own.context.now().getTime() });

/** Sets codes up for somebody who is signed in. */
async function setUp(email: string, own = rig) {
  const browser = browserOf(own, await post(own, '/v1/session', { email, password }));
  const begun = await browser.send('post', '/v1/account/totp', { password });
  expect(begun.status, begun.text).toBe(200);
  const { secret } = begun.body as { secret: string };
  const done = await browser.send('post', '/v1/account/totp/confirm', { code: codeOf(secret, own) });
  expect(done.status, done.text).toBe(200);
  own.context.pass(60_000);
  return { browser, secret, recovery: done.body.codes as string[], uri: begun.body.uri as string };
}

describe('codes of an authenticator app', () => {
  test('count once one is confirmed; then the password alone opens nothing', async () => {
    const browser = browserOf(rig, await signIn(users.heron.email));
    expect((await browser.send('post', '/v1/account/totp', { password: 'wrong' })).status).toBe(400);
    await browser.send('post', '/v1/account/totp', { password });
    expect((await signIn(users.heron.email)).status).toBe(200);
    const { secret, recovery, uri, browser: own } = await setUp(users.heron.email);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Crossdock/);
    expect(recovery).toHaveLength(10);
    expect(new Set(recovery).size).toBe(10);
    const asked = await signIn(users.heron.email);
    expect([asked.status, asked.body.code, asked.headers['set-cookie']]).toEqual([401, 'http.code-needed', undefined]);
    const done = await signIn(users.heron.email, codeOf(secret));
    expect(done.status, done.text).toBe(200);
    const sessions = await browserOf(rig, done).get('/v1/account/sessions');
    expect(sessions.body.sessions[0]).toMatchObject({ method: 'code', current: true });
    expect((await own.get('/v1/account/security')).body).toMatchObject({ totp: { recoveryCodesLeft: 10 } });
    const kept = JSON.stringify([await rig.context.db.system('totp'), await rig.context.db.system('recovery_code')]);
    for (const one of [secret, ...recovery]) expect(kept).not.toContain(one);
    expect(await audited(rig, 'totp.set-up')).toHaveLength(1);
    expect((await newestMail(rig, users.heron.email)).purpose).toBe('notice');
  });

  test('are good once each: the same code a second time, and two at the same moment, open nothing', async () => {
    const { secret } = await setUp(users.quayside.email);
    const code = codeOf(secret);
    const answers = await Promise.all([signIn(users.quayside.email, code), signIn(users.quayside.email, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const again = await signIn(users.quayside.email, code);
    expect([again.status, again.body.code]).toEqual([401, 'http.code-wrong']);
    rig.context.pass(30_000);
    expect((await signIn(users.quayside.email, codeOf(secret))).status).toBe(200);
  });

  test('cannot be tried through: after ten wrong ones in an hour the right one is refused as well', async () => {
    const own = await httpRig({ limits: { signInFailures: 0, accountFailures: 0 } });
    const { secret } = await setUp(users.quayside.email, own);
    const attempt = (code: string) => post(own, '/v1/session', { email: users.quayside.email, password, code });
    for (let count = 0; count < 10; count += 1) expect((await attempt('000000')).body.code).toBe('http.code-wrong');
    const stopped = await attempt(codeOf(secret, own));
    expect([stopped.status, stopped.body.code]).toEqual([429, 'http.too-many-sign-ins']);
    own.context.pass(3_700_000);
    expect((await attempt(codeOf(secret, own))).status).toBe(200);
    const refused = await own.context.db.system('audit_entry').where({ action: 'session.refused' });
    expect(refused.filter(({ detail }) => detail.why === 'wrong code')).toHaveLength(10);
    await own.close();
  });

  test('a wrong password is answered as without them, whatever the code', async () => {
    const answer = await post(rig, '/v1/session', { email: users.quayside.email, password: 'wrong', code: '123456' });
    expect(answer.body.code).toBe('http.sign-in-failed');
  });

  test('a recovery code takes the place of the app, once; new ones void the old', async () => {
    const own = await httpRig();
    const { recovery, browser } = await setUp(users.heron.email, own);
    const attempt = (code: string) => post(own, '/v1/session', { email: users.heron.email, password, code });
    const [first = '', second = ''] = recovery;
    expect((await attempt(`${first.slice(0, 5)}-${first.slice(5).toLowerCase()}`)).status).toBe(200);
    expect((await attempt(first)).body.code).toBe('http.code-wrong');
    const renewed = await browser.send('post', '/v1/account/recovery-codes', { password });
    expect(renewed.body.codes).toHaveLength(10);
    expect((await attempt(second)).body.code).toBe('http.code-wrong');
    await own.close();
  });

  test('are removed by their owner with the password, or by an admin for a phone that was lost', async () => {
    const own = await httpRig();
    const { browser } = await setUp(users.heron.email, own);
    expect((await browser.send('post', '/v1/account/totp/remove', { password: 'wrong' })).status).toBe(400);
    expect((await browser.send('post', '/v1/account/totp/remove', { password })).status).toBe(204);
    expect((await post(own, '/v1/session', { email: users.heron.email, password })).status).toBe(200);
    await setUp(users.heron.email, own);
    const team = await own.signIn('team');
    const { id } = await own.context.db.system('app_user').where({ email: users.heron.email }).first('id');
    const path = `/v1/organizations/${orgs.heron}/users/${id}/second-factors/remove`;
    const removed = await team.send('post', path);
    expect(removed.status, removed.text).toBe(200);
    expect((await browser.get('/v1/session')).status).toBe(401);
    expect((await post(own, '/v1/session', { email: users.heron.email, password })).status).toBe(200);
    await own.close();
  });

  test('a reset of the password leaves them asked for', async () => {
    const own = await httpRig();
    await setUp(users.heron.email, own);
    await post(own, '/v1/password-resets', { email: users.heron.email });
    const { token } = await newestMail(own, users.heron.email);
    await post(own, '/v1/password-resets/finish', { token, newPassword: 'other words are enough' });
    const asked = await post(own, '/v1/session', { email: users.heron.email, password: 'other words are enough' });
    expect(asked.body.code).toBe('http.code-needed');
    await own.close();
  });
});

test('where the operator wants it, an admin of the team gets no further than to a second factor', async () => {
  const own = await httpRig({ entry: { adminsNeedSecondFactor: true } });
  const answer = await post(own, '/v1/session', { email: users.team.email, password });
  expect(answer.body.mustSetUpSecondFactor).toBe(true);
  const browser = browserOf(own, answer);
  expect((await browser.get('/v1/messages')).body.code).toBe('http.second-factor-needed');
  expect((await browser.get('/v1/account/security')).status).toBe(200);
  await setUp(users.team.email, own);
  expect((await browser.get('/v1/messages')).status).toBe(200);
  const viewer = browserOf(own, await post(own, '/v1/session', { email: users.teamViewer.email, password }));
  expect((await viewer.get('/v1/messages')).status).toBe(200);
  await own.close();
});
