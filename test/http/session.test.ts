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
    user: { email: users.team.email, role: 'admin' },
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
    role: 'viewer',
    passwordHash,
  });
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect((await post({ email: 'guess@blueheron.example', password: 'wrong' })).status).toBe(401);
  const blocked = await post({ email: 'guess@blueheron.example', password });
  expect(blocked.status).toBe(429);
  expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
  expect(blocked.body.code).toBe('http.too-many-requests');
  expect((await post({ email: users.team.email, password })).status).toBe(200);
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

test('without a cookie, with one of nobody, or with an API key there is no session', async () => {
  const none = await request(rig.app).get('/v1/session');
  const nobody = await request(rig.app).get('/v1/session').set('Cookie', 'crossdock_session=abc; other=%E0%A4%A');
  const key = await rig.withKey('quayside', 'get', '/v1/session');
  for (const answer of [none, nobody, key])
    expect([answer.status, answer.body.code]).toEqual([401, 'http.unauthorized']);
});
