import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { As2Settings } from '../../../services/channels/as2/settings.ts';
import { skipped } from '../../support/skipped.ts';
import { keep, keptIdentity } from './capture.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';
import { usualAgain } from './usual-again.ts';

// Exchanges with pyas2-lib, a Python implementation, where PYAS2LIB leads to its source (Debian: python3-oscrypto, python3-asn1crypto, python3-openssl). What was exchanged is kept as
// golden bytes with CROSSDOCK_CAPTURE=1; `golden.test.ts` reads those everywhere.

const source = process.env.PYAS2LIB;
const hubIdentity = keptIdentity('hub');
const partnerIdentity = keptIdentity('partner');

interface Answer {
  readonly http: number;
  readonly status?: string;
  readonly detail?: string;
  readonly messageId: string;
  readonly request: string;
  readonly response: string;
}

describe.skipIf(source === undefined)(
  skipped('with pyas2-lib', source === undefined && 'PYAS2LIB leads to no pyas2-lib'),
  () => {
    let rig: As2Rig;
    let peer: ChildProcess;
    let url: string;
    const ask = async (path: string, given: object = {}) =>
      (await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(given) })).json() as Promise<never>;

    beforeAll(async () => {
      rig = await as2Rig({ hubKey: hubIdentity });
      peer = spawn('/usr/bin/python3', [fileURLToPath(new URL('peers/pyas2-peer.py', import.meta.url))], {
        env: { ...process.env, PYTHONPATH: source },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const [line] = (await once(peer.stdout!, 'data')) as [Buffer];
      url = JSON.parse(line.toString()).url;
      const keyPem = partnerIdentity.privatePart + partnerIdentity.publicPart;
      await ask('/configure', { ...ids, keyPem, hubPem: hubIdentity.publicPart });
      await rig.change({ url, certificates: partnerIdentity.publicPart });
    });
    afterAll(async () => {
      peer?.stdin?.end();
      await rig?.close();
    });

    const bytes = Buffer.from(`ISA*00*~\r\nGS*SW~\nIEA*1~\0\xff`, 'latin1');
    const table: readonly Partial<As2Settings>[] = [
      ...(['sha-1', 'sha-256', 'sha-384', 'sha-512'] as const).map((digest) => ({
        digest,
        encrypt: false,
        allowSha1: true,
      })),
      { signaturePadding: 'pss', encrypt: false },
      ...(['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des'] as const).map((cipher) => ({ cipher, allow3des: true })),
      { keyTransport: 'oaep-sha1' },
      { compress: 'before-sign' },
      { compress: 'after-sign' },
      { compress: 'before-sign', encrypt: false },
      { sign: false, mdnWithoutMic: true },
      { sign: false, encrypt: false, mdnWithoutMic: true },
      { sign: false, compress: 'before-sign', mdnWithoutMic: true },
      { mdnSigned: false },
    ];
    const nameOf = (settings: object) => Object.values(settings).join(' ');

    test.each(table.map((settings) => [nameOf(settings), settings] as const))('to it: %s', async (name, settings) => {
      await rig.change({ ...usualAgain, ...settings });
      const id = await rig.deliver('940.x12', bytes);
      const { state } = await rig.context.db.system('document').where({ id }).first('state');
      const [exchange] = await rig.exchanges();
      expect([state, exchange!.summary]).toEqual(['delivered', expect.stringContaining('processed')]);
      const got = (await ask('/received')) as { bytes: string; status: string; fileName: string };
      expect([got.status, got.fileName]).toEqual(['processed', '940.x12']);
      expect(Buffer.from(got.bytes, 'base64').equals(bytes)).toBe(true);
      keep('pyas2', `mdn ${name}`, { mdn: exchange!.body!, detail: exchange!.detail, settings });
    });

    test('to it, with a receipt that comes later', async () => {
      await rig.change({ ...usualAgain, mdn: 'async' });
      const id = await rig.deliver('940.x12', bytes);
      await expect
        .poll(async () => (await rig.context.db.system('document').where({ id }).first('state')).state, {
          timeout: 20_000,
        })
        .toBe('delivered');
    });

    test.each(['aes128-gcm', 'aes256-gcm'] as const)(
      'to it: %s, which it does not know and says it took, is a failure for us',
      async (cipher) => {
        await rig.change({ ...usualAgain, cipher });
        const id = await rig.deliver('940.x12', bytes);
        const rung = await rig.context.db.system('ladder_rung').where({ document_id: id, rung: 'mdn' }).first('state');
        expect(rung.state).toBe('failed');
      },
    );

    const theirs = {
      sign: true,
      digest_alg: 'sha256',
      encrypt: true,
      enc_alg: 'aes_256_cbc',
      mdn_mode: 'SYNC',
      mdn_digest_alg: 'sha256',
    };
    const fromTable: readonly (readonly [string, object])[] = [
      ['usual', {}],
      ...['sha1', 'sha384', 'sha512'].map(
        (digest) => [digest, { digest_alg: digest, mdn_digest_alg: digest }] as const,
      ),
      ['pss', { sign_alg: 'rsassa_pss' }],
      ...['aes_128_cbc', 'aes_192_cbc', 'tripledes_192_cbc'].map((cipher) => [cipher, { enc_alg: cipher }] as const),
      ['oaep', { key_enc_alg: 'rsaes_oaep' }],
      ['compressed', { compress: true }],
      ['signed only', { encrypt: false }],
      ['signed and compressed', { encrypt: false, compress: true }],
      ['encrypted only', { sign: false }],
      ['encrypted and compressed', { sign: false, compress: true }],
      ['plain', { sign: false, encrypt: false }],
      ['compressed only', { sign: false, encrypt: false, compress: true }],
      ['unsigned receipt', { mdn_digest_alg: null }],
    ];

    test.each(fromTable)('from it: %s', async (name, settings) => {
      await rig.change({
        ...usualAgain,
        inSigned: 'optional',
        inEncrypted: 'optional',
        allowSha1: true,
        allow3des: true,
      });
      const before = (await rig.stored()).length;
      const answer: Answer = await ask('/send', {
        ...{
          to: rig.hubUrl,
          fileName: '945.x12',
          bytes: bytes.toString('base64'),
          settings: { ...theirs, ...settings },
        },
      });
      expect(answer).toMatchObject({ http: 200, status: 'processed', detail: null });
      const [stored, ...more] = (await rig.stored()).slice(before);
      expect([stored?.fileName, more]).toEqual(['945.x12', []]);
      expect(stored!.bytes.equals(bytes)).toBe(true);
      const [exchange] = await rig.exchanges();
      keep('pyas2', `message ${name}`, {
        ...{ request: Buffer.from(answer.request, 'base64'), bytes, detail: exchange!.detail },
      });
    });

    test('from it: a receipt that comes later', async () => {
      const answer: Answer = await ask('/send', {
        ...{
          to: rig.hubUrl,
          fileName: '945.x12',
          bytes: bytes.toString('base64'),
          settings: { ...theirs, mdn_mode: 'ASYNC' },
        },
      });
      expect(answer.http).toBe(200);
      await expect
        .poll(() => ask('/receipt', { messageId: answer.messageId }), { timeout: 20_000 })
        .toEqual({ status: 'processed', detail: null });
    });

    test('what we refuse is read by it', async () => {
      await rig.change(usualAgain);
      const send = (settings: object) =>
        ask('/send', { ...{ to: rig.hubUrl, fileName: 'x', bytes: 'SVNB', settings: { ...theirs, ...settings } } });
      expect(await send({ sign: false })).toMatchObject({
        status: 'processed/Error',
        detail: 'insufficient-message-security',
      });
      await rig.change({ certificates: hubIdentity.publicPart });
      expect(await send({})).toMatchObject({ status: 'processed/Error', detail: 'authentication-failed' });
      await rig.change({ certificates: partnerIdentity.publicPart });
    });
  },
);
