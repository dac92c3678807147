import { inflateSync } from 'node:zlib';
import type { Response } from 'superagent';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journeyRounds } from '../../services/flows/journey/journey-rounds.ts';
import { keepJourney } from '../../services/flows/journey/keep.ts';
import { remindStill } from '../../services/flows/journey/remind.ts';
import { makeRelease, saveDraft } from '../../services/flows/releases.ts';
import { partnerFromTemplates } from '../../services/library/templates.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

const dayMs = 86_400_000;
let rig: HttpRig;
let partner: Browser;
let team: Browser;
let other: Browser;
const of = `/v1/partners/${orgs.quayside}`;

const tools = () => ({ standards: rig.context.catalog.standards, newId: rig.context.newId, now: rig.context.now });
const keep = () => rig.context.db.scoped('*', (tx) => keepJourney(tools(), tx, orgs.quayside));
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

beforeAll(async () => {
  rig = await httpRig({ entry: { remindAfterDays: 3 } });
  const identity = { qualifier: 'ZZ', isaId: 'QUAYSIDE', gsId: 'QUAYSIDE' };
  const files = partnerFromTemplates(['standard-3pl'], {
    ...{ name: 'Quayside Logistics', kind: '3pl', identities: { sandbox: [identity], production: [] } },
  });
  await rig.context.db.scoped('*', (tx) => saveDraft(tools(), tx, { orgId: orgs.quayside, actor: 'test', files }));
  await keep();
  [partner, team, other] = [await rig.signIn('quayside'), await rig.signIn('team'), await rig.signIn('heron')];
});
afterAll(() => rig.close());

const journey = async () => (await partner.get('/v1/journey').expect(200)).body;

describe('the journey of a new partner', () => {
  test('begins with its profile: whose turn it is, why, what next, the same for both sides', async () => {
    const own = await journey();
    expect(own).toMatchObject({
      ...{ stage: 'profile', turn: 'partner', next: { id: 'profile.complete', action: { link: '/profile' } } },
      requirements: { disabledReason: 'No release runs in production yet.' },
    });
    expect((await team.get(`${of}/journey`).expect(200)).body).toEqual(own);
    await other.get(`${of}/journey`).expect(404);
    // Acknowledgements go live with what they acknowledge.
    const sets = own.documents.map(({ set }: { set: string }) => set);
    expect(sets).toContain('945');
    expect(sets).not.toContain('997');
  });

  test('the profile asks nothing twice, and two people who change different parts both keep what they typed', async () => {
    const { form, lacks } = (await partner.get(`${of}/profile`).expect(200)).body;
    expect(form).toMatchObject({ role: '3pl', ids: { sandbox: [{ qualifier: 'ZZ', id: 'QUAYSIDE' }] } });
    expect(lacks).not.toContain('the role');
    const contacts = ['edi', 'operations'].map((role) => ({
      role,
      name: 'Lena Ortiz',
      email: 'lena@quayside.example',
    }));
    await partner.send('patch', `${of}/profile`).send({ change: { contacts }, insteadOf: {} }).expect(200);
    const volumes = { perDay: 40 };
    await team.send('patch', `${of}/profile`).send({ change: { volumes }, insteadOf: {} }).expect(200);
    const both = (await partner.get(`${of}/profile`).expect(200)).body;
    expect(both).toMatchObject({ form: { contacts, volumes }, revision: 2, savedBy: 'team@northgate.example' });
  });

  test('who changes the same part is told who saved it and what; nothing of either is lost', async () => {
    const late = { change: { volumes: { perDay: 90 } }, insteadOf: {} };
    const { body } = await partner.send('patch', `${of}/profile`).send(late).expect(409);
    expect(body.detail).toContain('team@northgate.example saved volumes');
    expect(body.errors).toEqual([{ place: 'body/change/volumes', message: '{"perDay":40}' }]);
    expect((await partner.get(`${of}/profile`)).body.form.volumes).toEqual({ perDay: 40 });
    const seen = { ...late, insteadOf: { volumes: { perDay: 40 } } };
    expect((await partner.send('patch', `${of}/profile`).send(seen).expect(200)).body.form.volumes).toEqual({
      perDay: 90,
    });
  });

  test('a step that is done is refused with each place that is wrong; ids then stand in the draft, and what the team fixed stays', async () => {
    const { form } = (await partner.get(`${of}/profile`)).body;
    const done = (ids: object) => ({ change: { ids }, insteadOf: { ids: form.ids }, done: true });
    const bad = { ...form.ids, production: [{ qualifier: 'Z', id: 'QUAY*' }] };
    const { body } = await partner.send('patch', `${of}/profile`).send(done(bad)).expect(400);
    expect(body.errors.map(({ place }: { place: string }) => place)).toContain(
      'body/change/ids/production/0/qualifier',
    );
    const good = { sandbox: [{ qualifier: 'ZZ', id: 'QUAYTEST' }], production: [{ qualifier: 'ZZ', id: 'QUAYSIDE' }] };
    const saved = (await partner.send('patch', `${of}/profile`).send(done(good)).expect(200)).body;
    // The team had given the id for the test: it stays, and the form says so.
    expect(saved.notes).toEqual(['In sandbox the configuration has ZZ/QUAYSIDE.']);
    const { rows } = await rig.context.db.system.raw(
      `select convert_from(f.content, 'UTF8') as head from draft d join configuration c on c.org_id = d.org_id and c.hash = d.hash
       join configuration_file f on f.org_id = d.org_id and f.path = 'partner.yaml' and f.hash = c.files ->> 'partner.yaml' where d.org_id = ?`,
      [orgs.quayside],
    );
    expect(rows[0].head).toMatch(/production: \[ ?\{ qualifier: ZZ, id: QUAYSIDE \} ?\]/);
    expect(rows[0].head).not.toContain('QUAYTEST');
    const hours = { timeZone: 'America/Chicago', days: ['mon'], from: '08:00', to: '17:00' };
    const before = saved.form.hours;
    await partner
      .send('patch', `${of}/profile`)
      .send({ change: { hours }, insteadOf: { hours: before } })
      .expect(200);
    expect(await journey()).toMatchObject({ stage: 'agreement', turn: 'partner' });
  });
});

describe('what the profile says of the company and of its documents', () => {
  const profile = async () => (await partner.get(`${of}/profile`).expect(200)).body;
  const say = (change: object, insteadOf: object) =>
    partner.send('patch', `${of}/profile`).send({ change, insteadOf, done: true });
  const agreed = async () =>
    (await partner.get(`${of}/agreements`).expect(200)).body.agreements.map(({ set }: { set: string }) => set);

  test('a company that was invited says its numbers of the trade; one by which another company is known is refused', async () => {
    await rig.context.db.system('organization').where({ id: orgs.heron }).update({ scac: 'BHFT' });
    const { body } = await say({ numbers: { scac: 'bhft', duns: '12' } }, {}).expect(400);
    expect(body.errors.map(({ place }: { place: string }) => place)).toEqual(['body/change/numbers/duns']);
    const taken = (await say({ numbers: { scac: 'bhft' } }, {}).expect(400)).body;
    expect(taken.errors).toEqual([
      { place: 'body/change/numbers/scac', message: expect.stringMatching('Another company is known by it') },
    ]);
    expect((await profile()).company).toEqual({ name: 'Quayside Logistics' });
    const { ids } = (await profile()).form;
    await rig.context.db.system('trading_identity').insert({
      ...{ id: rig.context.newId(), org_id: orgs.heron, environment: 'sandbox' },
      ...{ qualifier: '02', isa_id: 'BHFT', gs_id: 'BHFT' },
    });
    const theirs = { ...ids, sandbox: [{ qualifier: '02', id: 'BHFT', group: 'BHFT' }] };
    const refused = (await say({ ids: theirs }, { ids }).expect(400)).body;
    expect(refused.errors.map(({ place }: { place: string }) => place)).toEqual(['body/change/ids/sandbox/0/id']);
    expect(JSON.stringify(refused)).not.toContain('Blue Heron');
    await say({ numbers: { scac: 'QYSD', duns: '123456789' } }, {}).expect(200);
    expect((await profile()).company).toMatchObject({ scac: 'QYSD', duns: '123456789' });
  });

  test('a document that is unticked is taken out of the agreement; acknowledgements and what the team added since stay', async () => {
    const { documents } = (await profile()).form;
    const without = (sets: string[], list: { set: string }[]) => list.filter(({ set }) => !sets.includes(set));
    expect(await agreed()).toEqual(expect.arrayContaining(['945', '846', '997']));
    const wanted = without(['846', '997'], documents);
    await say({ documents: wanted }, { documents }).expect(200);
    expect(await agreed()).toContain('997');
    expect(await agreed()).not.toContain('846');
    await team.send('post', `${of}/agreements`).send({ set: '846', direction: 'in' }).expect(201);
    await say({ documents: without(['944'], wanted) }, { documents: wanted }).expect(200);
    expect(await agreed()).toContain('846');
    expect(await agreed()).not.toContain('944');
    await say({ documents }, { documents: without(['944'], wanted) }).expect(200);
    expect(await agreed()).toContain('944');
  });
});

describe('the agreement', () => {
  const agreement = async () => (await partner.get(`${of}/agreement`).expect(200)).body;
  const sign = (who: Browser, hash: string) =>
    who.send('post', `${of}/agreement/signatures`).send({ hash, name: 'Lena Ortiz', title: 'Head of Logistics' });

  test('is signed by both for exactly the text that was read; nobody signs twice, and another partner sees nothing', async () => {
    const { hash, signatures } = await agreement();
    expect(signatures).toEqual([]);
    await sign(partner, '0'.repeat(64)).expect(409);
    await sign(partner, hash).expect(201);
    await sign(partner, hash).expect(409);
    expect(await journey()).toMatchObject({ turn: 'team', next: { id: 'terms.signature/team' } });
    await sign(other, hash).expect(403);
    await other.get(`${of}/agreement/pdf`).expect(404);
    await sign(team, hash).expect(201);
    expect((await agreement()).signatures).toHaveLength(2);
    expect(await journey()).toMatchObject({ stage: 'connection', turn: 'partner' });
  });

  test('has a PDF whose text holds hash, terms and signatures, and which is the same bytes each time', async () => {
    const { hash } = await agreement();
    const pdf = async () =>
      (await partner.get(`${of}/agreement/pdf`).buffer(true).parse(bytes).expect(200)).body as Buffer;
    const first = await pdf();
    expect((await pdf()).equals(first)).toBe(true);
    const text = textOfPdf(first);
    for (const part of [
      hash,
      'Quayside Logistics',
      'Lena Ortiz, Head of Logistics',
      'Warehouse shipping advice',
      '365 days',
    ])
      expect(text).toContain(part);
  });

  test('that is changed is to be signed again by both, which says what differs; the former text stays', async () => {
    const { hash } = await agreement();
    await partner
      .send('put', `${of}/agreements/out/940`)
      .send({ sla: { answered: '3d' } })
      .expect(200);
    const now = await agreement();
    expect(now).toMatchObject({
      signatures: [],
      signedBefore: [
        { side: 'partner', hash },
        { side: 'team', hash },
      ],
    });
    expect(now.hash).not.toBe(hash);
    const [difference] = now.signedBefore[0].differences;
    expect(difference.where).toContain('940');
    expect(difference.before).toContain('answered within 2 days');
    expect(difference.after).toContain('answered within 3 days');
    expect(await journey()).toMatchObject({ stage: 'agreement', turn: 'partner' });
    await partner.get(`${of}/agreement/pdf?hash=${hash}`).expect(200);
    await sign(partner, hash).expect(409);
    // Back as it was, it is signed as it was.
    await partner
      .send('put', `${of}/agreements/out/940`)
      .send({ sla: { answered: '2d' } })
      .expect(200);
  });

  test('is never changed under a signature, by nobody', async () => {
    for (const sql of [
      `update agreement_signature set name = 'Somebody'`,
      'delete from agreement_signature',
      `update agreement_text set text = '{}'`,
    ])
      await expect(rig.context.db.system.raw(sql)).rejects.toThrow('is never changed');
  });
});

describe('waivers and reminders', () => {
  test('the team waives one requirement until its day, with its reason, on record; partners waive nothing', async () => {
    const asked = await journey();
    const [first] = asked.requirements.currentlyDue;
    const until = new Date(rig.context.now().getTime() + 5 * dayMs).toISOString();
    const body = { requirement: first.id, why: 'Tested by phone.', until };
    await partner.send('post', `${of}/waivers`).send(body).expect(403);
    await team
      .send('post', `${of}/waivers`)
      .send({ ...body, why: ' ' })
      .expect(400);
    await team
      .send('post', `${of}/waivers`)
      .send({ ...body, requirement: 'document.nothing' })
      .expect(404);
    const after = (await team.send('post', `${of}/waivers`).send(body).expect(201)).body;
    expect(ids(after.requirements.currentlyDue)).not.toContain(first.id);
    expect(after.met.find(({ id }: { id: string }) => id === first.id).waiver).toMatchObject({
      ...{ why: 'Tested by phone.', by: 'team@northgate.example', until },
    });
    const left = (of: typeof asked) =>
      [...ids(of.requirements.currentlyDue), ...ids(of.requirements.eventuallyDue)].sort();
    expect(left(asked).filter((id) => !left(after).includes(id))).toEqual([first.id]);
    const entry = await rig.context.db.system('audit_entry').where({ action: 'partner.requirement-waived' }).first();
    expect(entry).toMatchObject({ actor: 'team@northgate.example', org_id: orgs.quayside });
    await team
      .send('post', `${of}/waivers`)
      .send({ ...body, until: '2020-01-01T00:00:00.000Z' })
      .expect(201);
    expect(left(await journey())).toEqual(left(asked));
  });

  test('one side reminds the other by mail, once a day, and nobody whose turn it is not', async () => {
    const mails = () => rig.context.db.system('mail').where({ purpose: 'reminder' }).select('recipient', 'subject');
    expect(await journey()).toMatchObject({ turn: 'partner' });
    await partner.send('post', `${of}/reminders`).expect(409);
    expect((await team.send('post', `${of}/reminders`).expect(201)).body).toEqual({ mails: 1 });
    expect(await mails()).toEqual([
      { recipient: 'edi@quayside.example', subject: expect.stringContaining('Your turn with Northgate') },
    ]);
    await team.send('post', `${of}/reminders`).expect(429);
    expect((await journey()).reminders.partner.at).toBe(rig.context.now().toISOString());
    rig.context.pass(dayMs);
    [partner, team] = [await rig.signIn('quayside'), await rig.signIn('team')];
    await team.send('post', `${of}/reminders`).expect(201);
    expect(await mails()).toHaveLength(2);
  });

  test('whoever has not moved for days is reminded by the hub, and then not every round', async () => {
    const reminded = () => rig.context.db.system('reminder').where({ by_side: 'hub' }).select('side');
    const round = async () =>
      rig.context.db.scoped('*', async (tx) =>
        remindStill(rig.context, tx, orgs.quayside, await keepJourney(tools(), tx, orgs.quayside)),
      );
    await round();
    expect(await reminded()).toEqual([]);
    rig.context.pass(4 * dayMs);
    await round();
    await round();
    expect(await reminded()).toEqual([{ side: 'partner' }]);
  });
});

describe('where partners stand', () => {
  test('the board follows what is on record, our turn first, and finds by name, stage and turn', async () => {
    const round = journeyRounds(rig.context);
    await round();
    [partner, team] = [await rig.signIn('quayside'), await rig.signIn('team')];
    const board = async (query = '') => (await team.get(`/v1/journeys${query}`).expect(200)).body.journeys;
    const names = (list: { partner: { name: string } }[]) => list.map((one) => one.partner.name);
    expect(names(await board())).toHaveLength(2);
    expect(names(await board('?turn=partner&q=quay'))).toEqual(['Quayside Logistics']);
    expect(names(await board('?stage=live'))).toEqual([]);
    expect((await team.get('/v1/partners').expect(200)).body.partners).toContainEqual(
      expect.objectContaining({ name: 'Quayside Logistics', stage: 'connection' }),
    );
    await rig.context.db.scoped('*', (tx) =>
      makeRelease(tools(), tx, { orgId: orgs.quayside, actor: 'test', note: 'Goes live.', source: { draft: true } }),
    );
    await round();
    expect(names(await board('?stage=live'))).toEqual(['Quayside Logistics']);
    expect(await journey()).toMatchObject({ stage: 'live', turn: 'nobody', requirements: { currentlyDue: [] } });
    await partner.get('/v1/journeys').expect(403);
  });

  test('each stretch of time at a stage is kept once, with its end', async () => {
    const entries = await rig.context.db
      .system('stage_entry')
      .where({ org_id: orgs.quayside })
      .orderBy(['entered_at', 'id']);
    // The waiver had opened the next stage, and its end led back.
    expect(entries.map(({ stage, turn }) => `${stage} ${turn}`)).toEqual([
      ...['profile partner', 'agreement partner', 'agreement team', 'connection partner', 'document-tests partner'],
      ...['connection partner', 'live nobody'],
    ]);
    for (const [nth, entry] of entries.entries())
      expect(entry.left_at).toEqual(nth === entries.length - 1 ? null : entries[nth + 1].entered_at);
  });
});

/** Bytes of an answer. */
function bytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

/** The text of a PDF of ours: streams are deflated, strings stand in hex. */
function textOfPdf(pdf: Buffer): string {
  const lines: string[] = [];
  let at = 0;
  for (;;) {
    const start = pdf.indexOf('stream\n', at);
    if (start < 0) return lines.join('\n');
    const end = pdf.indexOf('endstream', start);
    at = end + 9;
    let content: string;
    try {
      content = inflateSync(pdf.subarray(start + 7, end)).toString('latin1');
    } catch {
      continue;
    }
    for (const [, shown = ''] of content.matchAll(/\[([^\]]*)\] TJ/g))
      lines.push(
        [...shown.matchAll(/<([0-9a-f]*)>/g)]
          .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
          .join(''),
      );
  }
}
