import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs, password, users } from './rig.ts';

// People of an organisation: who is added, what each may do, and how somebody is shut out.

let rig: HttpRig;
let admin: Browser;
const people = `/v1/organizations/${orgs.quayside}/users`;

beforeAll(async () => {
  rig = await httpRig();
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});
beforeEach(async () => {
  admin = await rig.signIn('quayside');
});

const system = () => rig.context.db.system;
const signInAs = (email: string, given: string) =>
  request(rig.app).post('/v1/session').send({ email, password: given });
const audited = (action: string, id: string) =>
  system()('audit_entry').where({ action }).whereRaw(`detail -> 'subject' ->> 'id' = ?`, [id]);

async function add(roles: readonly string[], name = 'Lena Ortiz', email = `${crypto.randomUUID()}@quayside.example`) {
  const answer = await admin.send('post', people).send({ name, email, roles });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { user: { id: string; email: string; state: string }; password: string; until: string };
}

/** A browser with the session of an answer to a sign-in or a change of password. */
function browserOf(answer: request.Response) {
  const cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
  return {
    get: (path: string) => request(rig.app).get(path).set('Cookie', cookie),
    send: (method: 'put' | 'post' | 'delete', path: string) =>
      request(rig.app)[method](path).set('Cookie', cookie).set('X-CSRF-Token', answer.body.csrfToken),
  };
}

describe('a person who is added', () => {
  test('gets a temporary password, shown once, that opens nothing but the choice of another one', async () => {
    const { user, password: given, until } = await add(['partner-viewer', 'partner-editor']);
    expect(user).toMatchObject({ state: 'new', roles: ['partner-editor', 'partner-viewer'] });
    expect(Date.parse(until) - rig.context.now().getTime()).toBe(7 * 86_400_000);
    expect((await admin.get(people)).text).not.toContain(given);
    const first = await signInAs(user.email, given);
    expect([first.status, first.body.mustChangePassword]).toEqual([200, true]);
    const held = await browserOf(first).get('/v1/messages');
    expect([held.status, held.body.code]).toEqual([403, 'http.password-temporary']);
    const body = { oldPassword: given, newPassword: 'four words are enough' };
    const changed = await browserOf(first).send('put', '/v1/account/password').send(body);
    expect([changed.status, changed.body.mustChangePassword], changed.text).toEqual([200, undefined]);
    expect((await browserOf(changed).get('/v1/messages')).status).toBe(200);
    expect((await browserOf(first).get('/v1/messages')).status).toBe(401);
    expect((await signInAs(user.email, given)).status).toBe(401);
    const [entry] = await audited('user.added', user.id);
    expect([entry.actor, entry.org_id, entry.detail.by.kind]).toEqual([users.quayside.email, orgs.quayside, 'person']);
    expect(entry.detail).toMatchObject({ subject: { type: 'user' }, before: null, after: { email: user.email } });
    expect(JSON.stringify(entry)).not.toContain(given);
  });

  test('is refused after seven days with the temporary password, and told why', async () => {
    const own = await httpRig();
    const by = await own.signIn('quayside');
    const body = { name: 'Late', email: 'late@quayside.example', roles: ['partner-viewer'] };
    const added = await by.send('post', people).send(body);
    own.context.pass(7 * 86_400_000);
    const late = await request(own.app).post('/v1/session').send({ email: body.email, password: added.body.password });
    expect([late.status, late.body.code]).toEqual([401, 'http.sign-in-failed']);
    expect(late.body.detail).toMatch(/temporary password is over/);
    await own.close();
  });

  test.each([
    ['an address that is none', { email: 'lena' }, 400],
    ['a role of the team', { roles: ['team-admin'] }, 400],
    ['no role', { roles: [] }, 400],
    ['an address that has an account, in whatever case', { email: users.quayside.email.toUpperCase() }, 409],
  ])('is not added with %s', async (_, wrong, status) => {
    const body = { name: 'Lena', email: 'lena@quayside.example', roles: ['partner-viewer'], ...wrong };
    expect((await admin.send('post', people).send(body)).status).toBe(status);
    expect(await system()('app_user').where({ email: 'lena@quayside.example' })).toEqual([]);
  });
});

describe('a change of a person', () => {
  test('of roles holds with the next request, and is on record with before and after', async () => {
    const { user, password: given } = await add(['partner-admin']);
    const first = await signInAs(user.email, given);
    const change = { oldPassword: given, newPassword: 'four words are enough' };
    const theirs = browserOf(await browserOf(first).send('put', '/v1/account/password').send(change));
    const put = await admin.send('put', `${people}/${user.id}/roles`).send({ roles: ['partner-viewer'] });
    expect([put.status, put.body.roles]).toEqual([200, ['partner-viewer']]);
    expect((await theirs.get('/v1/session')).body.user.roles).toEqual(['partner-viewer']);
    expect((await theirs.send('post', people).send({})).status).toBe(403);
    await admin.send('put', `${people}/${user.id}/roles`).send({ roles: ['partner-viewer'] });
    const entries = await audited('user.roles-set', user.id);
    expect(entries.map(({ detail }) => [detail.before, detail.after])).toEqual([
      [['partner-admin'], ['partner-viewer']],
    ]);
  });

  test('that disables ends the sessions at once, and enabling lets in with the same password', async () => {
    const { user, password: given } = await add(['partner-viewer']);
    const theirs = browserOf(await signInAs(user.email, given));
    const off = await admin.send('post', `${people}/${user.id}/disable`);
    expect([off.status, off.body.state]).toEqual([200, 'disabled']);
    expect((await theirs.get('/v1/session')).status).toBe(401);
    expect((await signInAs(user.email, given)).status).toBe(401);
    expect((await admin.send('post', `${people}/${user.id}/password`)).status).toBe(409);
    const on = await admin.send('post', `${people}/${user.id}/enable`);
    expect([on.status, on.body.state]).toEqual([200, 'new']);
    expect((await signInAs(user.email, given)).status).toBe(200);
    for (const action of ['user.disabled', 'user.enabled']) expect(await audited(action, user.id)).toHaveLength(1);
  });

  test('that resets the password ends the sessions and gives a temporary one', async () => {
    const { user, password: given } = await add(['partner-viewer']);
    const theirs = browserOf(await signInAs(user.email, given));
    const reset = await admin.send('post', `${people}/${user.id}/password`);
    expect([reset.status, reset.body.user.state]).toEqual([200, 'new']);
    expect((await theirs.get('/v1/session')).status).toBe(401);
    expect((await signInAs(user.email, given)).status).toBe(401);
    expect((await signInAs(user.email, reset.body.password)).body.mustChangePassword).toBe(true);
  });

  test('never takes the last admin who can sign in, not even when two try at the same moment', async () => {
    const own = await httpRig();
    const by = await own.signIn('quayside');
    const other = { name: 'Two', email: 'two@quayside.example', roles: ['partner-admin'] };
    const two = (await by.send('post', people).send(other)).body.user.id as string;
    const one = (await own.context.db.system('app_user').where({ email: users.quayside.email }).first()).id as string;
    const demote = (id: string) => by.send('put', `${people}/${id}/roles`).send({ roles: ['partner-editor'] });
    const both = await Promise.all([demote(one), by.send('post', `${people}/${two}/disable`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.detail).toMatch(/only admin of the organisation/);
    await own.close();
  });

  test('is of a person of the organisation that the address names', async () => {
    const { id } = await system()('app_user').where({ email: users.heron.email }).first();
    const roles = { roles: ['partner-viewer'] };
    expect((await admin.send('put', `${people}/${id}/roles`).send(roles)).status).toBe(404);
    expect((await admin.send('post', `${people}/${id}/disable`)).status).toBe(404);
    expect((await admin.send('post', `${people}/${id}/password`)).status).toBe(404);
  });

  test('does not reach into another organisation through an account that belongs to both', async () => {
    const { user } = await add(['partner-viewer']);
    await system()('membership').insert({ user_id: user.id, org_id: orgs.owner, roles: ['team-admin'] });
    for (const verb of ['password', 'disable'])
      expect([verb, (await admin.send('post', `${people}/${user.id}/${verb}`)).status]).toEqual([verb, 409]);
    const team = await rig.signIn('team');
    expect((await team.send('post', `${people}/${user.id}/disable`)).status).toBe(200);
  });
});

describe('one’s own account', () => {
  test('gets another password only with the old one, and all other sessions end', async () => {
    const mine = await signInAs(users.heron.email, password);
    const elsewhere = browserOf(await signInAs(users.heron.email, password));
    const change = (body: object) => browserOf(mine).send('put', '/v1/account/password').send(body);
    const wrong = await change({ oldPassword: 'wrong', newPassword: 'four words are enough' });
    expect([wrong.status, wrong.body.errors[0].place]).toEqual([400, 'body/oldPassword']);
    const short = await change({ oldPassword: password, newPassword: 'short' });
    expect([short.status, short.body.errors[0].place]).toEqual([400, 'body/newPassword']);
    expect((await change({ oldPassword: password, newPassword: password })).status).toBe(400);
    const good = await change({ oldPassword: password, newPassword: 'four words are enough' });
    expect(good.status, good.text).toBe(200);
    expect((await browserOf(good).get('/v1/session')).status).toBe(200);
    expect((await elsewhere.get('/v1/session')).status).toBe(401);
    const back = { oldPassword: 'four words are enough', newPassword: password };
    expect((await browserOf(good).send('put', '/v1/account/password').send(back)).status).toBe(200);
  });

  test('shows its sessions with browser and time, and ends one or all others', async () => {
    const agent = () => signInAs(users.team.email, password).set('User-Agent', 'Test browser 1');
    await system()('session')
      .whereIn('user_id', system()('app_user').where({ email: users.team.email }).select('id'))
      .delete();
    const [mine, second, third] = [await agent(), await agent(), await agent()];
    const list = async () => (await browserOf(mine).get('/v1/account/sessions')).body.sessions;
    const seen = await list();
    expect(seen).toHaveLength(3);
    expect(seen.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
    expect(seen[0]).toMatchObject({ browser: 'Test browser 1', createdAt: rig.context.now().toISOString() });
    const secondId = (await browserOf(second).get('/v1/account/sessions')).body.sessions.find(
      (one: { current: boolean }) => one.current,
    ).id;
    expect((await browserOf(mine).send('delete', `/v1/account/sessions/${secondId}`)).status).toBe(204);
    expect((await browserOf(second).get('/v1/session')).status).toBe(401);
    expect((await browserOf(third).get('/v1/session')).status).toBe(200);
    expect((await admin.send('delete', `/v1/account/sessions/${seen[0].id}`)).status).toBe(404);
    expect((await browserOf(mine).send('delete', '/v1/account/sessions')).status).toBe(204);
    expect((await browserOf(third).get('/v1/session')).status).toBe(401);
    expect(await list()).toHaveLength(1);
  });
});

test('a refused sign-in is on record with whose account it is, and never with what was typed', async () => {
  await signInAs(users.heron.email, 'wrong password here');
  await signInAs('my-password-by-mistake@x', 'wrong');
  const entries = await system()('audit_entry').where({ action: 'session.refused' }).orderBy('id');
  const [known, unknown] = entries.slice(-2);
  expect(known).toMatchObject({ org_id: orgs.heron, actor: users.heron.email, detail: { why: 'wrong password' } });
  expect(unknown).toMatchObject({ org_id: orgs.owner, actor: 'nobody known', detail: { why: 'no such account' } });
  expect(JSON.stringify(entries)).not.toMatch(/by-mistake|wrong password here/);
});
