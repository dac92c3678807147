import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../fault/until.ts';
import { type TestIdentity, testIdentity } from './keys.ts';
import { type Partner, postTo } from './partner.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';

const bytes = Buffer.from('ISA*00*~');
const file = { fileName: '945.x12', bytes };
let rig: As2Rig;
let partner: Partner;
let stranger: TestIdentity;

beforeAll(async () => {
  rig = await as2Rig({ limitBytes: 1024 * 1024, patienceMs: 200 });
  partner = rig.partner;
  stranger = await testIdentity('stranger');
});
afterAll(() => rig.close());

const newest = () => rig.newest();
const send = (options: Parameters<Partner['send']>[2] = {}) => partner.send(rig.hubUrl, [file], options);
const storedNow = async () => (await rig.stored()).length;

/** Sends what must be refused: nothing is stored, the log says why, and the partner hears it. */
async function refused(options: Parameters<Partner['send']>[2]) {
  const before = await storedNow();
  const { status, mdn } = await send(options);
  expect([status, await storedNow()]).toEqual([200, before]);
  const { state, detail, body } = await newest();
  expect([state, detail.disposition]).toEqual(['refused', mdn!.disposition]);
  expect(body!.toString('latin1')).toMatch(/^Content-Type: multipart\/(signed|report)/);
  return mdn!;
}

describe('a message that comes in', () => {
  test('is stored, and its receipt says over which bytes; the log says how it came', async () => {
    const { mdn, headers } = await send({ messageId: '<first@partner>' });
    expect(mdn).toMatchObject({ disposition: 'processed', messageId: '<first@partner>', signed: true });
    expect(headers).toMatchObject({ 'as2-from': ids.ourId, 'as2-to': ids.partnerId, 'as2-version': '1.2' });
    expect((await rig.stored()).at(-1)).toEqual({ fileName: '945.x12', bytes });
    const { state, summary, detail } = await newest();
    expect([state, summary]).toEqual(['done', 'Took 945.x12']);
    expect(detail).toMatchObject({
      ...{
        messageId: '<first@partner>',
        from: ids.partnerId,
        to: ids.ourId,
        fileName: '945.x12',
        disposition: 'processed',
      },
      signature: { digest: 'sha-256', scheme: 'RSASSA-PKCS1-v1_5', certificate: { name: 'CN=partner' } },
      encryption: { cipher: 'aes256-cbc', keyTransport: 'RSAES-PKCS1-v1_5' },
      receivedMic: mdn!.mic,
    });
    expect(JSON.stringify(detail)).not.toContain('PRIVATE');
  });

  test('gets no answer before it is on disk', async () => {
    const { system } = rig.context.db;
    const holder = await system.transaction();
    await holder.raw('lock table exchange in exclusive mode');
    let isAnswered = false;
    const answer = send().finally(() => {
      isAnswered = true;
    });
    const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%exchange%'";
    await until('the commit waits', async () => (await system.raw(waiting)).rows.length > 0, 60_000);
    expect(isAnswered).toBe(false);
    await holder.rollback();
    expect((await answer).mdn?.disposition).toBe('processed');
  });

  test('again with the same Message-ID gets the same receipt, and is not taken again, even with other bytes', async () => {
    const before = await storedNow();
    const first = await send({ messageId: '<again@partner>' });
    const second = await send({ messageId: '<again@partner>' });
    const other = await partner.send(rig.hubUrl, [{ ...file, bytes: Buffer.from('ISA other') }], {
      messageId: '<again@partner>',
    });
    expect(second.body.equals(first.body) && other.body.equals(first.body)).toBe(true);
    expect(second.headers['message-id']).toBe(first.headers['message-id']);
    expect(await storedNow()).toBe(before + 1);
  });

  test('ten times at once is taken once, and all get one receipt', async () => {
    const before = await storedNow();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send({ messageId: '<at-once@partner>' })));
    expect(new Set(answers.map(({ body }) => body.toString('latin1'))).size).toBe(1);
    expect(await storedNow()).toBe(before + 1);
  });

  test('that was refused may come again with the same Message-ID, corrected', async () => {
    const messageId = '<corrected@partner>';
    expect((await refused({ messageId, pack: { sign: false } })).disposition).toContain('insufficient');
    expect((await send({ messageId })).mdn?.disposition).toBe('processed');
  });

  test.each([
    ['for another certificate', () => ({ forCertificate: stranger.certificate }), 'processed/Error: decryption-failed'],
    ['signed by somebody else', () => ({ as: stranger }), 'processed/Error: authentication-failed'],
    [
      'plain, where encryption is due',
      () => ({ pack: { encrypt: false } }),
      'processed/Error: insufficient-message-security',
    ],
    [
      'unsigned, where a signature is due',
      () => ({ pack: { sign: false } }),
      'processed/Error: insufficient-message-security',
    ],
    [
      'signed with SHA-1',
      () => ({ pack: { digest: 'sha-1' } as const }),
      'processed/Error: insufficient-message-security',
    ],
    [
      'encrypted with 3DES',
      () => ({ pack: { cipher: '3des' } as const }),
      'processed/Error: insufficient-message-security',
    ],
    [
      'cut off',
      () => ({ spoil: (body: Buffer) => body.subarray(0, body.length - 40) }),
      'processed/Error: decryption-failed',
    ],
    [
      'changed on its way',
      () => ({
        spoil: (body: Buffer) => {
          body[300]! ^= 1;
          return body;
        },
      }),
      'processed/Error: decryption-failed',
    ],
    [
      'with a digest that must be and is none of ours',
      () => ({
        fields: {
          'Disposition-Notification-Options':
            'signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, md5',
        },
      }),
      'failed/Failure: unsupported MIC-algorithms',
    ],
    ['without a document', () => ({}), 'processed/Error: unexpected-processing-error'],
  ])('%s is refused, stores nothing, and the partner hears why', async (name, options, disposition) => {
    if (name === 'without a document') {
      const answer = await partner.send(rig.hubUrl, [{ fileName: 'empty.x12', bytes: Buffer.alloc(0) }]);
      return void expect(answer.mdn?.disposition).toBe(disposition);
    }
    expect((await refused(options())).disposition).toBe(disposition);
  });

  test('plain and signed, and truncated or changed within, is told apart', async () => {
    await rig.change({ inEncrypted: 'optional' });
    const plain = { pack: { encrypt: false } } as const;
    const cut = await refused({ ...plain, spoil: (body) => body.subarray(0, body.length - 10) });
    expect(cut.disposition).toBe('processed/Error: unexpected-processing-error');
    expect(cut.text).toContain('cut off');
    const changed = await refused({
      ...plain,
      spoil: (body) => {
        body[body.indexOf('ISA*')]! ^= 1;
        return body;
      },
    });
    expect(changed.disposition).toBe('processed/Error: integrity-check-failed');
    await rig.change({ inEncrypted: 'required' });
  });

  test('compressed to almost nothing is not unpacked beyond the limit', async () => {
    const bomb = { fileName: 'bomb.x12', bytes: Buffer.alloc(64 * 1024 * 1024) };
    const before = await storedNow();
    const { mdn } = await partner.send(rig.hubUrl, [bomb], { pack: { compress: 'before-sign' } });
    expect([mdn?.disposition, await storedNow()]).toEqual(['processed/Error: decompression-failed', before]);
  });

  test('by a certificate that has ended is refused, or taken where that is agreed', async () => {
    const old = await testIdentity('partner of old', new Date(Date.now() - 400 * 86_400_000), 1);
    await rig.change({ certificates: partner.identity.pem + old.pem });
    expect((await refused({ as: old })).disposition).toBe('processed/Error: authentication-failed');
    await rig.change({ expired: 'accept' });
    expect((await send({ as: old })).mdn?.disposition).toBe('processed');
    await rig.change({ certificates: partner.identity.pem, expired: 'refuse' });
  });

  test('by either of two certificates of the partner is taken, while it changes them', async () => {
    await rig.change({ certificates: partner.identity.pem + stranger.pem });
    expect((await send({ as: stranger })).mdn?.disposition).toBe('processed');
    expect((await send()).mdn?.disposition).toBe('processed');
    await rig.change({ certificates: partner.identity.pem });
  });

  test('of unknown ids is answered so, and the team hears of it', async () => {
    for (const fields of [{ 'AS2-From': 'NOBODY' }, { 'AS2-To': 'crossdock' }] as const) {
      const before = (await rig.exchanges()).length;
      const { status, mdn } = await send({ fields });
      expect([status, mdn?.disposition, mdn?.signed]).toEqual([200, 'processed/Error: unknown-trading-partner', false]);
      expect((await rig.exchanges()).length).toBe(before);
    }
    const same = await send({ fields: { 'AS2-From': ids.ourId } });
    expect(same.mdn?.disposition).toBe('failed/Failure: sender-equals-receiver');
  });

  test.each([
    ['has none', { 'Message-ID': '' }],
    ['is longer than a line', { 'Message-ID': `<${'x'.repeat(980)}@partner>` }],
    ['has others than ASCII in it', { 'Message-ID': '<\u00e4@partner>' }],
  ])('whose Message-ID %s is refused', async (_name, fields) => {
    expect((await send({ fields })).mdn?.disposition).toBe('processed/Error: invalid-message-id');
  });

  test('larger than is taken is refused before it is read', async () => {
    const { status, body } = await postTo(
      rig.hubUrl,
      {
        'AS2-From': ids.partnerId,
        'AS2-To': ids.ourId,
        'Message-ID': '<large@partner>',
        'Content-Type': 'application/pkcs7-mime',
      },
      Buffer.alloc(3 * 1024 * 1024),
    ).catch(() => ({ status: 413, body: Buffer.from('The limit') }));
    expect([status, String(body)]).toEqual([413, expect.stringContaining('The limit')]);
  });

  test('with chunks and folded fields, as old programs send it, is taken', async () => {
    await rig.change({ inSigned: 'optional', inEncrypted: 'optional' });
    const text = await raw([
      'POST /as2 HTTP/1.1\r\nHost: hub\r\nAS2-From: "QUAYSIDE"\r\nAS2-To: CROSSDOCK\r\nMessage-ID: <raw@partner>\r\n',
      'Disposition-Notification-To: x\r\nContent-Type: text/plain;\r\n\tcharset=utf-8\r\nConnection: close\r\n',
      'Transfer-Encoding: chunked\r\n\r\n4\r\nISA*\r\n0\r\n\r\n',
    ]);
    expect(text).toMatch(/^HTTP\/1.1 200[\s\S]*MDN-sent-automatically; processed\r\n/);
    expect((await rig.stored()).at(-1)!.bytes.toString()).toBe('ISA*');
    await rig.change({ inSigned: 'required', inEncrypted: 'required' });
  });

  test('with two lengths is refused, so that nothing can hide behind it', async () => {
    const text = await raw([
      'POST /as2 HTTP/1.1\r\nHost: hub\r\nAS2-From: QUAYSIDE\r\nAS2-To: CROSSDOCK\r\nMessage-ID: <two@partner>\r\n',
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /as2 HTTP/1.1\r\nHost: hub\r\n\r\n',
    ]);
    expect(text).toMatch(/^HTTP\/1.1 400/);
    expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test('that stops on its way is given up', async () => {
    const text = await raw([
      'POST /as2 HTTP/1.1\r\nHost: hub\r\nAS2-From: QUAYSIDE\r\nAS2-To: CROSSDOCK\r\nMessage-ID: <slow@partner>\r\n',
      'Content-Type: application/pkcs7-mime\r\nContent-Length: 1000\r\n\r\nISA',
    ]);
    expect(text).toMatch(/^HTTP\/1.1 408/);
  });

  test('needs user name and password where that was agreed', async () => {
    await rig.change({ inUser: 'quay', inPassword: 'correct horse' });
    const basic = (text: string) => ({ fields: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` } });
    const before = (await rig.exchanges()).length;
    for (const options of [{}, basic('quay:wrong horse'), basic('quay:wrong horse')])
      expect((await send(options)).status).toBe(401);
    expect((await rig.exchanges()).length).toBe(before + 3);
    const { state, summary, detail } = await newest();
    expect([state, summary]).toEqual(['refused', 'Refused: User name and password are missing or wrong.']);
    expect(JSON.stringify(detail)).not.toMatch(/horse|authorization/i);
    expect((await send(basic('quay:correct horse'))).mdn?.disposition).toBe('processed');
    const { inUser: _user, inPassword: _password, ...rest } = rig.settings;
    await rig.change({ ...rest, inUser: null, inPassword: null } as never);
    expect((await send()).mdn?.disposition).toBe('processed');
  });

  test('with several files stores each of them', async () => {
    const files = ['a.x12', 'b.x12'].map((fileName) => ({ fileName, bytes: Buffer.from(`ISA ${fileName}`) }));
    const before = await storedNow();
    expect((await partner.send(rig.hubUrl, files)).mdn?.disposition).toBe('processed');
    expect((await rig.stored()).slice(before).map((one) => one.fileName)).toEqual(['a.x12', 'b.x12']);
  });

  test('gets its receipt later where it asks for that, at the machine that was agreed and nowhere else', async () => {
    const fields = { 'Receipt-Delivery-Option': partner.url };
    const { status, mdn } = await send({ messageId: '<later@partner>', fields });
    expect([status, mdn]).toEqual([200, undefined]);
    await expect
      .poll(() => partner.receipts.at(-1)?.mdn)
      .toMatchObject({ disposition: 'processed', messageId: '<later@partner>', signed: true });
    await expect.poll(async () => (await newest()).summary).toBe('Sent the receipt (HTTP 200)');
    const elsewhere = await send({ fields: { 'Receipt-Delivery-Option': 'http://169.254.169.254/latest' } });
    expect(elsewhere.status).toBe(400);
    expect(await newest()).toMatchObject({ state: 'refused', summary: expect.stringContaining('names another one') });
  });

  test('gets its receipt two minutes late, and once, where its sandbox asks for that trouble', async () => {
    const { system } = rig.context.db;
    const { ingress } = rig.channel;
    if (ingress.kind !== 'http') throw new Error('It is called by HTTP.');
    // Whoever watches looks at once when it begins.
    const look = async () => ingress.start!(rig.host as never)();
    Object.assign(rig.host, { receiptDelayMs: async () => 120_000 });
    const messageId = '<held@partner>';
    const receipts = () => partner.receipts.filter(({ mdn }) => mdn?.messageId === messageId);
    expect((await send({ messageId, fields: { 'Receipt-Delivery-Option': partner.url } })).status).toBe(200);
    const owed = () => system('exchange').where({ transport_id: messageId, kind: 'message' }).first('owed', 'owed_at');
    await expect.poll(async () => (await owed()).owed?.isHeldBack, { timeout: 20_000 }).toBe(true);
    expect((await owed()).owed_at).toEqual(new Date(rig.context.now().getTime() + 120_000));
    rig.context.pass(119_000);
    await look();
    expect(receipts()).toEqual([]);
    rig.context.pass(1_000);
    await look();
    await expect.poll(() => receipts().length, { timeout: 20_000 }).toBe(1);
    await expect.poll(async () => (await owed()).owed, { timeout: 20_000 }).toBe(null);
    rig.context.pass(600_000);
    await look();
    expect(receipts()).toHaveLength(1);
    Object.assign(rig.host, { receiptDelayMs: async () => 0 });
  });

  test('without a wish for a receipt is answered with nothing, or with why it was refused', async () => {
    const fields = {
      'AS2-From': ids.partnerId,
      'AS2-To': ids.ourId,
      'Message-ID': '<bare@partner>',
      'Content-Type': 'text/plain',
    };
    const { status, body } = await postTo(rig.hubUrl, fields, bytes);
    expect([status, String(body)]).toEqual([422, expect.stringContaining('must be signed')]);
    await rig.change({ inSigned: 'optional', inEncrypted: 'optional' });
    expect(await postTo(rig.hubUrl, fields, bytes)).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    await rig.change({ inSigned: 'required', inEncrypted: 'required' });
  });

  test('finds an address that says what it is for', async () => {
    const look = await fetch(rig.hubUrl);
    expect([look.status, await look.text()]).toEqual([200, 'This address takes AS2 messages by POST.\n']);
    expect((await fetch(rig.hubUrl, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(rig.hubUrl, { method: 'POST', body: 'x' })).status).toBe(400);
  });
});

/** Bytes on a socket, and what comes back until it is closed. */
function raw(parts: readonly string[]): Promise<string> {
  const { port } = new URL(rig.hubUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(parts.join('')));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.once('error', reject);
  });
}
