import { beforeAll, expect, test } from 'vitest';
import { As2Fault } from '../../../services/channels/as2/as2-fault.ts';
import { attachmentsOf } from '../../../services/channels/as2/attachments.ts';
import { buildMessage } from '../../../services/channels/as2/build-message.ts';
import { CmsError } from '../../../services/channels/as2/cms/cms-error.ts';
import { readSignedData, signDetached } from '../../../services/channels/as2/cms/signed-data.ts';
import { readMdn, writeMdn } from '../../../services/channels/as2/mdn.ts';
import { MimeError } from '../../../services/channels/as2/mime/mime-error.ts';
import { readParameters } from '../../../services/channels/as2/mime/parameters.ts';
import { type Layers, openMessage } from '../../../services/channels/as2/open-message.ts';
import { wholeSettings } from '../../../services/channels/as2/settings.ts';
import { type Pick, pickFrom } from '../../fuzz/random.ts';
import { type TestIdentity, testIdentity } from './keys.ts';

// Spoiled messages, receipts and signatures end in an error that is foreseen, and in no time.

let one: TestIdentity;
beforeAll(async () => {
  one = await testIdentity('one');
});
const at = new Date();
const rounds = 400;

/** Bytes with some changed, cut out, doubled or cut off. */
function spoil(bytes: Buffer, pick: Pick): Buffer {
  const place = () => pick(bytes.length);
  const [from, length] = [place(), 1 + pick(40)];
  const kind = pick(5);
  if (kind === 0) return bytes.subarray(0, from);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  if (kind === 2) return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  const changed = Buffer.from(bytes);
  for (let count = 1 + pick(4); count > 0; count--)
    changed[place()] = kind === 3 ? pick(256) : telling[pick(telling.length)]!;
  return changed;
}

// Bytes that mean something in BER.
const telling = [0x80, 0xff, 0x00, 0x30, 0x24, 0x84] as const;

const isForeseen = (error: unknown) =>
  error instanceof As2Fault || error instanceof CmsError || error instanceof MimeError;

test.each([
  ['signed, encrypted and compressed', { compress: 'before-sign' }],
  ['sealed', { cipher: 'aes256-gcm', keyTransport: 'oaep-sha256' }],
  ['signed', { encrypt: false }],
  ['compressed', { encrypt: false, sign: false, compress: 'before-sign' }],
] as const)('a message that is %s', async (_name, more) => {
  const settings = wholeSettings({ ourId: 'A', partnerId: 'B', url: 'http://x', ...more });
  const document = { fileName: 'x.x12', bytes: Buffer.from('ISA*00*~\r\n'.repeat(20)) };
  const built = await buildMessage(document, { settings, signer: one, recipient: one.certificate, at });
  const headers = new Map(built.fields.map(([name, value]) => [name.toLowerCase(), value]));
  const type = readParameters(headers.get('content-type')!);
  const whole = Buffer.concat(built.body);
  const pick = pickFrom(7);
  for (let round = 0; round < rounds; round++) {
    const opening = { recipients: [one], trusted: [one.certificate], limitBytes: 100_000 };
    const layers: Layers = {};
    const outcome = await openMessage({ headers, type, body: spoil(whole, pick) }, opening, layers).then(
      ({ content }) => {
        try {
          return attachmentsOf(content, true);
        } catch (error) {
          return error;
        }
      },
      (error) => error,
    );
    if (outcome instanceof Error) expect(isForeseen(outcome), String(outcome.stack)).toBe(true);
    // A changed envelope may hide the signature; then the policy refuses it.
    else if (layers.signed) expect(outcome).toMatchObject([{ bytes: document.bytes }]);
  }
});

test('a signature', async () => {
  const content = Buffer.from('Content-Type: text/plain\r\n\r\nx');
  const signature = await signDetached([content], one, { digest: 'sha-256', padding: 'pss', at });
  const pick = pickFrom(11);
  for (let round = 0; round < rounds * 2; round++) {
    const spoiled = spoil(signature, pick);
    const error = await (async () => readSignedData(spoiled).verify([content], [one.certificate]))().then(
      () => undefined,
      (reason) => reason,
    );
    if (error) expect(isForeseen(error), String(error.stack)).toBe(true);
  }
});

test('a receipt', async () => {
  const disposition = { type: 'processed' } as const;
  const written = await writeMdn({ receiver: 'A', messageId: '<1@x>', disposition, text: 'x' }, undefined);
  const whole = Buffer.concat(written.body);
  const pick = pickFrom(13);
  for (let round = 0; round < rounds; round++) {
    const entity = { headers: new Map(), type: readParameters(written.contentType), body: spoil(whole, pick) };
    try {
      readMdn(entity);
    } catch (error) {
      expect(isForeseen(error), String((error as Error).stack)).toBe(true);
    }
  }
});
