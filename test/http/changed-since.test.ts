import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// Two people change the same thing: nobody writes over the other unknowing, neither with a change nor with the way back from one.

let rig: HttpRig;
let team: Browser;
let id: string;
let path: string;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
  const made = await team
    .send('post', '/v1/partners')
    .send({ name: 'Two Hands', templates: ['standard-3pl'], identities: { production: [], sandbox: [] } });
  id = made.body.id;
  path = `/v1/partners/${id}`;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const conflict = (what: string) => [
  409,
  `Somebody changed ${what} since you saw it. Nothing was changed now: look at it again.`,
];
const told = ({ status, body }: { status: number; body: { detail?: string } }) => [status, body.detail];
const functionalOf = (body: { agreements: { set: string; acknowledgement: { functional: string } }[] }, set: string) =>
  body.agreements.find((one) => one.set === set)?.acknowledgement.functional;

test('the draft is taken back to before one change, and not once somebody changed it since', async () => {
  const to = (set: string, functional: string) =>
    team.send('put', `${path}/agreements/in/${set}`).send({ acknowledgement: { functional } });
  const mine = await to('945', '999');
  const back = { configuration: mine.body.change.before, insteadOf: mine.body.change.after };
  const theirs = await to('856', '999');
  expect(theirs.body.change.before).toBe(mine.body.change.after);
  expect(told(await team.send('put', `${path}/draft`).send(back))).toEqual(conflict('the draft'));
  const now = (await team.get(`${path}/agreements`)).body;
  expect([functionalOf(now, '945'), functionalOf(now, '856')]).toEqual(['999', '999']);
  await team
    .send('put', `${path}/draft`)
    .send({ configuration: theirs.body.change.before, insteadOf: theirs.body.change.after });
  expect((await team.send('put', `${path}/draft`).send(back)).status).toBe(200);
  expect(functionalOf((await team.get(`${path}/agreements`)).body, '945')).toBe('997');
});

test('entries of a look-up are taken back where they mean what they meant', async () => {
  const change = (body: object) => team.send('patch', `${path}/lookups/ship-to`).send(body);
  const mine = await change({ entries: { D7: ' Shelf 7 ', D8: 'Shelf 8' } });
  const back = { entries: mine.body.before, insteadOf: mine.body.after };
  await change({ entries: { D9: 'Shelf 9' } });
  await change({ entries: { D7: 'Theirs' } });
  expect(told(await change(back))).toEqual(conflict('the look-up'));
  expect((await team.get(`${path}/lookups/ship-to`)).body.total).toBe(3);
  await change({ entries: { D7: 'Shelf 7' } });
  expect((await change(back)).body).toMatchObject({ removed: 2, after: { D7: null, D8: null } });
});

test('our trading ids, the roles of a person and releases are changed by whoever saw what is there', async () => {
  const ids = (name: string) => ({ production: [{ qualifier: 'ZZ', id: name }], sandbox: [] });
  const put = (body: object) => team.send('put', '/v1/company/identities').send(body);
  const seen = (await team.get('/v1/company')).body.identities;
  expect((await put({ ...ids('FIRST'), insteadOf: seen })).status).toBe(200);
  expect(told(await put({ ...ids('SECOND'), insteadOf: seen }))).toEqual(conflict('our trading ids'));
  expect((await put({ ...ids('SECOND'), insteadOf: ids('FIRST') })).status).toBe(200);

  const people = `/v1/organizations/${orgs.quayside}/users`;
  const roles = `${people}/${(await team.get(people)).body.users[0].id}/roles`;
  const refused = await team.send('put', roles).send({ roles: ['partner-admin'], insteadOf: ['partner-viewer'] });
  expect(told(refused)).toEqual(conflict('the roles'));

  const release = (body: object) => team.send('post', `${path}/releases`).send({ note: 'Goes live.', ...body });
  const draft = (await team.get(`${path}/agreements`)).body.configuration;
  expect(told(await release({ configuration: 'a'.repeat(64) }))).toEqual(conflict('what is to be released'));
  expect((await release({ insteadOf: 0, configuration: draft })).status).toBe(201);
  expect(told(await release({ insteadOf: 0 }))).toEqual(conflict('what is released'));
});

test('of those who take one trading id at the same moment one has it, and the others are told whose it is', async () => {
  for (let round = 0; round < 6; round += 1) {
    const id = `RACE${round}`;
    const identities = { production: [{ qualifier: 'ZZ', id }], sandbox: [] };
    const create = (name: string) =>
      team.send('post', '/v1/partners').send({ name, templates: ['standard-rest'], identities });
    const made = await create(`Left ${round}`);
    const answers = await Promise.all([
      team.send('post', `/v1/partners/${made.body.id}/releases`).send({ note: 'Goes live.' }),
      team.send('put', '/v1/company/identities').send(identities),
      create(`Right ${round}`),
    ]);
    const refused = answers.filter(({ status }) => status >= 300);
    expect(refused.map(({ status }) => status)).toEqual([400, 409]);
    for (const { body } of refused) expect(body.detail).toMatch(new RegExp(`ZZ/${id} is the id(entity)? of `));
  }
});

test('a candidate and what the sandbox runs take the place of what was seen, and of nothing else', async () => {
  const name = (body: object) => team.send('put', `${path}/candidates/spring`).send(body);
  const first = await name({ insteadOf: null });
  expect(first.status, first.text).toBe(200);
  const [{ configuration }] = first.body.candidates;
  expect(told(await name({ insteadOf: null }))).toEqual(conflict('the candidate spring'));
  expect((await name({ insteadOf: configuration })).status).toBe(200);
  const run = (body: object) => team.send('put', `${path}/sandbox`).send(body);
  expect((await run({ runs: 'spring', insteadOf: 'draft' })).body.sandbox).toBe('spring');
  expect(told(await run({ runs: 'spring', insteadOf: 'draft' }))).toEqual(conflict('what the sandbox runs'));
  expect((await run({ runs: 'draft', insteadOf: 'spring' })).body.sandbox).toBe('draft');
});
