import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs, password, users } from '../rig.ts';
import { audited, browserOf, mailsTo, newestMail, post } from './mailbox.ts';

let rig: HttpRig;
let team: Browser;
let admin: Browser;
const dayMs = 86_400_000;

beforeAll(async () => {
  rig = await httpRig();
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});
beforeEach(async () => {
  [team, admin] = [await rig.signIn('team'), await rig.signIn('quayside')];
});

const address = (org: string) => `/v1/organizations/${org}/invites`;
const accept = (token: string, more: object = {}) =>
  post(rig, '/v1/invites/accept', { token, name: 'Ana Prieto', password: 'four words are enough', ...more });

async function invite(email: string, roles: readonly string[] = ['partner-editor']) {
  const made = await admin.send('post', address(orgs.quayside)).send({ email, roles });
  expect(made.status, made.text).toBe(201);
  return { id: made.body.id as string, answer: made.text, token: (await newestMail(rig, email)).token };
}

describe('an invite into an organisation', () => {
  test('leads by its mail to an account with the roles that were said, signed in at once', async () => {
    const { token, answer } = await invite('lena@quayside.example', ['partner-viewer', 'partner-editor']);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(answer).not.toContain(token);
    const read = await post(rig, '/v1/invites/read', { token });
    expect(read.body).toMatchObject({
      email: 'lena@quayside.example',
      organization: 'Quayside Logistics',
      invitedBy: 'quayside',
    });
    const done = await accept(token);
    expect([done.status, done.body.user.roles], done.text).toEqual([201, ['partner-editor', 'partner-viewer']]);
    expect((await browserOf(rig, done).get('/v1/messages')).status).toBe(200);
    const signIn = await post(rig, '/v1/session', {
      email: 'lena@quayside.example',
      password: 'four words are enough',
    });
    expect(signIn.body.organization.id).toBe(orgs.quayside);
    const list = await admin.get(address(orgs.quayside));
    expect(list.body.invites[0]).toMatchObject({ state: 'accepted', email: 'lena@quayside.example' });
    expect(await audited(rig, 'invite.created')).not.toHaveLength(0);
    expect(await audited(rig, 'invite.accepted')).not.toHaveLength(0);
  });

  test('works once: the second try is told to sign in', async () => {
    const { token } = await invite('once@quayside.example');
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
    const again = await accept(token);
    expect([again.status, again.body.code]).toEqual([410, 'link.used']);
    expect(again.body.detail).toContain('Sign in as once@quayside.example');
  });

  test('that was taken back or has expired opens nothing and says whom to ask', async () => {
    const [back, late] = [await invite('back@quayside.example'), await invite('late@quayside.example')];
    const revoked = await admin.send('post', `${address(orgs.quayside)}/${back.id}/revoke`);
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked']);
    expect((await accept(back.token)).body).toMatchObject({ status: 410, code: 'link.revoked' });
    rig.context.pass(8 * dayMs);
    admin = await rig.signIn('quayside');
    const over = await accept(late.token);
    expect(over.body).toMatchObject({ status: 410, code: 'link.expired' });
    expect(over.body.detail).toContain('Ask an admin of Quayside Logistics');
    expect((await admin.get(address(orgs.quayside))).body.invites.map(({ state }: { state: string }) => state)).toEqual(
      expect.arrayContaining(['revoked', 'expired']),
    );
  });

  test('ends when another one for the same address comes in its place', async () => {
    const first = await invite('twice@quayside.example');
    const second = await invite('twice@quayside.example');
    expect((await accept(first.token)).body.code).toBe('link.revoked');
    expect((await accept(second.token)).status).toBe(201);
  });

  test('cannot be guessed, nor made for an organisation or a role of somebody else', async () => {
    for (const token of ['x'.repeat(43), `${'A'.repeat(42)}B`])
      expect((await accept(token)).body.code).toBe('link.unknown');
    const foreign = await admin
      .send('post', address(orgs.heron))
      .send({ email: 'a@b.example', roles: ['partner-viewer'] });
    expect(foreign.status).toBe(404);
    const role = await admin.send('post', address(orgs.quayside)).send({ email: 'a@b.example', roles: ['team-admin'] });
    expect(role.status).toBe(400);
    const known = await admin
      .send('post', address(orgs.quayside))
      .send({ email: users.heron.email, roles: ['partner-viewer'] });
    expect(known.status).toBe(409);
    const { id } = await invite('mine@quayside.example');
    const heron = await rig.signIn('heron');
    expect((await heron.send('post', `${address(orgs.quayside)}/${id}/revoke`)).status).toBe(403);
    expect(await rig.context.db.system('invite').where({ id }).first('revoked_at')).toEqual({ revoked_at: null });
  });

  test('keeps neither its token in the database nor names that deceive in its mail', async () => {
    const { token } = await invite('plain@quayside.example');
    expect(JSON.stringify(await rig.context.db.system('invite'))).not.toContain(token);
    expect(JSON.stringify(await rig.context.db.system('mail'))).not.toContain(token);
    expect(JSON.stringify(rig.log)).not.toContain(token);
    const named = await admin
      .send('post', address(orgs.quayside))
      .send({ email: 'n@quayside.example', name: 'Ann\nBcc: x@y.example', roles: ['partner-viewer'] });
    expect(named.status).toBe(400);
    expect(await mailsTo(rig, 'n@quayside.example')).toEqual([]);
  });
});

describe('an invite of a company', () => {
  const company = { name: 'Harbour Row Storage', template: 'standard-3pl' };

  test('makes the company from its template at the stage registered, with a sandbox and nothing in production', async () => {
    const made = await team
      .send('post', '/v1/invites')
      .send({ email: 'ana@harbourrow.example', name: 'Ana Prieto', company });
    expect(made.status, made.text).toBe(201);
    const { token, text } = await newestMail(rig, 'ana@harbourrow.example');
    expect(text).toContain('Harbour Row Storage');
    const done = await accept(token);
    expect([done.status, done.body.environments, done.body.user.roles], done.text).toEqual([
      201,
      ['sandbox'],
      ['partner-admin'],
    ]);
    const org = await rig.context.db.system('organization').where({ id: done.body.organization.id }).first();
    expect(org).toMatchObject({ name: 'Harbour Row Storage', kind: '3pl', stage: 'registered' });
    const uses = await rig.context.db
      .system('configuration_in_use')
      .where({ org_id: org.id, environment: 'production' });
    expect(uses).toEqual([]);
    expect((await team.get('/v1/invites')).body.invites[0]).toMatchObject({
      state: 'accepted',
      company: { kind: '3pl' },
    });
  });

  test('is for those of the team who make partners, and for names that are free', async () => {
    const viewer = await rig.signIn('teamViewer');
    expect((await viewer.send('post', '/v1/invites').send({ email: 'x@y.example', company })).status).toBe(403);
    expect((await admin.send('post', '/v1/invites').send({ email: 'x@y.example', company })).status).toBe(403);
    const taken = await team
      .send('post', '/v1/invites')
      .send({ email: 'x@y.example', company: { ...company, name: 'quayside logistics' } });
    expect(taken.status).toBe(409);
    const unknown = await team
      .send('post', '/v1/invites')
      .send({ email: 'x@y.example', company: { name: 'New', template: 'none' } });
    expect(unknown.body.errors).toEqual([{ place: 'body/company/template', message: 'There is no template none' }]);
  });

  test('opens nothing while registration is switched off', async () => {
    const shut = await httpRig({ entry: { registration: 'off' } });
    const browser = await shut.signIn('team');
    expect((await browser.send('post', '/v1/invites').send({ email: 'x@y.example', company })).status).toBe(409);
    await shut.close();
  });
});

test('signing in with a session of before ends it: nobody gets a session that was prepared for them', async () => {
  const { token } = await invite('fixed@quayside.example');
  const planted = await rig.signIn('heron');
  const done = await accept(token).set('Cookie', planted.cookie);
  expect(browserOf(rig, done).cookies[0]).not.toBe(planted.cookie);
  expect((await planted.get('/v1/session')).status).toBe(401);
  expect(password).toBeDefined();
});
