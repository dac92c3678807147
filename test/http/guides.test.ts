import type { Response } from 'supertest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../../services/flows/releases.ts';
import { translate } from '../../services/flows/translate.ts';
import { configurationFiles } from '../../services/store/configurations.ts';
import { draftOf } from '../../services/store/releases.ts';
import { sefLayout, tableLayout, xlsxOf } from '../domain/imports/layouts.ts';
import { interchange } from '../domain/x12/support.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// A partner uploads the specification that it has, looks at what it means, and accepts it, all by the API.

let rig: HttpRig;
let team: Browser;
let partner: Browser;
const path = `/v1/partners/${orgs.quayside}`;
beforeAll(async () => {
  rig = await httpRig();
  team = await rig.signIn('team');
  partner = await rig.signIn('quayside');
  const { body } = await team
    .send('post', '/v1/partners')
    .send({ name: 'Harbour Row', templates: ['standard-3pl'], identities: { production: [], sandbox: [] } });
  const { db, catalog, newId, now } = rig.context;
  await db.system.transaction(async (tx) => {
    const files = await configurationFiles(tx, body.id, (await draftOf(tx, body.id))!);
    const own = new Map(files);
    own.set(
      'partner.yaml',
      Buffer.from(files.get('partner.yaml')!.toString().replace('Harbour Row', 'Quayside Logistics')),
    );
    await saveDraft({ standards: catalog.standards, newId, now }, tx, {
      orgId: orgs.quayside,
      actor: 'test',
      files: own,
    });
  });
});
afterAll(() => rig.close());
afterEach(() => expect(rig.log.filter((line) => line.level === 'error')).toEqual([]));

const upload = (who: Browser, where: string, content: Uint8Array | string, name = 'layout') =>
  who
    .send('post', `${path}/guides${where}`)
    .type('application/octet-stream')
    .set('X-File-Name', encodeURIComponent(name))
    .send(Buffer.from(content));
const binary = (response: Response, done: (error: Error | null, body: Buffer) => void) => {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
};
const draft = async () => (await partner.get(`${path}/guides`)).body.draft as string;

test('a preview tells differences, what was not understood and the mapping fields, and stores nothing', async () => {
  const before = await draft();
  const sef = `${sefLayout}.SEMREFS\n66=LOCAL:COMEXIT:x\n`;
  const { status, body, text } = await upload(partner, '/preview', sef, 'Ihre Änderung.sef');
  expect(status, text).toBe(200);
  expect(body).toMatchObject({ format: 'SEF 1.6', path: 'guides/945.yaml', replaces: true, draft: before });
  const { differences, notes, affected } = body.guide;
  expect(differences).toContainEqual({
    ...{ kind: 'deviation', place: 'W06-02', origin: { line: expect.any(Number) } },
    text: 'W06-02 may have 1 to 40 characters, other than in the standard.',
  });
  expect(notes).toContainEqual(expect.objectContaining({ kind: 'lost', message: expect.stringContaining('COMEXIT') }));
  expect(notes).toContainEqual(expect.objectContaining({ message: expect.stringContaining('holds for 005010 too') }));
  expect(affected).toContainEqual(
    expect.objectContaining({
      mapping: 'mappings/945-in.yaml',
      place: 'W27-02',
      effect: 'required',
      field: 'carrier/scac',
    }),
  );
  expect(affected.some(({ effect }: { effect: string }) => effect === 'forbidden')).toBe(true);
  expect(await draft()).toBe(before);
  expect((await partner.get(`${path}/guides`)).body.attachments).toEqual([]);
});

test('what is accepted is a guide of the draft, holds in the sandbox, is kept byte for byte, and is on record', async () => {
  const before = await draft();
  const bytes = xlsxOf({ Layout: tableLayout });
  const { status, body, text } = await upload(partner, `?insteadOf=${before}`, bytes, 'Our 945.xlsx');
  expect(status, text).toBe(201);
  expect(body).toMatchObject({ path: 'guides/945.yaml', change: { before } });
  const guide = body.guides.guides.find((one: { path: string }) => one.path === 'guides/945.yaml');
  expect(guide).toMatchObject({
    ...{ set: '945', versions: ['004010'], by: 'edi@quayside.example', released: false },
    origin: { fileName: 'Our 945.xlsx', format: 'layout table (XLSX)', sizeBytes: bytes.length },
  });
  expect(
    body.guides.deviations.map(({ place, agreed }: { place: string; agreed: boolean }) => [place, agreed]),
  ).toContainEqual(['W06-02', false]);
  const kept = await team.get(`${path}/guides/uploads/${body.uploadId}`).buffer(true).parse(binary);
  expect(Buffer.compare(kept.body, Buffer.from(bytes))).toBe(0);
  expect(kept.headers['content-disposition']).toContain('Our 945.xlsx');
  const [entry] = await rig.context.db
    .system('audit_entry')
    .where({ action: 'specification.imported', org_id: orgs.quayside });
  expect(entry).toMatchObject({
    actor: 'edi@quayside.example',
    detail: { path: 'guides/945.yaml', fileName: 'Our 945.xlsx' },
  });
});

test('an agreed deviation is no fault of a document in the sandbox, and its 997 accepts it', async () => {
  const sent = interchange({
    ...{ set: '945' },
    bodies: [
      [
        'W06*F*ORDERNUMBERWITHMORETHAN22CHARS*20260130',
        'N1*ST*HARBOUR ROW',
        'N3*12 QUAY',
        'N4*DAYTON*OH*45402',
        'W27*M*BHFT',
        'LX*1',
        'W12*CC*10*10***012345678905',
        'W03*10',
      ],
    ],
  });
  const { body } = await partner.send('post', `${path}/sandbox/documents`).type('application/edi-x12').send(sent);
  const [{ id }] = body.documents;
  await translate(rig.context, [id]);
  const message = (await partner.get(`/v1/messages/${id}`)).body;
  const sets = message.interchanges.flatMap((one: { groups: { sets: object[] }[] }) =>
    one.groups.flatMap(({ sets: inside }) => inside),
  );
  const findings = sets.flatMap(
    ({ findings: own }: { findings?: { code: string; level: string; explanation: string }[] }) => own ?? [],
  );
  expect(findings.map(({ code }: { code: string }) => code)).toContain('guide.deviation-agreed');
  expect(findings.filter(({ level }: { level: string }) => level === 'standard')).toEqual([]);
  const annotated = (await partner.get(`/v1/messages/${id}/annotated`)).body;
  const w06 = annotated.segments.find((one: { id: string }) => one.id === 'W06');
  expect(w06.findings).toMatchObject([{ explanation: expect.stringContaining('Agreed deviation “W06-02') }]);
});

test('the agreement that both sides sign names each deviation with its reason', async () => {
  const { body } = await partner.get(`${path}/agreement`);
  expect(body.deviations).toContainEqual({
    ...{ guide: 'guides/945', place: 'W06-02', reason: expect.stringMatching(/\S/) },
    what: expect.stringContaining('W06-02 may have'),
  });
  const places = body.deviations.map((one: { guide: string; what: string }) => `${one.guide} ${one.what}`);
  expect(new Set(places).size).toBe(places.length);
});

test('a PDF is kept, listed and given back, and changes no guide', async () => {
  const before = await draft();
  const { status, body } = await upload(partner, '', '%PDF-1.7 for people', 'Guide.pdf');
  expect(status).toBe(201);
  expect(body.path).toBeUndefined();
  expect(body.guides.attachments).toMatchObject([{ fileName: 'Guide.pdf', format: 'PDF', by: 'edi@quayside.example' }]);
  expect(await draft()).toBe(before);
  const kept = await partner.get(`${path}/guides/uploads/${body.uploadId}`).buffer(true).parse(binary);
  expect(kept.body.toString()).toBe('%PDF-1.7 for people');
});

test('a file that cannot be taken is refused with a sentence, and a draft that somebody changed is not written over', async () => {
  const encrypted = await upload(partner, '/preview', 'EDIDE1001xyz', 'x.sef');
  expect([encrypted.status, encrypted.body.code, encrypted.body.detail]).toEqual([
    422,
    'guide.unreadable',
    expect.stringContaining('encrypted'),
  ]);
  const large = await upload(partner, '/preview', Buffer.alloc(2 * 1024 * 1024 + 1, 65), 'x.csv');
  expect([large.status, large.body.detail]).toEqual([422, expect.stringContaining('at most 2 MB')]);
  const late = await upload(partner, `?insteadOf=${'0'.repeat(64)}`, sefLayout, 'x.sef');
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('Somebody changed the draft')]);
  const other = await rig.signIn('heron');
  expect((await upload(other, '/preview', sefLayout)).status).toBe(404);
});
