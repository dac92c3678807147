import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentsOf } from '../../../services/channels/as2/attachments.ts';
import { buildMessage, relatedPart } from '../../../services/channels/as2/build-message.ts';
import { cipherNames, digestNames } from '../../../services/channels/as2/cms/algorithms.ts';
import { signDetached } from '../../../services/channels/as2/cms/signed-data.ts';
import {
  dispositionOf,
  dispositionText,
  errorModifiers,
  failureModifiers,
  isGood,
  readDisposition,
} from '../../../services/channels/as2/disposition.ts';
import { readMdn, wrapSigned, writeMdn } from '../../../services/channels/as2/mdn.ts';
import { digestCalled, micOver, readMic, writeMic } from '../../../services/channels/as2/mic.ts';
import type { Entity } from '../../../services/channels/as2/mime/entity.ts';
import { readParameters } from '../../../services/channels/as2/mime/parameters.ts';
import { base64Lines, type Fields } from '../../../services/channels/as2/mime/write.ts';
import { type Layers, openMessage } from '../../../services/channels/as2/open-message.ts';
import { type As2Settings, wholeSettings } from '../../../services/channels/as2/settings.ts';
import { type TestIdentity, testIdentity } from './keys.ts';

let us: TestIdentity;
let partner: TestIdentity;
let stranger: TestIdentity;
const at = new Date('2026-11-30T10:00:00Z');
const bytes = Buffer.from('ISA*00*          *00*~\r\nGS*SW~\nIEA*1~');
const document = { fileName: '945.x12', bytes };
const base = { ourId: 'US', partnerId: 'PARTNER', url: 'http://localhost/as2' };
const sha256 = (...pieces: readonly Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(pieces)).digest('base64');

beforeAll(async () => {
  [us, partner, stranger] = await Promise.all([testIdentity('us'), testIdentity('partner'), testIdentity('stranger')]);
});

const build = (settings: Partial<As2Settings>) =>
  buildMessage(document, {
    ...{ settings: wholeSettings({ ...base, ...settings }), signer: us, recipient: partner.certificate, at },
  });

/** What arrives at the partner, as HTTP gives it. */
function entityOf({ fields, body }: { fields: Fields; body: readonly Uint8Array[] }): Entity {
  const headers = new Map(fields.map(([name, value]) => [name.toLowerCase(), value]));
  return { headers, type: readParameters(headers.get('content-type')!), body: Buffer.concat(body) };
}

async function open(entity: Entity, more: { limitBytes?: number; trusted?: TestIdentity } = {}) {
  const layers: Layers = {};
  const { limitBytes = 1_000_000, trusted = us } = more;
  const opened = await openMessage(
    entity,
    { recipients: [partner], trusted: [trusted.certificate], limitBytes },
    layers,
  );
  return { ...opened, layers };
}

const faultOf = async (entity: Entity, more: Parameters<typeof open>[1] = {}) =>
  open(entity, more).then(
    () => undefined,
    (error) => error.modifier ?? error,
  );

describe('a message arrives as it was built', () => {
  const table = [true, false].flatMap((sign) =>
    [true, false].flatMap((encrypt) =>
      (['none', 'before-sign', 'after-sign'] as const).map((compress) => ({ sign, encrypt, compress })),
    ),
  );
  test.each(table)('signed $sign, encrypted $encrypt, compressed $compress', async (settings) => {
    const built = await build(settings);
    const { content, mic, layers } = await open(entityOf(built));
    expect(attachmentsOf(content, true)).toMatchObject([{ bytes, fileName: '945.x12', type: 'application/edi-x12' }]);
    expect([!!layers.signed, !!layers.encrypted, !!layers.compressed]).toEqual([
      ...[settings.sign, settings.encrypt, settings.compress !== 'none'],
    ]);
    for (const digest of digestNames) expect(await mic(digest)).toEqual(await built.mic(digest));
    // Built once more it is another message with the same digest.
    const again = await build(settings);
    expect(await again.mic('sha-256')).toEqual(await built.mic('sha-256'));
  });

  test.each(cipherNames)('with cipher %s', async (cipher) => {
    const { content, layers } = await open(entityOf(await build({ cipher, allow3des: true })));
    expect([attachmentsOf(content, true)[0]!.bytes, layers.encrypted?.cipher]).toEqual([bytes, cipher]);
  });

  test.each(digestNames.flatMap((digest) => (['pkcs1', 'pss'] as const).map((padding) => [digest, padding] as const)))(
    'with digest %s and %s',
    async (digest, signaturePadding) => {
      const { layers } = await open(entityOf(await build({ digest, signaturePadding, allowSha1: true })));
      expect(layers.signed?.digest).toBe(digest);
    },
  );
});

// The bytes over which the digest of a receipt is made, written out (RFC 4130 7.3.1, RFC 5402 4.1); the two values were made with `printf … | openssl dgst -sha256 -binary | base64`.
describe('MIC', () => {
  const header = 'Content-Type: text/plain\r\nX-Part: 1\r\n\r\n';
  const part = Buffer.from(`${header}line one\r\nline two\r\n`);
  const plainEntity = (): Entity => ({
    headers: new Map([['content-type', 'text/plain']]),
    ...{ type: readParameters('text/plain'), body: Buffer.from('line one\r\nline two\r\n') },
  });
  const signedEntity = async (signed: Buffer, sent = signed) => {
    const signature = await signDetached([signed], us, { digest: 'sha-256', padding: 'pkcs1', at });
    const { contentType, body } = wrapSigned([sent], signature, 'sha-256');
    return entityOf({ fields: [['Content-Type', contentType]], body });
  };

  test('of a plain message is over its body, without any field', async () => {
    const { mic } = await open(plainEntity());
    expect((await mic('sha-256')).value).toBe('ZhLZyUwtqNJUThGINI/HuvcX//8brN5RkpoWZASkH/w=');
    expect((await mic('sha-256')).value).toBe(sha256(Buffer.from('line one\r\nline two\r\n')));
  });

  test('of a signed message is over the part with its fields, without the line end before the boundary', async () => {
    const { mic } = await open(await signedEntity(part));
    expect((await mic('sha-256')).value).toBe('6xgGCZZDgPtCIN7wNzFKtAU+iNAX1U9iccmhnN2LBpU=');
    expect((await mic('sha-256')).value).toBe(sha256(part));
    expect((await mic('sha-1')).value).toBe(createHash('sha1').update(part).digest('base64'));
  });

  test('of text that was signed with CRLF and sent with LF is over what was signed', async () => {
    const sent = Buffer.from(part.toString().replaceAll('\r\n', '\n'));
    const { mic, content } = await open(await signedEntity(part, sent));
    expect((await mic('sha-256')).value).toBe(sha256(part));
    expect(content.body.toString()).toBe('line one\nline two\n');
  });

  test('of text in very many pieces lets others have their turn', async () => {
    const lineEnd = Buffer.from('\n');
    let [turns, isOver] = [0, false];
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await micOver(
      Array.from({ length: 500_000 }, () => lineEnd),
      'sha-256',
    );
    isOver = true;
    expect(turns).toBeGreaterThan(5);
  });

  test('of text that ends its lines with LF needs room for its pieces', async () => {
    const sent = Buffer.concat([Buffer.from('Content-Type: text/plain\n\n'), Buffer.alloc(100_000, '\n')]);
    let bytesTaken = 0;
    const room = (more: number) => {
      bytesTaken += more;
    };
    const opening = { recipients: [], trusted: [partner.certificate], limitBytes: 1_000_000, room };
    await expect(openMessage(await signedEntity(part, sent), opening, {})).rejects.toThrow('was changed');
    expect(bytesTaken).toBeGreaterThan(10_000_000);
  });

  test('of a message that is compressed and not signed is over what was compressed, with its fields', async () => {
    const built = await build({ sign: false, encrypt: false, compress: 'before-sign' });
    const { mic, content } = await open(entityOf(built));
    expect(content.headers.get('content-type')).toBe('application/edi-x12');
    expect((await mic('sha-256')).value).toBe(
      sha256(
        Buffer.from(
          'Content-Type: application/edi-x12\r\nContent-Transfer-Encoding: binary\r\nContent-Disposition: attachment; filename="945.x12"\r\n\r\n',
        ),
        bytes,
      ),
    );
  });

  test('of a message that is encrypted and not signed is over what was encrypted, with its fields', async () => {
    const { mic } = await open(entityOf(await build({ sign: false, compress: 'none' })));
    const plain = await open(entityOf(await build({ sign: false, encrypt: false, compress: 'before-sign' })));
    expect(await mic('sha-256')).toEqual(await plain.mic('sha-256'));
  });

  test.each([
    ['SHA1', 'sha-1'],
    [' sha-256 ', 'sha-256'],
    ['sha256', 'sha-256'],
    ['SHA-512', 'sha-512'],
    ['md5', undefined],
    ['', undefined],
  ])('algorithm %j is read as %s', (name, digest) => expect(digestCalled(name)).toBe(digest));

  test('is read however it is written', () => {
    const mic = { digest: 'sha-256', value: 'nWVtCwo7WHGz9uO6Qai0yUF0OqLPBCW5V8o2l9c9pME=' } as const;
    expect(readMic(writeMic(mic))).toEqual(mic);
    expect(readMic(`${mic.value},SHA256`)).toEqual(mic);
    expect(readMic(mic.value)).toBeUndefined();
    expect(readMic('not base64!, sha1')).toBeUndefined();
  });
});

describe('what is wrong with a message has a disposition', () => {
  const replaced = (entity: Entity, change: (body: Buffer) => Buffer): Entity => ({
    ...entity,
    body: change(Buffer.from(entity.body)),
  });

  test('for somebody else: decryption-failed', async () => {
    const built = await buildMessage(document, {
      ...{ settings: wholeSettings(base), signer: us, recipient: stranger.certificate, at },
    });
    expect(await faultOf(entityOf(built))).toBe('decryption-failed');
  });

  test('spoiled anywhere in its envelope: decryption-failed, and nothing else', async () => {
    const entity = entityOf(await build({}));
    for (let place = 0; place < entity.body.length; place += 97) {
      const spoiled = replaced(entity, (body) => {
        body[place]! ^= 0x5a;
        return body;
      });
      const fault = await faultOf(spoiled);
      // A changed byte of CBC that leaves the structure whole is what the signature is for.
      expect([
        'decryption-failed',
        'integrity-check-failed',
        'authentication-failed',
        'unsupported format',
        'unexpected-processing-error',
        undefined,
      ]).toContain(fault);
      if (place < 400) expect(['decryption-failed', 'unsupported format']).toContain(fault);
    }
  });

  test('changed on its way: integrity-check-failed', async () => {
    const entity = replaced(entityOf(await build({ encrypt: false })), (body) => {
      body[body.indexOf('ISA*')]! ^= 1;
      return body;
    });
    expect(await faultOf(entity)).toBe('integrity-check-failed');
  });

  test('signed by somebody else: authentication-failed', async () => {
    expect(await faultOf(entityOf(await build({})), { trusted: stranger })).toBe('authentication-failed');
  });

  test('cut off anywhere: never taken', async () => {
    for (const settings of [
      {},
      { encrypt: false },
      { encrypt: false, sign: false, compress: 'before-sign' as const },
    ]) {
      const entity = entityOf(await build(settings));
      for (let length = 0; length < entity.body.length - 2; length += 53)
        expect(await faultOf(replaced(entity, (body) => body.subarray(0, length)))).toBeTypeOf('string');
    }
  });

  test('more in it than is taken: decompression-failed', async () => {
    const built = await buildMessage(
      { fileName: 'x', bytes: Buffer.alloc(5_000_000, 'ISA*') },
      {
        settings: wholeSettings({ ...base, compress: 'before-sign' }),
        ...{ signer: us, recipient: partner.certificate, at },
      },
    );
    expect(await faultOf(entityOf(built), { limitBytes: 4_000_000 })).toBe('decompression-failed');
  });

  test('an envelope in an envelope in an envelope: unsupported format', async () => {
    let part = entityOf(await build({ sign: false, compress: 'none' }));
    for (let layer = 0; layer < 3; layer++) {
      const { encrypt } = await import('../../../services/channels/as2/cms/enveloped-data.ts');
      const inner = Buffer.concat([
        Buffer.from(`Content-Type: ${part.headers.get('content-type')}\r\n\r\n`),
        part.body,
      ]);
      part = {
        ...part,
        body: Buffer.concat(
          await encrypt([inner], partner.certificate, { cipher: 'aes128-cbc', keyTransport: 'pkcs1' }),
        ),
      };
    }
    expect(await faultOf(part)).toBe('unsupported format');
  });

  test('two files of one name, and a name that is none', async () => {
    const settings = wholeSettings({ ...base, sign: false, encrypt: false });
    const twice = entityOf(relatedPart([document, document], settings));
    expect(() => attachmentsOf(twice, true)).toThrow(expect.objectContaining({ modifier: 'duplicate-filename' }));
    const dots = entityOf(relatedPart([{ fileName: '..', bytes }], settings));
    expect(() => attachmentsOf(dots, true)).toThrow(expect.objectContaining({ modifier: 'illegal-filename' }));
    expect(attachmentsOf(twice, false)).toHaveLength(2);
  });
});

describe('MDN', () => {
  const mic = { digest: 'sha-256', value: 'nWVtCwo7WHGz9uO6Qai0yUF0OqLPBCW5V8o2l9c9pME=' } as const;
  test.each([...errorModifiers, ...failureModifiers])('%s is written, read and bad', async (modifier) => {
    const disposition = dispositionOf(modifier);
    const written = await writeMdn({ receiver: 'A B', messageId: '<1@x>', disposition, text: 'No.' }, undefined);
    const { type, body } = entityOf({ fields: [['Content-Type', written.contentType]], body: written.body });
    const read = readMdn({ headers: new Map(), type, body });
    expect(read).toEqual({
      messageId: '<1@x>',
      disposition: expect.objectContaining(disposition),
      mic: undefined,
      text: 'No.',
    });
    expect(isGood(read.disposition!)).toBe(false);
  });

  test('signed, it is opened like a message and says what was signed', async () => {
    const disposition = { type: 'processed' } as const;
    const signing = { signer: us, digest: 'sha-512', at } as const;
    const written = await writeMdn({ receiver: 'US', messageId: '<1@x>', disposition, mic, text: 'Taken.' }, signing);
    const { content, layers } = await open(
      entityOf({ fields: [['Content-Type', written.contentType]], body: written.body }),
    );
    expect(layers.signed?.digest).toBe('sha-512');
    expect(readMdn(content)).toMatchObject({ mic, disposition });
  });

  test.each([
    ['automatic-action/MDN-sent-automatically; processed', 'processed', true],
    ['automatic-action/MDN-sent-automatically;processed', 'processed', true],
    [
      'manual-action/MDN-sent-manually; PROCESSED/warning:duplicate-document',
      'processed/Warning: duplicate-document',
      true,
    ],
    [
      'automatic-action/MDN-sent-automatically; processed/error:decryption-failed',
      'processed/Error: decryption-failed',
      false,
    ],
    [
      'automatic-action/MDN-sent-automatically; processed/error: authentication-failed',
      'processed/Error: authentication-failed',
      false,
    ],
    [
      'automatic-action/MDN-sent-automatically; failed/Failure: unsupported format',
      'failed/Failure: unsupported format',
      false,
    ],
    ['automatic-action/MDN-sent-automatically; processed/Error', 'processed/Error', false],
  ])('disposition %s', (field, text, good) => {
    const read = readDisposition(field)!;
    expect([dispositionText(read), isGood(read)]).toEqual([text, good]);
  });

  test('a disposition that says nothing is none', () => {
    expect(readDisposition('processed')).toBeUndefined();
    expect(readDisposition('automatic-action/MDN-sent-automatically; displayed')).toBeUndefined();
  });
});

describe('around everything', () => {
  test('a message with base64 around everything is opened', async () => {
    const built = entityOf(await build({}));
    const headers = new Map([...built.headers, ['content-transfer-encoding', 'base64']]);
    const { content } = await open({ ...built, headers, body: base64Lines(built.body) });
    expect(attachmentsOf(content, true)[0]!.bytes).toEqual(bytes);
  });
});
