import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// A partner comes into service by the API alone: our ids, a template, a release, and the way back.

let rig: HttpRig;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const ids = (id: string, qualifier = 'ZZ') => ({
  production: [{ qualifier, id }],
  sandbox: [{ qualifier, id: `${id}T`, groupId: `${id}GS` }],
});
const make = (body: object) => team.send('post', '/v1/partners').send(body);
const audited = (action: string) => rig.context.db.system('audit_entry').where({ action }).orderBy('id');

test('our own ids are set in place of those before, seen by partners too, and audited with before and after', async () => {
  const set = await team.send('put', '/v1/company/identities').send(ids('NORTHGATE'));
  expect(set.status, set.text).toBe(200);
  expect(set.body).toEqual({
    name: 'Northgate Outfitters',
    identities: {
      production: [{ qualifier: 'ZZ', id: 'NORTHGATE', groupId: 'NORTHGATE' }],
      sandbox: [{ qualifier: 'ZZ', id: 'NORTHGATET', groupId: 'NORTHGATEGS' }],
    },
  });
  expect((await (await rig.signIn('heron')).get('/v1/company')).body).toEqual(set.body);
  const [entry] = await audited('company.identities-set');
  expect(entry).toMatchObject({
    org_id: orgs.owner,
    actor: 'team@northgate.example',
    detail: {
      subject: { type: 'organization', id: orgs.owner },
      by: { kind: 'person' },
      before: { production: [], sandbox: [] },
      after: { production: [{ qualifier: 'ZZ', isaId: 'NORTHGATE', gsId: 'NORTHGATE' }] },
    },
  });
});

test('ids of ours that are none, stand twice or are a partner’s are refused, each with its place, and nothing is changed', async () => {
  const refused = await team.send('put', '/v1/company/identities').send({
    production: [
      { qualifier: '02', id: 'BHFT' },
      { qualifier: 'z', id: 'X' },
    ],
    sandbox: [
      { qualifier: 'ZZ', id: 'TWICE' },
      { qualifier: 'ZZ', id: 'TWICE' },
    ],
  });
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [
      { place: 'body/production/0/id', message: '02/BHFT is the id of Blue Heron Freight in production.' },
      { place: 'body/production/1/qualifier', message: expect.stringContaining('two letters or digits') },
      { place: 'body/production/1/group', message: expect.stringContaining('2 to 15 characters') },
      { place: 'body/sandbox/1', message: 'stands there twice' },
    ],
  ]);
  expect((await team.get('/v1/company')).body.identities.sandbox).toHaveLength(1);
});

test('templates come with their documents by name; partners have no use for them', async () => {
  const { body } = await team.get('/v1/templates');
  expect(body.templates.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['standard-3pl', 'standard-carrier', 'standard-rest']),
  );
  expect(body.templates.find(({ name }: { name: string }) => name === 'standard-3pl')).toMatchObject({
    title: 'Standard 3PL',
    description: expect.stringContaining('warehouse'),
    documents: expect.arrayContaining([
      { set: '945', name: 'Warehouse shipping advice', direction: 'in', version: '004010' },
    ]),
  });
  expect((await (await rig.signIn('heron')).get('/v1/templates')).status).toBe(403);
});

test('a partner of two templates is made, runs in the sandbox at once, and in production from the first release on', async () => {
  const made = await make({
    name: ' Both Ways ',
    templates: ['standard-3pl', 'standard-carrier'],
    timeZone: 'Europe/Berlin',
    identities: ids('BOTHWAYS'),
  });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Both Ways',
    kind: 'carrier-3pl',
    timeZone: 'Europe/Berlin',
    inUse: [{ environment: 'sandbox' }],
    identities: [{ environment: 'sandbox', qualifier: 'ZZ', id: 'BOTHWAYST', groupId: 'BOTHWAYSGS' }],
  });
  expect(made.body.documents).toEqual(expect.arrayContaining(['204', '214', '940', '945']));
  const path = `/v1/partners/${made.body.id}`;
  expect((await team.get(`${path}/releases`)).body).toMatchObject({
    draft: { by: 'team@northgate.example', released: false },
    sandbox: 'draft',
    releases: [],
  });
  expect((await team.get(`${path}/differences`)).body).toMatchObject({
    to: 'draft',
    files: expect.arrayContaining([expect.objectContaining({ path: 'partner.yaml', change: 'added' })]),
  });
  const released = await team.send('post', `${path}/releases`).send({ note: 'Goes live.' });
  expect(released.status, released.text).toBe(201);
  expect(released.body).toMatchObject({
    draft: { released: true },
    releases: [{ number: 1, note: 'Goes live.', by: 'team@northgate.example', inUse: true }],
  });
  expect((await team.get(path)).body.inUse).toHaveLength(2);
  expect((await team.get(`${path}/differences`)).body).toEqual({ from: '1', to: 'draft', files: [] });
  const again = await team.send('post', `${path}/releases`).send({ note: 'Once more.' });
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('nothing to release')]);
  const none = await team.send('post', `${path}/releases`).send({ note: 'Back.', of: '7' });
  expect([none.status, none.body.detail]).toEqual([409, 'There is no release 7.']);
  for (const action of ['partner.created', 'configuration.draft-saved', 'configuration.released'])
    expect(await audited(action)).toMatchObject([
      { detail: { subject: { type: 'organization', id: made.body.id }, by: { kind: 'person' } } },
    ]);
});

test('an id that another partner has in its draft is refused before anything is released, also when both are made at once', async () => {
  const made = await Promise.all(
    ['Pier One Storage', 'Pier Two Storage'].map((name) =>
      make({ name, templates: ['standard-3pl'], identities: ids('PIERONE') }),
    ),
  );
  expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const [first, second] = made.toSorted((one, other) => one.status - other.status);
  expect(second!.body.errors).toContainEqual({
    place: 'body/identities/production/0/id',
    message: `ZZ/PIERONE is the id of ${first!.body.name} in production; one id belongs to one company.`,
  });
});

test('a name that is taken, ids of others, a bad qualifier and a template that there is not are each said at their place', async () => {
  const before = await rig.context.db.system('organization').count();
  const taken = await make({ name: 'quayside LOGISTICS', templates: ['standard-3pl'], identities: ids('OTHER') });
  expect([taken.status, taken.body.detail]).toEqual([409, 'There is a partner called Quayside Logistics already.']);
  const held = await make({ name: 'Held', templates: ['standard-3pl'], identities: ids('QUAYSIDE') });
  expect([held.status, held.body.errors]).toEqual([
    409,
    [
      {
        place: 'body/identities/production/0/id',
        message: 'ZZ/QUAYSIDE is the id of Quayside Logistics in production; one id belongs to one company.',
      },
    ],
  ]);
  const ours = await make({ name: 'Ours', templates: ['standard-3pl'], identities: ids('NORTHGATE') });
  expect(ours.body.detail).toContain('ZZ/NORTHGATE is the id of Northgate Outfitters in production');
  const wrong = await make({
    name: 'Wrong',
    templates: ['none'],
    timeZone: 'Mars/Base',
    identities: { production: [{ qualifier: 'QQ', id: 'WRONG' }], sandbox: [{ qualifier: 'ZZ', id: 'A'.repeat(16) }] },
  });
  expect([wrong.status, wrong.body.errors.map(({ place }: { place: string }) => place)]).toEqual([
    400,
    [
      'body/templates/0',
      'body/timeZone',
      'body/identities/production/0/qualifier',
      'body/identities/sandbox/0/id',
      'body/identities/sandbox/0/group',
    ],
  ]);
  for (const name of ['  ', 'two\nlines', 'x\u202ey', '\u200b', 'half \ud800']) {
    const refused = await make({ name, templates: ['standard-3pl'], identities: ids('NAMELESS') });
    expect([refused.status, refused.body.errors?.[0].place.slice(0, 4)], JSON.stringify(name)).toEqual([400, 'body']);
  }
  expect(await rig.context.db.system('organization').count()).toEqual(before);
});

describe('what the sandbox runs', () => {
  let path: string;
  const releases = async () => (await team.get(`${path}/releases`)).body;
  const put = (rest: string, body: object) => team.send('put', `${path}/${rest}`).send(body);
  beforeAll(async () => {
    const made = await make({ name: 'Bay Storage', templates: ['standard-3pl'], identities: ids('BAYSTORAGE') });
    path = `/v1/partners/${made.body.id}`;
  });

  test('is the draft, or a candidate with a name, which can be released; each change is on record with before and after', async () => {
    expect((await releases()).sandbox).toBe('draft');
    const named = await put('candidates/spring', {});
    expect([named.status, named.body.candidates], named.text).toEqual([
      200,
      [expect.objectContaining({ name: 'spring', by: 'team@northgate.example' })],
    ]);
    expect((await put('sandbox', { runs: 'spring' })).body.sandbox).toBe('spring');
    const released = await team.send('post', `${path}/releases`).send({ note: 'Spring.', of: 'spring' });
    expect(released.body.releases[0].configuration, released.text).toBe(named.body.candidates[0].configuration);
    expect((await put('sandbox', { runs: 'draft' })).body.sandbox).toBe('draft');
    const set = await rig.context.db.system('audit_entry').where({ action: 'configuration.sandbox-set' }).orderBy('id');
    expect(set.map(({ detail }) => [detail.before, detail.after])).toEqual([
      [null, 'spring'],
      ['spring', null],
    ]);
  });

  test('is not removed while it runs, and afterwards only the name is gone', async () => {
    await put('candidates/autumn', {});
    await put('sandbox', { runs: 'autumn' });
    const running = await team.send('delete', `${path}/candidates/autumn`);
    expect([running.status, running.body.detail]).toEqual([409, expect.stringContaining('The sandbox runs')]);
    await put('sandbox', { runs: 'draft' });
    const { configuration } = (await releases()).candidates.find(({ name }: { name: string }) => name === 'autumn');
    const gone = await team.send('delete', `${path}/candidates/autumn`);
    expect(
      gone.body.candidates.map(({ name }: { name: string }) => name),
      gone.text,
    ).toEqual(['spring']);
    const back = await put('candidates/autumn', { configuration });
    expect(back.body.candidates).toContainEqual(expect.objectContaining({ name: 'autumn', configuration }));
  });

  test.each([
    ['a name that means something else', 'candidates/draft', {}, 409],
    ['a number, which is a release', 'candidates/7', {}, 409],
    ['capitals', 'candidates/Spring', {}, 400],
    ['a configuration that it never had', 'candidates/x', { configuration: 'deadbeef' }, 409],
    ['a candidate that there is not', 'sandbox', { runs: 'winter' }, 409],
  ])('is never %s', async (_, rest, body, status) => {
    const before = await releases();
    expect((await put(rest, body)).status).toBe(status);
    expect(await releases()).toEqual(before);
  });
});
