import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cipherNames, digestNames, oids } from '../../../services/channels/as2/cms/algorithms.ts';
import { Ber } from '../../../services/channels/as2/cms/ber.ts';
import { compress, decompress } from '../../../services/channels/as2/cms/compressed-data.ts';
import { bytesOf, explicit, integer, octets, oid, sequence } from '../../../services/channels/as2/cms/der.ts';
import { decrypt, encrypt, type KeyTransport } from '../../../services/channels/as2/cms/enveloped-data.ts';
import { kindOf } from '../../../services/channels/as2/cms/kind.ts';
import { readSignedData, signDetached } from '../../../services/channels/as2/cms/signed-data.ts';
import { skipped } from '../../support/skipped.ts';
import { identityFrom, type TestIdentity, testIdentity } from './keys.ts';

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version']).toString().startsWith('OpenSSL 3');
  } catch {
    return false;
  }
})();

let one: TestIdentity;
let other: TestIdentity;
let folder: string;
const content = Buffer.from('Content-Type: application/edi-x12\r\n\r\nISA*00*~IEA\n');
const at = new Date('2026-11-30T10:00:00Z');

beforeAll(async () => {
  [one, other] = await Promise.all([testIdentity('one'), testIdentity('other')]);
  folder = mkdtempSync(join(tmpdir(), 'crossdock-cms-'));
  writeFileSync(join(folder, 'one.pem'), one.pem);
  writeFileSync(join(folder, 'one.key'), one.keyPem, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, bytes?: Uint8Array) => {
  const path = join(folder, name);
  if (bytes) writeFileSync(path, bytes);
  return path;
};
const cms = (...args: readonly string[]) =>
  execFileSync('openssl', ['cms', '-binary', ...args], { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e9 });

describe.skipIf(!hasOpenssl)(skipped('with openssl cms, both ways', !hasOpenssl && 'there is no openssl 3'), () => {
  test.each(digestNames.flatMap((digest) => (['pkcs1', 'pss'] as const).map((padding) => ({ digest, padding }))))(
    'signatures with $digest and $padding',
    async ({ digest, padding }) => {
      const ours = await signDetached([content], one, { digest, padding, at });
      const verified = cms(
        ...['-verify', '-inform', 'DER', '-in', file('ours.p7s', ours), '-content', file('content', content)],
        ...['-CAfile', file('one.pem'), '-certfile', file('one.pem'), '-purpose', 'any', '-no_check_time'],
      );
      expect(verified).toEqual(content);
      const pss = padding === 'pss' ? ['-keyopt', 'rsa_padding_mode:pss'] : [];
      const theirs = cms(
        ...['-sign', '-in', file('content', content), '-signer', file('one.pem'), '-inkey', file('one.key'), ...pss],
        ...['-md', digest.replace('-', ''), '-outform', 'DER'],
      );
      const signature = await readSignedData(theirs).verify([content], [other.certificate, one.certificate]);
      expect(signature).toMatchObject({ digest, certificate: one.certificate });
      expect(signature.scheme).toBe(padding === 'pss' ? 'RSASSA-PSS' : 'RSASSA-PKCS1-v1_5');
    },
  );

  test.each(
    cipherNames.flatMap((cipher) =>
      (['pkcs1', 'oaep-sha1', 'oaep-sha256'] as const).map((keyTransport) => ({ cipher, keyTransport })),
    ),
  )('encryption with $cipher and $keyTransport', async ({ cipher, keyTransport }) => {
    const ours = bytesOf(await encrypt([content], one.certificate, { cipher, keyTransport }));
    const opened = cms(
      ...['-decrypt', '-inform', 'DER', '-in', file('ours.p7m', ours), '-inkey', file('one.key')],
      ...['-recip', file('one.pem')],
    );
    expect(opened).toEqual(content);
    const theirs = cms(
      ...['-encrypt', '-in', file('content', content), `-${opensslName(cipher)}`, '-outform', 'DER'],
      ...['-recip', file('one.pem'), ...keyOptions(keyTransport)],
    );
    expect(await decrypt(theirs, [other, one])).toMatchObject({ content, cipher, certificate: one.certificate });
  });

  test('what was streamed comes in pieces without lengths', async () => {
    const large = Buffer.alloc(300_000, 'ISA*00*~\r\n');
    const encrypted = cms(
      ...['-encrypt', '-stream', '-in', file('large', large), '-aes256', '-outform', 'DER', file('one.pem')],
    );
    expect(encrypted[1]).toBe(0x80);
    expect((await decrypt(encrypted, [one])).content).toEqual(large);
    const signed = cms(
      ...['-sign', '-nodetach', '-stream', '-in', file('large', large), '-outform', 'DER'],
      ...['-signer', file('one.pem'), '-inkey', file('one.key')],
    );
    const read = readSignedData(signed);
    expect(Buffer.concat(read.content!)).toEqual(large);
    await read.verify(read.content!, [one.certificate]);
  });

  test('a signature without attributes, over the content itself', async () => {
    const bare = cms(
      ...['-sign', '-noattr', '-in', file('content', content), '-outform', 'DER'],
      ...['-signer', file('one.pem'), '-inkey', file('one.key')],
    );
    await readSignedData(bare).verify([content], [one.certificate]);
    await expect(readSignedData(bare).verify([Buffer.from('other')], [one.certificate])).rejects.toMatchObject({
      fault: 'signature-wrong',
    });
  });

  test('ECDSA signatures', async () => {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=curve'],
        ...['-keyout', file('ec.key'), '-out', file('ec.pem')],
      ],
      { stdio: 'ignore' },
    );
    const curve = identityFrom({
      publicPart: readFileSync(file('ec.pem'), 'utf8'),
      privatePart: readFileSync(file('ec.key'), 'utf8'),
    });
    const ours = await signDetached([content], curve, { digest: 'sha-256', padding: 'pkcs1', at });
    cms(
      ...['-verify', '-inform', 'DER', '-in', file('ours.p7s', ours), '-content', file('content', content)],
      ...['-CAfile', file('ec.pem'), '-purpose', 'any', '-no_check_time'],
    );
    const theirs = cms(
      ...['-sign', '-in', file('content', content), '-signer', file('ec.pem'), '-inkey', file('ec.key')],
      ...['-outform', 'DER'],
    );
    expect(await readSignedData(theirs).verify([content], [curve.certificate])).toMatchObject({ scheme: 'ECDSA' });
    await expect(
      encrypt([content], curve.certificate, { cipher: 'aes256-cbc', keyTransport: 'pkcs1' }),
    ).rejects.toMatchObject({ fault: 'unsupported' });
  });
});

const opensslName = (cipher: (typeof cipherNames)[number]) =>
  cipher === '3des' ? 'des3' : cipher.replace('aes', 'aes-').replace('-gcm', '-gcm');
const keyOptions = (keyTransport: KeyTransport) =>
  keyTransport === 'pkcs1'
    ? []
    : [
        '-keyopt',
        'rsa_padding_mode:oaep',
        ...(keyTransport === 'oaep-sha256' ? ['-keyopt', 'rsa_oaep_md:sha256'] : []),
      ];

describe('CMS', () => {
  test('says which of the partner’s certificates signed, and refuses everybody else’s', async () => {
    const signature = await signDetached([content], one, { digest: 'sha-256', padding: 'pkcs1', at });
    const read = readSignedData(signature);
    expect(await read.verify([content], [other.certificate, one.certificate])).toMatchObject({
      certificate: one.certificate,
    });
    await expect(read.verify([content], [other.certificate])).rejects.toMatchObject({ fault: 'signature-wrong' });
    await expect(read.verify([content], [])).rejects.toMatchObject({ fault: 'signature-wrong' });
    const changed = Buffer.from(content);
    changed[changed.length - 2] = 0x2a;
    await expect(read.verify([changed], [one.certificate])).rejects.toMatchObject({ fault: 'digest-differs' });
  });

  test('signed attributes cannot be passed off as the content', async () => {
    const signature = await signDetached([content], one, { digest: 'sha-256', padding: 'pkcs1', at });
    const ber = new Ber(signature);
    const info = ber.root.children![1]!.children![0]!.children!.at(-1)!.children![0]!;
    const attributes = info.children!.find(({ tag }) => tag === 0xa0)!;
    const forged = Buffer.concat([signature.subarray(0, attributes.start), signature.subarray(attributes.end)]);
    // Without its attributes the structure has the wrong lengths, so that nothing of it is believed.
    expect(() => readSignedData(forged)).toThrow();
  });

  test('everything wrong behind the private key is one and the same fault', async () => {
    const bytes = bytesOf(await encrypt([content], one.certificate, { cipher: 'aes128-cbc', keyTransport: 'pkcs1' }));
    const { root } = new Ber(bytes);
    const [, infos, info] = root.children![1]!.children![0]!.children!;
    const sealedKey = infos!.children![0]!.children!.at(-1)!;
    const faults = new Set<string>();
    for (const place of [sealedKey.contentStart + 50, sealedKey.contentEnd - 1, info!.end - 1, info!.end - 20]) {
      const spoiled = Buffer.from(bytes);
      spoiled[place]! ^= 0xff;
      const result = await decrypt(spoiled, [one]).then(
        ({ content: opened }) => (opened.equals(content) ? 'opened' : 'garbage'),
        (error) => `${error.fault}: ${error.message}`,
      );
      faults.add(result);
    }
    faults.delete('garbage');
    expect([...faults]).toEqual(['cannot-decrypt: The message cannot be decrypted.']);
    await expect(decrypt(Buffer.from(bytes), [other])).rejects.toMatchObject({ fault: 'no-recipient' });
  });

  test('a changed message under GCM is not opened', async () => {
    const bytes = bytesOf(
      await encrypt([content], one.certificate, { cipher: 'aes256-gcm', keyTransport: 'oaep-sha256' }),
    );
    bytes[bytes.length - 30]! ^= 1;
    await expect(decrypt(bytes, [one])).rejects.toMatchObject({ fault: 'cannot-decrypt' });
  });

  test('compressed data is unpacked up to a limit and not beyond, however much it would become', async () => {
    const packed = bytesOf(await compress([content]));
    expect(kindOf(packed)).toBe('compressed');
    expect(await decompress(packed, { limitBytes: 1000 })).toEqual(content);
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const inner = sequence(oid(oids.data), explicit(0, octets(bomb)));
    const wrapped = bytesOf(
      sequence(oid(oids.compressedData), explicit(0, sequence(integer(0), sequence(oid(oids.zlib)), inner))),
    );
    let most = 0;
    await expect(
      decompress(wrapped, {
        limitBytes: 1_000_000,
        room: (bytes) => {
          most += bytes;
        },
      }),
    ).rejects.toMatchObject({ fault: 'too-large' });
    expect(most).toBeLessThanOrEqual(1_000_000);
    const cut = Buffer.from(packed);
    cut.fill(0x55, cut.length - 20);
    await expect(decompress(cut, { limitBytes: 1000 })).rejects.toMatchObject({ fault: 'malformed' });
  });

  test.each([
    ['nested deep', Buffer.alloc(4096, Buffer.from([0x30, 0x80]))],
    [
      'a million empty elements',
      Buffer.concat([Buffer.from([0x30, 0x84, 0, 0x1e, 0x84, 0x80]), Buffer.alloc(2_000_000, Buffer.from([4, 0]))]),
    ],
    ['a length beyond its end', Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 1])],
    ['a length of nine bytes', Buffer.from([0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1])],
    ['no end', Buffer.from([0x30, 0x80, 4, 1, 1])],
    ['a primitive without length', Buffer.from([4, 0x80, 0, 0])],
    ['bytes behind', Buffer.from([0x30, 0, 1])],
    ['nothing', Buffer.alloc(0)],
  ])('hostile BER: %s', (_name, bytes) => {
    expect(() => new Ber(bytes)).toThrow(expect.objectContaining({ name: 'CmsError', fault: 'malformed' }));
  });
});
