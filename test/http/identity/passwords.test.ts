import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpRig, httpRig, password, users } from '../rig.ts';
import { audited, browserOf, mailsTo, newestMail, post } from './mailbox.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await httpRig({ limits: { signInFailures: 0, accountFailures: 0 } });
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

const ask = (email: string) => post(rig, '/v1/password-resets', { email });
const finish = (token: string, newPassword = 'other words are enough') =>
  post(rig, '/v1/password-resets/finish', { token, newPassword });
const signIn = (email: string, given: string) => post(rig, '/v1/session', { email, password: given });
const hourMs = 3_600_000;

describe('a lost password', () => {
  test('is replaced by the link of a mail, once, which ends all sessions and is on record and told', async () => {
    const [one, two] = [await rig.signIn('heron'), await rig.signIn('heron')];
    expect((await ask(users.heron.email)).status).toBe(202);
    const { token } = await newestMail(rig, users.heron.email);
    expect((await finish(token, 'too short')).status).toBe(400);
    expect((await finish(token, users.heron.email)).status).toBe(400);
    expect((await finish(token)).status).toBe(204);
    for (const browser of [one, two]) expect((await browser.get('/v1/session')).status).toBe(401);
    expect((await signIn(users.heron.email, password)).status).toBe(401);
    expect((await signIn(users.heron.email, 'other words are enough')).status).toBe(200);
    expect((await finish(token)).body).toMatchObject({ status: 410, code: 'link.used' });
    expect((await newestMail(rig, users.heron.email)).purpose).toBe('notice');
    expect(await audited(rig, 'user.password-forgotten')).toHaveLength(1);
    expect(JSON.stringify(await rig.context.db.system('mail_link'))).not.toContain(token);
  });

  test('of two links the use of one ends the other; an old one expires', async () => {
    rig.context.pass(2 * hourMs);
    await ask(users.quayside.email);
    const first = (await newestMail(rig, users.quayside.email)).token;
    await ask(users.quayside.email);
    const second = (await newestMail(rig, users.quayside.email)).token;
    expect((await finish(second)).status).toBe(204);
    expect((await finish(first)).body.code).toBe('link.used');
    rig.context.pass(2 * hourMs);
    await ask(users.quayside.email);
    const late = (await newestMail(rig, users.quayside.email)).token;
    rig.context.pass(hourMs + 1000);
    expect((await finish(late)).body).toMatchObject({ status: 410, code: 'link.expired' });
  });

  test('an unknown address, a disabled account and a known one are answered alike, and each writes the same', async () => {
    const { db, now } = rig.context;
    rig.context.pass(2 * hourMs);
    await db.system('app_user').where({ email: users.teamViewer.email }).update({ disabled_at: now() });
    const answers = [];
    for (const email of [users.team.email, 'nobody@nowhere.example', users.teamViewer.email]) {
      const before = await db.system('mail_link').count().first();
      const answer = await ask(email);
      answers.push([answer.status, answer.text, Object.keys(answer.headers).sort()]);
      const after = await db.system('mail_link').count().first();
      expect(Number(after!.count) - Number(before!.count)).toBe(1);
      expect(await mailsTo(rig, email)).toHaveLength(1);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await newestMail(rig, 'nobody@nowhere.example')).token).toBe('');
    expect((await newestMail(rig, users.teamViewer.email)).token).toBe('');
  });

  test('no token can be guessed or borrowed from another purpose', async () => {
    await post(rig, '/v1/registrations', { email: 'new@comer.example' });
    const { token } = await newestMail(rig, 'new@comer.example');
    for (const guess of [token, 'A'.repeat(43)]) expect((await finish(guess)).body.code).toBe('link.unknown');
  });
});

describe('another e-mail address', () => {
  test('counts once its own mailbox has confirmed it; the old one is told and its links are void', async () => {
    const own = await httpRig();
    const browser = browserOf(own, await post(own, '/v1/session', { email: users.heron.email, password }));
    const wrong = await browser.send('post', '/v1/account/email', {
      email: 'mara@blueheron.example',
      password: 'wrong',
    });
    expect(wrong.body.errors).toEqual([{ place: 'body/password', message: 'is not your password.' }]);
    await post(own, '/v1/password-resets', { email: users.heron.email });
    const reset = (await newestMail(own, users.heron.email)).token;
    const asked = await browser.send('post', '/v1/account/email', { email: 'mara@blueheron.example', password });
    expect(asked.status, asked.text).toBe(202);
    expect((await browser.get('/v1/session')).body.user.email).toBe(users.heron.email);
    const { token } = await newestMail(own, 'mara@blueheron.example');
    const done = await post(own, '/v1/account/email/confirm', { token });
    expect(done.body).toEqual({ email: 'mara@blueheron.example' });
    expect((await newestMail(own, users.heron.email)).text).toContain('mara@blueheron.example');
    expect(
      (await post(own, '/v1/password-resets/finish', { token: reset, newPassword: 'other words are enough' })).body
        .code,
    ).toBe('link.used');
    expect((await post(own, '/v1/session', { email: 'mara@blueheron.example', password })).status).toBe(200);
    expect((await post(own, '/v1/account/email/confirm', { token })).body.code).toBe('link.used');
    await own.close();
  });

  test('of somebody else is answered like a free one, and cannot be had', async () => {
    const own = await httpRig();
    const browser = browserOf(own, await post(own, '/v1/session', { email: users.heron.email, password }));
    const asked = await browser.send('post', '/v1/account/email', { email: users.quayside.email, password });
    expect(asked.status).toBe(202);
    const mail = await newestMail(own, users.quayside.email);
    expect([mail.purpose, mail.token]).toEqual(['registration-known', '']);
    await own.close();
  });
});

test('a sign-in on a new device is told by mail; one on a known device and the first of all are not', async () => {
  const own = await httpRig();
  const email = users.quayside.email;
  const first = await post(own, '/v1/session', { email, password });
  expect(await mailsTo(own, email)).toEqual([]);
  const device = first
    .get('Set-Cookie')!
    .find((one) => one.startsWith('crossdock_device='))!
    .split(';')[0]!;
  await post(own, '/v1/session', { email, password }).set('Cookie', device);
  expect(await mailsTo(own, email)).toEqual([]);
  await post(own, '/v1/session', { email, password });
  expect((await newestMail(own, email)).subject).toBe('You signed in on a new device');
  await own.close();
});
