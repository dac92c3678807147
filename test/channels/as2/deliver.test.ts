import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageIdOf } from '../../../services/channels/as2/names.ts';
import { type TestIdentity, testIdentity } from './keys.ts';
import { answerMdn, type Partner } from './partner.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';

const bytes = Buffer.from('ISA*00*~');
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
describe('a message that goes out', () => {
  const stateOf = async (id: string) => {
    const { state } = await rig.context.db.system('document').where({ id }).first('state');
    const delivery = await rig.context.db
      .system('delivery')
      .where({ document_id: id })
      .first('state', 'reason_code', 'reason');
    return { document: state, delivery: delivery.state, code: delivery.reason_code, reason: delivery.reason };
  };
  const rungOf = async (id: string, rung: string) =>
    (await rig.context.db.system('ladder_rung').where({ document_id: id, rung }).first('state'))?.state;

  const casesOf = async (id: string) =>
    (
      await rig.context.db.system('exception_case').where({ kind: 'mdn.negative', document_id: id }).select('detail')
    ).map(({ detail }) => detail);

  test('is signed, encrypted and delivered when the partner’s receipt says so', async () => {
    const id = await rig.deliver('940.x12', bytes);
    const arrived = partner.arrived.at(-1)!;
    expect(arrived.files).toMatchObject([{ fileName: '940.x12', bytes }]);
    expect([!!arrived.layers.signed, arrived.layers.encrypted?.cipher]).toEqual([true, 'aes256-cbc']);
    expect(arrived.headers).toMatchObject({
      'as2-from': ids.ourId,
      'as2-to': ids.partnerId,
      'message-id': messageIdOf(id),
    });
    expect(await stateOf(id)).toMatchObject({ document: 'delivered', delivery: 'applied' });
    expect([await rungOf(id, 'transport'), await rungOf(id, 'mdn')]).toEqual(['done', 'done']);
    expect(await newest()).toMatchObject({
      ...{
        state: 'done',
        detail: { disposition: 'processed', micMatches: true, receipt: { mode: 'sync', signed: true } },
      },
    });
  });

  test.each([
    ['says another digest', { mic: { digest: 'sha-256', value: 'AAAA' } as const }, 'other bytes'],
    ['says no digest', { mic: undefined }, 'no digest'],
    ['is not signed', { signer: undefined }, 'not signed'],
    [
      'says decryption-failed',
      { disposition: { type: 'processed', level: 'error', modifier: 'decryption-failed' } as const },
      'decryption-failed',
    ],
  ])('whose receipt %s is a failure, and is not sent again', async (_name, more, reason) => {
    partner.answering = (message, response) => answerMdn(partner, ids, message, response, more);
    const count = partner.arrived.length;
    const id = await rig.deliver('940.x12', bytes);
    await rig.drain();
    expect(partner.arrived.length).toBe(count + 1);
    expect(await stateOf(id)).toMatchObject({ document: 'sent', delivery: 'applied' });
    expect([await rungOf(id, 'transport'), await rungOf(id, 'mdn')]).toEqual(['done', 'failed']);
    expect(await casesOf(id)).toEqual([expect.stringContaining(reason)]);
    const { state, body } = await newest();
    expect([state, body!.length > 0]).toEqual(['refused', true]);
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
  });

  test.each([
    [
      'HTTP 500',
      (_message: unknown, response: import('node:http').ServerResponse) => void response.writeHead(500).end(),
    ],
    ['a cut connection', (_message: unknown, response: import('node:http').ServerResponse) => void response.destroy()],
    [
      'no receipt',
      (_message: unknown, response: import('node:http').ServerResponse) => void response.writeHead(200).end(),
    ],
    [
      'a receipt of somebody else',
      (message: Parameters<Partner['answering']>[0], response: import('node:http').ServerResponse) =>
        answerMdn(partner, ids, message, response, { signer: stranger }),
    ],
  ])('that gets %s is sent again with the same Message-ID and digest', async (_name, answering) => {
    partner.answering = answering;
    const id = await rig.deliver('940.x12', bytes);
    expect(await stateOf(id)).toMatchObject({ document: 'ready', delivery: 'pending', code: 'channel.unreachable' });
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
    await rig.drain();
    const [first, second] = partner.arrived.slice(-2);
    expect([second!.messageId, second!.mic]).toEqual([first!.messageId, first!.mic]);
    expect(await stateOf(id)).toMatchObject({ document: 'delivered' });
  });

  // What no column of the database takes as it is: a NUL, and half of a character that was cut in two.
  const unkeepable = [
    ['a NUL', 'a\0b'],
    [
      'a character that is cut in two',
      `${'a'.repeat(199)}\u{1f600}`.padEnd(2000, 'a').slice(0, 1999).concat('\u{1f600}'),
    ],
  ] as const;

  test.each(unkeepable)('that gets HTTP 503 with %s in its text waits', async (_name, text) => {
    partner.answering = (_message, response) => void response.writeHead(503).end(text);
    const id = await rig.deliver('940.x12', bytes);
    expect(await stateOf(id)).toMatchObject({ delivery: 'pending', code: 'channel.unreachable' });
    expect(await newest()).toMatchObject({ state: 'failed', detail: { status: 503 } });
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
    await rig.drain();
  });

  test.each(unkeepable)('whose receipt refuses it with %s in its text is a case', async (_name, text) => {
    const count = partner.arrived.length;
    partner.answering = ({ messageId }, response) => {
      const machine = `Original-Message-ID: ${messageId}\r\nDisposition: automatic-action/MDN-sent-automatically; processed/error: ${text}\r\n`;
      response
        .writeHead(200, { 'Content-Type': 'multipart/report; boundary=b' })
        .end(
          `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\n${machine}\r\n--b--\r\n`,
        );
    };
    const id = await rig.deliver('940.x12', bytes);
    expect(await casesOf(id)).toHaveLength(1);
    await rig.drain();
    expect(partner.arrived.length).toBe(count + 1);
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
  });

  test('that gets an answer made to be slow to read holds nothing up', async () => {
    partner.answering = (_message, response) => void response.writeHead(503).end('<'.repeat(1_000_000));
    const before = performance.now();
    const id = await rig.deliver('940.x12', bytes);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(await stateOf(id)).toMatchObject({ delivery: 'pending', code: 'channel.unreachable' });
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
    await rig.drain();
  });

  test('that gets HTTP 403 is not sent again', async () => {
    partner.answering = (_message, response) => void response.writeHead(403).end('<h1>no</h1>');
    const id = await rig.deliver('940.x12', bytes);
    expect(await stateOf(id)).toMatchObject({ delivery: 'failed', reason: expect.stringContaining('HTTP 403: no.') });
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
  });

  test('waits for its receipt, takes it once, and none of anybody else', async () => {
    await rig.change({ mdn: 'async' });
    partner.answering = (_message, response) => void response.writeHead(202).end();
    const id = await rig.deliver('940.x12', bytes);
    const message = partner.arrived.at(-1)!;
    expect(message.headers['receipt-delivery-option']).toBe(rig.hubUrl);
    expect([await stateOf(id), await rungOf(id, 'mdn')]).toMatchObject([{ document: 'sent' }, 'pending']);
    expect((await partner.sendReceipt(rig.hubUrl, message, undefined, stranger)).status).not.toBe(200);
    expect(await rungOf(id, 'mdn')).toBe('pending');
    for (const _twice of [1, 2]) expect((await partner.sendReceipt(rig.hubUrl, message)).status).toBe(200);
    expect([await stateOf(id), await rungOf(id, 'mdn')]).toMatchObject([{ document: 'delivered' }, 'done']);
  });

  test('takes a receipt that writes the id of the message without its brackets', async () => {
    const id = await rig.deliver('940.x12', bytes);
    const message = partner.arrived.at(-1)!;
    const bare = { ...message, messageId: message.messageId.replaceAll(/[<>]/g, '') };
    expect((await partner.sendReceipt(rig.hubUrl, bare)).status).toBe(200);
    expect([await stateOf(id), await rungOf(id, 'mdn')]).toMatchObject([{ document: 'delivered' }, 'done']);
  });

  test('is found by its receipt, also where a password stands in its id', async () => {
    await rig.change({ user: 'hub', password: 'crossdock' });
    const id = await rig.deliver('940.x12', bytes);
    expect((await partner.sendReceipt(rig.hubUrl, partner.arrived.at(-1)!)).status).toBe(200);
    expect([await stateOf(id), await rungOf(id, 'mdn')]).toMatchObject([{ document: 'delivered' }, 'done']);
    await rig.change({ user: null, password: null } as never);
  });

  test('may be answered before it is written down that it went out', async () => {
    const stopped = Promise.withResolvers<void>();
    partner.answering = async (message, response) => {
      expect((await partner.sendReceipt(rig.hubUrl, message)).status).toBe(200);
      response.writeHead(200).end();
      stopped.resolve();
    };
    const id = await rig.deliver('940.x12', bytes);
    await stopped.promise;
    expect([await stateOf(id), await rungOf(id, 'mdn')]).toMatchObject([{ document: 'delivered' }, 'done']);
    partner.answering = (_message, response) => void response.writeHead(202).end();
  });

  test('whose late receipt is bad becomes a case', async () => {
    const id = await rig.deliver('940.x12', bytes);
    const message = partner.arrived.at(-1)!;
    await partner.sendReceipt(rig.hubUrl, { ...message, mic: { digest: 'sha-256', value: 'AAAA' } });
    expect(await rungOf(id, 'mdn')).toBe('failed');
    expect(await casesOf(id)).toEqual([expect.stringContaining('other bytes')]);
  });

  test('whose message nobody knows is refused', async () => {
    const unknown = { messageId: '<unknown@as2.crossdock>', mic: { digest: 'sha-256', value: 'AAAA' } } as const;
    expect((await partner.sendReceipt(rig.hubUrl, unknown)).status).toBe(404);
    await rig.change({ mdn: 'sync' });
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
  });

  test('needs a certificate of the partner that is valid', async () => {
    const old = await testIdentity('partner of old', new Date(Date.now() - 364 * 86_400_000), 1);
    await rig.change({ certificates: old.pem });
    rig.context.pass(2 * 86_400_000);
    const count = partner.arrived.length;
    const id = await rig.deliver('940.x12', bytes);
    expect(await stateOf(id)).toMatchObject({ delivery: 'pending', reason: expect.stringContaining('no certificate') });
    expect(partner.arrived.length).toBe(count);
    await rig.change({ certificates: partner.identity.pem });
    await rig.drain();
    expect(await stateOf(id)).toMatchObject({ document: 'delivered' });
  });

  test('carries user name and password where the partner asks for them, and the log does not', async () => {
    await rig.change({ user: 'hub', password: 'correct horse' });
    await rig.deliver('940.x12', bytes);
    const { authorization } = partner.arrived.at(-1)!.headers;
    expect(Buffer.from(authorization!.split(' ')[1]!, 'base64').toString()).toBe('hub:correct horse');
    expect(JSON.stringify(await newest())).not.toMatch(/correct horse|authorization/i);
    partner.answering = ({ headers }, response) =>
      void response.writeHead(400).end(`You sent Authorization: ${headers.authorization}`);
    const id = await rig.deliver('940.x12', bytes);
    expect((await stateOf(id)).reason).toContain('You sent Authorization: Basic •••');
    expect((await newest()).summary).not.toContain(authorization);
    partner.answering = (message, response) => answerMdn(partner, ids, message, response);
    await rig.change({ user: null, password: null } as never);
  });
});
