import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpRig, httpRig, orgs, users } from '../rig.ts';
import { audited, browserOf, mailsTo, newestMail, post } from './mailbox.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await httpRig();
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

const start = (email: string) => post(rig, '/v1/registrations', { email });
async function tokenOf(email: string): Promise<string> {
  expect((await start(email)).status).toBe(202);
  return (await newestMail(rig, email)).token;
}
const form = (name: string, more: object = {}) => ({
  company: { name, kind: '3pl', ...more },
  template: 'standard-3pl',
  person: { name: 'Ana Prieto' },
});
const finish = (token: string, given: object, more: object = {}) =>
  post(rig, '/v1/registrations/finish', { token, form: given, password: 'four words are enough', ...more });
const check = (token: string, given: object) => post(rig, '/v1/registrations/check', { token, form: given });

describe('a registration', () => {
  test('proves the address, keeps the form, and makes the company with a sandbox and its first admin', async () => {
    const token = await tokenOf('ana@saltmarsh.example');
    const opened = await post(rig, '/v1/registrations/read', { token });
    expect(opened.body).toMatchObject({
      email: 'ana@saltmarsh.example',
      form: {},
      revision: 0,
      organization: 'Northgate Outfitters',
    });
    expect(opened.body.templates.length).toBeGreaterThan(1);
    const done = await finish(token, form('Saltmarsh Storage', { scac: 'slms', gln: '4012345000009' }));
    expect([done.status, done.body.environments], done.text).toEqual([201, ['sandbox']]);
    const org = await rig.context.db.system('organization').where({ id: done.body.organization.id }).first();
    expect(org).toMatchObject({ stage: 'registered', scac: 'SLMS', gln: '4012345000009', kind: '3pl' });
    const identities = await rig.context.db.system('trading_identity').where({ org_id: org.id });
    expect(identities).toMatchObject([{ environment: 'sandbox', qualifier: '02', isa_id: 'SLMS' }]);
    expect((await browserOf(rig, done).get(`/v1/partners/${org.id}`)).status).toBe(200);
    expect(await audited(rig, 'registration.finished')).toHaveLength(1);
    expect((await finish(token, form('Saltmarsh Two'))).body.code).toBe('link.used');
  });

  test('is left on one device and gone on with on another; who saved first is not written over', async () => {
    const [first, second] = [await tokenOf('bo@fenwick.example'), await tokenOf('BO@fenwick.example')];
    const kept = await post(rig, '/v1/registrations/read', { token: first });
    const save = (token: string, revision: number, name: string) =>
      request(rig.app)
        .put('/v1/registrations')
        .send({ token, revision, form: { company: { name } } });
    expect((await save(first, kept.body.revision, 'Fenwick')).status).toBe(200);
    const there = await post(rig, '/v1/registrations/read', { token: second });
    expect(there.body).toMatchObject({ form: { company: { name: 'Fenwick' } }, revision: 1 });
    expect((await save(second, 1, 'Fenwick Freight')).status).toBe(200);
    const late = await save(first, 1, 'Something else');
    expect(late.status).toBe(409);
    expect((await post(rig, '/v1/registrations/read', { token: first })).body.form).toEqual({
      company: { name: 'Fenwick Freight' },
    });
    expect((await newestMail(rig, 'bo@fenwick.example')).purpose).toBe('registration-proof');
  });

  test('names each place that does not fit, and makes nothing', async () => {
    const token = await tokenOf('cy@wrong.example');
    const answer = await finish(token, {
      company: { name: ' ', duns: '12', gln: '4012345000008', kind: '3pl' },
      person: { name: 'Cy' },
    });
    expect(answer.body.errors.map(({ place }: { place: string }) => place)).toEqual([
      'body/form/company/name',
      'body/form/template',
      'body/form/company/duns',
      'body/form/company/gln',
    ]);
    expect((await finish(token, form('Wrong Way Freight'), { password: 'cy@wrong.example' })).status).toBe(400);
    const ids = {
      ...form('Wrong Way Freight', { timeZone: 'Mars/Phobos' }),
      identity: { qualifier: 'QQ', id: 'WRONG' },
    };
    expect((await finish(token, ids)).body.errors.map(({ place }: { place: string }) => place)).toEqual([
      'body/form/identity/qualifier',
      'body/form/company/timeZone',
    ]);
  });

  test('whose id somebody gives is told to nobody but the team', async () => {
    const other = await finish(await tokenOf('pia@pierone.example'), {
      ...{ ...form('Pier One'), identity: { qualifier: 'ZZ', id: 'PIERONE' } },
    });
    expect(other.status).toBe(201);
    const token = await tokenOf('dora@tollgate.example');
    const taken = await finish(token, { ...form('Tollgate'), identity: { qualifier: 'ZZ', id: 'PIERONE' } });
    expect(taken.body.errors).toEqual([
      { place: 'body/form/identity/id', message: expect.stringContaining('another company') },
    ]);
    expect(taken.text).not.toContain('Pier One');
  });

  test('of a link that expired begins again with what was filled in', async () => {
    const own = await httpRig();
    await post(own, '/v1/registrations', { email: 'di@later.example' });
    const { token } = await newestMail(own, 'di@later.example');
    own.context.pass(8 * 86_400_000);
    const over = await post(own, '/v1/registrations/read', { token });
    expect(over.body).toMatchObject({ status: 410, code: 'link.expired' });
    await own.close();
  });
});

describe('a company that is here already is found before anything is made', () => {
  const expectNone = async (name: string) =>
    expect(await rig.context.db.system('organization').where({ name })).toEqual([]);

  test('by the mail domain of its people: the name is told to their own colleague', async () => {
    const token = await tokenOf('zoe@quayside.example');
    const found = await check(token, form('Another Name Entirely'));
    expect(found.body.likenesses).toEqual([
      {
        reason: 'email-domain',
        mayDiffer: false,
        message: expect.stringContaining('You seem to be Quayside Logistics'),
      },
    ]);
    const refused = await finish(token, form('Another Name Entirely'), { isAnother: true });
    expect(refused.body).toMatchObject({ status: 409, code: 'registration.known-company' });
    await expectNone('Another Name Entirely');
  });

  test('by SCAC, DUNS, GLN and name, without telling a stranger more than they typed', async () => {
    const { db } = rig.context;
    await db.system('organization').where({ id: orgs.heron }).update({ duns: '123456789', gln: '4006381333931' });
    const token = await tokenOf('ed@stranger.example');
    for (const [given, reason] of [
      [form('Some Freight', { scac: 'bhft' }), 'scac'],
      [form('Some Freight', { duns: '123456789' }), 'duns'],
      [form('Some Freight', { gln: '4006381333931' }), 'gln'],
      [form('BLUE HERON FREIGHT, Inc.'), 'name'],
      [form('Northgate Outfitters LLC'), 'name'],
    ] as const) {
      const { body, text } = await check(token, given);
      expect(body.likenesses[0], text).toMatchObject({ reason, mayDiffer: false });
      expect(text).not.toContain('Blue Heron');
      expect(text).not.toContain('edi@blueheron.example');
      expect((await finish(token, given, { isAnother: true })).status).toBe(409);
    }
    await expectNone('Some Freight');
  });

  test('a name that is nearly the same may go on by saying that it is another company, which is on record', async () => {
    const token = await tokenOf('fay@strange.example');
    const given = form('Blue Herons Freight');
    expect((await check(token, given)).body.likenesses[0]).toMatchObject({ reason: 'similar-name', mayDiffer: true });
    expect((await finish(token, given)).status).toBe(409);
    expect((await finish(token, given, { isAnother: true })).status).toBe(201);
    const entries = await audited(rig, 'registration.finished');
    expect(entries.map(({ detail }) => detail.saidToBeAnotherThan)).toContainEqual(['Blue Heron Freight']);
  });

  test('mail that everybody has says nothing of a company', async () => {
    const { db } = rig.context;
    await db.system('app_user').where({ email: users.teamViewer.email }).update({ email: 'viewer@gmail.com' });
    const token = await tokenOf('gil@gmail.com');
    expect((await check(token, form('Gil And Sons'))).body.likenesses).toEqual([]);
    await db.system('app_user').where({ email: 'viewer@gmail.com' }).update({ email: users.teamViewer.email });
  });

  test('of two that register one SCAC at the same moment one is made', async () => {
    const tokens = [await tokenOf('h@first.example'), await tokenOf('i@second.example')];
    const answers = await Promise.all(
      tokens.map((token, nth) =>
        finish(token, form(`Zonda ${nth === 0 ? 'North' : 'Pacific'} Lines`, { scac: 'ZNDA' })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a stranger', () => {
  test('cannot tell a known address from an unknown one by the answer', async () => {
    const [known, unknown] = [await start(users.heron.email), await start('nobody@nowhere.example')];
    expect([known.status, known.text, known.headers['content-length']]).toEqual([
      unknown.status,
      unknown.text,
      unknown.headers['content-length'],
    ]);
    expect((await newestMail(rig, users.heron.email)).purpose).toBe('registration-known');
    expect((await newestMail(rig, users.heron.email)).token).toBe('');
    // The same rows are written for both, so that the time is the same too.
    const links = await rig.context.db
      .system('mail_link')
      .whereIn('email', [users.heron.email, 'nobody@nowhere.example']);
    expect(links).toHaveLength(2);
  });

  test('cannot fill a mailbox: three mails an hour, and the answer stays the same', async () => {
    for (let count = 0; count < 5; count += 1) expect((await start('victim@mailbox.example')).status).toBe(202);
    expect(await mailsTo(rig, 'victim@mailbox.example')).toHaveLength(3);
    rig.context.pass(3_700_000);
    await start('victim@mailbox.example');
    expect(await mailsTo(rig, 'victim@mailbox.example')).toHaveLength(4);
  });

  test('cannot ask through the numbers of the trade', async () => {
    const token = await tokenOf('probe@stranger2.example');
    for (let count = 0; count < 60; count += 1) await check(token, form('Probe', { scac: 'AAAA' }));
    const stopped = await check(token, form('Probe', { scac: 'AAAB' }));
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('registers nothing where the operator has not opened it', async () => {
    const closed = await httpRig({ entry: { registration: 'invite' } });
    const answer = await post(closed, '/v1/registrations', { email: 'x@y.example' });
    expect([answer.status, answer.body.code]).toEqual([403, 'registration.closed']);
    expect(
      (
        await post(closed, '/v1/registrations/finish', {
          token: 'x'.repeat(43),
          form: {},
          password: 'four words are enough',
        })
      ).status,
    ).toBe(403);
    await closed.close();
  });
});
