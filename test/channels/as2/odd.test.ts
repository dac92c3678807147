import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loggedRefusals } from '../../../services/flows/refusals.ts';
import { type Partner, postTo } from './partner.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';

// What is legal and seldom, what comes again in another way, what is owed, and what strangers send.

const file = { fileName: '945.x12', bytes: Buffer.from('ISA*odd~') };
let rig: As2Rig;
let partner: Partner;

beforeAll(async () => {
  rig = await as2Rig({ limitBytes: 1024 * 1024 });
  partner = rig.partner;
});
afterAll(() => rig.close());

const stored = async () => (await rig.stored()).length;
const send = (options: Parameters<Partner['send']>[2] = {}) => partner.send(rig.hubUrl, [file], options);
const options = (protocol: string, ...digests: readonly string[]) => ({
  'Disposition-Notification-Options': `${protocol}signed-receipt-micalg=optional, ${digests.join(', ')}`,
});
const signed = 'signed-receipt-protocol=optional, pkcs7-signature; ';

describe('a Message-ID', () => {
  test.each([
    ['with blanks and quotes', '<"a quoted  one"@partner.example>'],
    ['with all that is printable', '<!#$%&\'*+-/=?^_`{|}~.(),:;[]\\"@partner>'],
    ['without brackets', 'as-some-programs-write-it'],
    ['longer than 255', `<${'x'.repeat(900)}@partner>`],
  ])('%s is taken, echoed as it came, and known again', async (_name, messageId) => {
    const before = await stored();
    for (let time = 0; time < 2; time++)
      expect((await send({ messageId })).mdn).toMatchObject({ disposition: 'processed', messageId });
    expect(await stored()).toBe(before + 1);
    expect((await rig.newest()).transportId).toBe(messageId);
  });
});

test('AS2 ids with blanks, quotes and backslashes are those that were agreed, both ways', async () => {
  const partnerId = 'Quay "Side" \\ Logistics';
  await rig.change({ partnerId, ourId: 'Our Hub' });
  const fields = { 'AS2-From': '"Quay \\"Side\\" \\\\ Logistics"', 'AS2-To': '"Our Hub"' };
  const { mdn, headers } = await send({ fields });
  expect(mdn?.disposition).toBe('processed');
  expect(headers).toMatchObject({ 'as2-from': '"Our Hub"', 'as2-to': fields['AS2-From'] });
  const strange = await send({ fields: { ...fields, 'AS2-To': '" Our Hub"' } });
  expect(strange.mdn?.disposition).toBe('processed/Error: unknown-trading-partner');
  await rig.deliver('940.x12', Buffer.from('ISA*940~'));
  expect(partner.arrived.at(-1)?.headers).toMatchObject({ 'as2-from': '"Our Hub"', 'as2-to': fields['AS2-From'] });
  await rig.change({ ...ids });
});

describe('a message that comes again', () => {
  test('gets the same verdict in the form that it asks for now, and is not taken again', async () => {
    const before = await stored();
    const messageId = '<other-form@partner>';
    const first = await send({ messageId });
    const plain = await send({ messageId, fields: options('', 'sha1') });
    expect([first.mdn?.signed, plain.mdn?.signed]).toEqual([true, false]);
    const sha512 = await send({ messageId, fields: options(signed, 'sha-512') });
    expect(sha512.headers['content-type']).toContain('micalg=sha-512');
    const { mdn: later } = await send({ messageId, fields: { 'Receipt-Delivery-Option': partner.url } });
    expect(later).toBeUndefined();
    await expect.poll(() => partner.receipts.at(-1)?.mdn?.messageId).toBe(messageId);
    const again = await send({ messageId });
    expect(again.body.equals(first.body)).toBe(true);
    const verdict = { disposition: 'processed', mic: first.mdn!.mic, messageId };
    for (const mdn of [first.mdn, plain.mdn, sha512.mdn, partner.receipts.at(-1)!.mdn])
      expect(mdn).toMatchObject(verdict);
    expect(await stored()).toBe(before + 1);
  });

  test('without a wish first, and with one then, gets its receipt; unsigned ones with the digest of the day', async () => {
    await rig.change({ inSigned: 'optional', inEncrypted: 'optional' });
    const pack = { sign: false, encrypt: false } as const;
    const messageId = '<silent@partner>';
    const header = { 'AS2-From': ids.partnerId, 'AS2-To': ids.ourId, 'Message-ID': messageId };
    expect((await postTo(rig.hubUrl, { ...header, 'Content-Type': 'text/plain' }, file.bytes)).status).toBe(200);
    const mics = [];
    for (const digest of ['sha-256', 'sha-512', 'sha-1'])
      mics.push((await send({ messageId, pack, fields: options(signed, digest) })).mdn?.mic);
    expect(mics.map((mic) => mic?.split(', ')[1])).toEqual(['sha-256', 'sha-512', 'sha1']);
    await rig.change({ inSigned: 'required', inEncrypted: 'required' });
  });
});

describe('a receipt that is owed', () => {
  test('and that nobody was left to send is sent by whoever watches next', async () => {
    const { context, channel, endpoint } = rig;
    const fields = { 'Receipt-Delivery-Option': 'http://127.0.0.1:1/none' };
    await rig.change({ receiptHosts: '127.0.0.1:1' });
    expect((await send({ messageId: '<owed@partner>', fields })).status).toBe(200);
    const row = () => context.db.system('exchange').where({ transport_id: '<owed@partner>', kind: 'message' }).first();
    await expect.poll(async () => (await row()).owed?.tries).toBe(1);
    // The process is gone, and the partner's server is there again.
    await context.db
      .system('exchange')
      .where({ id: (await row()).id })
      .update({ owed: { ...(await row()).owed, url: partner.url } });
    if (channel.ingress.kind !== 'http') throw new Error('It is called by HTTP.');
    const before = partner.receipts.length;
    context.pass(60_000);
    const stop = channel.ingress.start!(rig.host as never);
    await expect
      .poll(() => partner.receipts.at(before)?.mdn)
      .toMatchObject({ messageId: '<owed@partner>', signed: true });
    await expect.poll(async () => (await row()).owed).toBeNull();
    await stop();
    expect((await rig.newest()).summary).toBe('Sent the receipt (HTTP 200)');
    expect(endpoint.id).toBe((await row()).endpoint_id);
  });

  test('goes to ports of AS2 programs and to those that were named, and to no others of the machine', async () => {
    await rig.change({ receiptHosts: 'receipts.example other.example:26' });
    const host = new URL(partner.url).hostname;
    const status = async (url: string) => (await send({ fields: { 'Receipt-Delivery-Option': url } })).status;
    for (const url of [`http://${host}:25/`, 'http://receipts.example:22/', 'http://other.example:25/', 'ftp://x/'])
      expect([url, await status(url)]).toEqual([url, 400]);
    expect((await rig.newest()).summary).toContain('Receipt-Delivery-Option names another one');
    for (const url of [`http://${host}:10081/`, 'http://receipts.example/', 'http://other.example:26/'])
      expect([url, await status(url)]).toEqual([url, 200]);
    await rig.change({ receiptHosts: '' });
  });
});

test('files within files are all kept, and what is no way to send documents is refused', async () => {
  await rig.change({ inSigned: 'optional', inEncrypted: 'optional' });
  const header = { 'AS2-From': ids.partnerId, 'AS2-To': ids.ourId, 'Disposition-Notification-To': 'x' };
  const part = (name: string) =>
    `Content-Type: application/edi-x12\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nISA ${name}\r\n`;
  const nested = (kind: string) =>
    `--o\r\n${part('a.x12')}--o\r\nContent-Type: multipart/${kind}; boundary="i"\r\n\r\n--i\r\n${part('b.x12')}--i\r\n${part('c.x12')}--i--\r\n--o\r\n${part('d.x12')}--o--\r\n`;
  const post = (kind: string) =>
    postTo(
      rig.hubUrl,
      { ...header, 'Message-ID': `<${kind}@partner>`, 'Content-Type': 'multipart/mixed; boundary="o"' },
      Buffer.from(nested(kind)),
    );
  const before = await stored();
  expect(String((await post('related')).body)).toContain('MDN-sent-automatically; processed\r\n');
  expect((await rig.stored()).slice(before).map(({ bytes }) => String(bytes))).toEqual(
    ['a.x12', 'b.x12', 'c.x12', 'd.x12'].map((name) => `ISA ${name}`),
  );
  const answer = String((await post('alternative')).body);
  expect(answer).toContain('multipart/alternative, which is no way to send documents');
  expect(await stored()).toBe(before + 4);
  await rig.change({ inSigned: 'required', inEncrypted: 'required' });
});

test('what strangers send under known ids is counted and not logged each time; the partner is served as before', async () => {
  rig.context.pass(3_600_000);
  const logged = async () => (await rig.context.db.system('exchange').where({ endpoint_id: rig.endpoint.id })).length;
  const before = await logged();
  const header = { 'AS2-From': ids.partnerId, 'AS2-To': ids.ourId, 'Content-Type': 'text/plain' };
  const later = { 'Disposition-Notification-To': 'x', 'Receipt-Delivery-Option': `${partner.url}/later` };
  const more = 37;
  for (let count = 0; count < loggedRefusals + more; count++) {
    const fields = { ...header, ...(count % 2 === 0 && later), 'Message-ID': `<flood-${count}@partner>` };
    const { status, body } = await postTo(rig.hubUrl, fields, file.bytes);
    if (count >= loggedRefusals)
      expect([status, String(body)]).toEqual([422, expect.stringContaining('must be signed')]);
  }
  await expect
    .poll(async () => (await rig.newest()).summary, { timeout: 20_000 })
    .toMatch(new RegExp(`^${more} more like this since \\d\\d:\\d\\d UTC, the last: Refused, processed/Error: insuff`));
  const receipts = await rig.context.db.system('exchange').where({ endpoint_id: rig.endpoint.id, kind: 'receipt' });
  expect(await logged()).toBeLessThanOrEqual(before + 2 * loggedRefusals + 1);
  expect(receipts.length).toBeGreaterThan(0);
  const unsigned = await send({ pack: { sign: false } });
  expect(unsigned.mdn).toMatchObject({ signed: false, disposition: 'processed/Error: insufficient-message-security' });
  expect((await send()).mdn).toMatchObject({ disposition: 'processed', signed: true });
  expect((await rig.newest()).summary).toBe('Took 945.x12');
});
