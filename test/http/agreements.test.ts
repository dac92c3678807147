import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { documentChannelNames, documentChannels } from '../../services/domain/configuration/document-channels.ts';
import { translate } from '../../services/flows/translate.ts';
import partnerSchema from '../../specs/partner.schema.json' with { type: 'json' };
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// What is agreed with a partner, document by document, by the API; and what the partner takes along to build it.

let rig: HttpRig;
let team: Browser;
let id: string;
let path: string;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
  const same = (qualifier: string, name: string) => ({
    production: [{ qualifier, id: name }],
    sandbox: [{ qualifier, id: `${name}T` }],
  });
  await team.send('put', '/v1/company/identities').send(same('ZZ', 'NORTHGATE'));
  const made = await team
    .send('post', '/v1/partners')
    .send({ name: 'Harbour Row', templates: ['standard-3pl'], identities: same('12', '5550100') });
  id = made.body.id;
  path = `/v1/partners/${id}`;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

interface Agreement {
  readonly set: string;
  readonly direction: string;
}
const found = (body: { agreements: Agreement[] }, set: string) => body.agreements.find((one) => one.set === set);
const entries = (action: string) => rig.context.db.system('audit_entry').where({ action, org_id: id }).orderBy('id');

test('agreements come with direction, version, acknowledgement and deadlines, and with what else templates have', async () => {
  const { status, body, text } = await team.get(`${path}/agreements`);
  expect(status, text).toBe(200);
  expect(found(body, '945')).toEqual({
    ...{ set: '945', name: 'Warehouse shipping advice', direction: 'in', version: '004010', format: 'x12' },
    ...{
      versions: ['004010', '005010'],
      mapping: '945-in.yaml',
      endpoint: 'https',
      isSetUp: true,
      hasGuide: true,
      hasSample: true,
    },
    acknowledgement: { functional: '997', ta1: 'when-requested', includeAcceptedSets: true },
    sla: { collectedWithinMinutes: 1440, acknowledgedWithinMinutes: 1440, answeredWithinMinutes: 2880 },
    resend: { numbers: 'either', configuration: 'present' },
  });
  expect(found({ agreements: body.available }, '824')).toMatchObject({ direction: 'in', template: 'standard-carrier' });
  expect((await team.get(`${path}/agreements?of=production`)).body.detail).toBe(
    'Nothing is agreed for production yet.',
  );
});

test('what is offered beside it follows the role: a warehouse is offered nothing of a carrier, a carrier nothing of a warehouse, and both everything', async () => {
  const offered = async () => {
    const [agreements, profile] = [await team.get(`${path}/agreements`), await team.get(`${path}/profile`)];
    const sets = (agreements.body.available as Agreement[]).map(({ set }) => set);
    const { choices } = profile.body as { choices: { set: string; isAgreed: boolean }[] };
    const chosen = choices.filter(({ isAgreed }) => !isAgreed).map(({ set }) => set);
    expect(chosen.toSorted()).toEqual(sets.toSorted());
    return sets;
  };
  const role = async (from: string, to: string) => {
    const saved = await team.send('patch', `${path}/profile`).send({ change: { role: to }, insteadOf: { role: from } });
    expect(saved.status, saved.text).toBe(200);
  };
  const freight = ['204', '210', '211', '214', '990'];
  expect(await offered()).not.toContain('214');
  expect(await offered()).toEqual(expect.arrayContaining(['824', 'inventory']));
  await role('3pl', 'carrier-3pl');
  expect(await offered()).toEqual(expect.arrayContaining([...freight, '824', 'inventory']));
  await role('carrier-3pl', 'carrier');
  expect(await offered()).toEqual(expect.arrayContaining(freight));
  expect(await offered()).not.toContain('inventory');
  await role('carrier', '3pl');
});

test('a change goes to the draft alone, is on record with before and after, and is taken back byte for byte', async () => {
  const release = await team.send('post', `${path}/releases`).send({ note: 'First.' });
  expect(release.status, release.text).toBe(201);
  const before = (await team.get(`${path}/agreements`)).body.configuration;
  const changed = await team.send('put', `${path}/agreements/in/945`).send({
    ...{ version: '005010', acknowledgement: { functional: '999' } },
    sla: { answered: '4h' },
  });
  expect(changed.status, changed.text).toBe(200);
  expect(found(changed.body, '945')).toMatchObject({
    version: '005010',
    acknowledgement: { functional: '999', ta1: 'when-requested' },
    sla: { acknowledgedWithinMinutes: 1440, answeredWithinMinutes: 240 },
  });
  expect(found((await team.get(`${path}/agreements?of=production`)).body, '945')).toMatchObject({ version: '004010' });
  expect((await team.get(`${path}/differences`)).body.files).toMatchObject([
    { path: 'partner.yaml', change: 'changed' },
  ]);
  expect(await entries('agreement.changed')).toMatchObject([
    {
      actor: 'team@northgate.example',
      detail: {
        ...{ subject: { type: 'organization', id }, by: { kind: 'person' }, set: '945', direction: 'inbound' },
        before: { version: '004010', acknowledgement: { functional: '997' } },
        after: { version: '005010', acknowledgement: { functional: '999' } },
      },
    },
  ]);
  const back = await team.send('put', `${path}/draft`).send({ configuration: before });
  expect(back.body.configuration).toBe(before);
  expect((await team.get(`${path}/differences`)).body.files).toEqual([]);
});

test('of two people who change one term the second is told what it says by now; of different terms both hold', async () => {
  const insteadOf = (await team.get(`${path}/agreements`)).body.configuration;
  const change = (say: object) => team.send('put', `${path}/agreements/out/940`).send({ ...say, insteadOf });
  await change({ sla: { collected: '6h' } }).expect(200);
  await change({ sla: { answered: '5h' } }).expect(200);
  const late = await change({ sla: { collected: '7h', answered: '5h' }, resend: { numbers: 'same' } });
  expect([late.status, late.body.errors]).toMatchObject([
    409,
    [{ place: 'body/sla/collected', message: expect.stringContaining('360 minutes') }, { place: 'body/sla/answered' }],
  ]);
  expect(found((await team.get(`${path}/agreements`)).body, '940')).toMatchObject({
    sla: { collectedWithinMinutes: 360, answeredWithinMinutes: 300 },
    resend: { numbers: 'either' },
  });
  await team.send('put', `${path}/draft`).send({ configuration: insteadOf }).expect(200);
});

test('receipt (MDN) and TA1 have deadlines that are given, changed and taken away; what is no time is told at its place', async () => {
  const change = (sla: object) => team.send('put', `${path}/agreements/out/940`).send({ sla });
  const slaOf = (answer: Awaited<ReturnType<typeof change>>) => {
    const { sla } = found(answer.body, '940') as unknown as { sla: Record<string, number> };
    return [sla.receiptWithinMinutes, sla.ta1WithinMinutes];
  };
  const before = (await team.get(`${path}/agreements`)).body.configuration;
  expect(slaOf(await change({ receipt: '2h', ta1: '90m' }))).toEqual([120, 90]);
  expect(slaOf(await change({ receipt: '1d' }))).toEqual([1440, 90]);
  expect(slaOf(await change({ receipt: 'none' }))).toEqual([undefined, 90]);
  expect(slaOf(await change({ ta1: 'none' }))).toEqual([undefined, undefined]);
  const wrong = await change({ ta1: 'soon' });
  expect([wrong.status, wrong.body.errors[0].place]).toEqual([400, 'body/sla/ta1']);
  expect((await change({ acknowledged: 'none' })).status).toBe(400);
  await team.send('put', `${path}/draft`).send({ configuration: before });
});

test('a document is added with mapping, guide and samples of its template, and removed again; each is on record', async () => {
  const added = await team.send('post', `${path}/agreements`).send({ set: '214', direction: 'in' });
  expect(added.status, added.text).toBe(201);
  expect(found(added.body, '214')).toMatchObject({ hasGuide: true, hasSample: true, mapping: '214-in.yaml' });
  const twice = await team.send('post', `${path}/agreements`).send({ set: '214', direction: 'in' });
  expect([twice.status, twice.body.detail]).toEqual([409, 'The 214 from the partner is agreed already.']);
  const { files } = (await team.get(`${path}/differences`)).body;
  expect(files.map((file: { path: string }) => file.path)).toEqual(
    expect.arrayContaining(['guides/214.yaml', 'mappings/214-in.yaml', 'samples/214-departed.x12']),
  );
  const removed = await team.send('delete', `${path}/agreements/in/214`);
  expect(removed.status, removed.text).toBe(200);
  expect(found(removed.body, '214')).toBeUndefined();
  expect([(await entries('agreement.added')).length, (await entries('agreement.removed')).length]).toEqual([1, 1]);
});

test('all documents are exchanged at one endpoint by one change of the agreement, which is taken back as a whole', async () => {
  const at = async () => {
    const { agreements } = (await team.get(`${path}/agreements`)).body;
    return [...new Set(agreements.map((one: { endpoint: string }) => one.endpoint))];
  };
  const usual = await at();
  const unknown = await team.send('put', `${path}/agreements`).send({ endpoint: 'as2' });
  expect([unknown.status, unknown.body.detail]).toEqual([409, expect.stringContaining('no endpoint called as2')]);
  const settings = { user: 'harbour-row', password: 'a password of many words' };
  const endpoint = { name: 'files', channel: 'sftp-server', environment: 'sandbox', settings };
  const made = await team.send('post', `${path}/endpoints`).send(endpoint);
  expect(made.status, made.text).toBe(201);
  const moved = await team.send('put', `${path}/agreements`).send({ endpoint: 'files' });
  expect(moved.status, moved.text).toBe(200);
  expect(await at()).toEqual(['files']);
  const { before, after } = moved.body.change;
  expect(after).toBe(moved.body.configuration);
  expect((await entries('agreement.changed')).length).toBeGreaterThan(5);
  await team.send('put', `${path}/draft`).send({ configuration: before, insteadOf: after });
  expect(await at()).toEqual(usual);
  expect((await team.send('delete', `${path}/endpoints/${made.body.id}`)).status).toBe(204);
});

test('what is approved has the hash of its content: a term that is changed and changed back is the same', async () => {
  const bundle = async () => (await team.get(`${path}/go-live/preview?document=inbound/945/004010`)).body.bundle;
  const change = (functional: string) =>
    team.send('put', `${path}/agreements/in/945`).send({ acknowledgement: { functional } });
  const before = [(await team.get(`${path}/agreements`)).body.configuration, await bundle()];
  await change('999');
  const other = await bundle();
  expect(other).not.toBe(before[1]);
  await change('997');
  expect((await team.get(`${path}/agreements`)).body.configuration).not.toBe(before[0]);
  expect(await bundle()).toBe(before[1]);
  await team.send('put', `${path}/draft`).send({ configuration: before[0] });
});

test('a channel is agreed before anybody has set it up: it is a requirement that holds back its document, and setting it up changes nothing of what was signed', async () => {
  const { body: partner } = await team.send('post', '/v1/partners').send({
    ...{ name: 'Lantern Quay', templates: ['standard-3pl'] },
    identities: { production: [{ qualifier: '12', id: '5550177' }], sandbox: [{ qualifier: '12', id: '5550177T' }] },
  });
  const path = `/v1/partners/${partner.id}`;
  const change = (body: object) => team.send('put', `${path}/agreements/in/945`).send(body);
  const agreed = await change({ channel: 'as2' });
  expect(agreed.status, agreed.text).toBe(200);
  expect(found(agreed.body, '945')).toMatchObject({ endpoint: 'as2', channel: 'as2', isSetUp: false });
  const signed = async () => (await team.get(`${path}/agreement`)).body;
  const line = (await signed()).documents.find((one: Agreement) => one.set === '945');
  expect(line.words).toContainEqual({ word: 'Channel', says: 'as2 (as2)' });

  // Whose turn, why, where; and only the documents that go over it wait.
  const { body } = await team.get(`${path}/journey`);
  const all = [...body.requirements.currentlyDue, ...body.requirements.eventuallyDue];
  expect(all.find(({ id: one }: { id: string }) => one === 'connection.works/as2')).toMatchObject({
    turn: 'partner',
    title: 'Set up AS2 for 945 Warehouse shipping advice',
    action: { link: '/channels/new?channel=as2&name=as2' },
  });
  const checks = async (document: string) =>
    (await team.get(`${path}/go-live/preview?document=${document}`)).body.checks.map((one: { id: string }) => one.id);
  expect(await checks('inbound/945/004010')).toContain('connection.works/as2');
  expect(await checks('inbound/944/004010')).not.toContain('connection.works/as2');
  const run = await team.send('post', `${path}/certification/runs`).send({ scenario: 'order-complete' });
  expect([run.status, run.body.detail]).toEqual([409, expect.stringContaining('Set up the channel as2 first')]);

  // Another name by its kind; a kind that the endpoint of this name is not.
  expect(found((await change({ endpoint: 'night', channel: 'sftp' })).body, '945')).toMatchObject({
    ...{ endpoint: 'night', channel: 'sftp', isSetUp: false },
  });
  const other = await change({ endpoint: 'https', channel: 'as2' });
  expect([other.status, other.body.detail]).toEqual([
    409,
    'The endpoint https is https, not as2. Give the new one another name.',
  ]);

  await change({ channel: 'sftp-server' });
  const then = (await signed()).hash;
  const settings = { user: 'harbour-row-2', password: 'a password of many words' };
  const endpoint = { name: 'sftp-server', channel: 'sftp-server', environment: 'sandbox', settings };
  const made = await team.send('post', `${path}/endpoints`).send(endpoint);
  expect(made.status, made.text).toBe(201);
  expect((await signed()).hash).toBe(then);
  expect(found((await team.get(`${path}/agreements`)).body, '945')).toMatchObject({ isSetUp: true });
});

test('an agreement may name each channel that carries documents, with who sets it up', () => {
  const channels = Object.entries(rig.context.channels)
    .filter(([, { carries = 'documents' }]) => carries === 'documents')
    .map(([name, { setUpBy }]) => [name, setUpBy === 'team' ? 'team' : 'partner']);
  const named = Object.entries(documentChannels).map(([name, { setUpBy }]) => [name, setUpBy]);
  expect(named.sort()).toEqual(channels.sort());
  const { properties } = partnerSchema.properties.documents.items;
  expect(properties.channel.enum).toEqual(documentChannelNames);
});

test.each([
  [
    'a version that the mapping does not serve',
    'put',
    'in/945',
    { version: '006010' },
    400,
    /945-in\.yaml maps the inbound 945/,
  ],
  [
    'a document that is not agreed',
    'put',
    'out/945',
    { version: '004010' },
    409,
    /The 945 to the partner is not agreed/,
  ],
  ['the end of one that is not agreed', 'delete', 'in/214', undefined, 409, /The 214 from the partner is not agreed/],
] as const)('%s is refused, and nothing is changed', async (_, method, key, body, status, why) => {
  const before = (await team.get(`${path}/agreements`)).body.configuration;
  const refused = await team.send(method, `${path}/agreements/${key}`).send(body);
  expect([refused.status, refused.body.detail]).toEqual([status, expect.stringMatching(why)]);
  expect((await team.get(`${path}/agreements`)).body.configuration).toBe(before);
});

test('a document that no template has, a template that there is not, and a draft that never was are refused', async () => {
  const none = await team.send('post', `${path}/agreements`).send({ set: '830', direction: 'in' });
  expect([none.status, none.body.detail]).toEqual([409, expect.stringContaining('No template has the 830')]);
  const unknown = await team.send('post', `${path}/agreements`).send({ set: '214', direction: 'in', template: 'x' });
  expect(unknown.body.detail).toBe('There is no template x.');
  const never = await team.send('put', `${path}/draft`).send({ configuration: '0'.repeat(64) });
  expect([never.status, never.body.detail]).toEqual([409, 'The partner never had this configuration.']);
});

test('endpoints stand at the address by which the caller reached the hub, with the documents that go each way', async () => {
  const { body } = await team.get(`${path}/endpoints?environment=production`).set('Host', 'hub.northgate.example');
  expect(body.endpoints).toMatchObject([{ name: 'https', environment: 'production', addresses: expect.any(Array) }]);
  const sandbox = await team.get(`${path}/endpoints?environment=sandbox`).set('Host', 'hub.northgate.example');
  expect(sandbox.body.endpoints).toMatchObject([
    {
      sets: { in: expect.arrayContaining(['945']), out: expect.arrayContaining(['940']) },
      addresses: [
        { id: 'inbox', method: 'POST', scope: 'inbox:write', address: 'http://hub.northgate.example/v1/inbox' },
        { id: 'outbox', address: 'http://hub.northgate.example/v1/outbox' },
        { id: 'events', scope: 'events:write', address: 'http://hub.northgate.example/v1/events' },
        { id: 'work', scope: 'work:read', address: 'http://hub.northgate.example/v1/work' },
      ],
    },
  ]);
});

const bytesOf = (of: string) =>
  team
    .get(`${path}/agreements/${of}?environment=sandbox`)
    .buffer()
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });

test('the guide of a document says how both sides are called, its segments, and what is asked beyond the standard', async () => {
  const guide = await bytesOf('in/945/guide');
  expect(guide.get('content-disposition')).toContain('guide-945-004010.md');
  const text = (guide.body as Buffer).toString();
  for (const part of [
    '# 945 Warehouse shipping advice, version 004010',
    'Harbour Row sends it to Northgate Outfitters.',
    '- `12` / `5550100T`, in GS `5550100T`',
    '- `ZZ` / `NORTHGATET`, in GS `NORTHGATET`',
    'W06',
    'The order number of our 940 (W05-02), as it stood there.',
    'A line that shipped says how much (W12-03).',
  ])
    expect(text).toContain(part);
});

test('the sample of a document is addressed between both sides and is accepted in the sandbox as it is', async () => {
  const sample = await bytesOf('in/945/sample');
  const text = (sample.body as Buffer).toString('latin1');
  expect(text.slice(0, 106)).toMatch(/\*12\*5550100T {7}\*ZZ\*NORTHGATET {5}\*.*\*T\*>~$/);
  expect(text).toContain('GS*SW*5550100T*NORTHGATET*');
  const dropped = await team
    .send('post', `${path}/sandbox/documents`)
    .set('Content-Type', 'application/edi-x12')
    .set('X-File-Name', '945.x12')
    .send(text);
  expect(dropped.status, dropped.text).toBe(202);
  const [document] = dropped.body.documents;
  await translate(rig.context, [document.id]);
  expect((await team.get(`/v1/messages/${document.id}`)).body).toMatchObject({
    ...{ environment: 'sandbox', partner: { id } },
    interchanges: [{ groups: [{ sets: [{ code: '945', status: 'A' }] }] }],
  });
  const sent = await bytesOf('out/940/sample');
  expect((sent.body as Buffer).toString('latin1')).toMatch(
    /^ISA\*00\* {10}\*00\* {10}\*ZZ\*NORTHGATET {5}\*12\*5550100T {7}\*.*\*T\*.~\nGS\*OW\*NORTHGATET\*5550100T\*[\s\S]*\nST\*940\*0001~\nW05\*N\*[\s\S]*\nSE\*\d+\*0001~\nGE\*1\*1~\nIEA\*1\*000000001~\n$/,
  );
});

test('a person of a partner drops into its own sandbox only, and sees nobody else’s papers', async () => {
  const heron = await rig.signIn('heron');
  for (const below of ['/agreements', '/endpoints', '/agreements/in/945/guide', '/agreements/in/945/sample'])
    expect([below, (await heron.get(path + below)).status]).toEqual([below, 404]);
  const drop = (org: string) =>
    heron.send('post', `/v1/partners/${org}/sandbox/documents`).set('Content-Type', 'application/edi-x12').send('ISA');
  expect((await drop(id)).status).toBe(404);
  expect((await drop(orgs.heron)).status).toBe(422);
  expect((await heron.get(`/v1/partners/${orgs.heron}/endpoints`)).status).toBe(200);
});
