import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type HttpRig, httpRig, isa, orgs } from './rig.ts';

let rig: HttpRig;
const limit = 200_000;

beforeAll(async () => {
  rig = await httpRig({ bodyLimitBytes: limit });
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const drop = () => rig.withKey('quayside', 'post', '/v1/inbox');
const countDocuments = async () => Number((await rig.context.db.system('document').count())[0]!.count);
const rawOf = async (id: string) =>
  (await rig.context.db.system('document_raw').where({ document_id: id }).first()).content as Buffer;

test('the bytes are kept exactly as sent, whatever the media type says, and the answer names the document', async () => {
  const bytes = Buffer.concat([Buffer.from(isa('000000001'), 'latin1'), Buffer.from([0x0d, 0x0a, 0xe9, 0xff, 0x00])]);
  for (const [place, type] of [
    'application/edi-x12',
    'application/octet-stream',
    'text/plain; charset=utf-8',
    'application/EDI-X12',
    undefined,
  ].entries()) {
    const sent = Buffer.concat([bytes, Buffer.from([place])]);
    const post = drop();
    if (type) post.set('Content-Type', type);
    else post.unset('Content-Type');
    const answer = await post.serialize((body) => body).send(sent);
    expect(answer.status, `${type}: ${answer.text}`).toBe(202);
    const [document] = answer.body.documents;
    expect(document).toMatchObject({ duplicate: false, sizeBytes: sent.length, status: `/v1/messages/${document.id}` });
    expect(await rawOf(document.id)).toEqual(sent);
  }
});

test('the document belongs to the organisation and the environment of the key', async () => {
  const production = await drop().type('application/edi-x12').send(isa('000000002'));
  const sandbox = await rig.withKey('sandbox', 'post', '/v1/inbox').type('application/edi-x12').send(isa('000000002'));
  const stored = await rig.context.db
    .system('document')
    .whereIn('id', [production.body.documents[0].id, sandbox.body.documents[0].id])
    .orderBy('id');
  expect(stored.map((d) => [d.org_id, d.environment])).toEqual([
    [orgs.quayside, 'production'],
    [orgs.quayside, 'sandbox'],
  ]);
});

test('the same bytes twice are one document; the second answer is 200 with the first id', async () => {
  const first = await drop().type('application/edi-x12').send(isa('000000003'));
  const second = await drop().type('text/plain').send(isa('000000003'));
  expect([first.status, second.status]).toEqual([202, 200]);
  expect(second.body.documents[0]).toMatchObject({ id: first.body.documents[0].id, duplicate: true });
});

test('the file name comes from X-File-Name, without folders, in UTF-8', async () => {
  const post = drop()
    .type('application/edi-x12')
    .set('X-File-Name', Buffer.from('../../etc/Übergabe 945.x12', 'utf8').toString('latin1'));
  const answer = await post.send(Buffer.from(isa('000000004')));
  expect(answer.body.documents[0].fileName).toBe('Übergabe 945.x12');
});

test('several files of one form are as many documents, in their order', async () => {
  const post = drop()
    .attach('file', Buffer.from(isa('000000011')), 'a.x12')
    .attach('other', Buffer.from(isa('000000012')), 'C:\\out\\ü.x12');
  const answer = await post;
  expect(answer.status, answer.text).toBe(202);
  expect(answer.body.documents.map((d: { fileName: string }) => d.fileName)).toEqual(['a.x12', 'ü.x12']);
  expect((await rawOf(answer.body.documents[1].id)).toString()).toBe(isa('000000012'));
});

test('of two files the good one is taken, and the bad one is kept and named', async () => {
  const answer = await drop()
    .attach('file', Buffer.from(isa('000000013')), 'good.x12')
    .attach('file', Buffer.from('{"a":1}'), 'bad.json');
  expect(answer.status).toBe(202);
  expect(answer.body.documents[0]).not.toHaveProperty('finding');
  expect(answer.body.documents[1]).toMatchObject({ fileName: 'bad.json', finding: { code: 'document.not-agreed' } });
});

test.each([
  ['document.not-agreed', '{"order": 1}'],
  ['x12.document.html', '<!DOCTYPE html><html><body>Sign in</body></html>'],
  ['document.not-agreed', '<?xml version="1.0"?><a/>'],
  ['x12.document.edifact', "UNA:+.? 'UNB+UNOC:3+A+B+261123:1200+1'"],
  ['x12.document.binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
  ['x12.document.fragment', 'GS*SW*QUAYSIDE*NORTHGATE*20261123*1200*1*X*004010~'],
  ['x12.document.not-x12', 'Hello, did you get my order?'],
])('what is %s is kept and answered 422 with its id and what to do', async (code, sent) => {
  const answer = await drop().type('application/octet-stream').send(Buffer.from(sent));
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    code,
    status: 422,
    type: `/docs/errors#${code}`,
    requestId: answer.headers['x-request-id'],
  });
  expect(answer.body.detail).toMatch(/X12|ISA|There is no agreement for (JSON|XML) documents/);
  expect(await rawOf(answer.body.documentId)).toEqual(Buffer.from(sent));
});

test('an interchange cut behind its ISA is taken for a TA1 to say so; cut within it, where no TA1 can be, the reply itself says so', async () => {
  const whole = isa('000000021');
  const taken = await drop().type('application/edi-x12').send(whole.slice(0, 120));
  expect(taken.status).toBe(202);
  const refused = await drop().type('application/edi-x12').send(whole.slice(0, 60));
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'x12.interchange.header-incomplete', documentId: expect.any(String) });
});

test('an empty body, form or file is refused with 400 and nothing is stored', async () => {
  const before = await countDocuments();
  for (const post of [
    drop().type('application/edi-x12').send(''),
    drop(),
    drop().field('note', 'no file here'),
    drop()
      .attach('file', Buffer.from(isa('000000031')), 'good.x12')
      .attach('file', Buffer.alloc(0), 'empty.x12'),
  ]) {
    const answer = await post;
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.code).toBe('inbox.empty');
  }
  expect(await countDocuments()).toBe(before);
});

test('a body above the limit is refused with 413, announced or not, plain or as a form, and nothing is stored', async () => {
  const before = await countDocuments();
  const big = Buffer.alloc(limit + 1, 'A');
  const chunked = drop().type('application/edi-x12').set('Transfer-Encoding', 'chunked');
  for (let sent = 0; sent <= limit; sent += 50_000) chunked.write(big.subarray(0, 50_000));
  for (const post of [
    drop().type('application/edi-x12').send(big),
    chunked,
    drop().attach('file', big, 'big.x12'),
    drop().attach('file', big.subarray(0, 150_000), 'a.x12').attach('file', big.subarray(0, 150_000), 'b.x12'),
  ]) {
    const answer = await post;
    expect(answer.status, answer.text).toBe(413);
    expect(answer.body).toMatchObject({ code: 'inbox.too-large' });
  }
  expect(await countDocuments()).toBe(before);
});

test('other media types and compressed bodies are refused with 415 that says what to send', async () => {
  const before = await countDocuments();
  const zip = await drop().type('application/zip').send(Buffer.from('PK'));
  const form = await drop().type('application/x-www-form-urlencoded').send(isa());
  const gzip = await drop().type('application/edi-x12').set('Content-Encoding', 'gzip').send(gzipSync(isa()));
  expect([zip.status, form.status, gzip.status]).toEqual([415, 415, 415]);
  expect(zip.body.code).toBe('inbox.media-type');
  expect(zip.body.detail).toContain('application/edi-x12');
  expect(form.body.detail).toContain('curl');
  expect(gzip.body.detail).toContain('Content-Encoding');
  expect(await countDocuments()).toBe(before);
});

test('a malformed form is 400 and not a fault of ours', async () => {
  const noBoundary = await drop().type('multipart/form-data').send('--x\r\n');
  const cut = await drop()
    .set('Content-Type', 'multipart/form-data; boundary=x')
    .send('--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nISA');
  for (const answer of [noBoundary, cut]) {
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.code).toBe('inbox.form-invalid');
  }
});

test('without a key 401, with a wrong one 401, with one that lacks the scope or with a session 403', async () => {
  const browser = await rig.signIn('quayside');
  const none = await request(rig.app).post('/v1/inbox').type('application/edi-x12').send(isa());
  const wrong = await request(rig.app)
    .post('/v1/inbox')
    .set('Authorization', 'Bearer cdk_wrong_wrong')
    .type('application/edi-x12')
    .send(isa());
  const basic = await request(rig.app).post('/v1/inbox').auth('user', 'pass').type('application/edi-x12').send(isa());
  for (const answer of [none, wrong, basic]) {
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('http.unauthorized');
    expect(answer.headers['www-authenticate']).toContain('Bearer');
  }
  const powerless = await rig.withKey('powerless', 'post', '/v1/inbox').type('application/edi-x12').send(isa());
  expect(powerless.status).toBe(403);
  expect(powerless.body.detail).toContain('inbox:write');
  const session = await browser.send('post', '/v1/inbox').type('application/edi-x12').send(isa());
  expect(session.status).toBe(403);
  expect(session.body.detail).toMatch(/API key/);
});

test('a file name that does not fit the contract is 400 and names the place', async () => {
  const answer = await drop().type('application/edi-x12').set('X-File-Name', 'x'.repeat(256)).send(isa());
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].place).toBe('header/x-file-name');
});

test('a document is not in the log, and neither is the key', async () => {
  await drop().type('application/edi-x12').set('X-Request-Id', 'my-own-request-id').send(isa('000000041'));
  const line = rig.log.find((l) => 'requestId' in l.fields && l.fields.requestId === 'my-own-request-id');
  expect(line).toMatchObject({ message: 'request', fields: { operation: 'submitDocument', status: 202 } });
  const all = JSON.stringify(rig.log);
  expect(all).not.toContain('ISA');
  expect(all).not.toContain(rig.keys.quayside);
});
