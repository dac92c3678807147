import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addUser } from '../../services/store/users.ts';
import { type HttpRig, httpRig, orgs, password, users } from './rig.ts';

let rig: HttpRig;
const twelveHoursMs = 12 * 60 * 60 * 1000;

beforeAll(async () => {
  rig = await httpRig({ limits: { signInFailures: 5 } });
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const post = (body: object) => request(rig.app).post('/v1/session').send(body);

test('signing in answers who it is and on which side, and sets a cookie that scripts and other sites cannot use', async () => {
  const team = await post({ email: users.team.email, password });
  expect(team.status).toBe(200);
  expect(team.body).toMatchObject({
    user: { email: users.team.email, roles: ['team-admin'] },
    organization: { id: orgs.owner, kind: 'owner' },
    side: 'team',
    environments: ['production', 'sandbox'],
  });
  const [cookie] = team.get('Set-Cookie')!;
  expect(cookie).toMatch(/^crossdock_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const partner = await post({ email: users.heron.email.toUpperCase(), password });
  expect(partner.body).toMatchObject({
    side: 'partner',
    organization: { id: orgs.heron },
    environments: ['production'],
  });
});

test('behind https the cookie is Secure and browsers are told to stay with https', async () => {
  const https = await httpRig({ secureCookies: true });
  const answer = await request(https.app).post('/v1/session').send({ email: users.team.email, password });
  expect(answer.get('Set-Cookie')![0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  expect(answer.headers['strict-transport-security']).toBeDefined();
  await https.close();
});

test('a proxy that is trusted tells that the browser came by https; anybody else is not believed', async () => {
  const proxied = await httpRig({ trustProxy: 1 });
  const signIn = (app: HttpRig['app']) =>
    request(app).post('/v1/session').set('X-Forwarded-Proto', 'https').send({ email: users.team.email, password });
  const secure = await signIn(proxied.app);
  expect(secure.get('Set-Cookie')).toHaveLength(2);
  for (const cookie of secure.get('Set-Cookie')!) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  expect(secure.headers['strict-transport-security']).toBeDefined();
  const plain = await signIn(rig.app);
  for (const cookie of plain.get('Set-Cookie')!) expect(cookie).not.toContain('Secure');
  expect(plain.headers['strict-transport-security']).toBeUndefined();
  await proxied.close();
});

test('neither token nor password is in the database or the log', async () => {
  const answer = await post({ email: users.team.email, password });
  const token = /crossdock_session=([^;]+)/.exec(answer.get('Set-Cookie')![0]!)![1]!;
  const [row] = await rig.context.db.system('session').orderBy('created_at', 'desc').limit(1);
  expect(row.token_hash).toHaveLength(32);
  expect(JSON.stringify(await rig.context.db.system('session'))).not.toContain(token);
  const user = await rig.context.db.system('app_user').where({ email: users.team.email }).first();
  expect(user.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(JSON.stringify(rig.log)).not.toContain(token);
  expect(JSON.stringify(rig.log)).not.toContain(password);
});

test('a wrong password and an unknown e-mail address are answered alike', async () => {
  const [wrong, unknown] = [
    await post({ email: users.heron.email, password: 'wrong' }),
    await post({ email: 'nobody@nowhere.example', password }),
  ];
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  const { requestId: one, ...first } = wrong.body;
  const { requestId: two, ...second } = unknown.body;
  expect(first).toEqual(second);
  expect(one).not.toBe(two);
});

test('a disabled account cannot sign in, and its open sessions are over', async () => {
  const browser = await rig.signIn('quayside');
  const { db, now } = rig.context;
  await db.system('app_user').where({ email: users.quayside.email }).update({ disabled_at: now() });
  expect((await post({ email: users.quayside.email, password })).status).toBe(401);
  expect((await browser.get('/v1/session')).status).toBe(401);
  await db.system('app_user').where({ email: users.quayside.email }).update({ disabled_at: null });
});

test('too many wrong passwords are answered 429 with Retry-After, also for the right one, and for nobody else', async () => {
  const { db, newId } = rig.context;
  const passwordHash = (await db.system('app_user').where({ email: users.heron.email }).first()).password_hash;
  await addUser(db.system, {
    id: newId(),
    orgId: orgs.heron,
    email: 'guess@blueheron.example',
    name: 'Guess',
    roles: ['partner-viewer'],
    passwordHash,
  });
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await post({ email: 'guess@blueheron.example', password: 'wrong' })).status).toBe(401);
  const blocked = await post({ email: 'guess@blueheron.example', password });
  expect(blocked.status).toBe(429);
  expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
  expect(blocked.body.code).toBe('http.too-many-sign-ins');
  expect(blocked.body.detail).toMatch(/Wait 15 minutes, then sign in again/);
  expect((await post({ email: users.team.email, password })).status).toBe(200);
});

test('of a hundred guesses at the same moment ten are looked at, and a quarter of an hour later the account is open again', async () => {
  const own = await httpRig({ limits: { signInsPerMinute: 0 } });
  const guess = (given: string) =>
    request(own.app).post('/v1/session').send({ email: users.heron.email.toUpperCase(), password: given });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, nth) => guess(`wrong ${nth}`)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(90);
  const right = await guess(password);
  expect([right.status, right.headers['retry-after']]).toEqual([429, '900']);
  expect((await request(own.app).post('/v1/session').send({ email: users.team.email, password })).status).toBe(200);
  own.context.pass(15 * 60_000);
  expect((await guess(password)).status).toBe(200);
  // Right ones are no guesses, however many there are.
  for (let nth = 0; nth < 12; nth += 1) expect((await guess(password)).status).toBe(200);
  await own.close();
});

test('guesses from everywhere share the tries of the account; who has signed in from a device before is not locked out there, others for five minutes', async () => {
  const own = await httpRig({ limits: { signInsPerMinute: 0 }, trustProxy: 1 });
  const from = (address: string, given: string, cookie = '') =>
    request(own.app)
      .post('/v1/session')
      .set('X-Forwarded-For', address)
      .set('Cookie', cookie)
      .send({ email: users.quayside.email, password: given });
  const device = (answer: request.Response) =>
    answer
      .get('Set-Cookie')!
      .find((cookie) => cookie.startsWith('crossdock_device='))!
      .split(';')[0]!;
  const known = device(await from('192.0.2.1', password));
  const team = await request(own.app).post('/v1/session').send({ email: users.team.email, password });

  const guesses = await Promise.all(Array.from({ length: 100 }, (_, nth) => from(`198.51.100.${nth}`, 'wrong')));
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(30);
  expect((await from('192.0.2.1', password, known)).status).toBe(200);
  expect((await from('203.0.113.9', password, known)).status).toBe(200);
  for (const foreign of ['', device(team), `${known}xxxx`, 'crossdock_device=abc']) {
    const refused = await from('192.0.2.1', password, foreign);
    expect([foreign, refused.status, refused.headers['retry-after']]).toEqual([foreign, 429, '300']);
  }
  own.context.pass(5 * 60_000);
  expect((await from('192.0.2.1', password)).status).toBe(200);
  // A device that was stolen has its ten tries as well, and no more.
  const stolen = await Promise.all(Array.from({ length: 20 }, () => from('198.51.100.7', 'wrong', known)));
  expect(stolen.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(JSON.stringify(await own.context.db.system('sign_in_attempt'))).not.toContain('quayside');
  await own.close();
});

test('a token that a browser came with is never the one it signs in with, and is over', async () => {
  const first = await rig.signIn('team');
  const planted = await post({ email: users.heron.email, password });
  const again = await request(rig.app)
    .post('/v1/session')
    .set('Cookie', first.cookie)
    .send({ email: users.team.email, password });
  const [cookie] = again.get('Set-Cookie')!;
  expect(cookie).toMatch(/^crossdock_session=[\w-]{43};/);
  expect(cookie!.split(';')[0]).not.toBe(first.cookie);
  expect(cookie!.split(';')[0]).not.toBe(planted.get('Set-Cookie')![0]!.split(';')[0]);
  expect((await first.get('/v1/session')).status).toBe(401);
});

test('signing in and out cannot be done by a form of another site', async () => {
  for (const type of ['form', 'text/plain', 'multipart/form-data']) {
    const answer = await request(rig.app)
      .post('/v1/session')
      .type(type)
      .send(type === 'form' ? { email: users.team.email, password } : '{}');
    expect([type, answer.status, answer.headers['set-cookie']]).toEqual([type, 415, undefined]);
  }
});

test('each address may try a limited number of times a minute', async () => {
  const strict = await httpRig({ limits: { signInsPerMinute: 2 } });
  const tries = [];
  for (let attempt = 0; attempt < 3; attempt += 1)
    tries.push((await request(strict.app).post('/v1/session').send({ email: users.team.email, password })).status);
  expect(tries).toEqual([200, 200, 429]);
  await strict.close();
});

test('a body that does not fit is 400 and names each place; what is not JSON is 400 or 415', async () => {
  const wrong = await post({ email: 'x', password: '', extra: 1 });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map((e: { place: string }) => e.place).sort()).toEqual([
    'body/email',
    'body/extra',
    'body/password',
  ]);
  const nul = await post({ email: 'a\0b@c.example', password });
  expect(nul.status).toBe(400);
  const broken = await request(rig.app).post('/v1/session').type('application/json').send('{"email":');
  expect([broken.status, broken.body.code]).toEqual([400, 'http.request-invalid']);
  for (const deep of ['['.repeat(50_000), '{"email":'.repeat(10_000), `{"email":${'['.repeat(65)}${']'.repeat(65)}}`]) {
    const answer = await request(rig.app).post('/v1/session').type('application/json').send(deep);
    expect([answer.status, answer.body.code, answer.body.errors[0].place]).toEqual([
      400,
      'http.request-invalid',
      'body',
    ]);
  }
  const form = await request(rig.app).post('/v1/session').type('form').send({ email: 'a@b.example', password });
  expect([form.status, form.body.code]).toEqual([415, 'http.media-type']);
  const large = await request(rig.app)
    .post('/v1/session')
    .send({ email: 'a@b.example', password: 'x'.repeat(200_000) });
  expect([large.status, large.body.code]).toEqual([413, 'http.too-large']);
  const none = await request(rig.app).post('/v1/session');
  expect(none.status).toBe(415);
});

test('a session lasts twelve hours', async () => {
  const own = await httpRig();
  const browser = await own.signIn('team');
  own.context.pass(twelveHoursMs - 1000);
  expect((await browser.get('/v1/session')).status).toBe(200);
  own.context.pass(1000);
  const over = await browser.get('/v1/session');
  expect([over.status, over.body.code]).toEqual([401, 'http.unauthorized']);
  await own.close();
});

test('what changes something needs the CSRF token of this very session', async () => {
  const [browser, other] = [await rig.signIn('team'), await rig.signIn('team')];
  const without = await browser.send('delete', '/v1/session').unset('X-CSRF-Token');
  const foreign = await browser.send('delete', '/v1/session').set('X-CSRF-Token', other.csrf);
  for (const answer of [without, foreign]) expect([answer.status, answer.body.code]).toEqual([403, 'http.csrf']);
  expect((await browser.get('/v1/session')).status).toBe(200);
});

test('signing out ends the session at once and takes the cookie away', async () => {
  const browser = await rig.signIn('team');
  const out = await browser.send('delete', '/v1/session');
  expect(out.status).toBe(204);
  expect(out.get('Set-Cookie')![0]).toMatch(/^crossdock_session=; Max-Age=0/);
  expect((await browser.get('/v1/session')).status).toBe(401);
  expect((await browser.send('delete', '/v1/session')).status).toBe(401);
});

test('signing in and out is in the audit trail of the organisation', async () => {
  const browser = await rig.signIn('heron');
  await browser.send('delete', '/v1/session');
  const entries = await rig.context.db
    .system('audit_entry')
    .where({ org_id: orgs.heron, actor: users.heron.email })
    .orderBy('id', 'desc')
    .limit(2);
  expect(entries.map((e) => e.action)).toEqual(['session.ended', 'session.started']);
});

test('without a cookie, with one of nobody, or with a key that is none there is no session', async () => {
  const none = await request(rig.app).get('/v1/session');
  const nobody = await request(rig.app).get('/v1/session').set('Cookie', 'crossdock_session=abc; other=%E0%A4%A');
  const key = await request(rig.app).get('/v1/session').set('Authorization', 'Bearer cdk_none');
  for (const answer of [none, nobody, key])
    expect([answer.status, answer.body.code]).toEqual([401, 'http.unauthorized']);
});

test('whoever sends an API key where people are asked for, or comes without one where it is needed, is told what the operation takes', async () => {
  const key = await rig.withKey('quayside', 'get', '/v1/session');
  expect([key.status, key.body.code]).toEqual([403, 'http.forbidden']);
  expect(key.body.detail).toMatch(/^This is the API key Quayside WMS \(production\)\. getSession is for people/);
  const person = await (await rig.signIn('heron')).send('post', '/v1/inbox');
  expect([person.status, person.body.code]).toEqual([403, 'http.forbidden']);
  expect(person.body.detail).toMatch(/^You are signed in as edi@blueheron.example\. submitDocument is for machines/);
});

test('whose role does not include an operation is told which roles do', async () => {
  const auditor = await (await rig.signIn('teamViewer'))
    .send('post', '/v1/retries')
    .send({ environment: 'production' });
  expect(auditor.body.detail).toBe(
    'This takes the role team admin, team integrator or team operator; your role is team auditor. Ask an administrator of your organisation.',
  );
  expect((await (await rig.signIn('quayside')).get('/v1/cases')).body.detail).toBe(
    'Only the integration team may do this.',
  );
});
