import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { As2Settings } from '../../../services/channels/as2/settings.ts';
import { until } from '../../fault/until.ts';
import { skipped } from '../../support/skipped.ts';
import { keep, keptIdentity } from './capture.ts';
import { type OpenAs2Home, openAs2Home } from './peers/openas2-home.ts';
import { openRecorder, type Recorder } from './peers/recorder.ts';
import { type As2Rig, as2Rig, ids } from './rig.ts';
import { usualAgain } from './usual-again.ts';

// Exchanges with OpenAS2, a Java implementation, where OPENAS2_CLASSPATH leads to its compiled classes and libraries. What was exchanged is kept as golden bytes with
// CROSSDOCK_CAPTURE=1; `golden.test.ts` reads those everywhere.

const classpath = process.env.OPENAS2_CLASSPATH;
const hubIdentity = keptIdentity('hub');
const partnerIdentity = keptIdentity('partner');

const fromTable: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['usual', {}],
  ...['SHA-1', 'SHA-384', 'SHA-512'].map((sign) => [sign, { sign }] as const),
  ...['3DES', 'aes128', 'aes192'].map((encrypt) => [encrypt, { encrypt }] as const),
  ['compressed before signing', { compression: 'ZLIB', compression_mode: 'compress-before-signing' }],
  ['compressed after signing', { compression: 'ZLIB', compression_mode: 'compress-after-signing' }],
  ['signed only', { encrypt: '' }],
  ['encrypted only', { sign: '', as2_mdn_options: 'none' }],
  ['base64', { content_transfer_encoding: 'base64' }],
  ['unsigned receipt', { as2_mdn_options: 'none' }],
];
const toTable: readonly Partial<As2Settings>[] = [
  ...(['sha-1', 'sha-256', 'sha-384', 'sha-512'] as const).map((digest) => ({
    digest,
    encrypt: false,
    allowSha1: true,
  })),
  { signaturePadding: 'pss', encrypt: false },
  ...(['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des'] as const).map((cipher) => ({ cipher, allow3des: true })),
  { compress: 'before-sign' },
  { compress: 'after-sign' },
  { compress: 'before-sign', encrypt: false },
  { sign: false },
  { sign: false, encrypt: false },
  { sign: false, compress: 'before-sign' },
  { mdnSigned: false, mdnWithoutMic: true },
];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const hubIdOf = (place: number) => `HUB${place}`;
const asyncId = 'HUBASYNC';

describe.skipIf(classpath === undefined)(
  skipped('with OpenAS2', classpath === undefined && 'OPENAS2_CLASSPATH leads to no OpenAS2'),
  () => {
    let rig: As2Rig;
    let peer: ChildProcess;
    let home: OpenAs2Home;
    let recorder: Recorder;

    beforeAll(async () => {
      rig = await as2Rig({ hubKey: hubIdentity });
      recorder = await openRecorder(() => rig.hubUrl);
      const [port, mdnPort] = [await freePort(), await freePort()];
      home = openAs2Home({
        ...{
          port,
          mdnPort,
          hubUrl: recorder.url,
          partnerId: ids.partnerId,
          hub: hubIdentity,
          partner: partnerIdentity,
        },
        partnerships: [
          ...fromTable.map(([, attributes], place) => ({ hubId: hubIdOf(place), attributes })),
          { hubId: asyncId, attributes: { as2_receipt_option: `http://127.0.0.1:${mdnPort}` } },
          { hubId: ids.ourId, attributes: {} },
        ],
      });
      peer = spawn('java', ['-cp', classpath!, 'org.openas2.app.OpenAS2Server', home.config], {
        stdio: ['pipe', process.env.PEER_LOG ? 'inherit' : 'ignore', process.env.PEER_LOG ? 'inherit' : 'ignore'],
      });
      await until('OpenAS2 listens', () => listens(port));
      await rig.change({ url: `http://127.0.0.1:${port}/as2`, certificates: partnerIdentity.publicPart });
    }, 120_000);
    afterAll(async () => {
      peer?.kill();
      recorder?.close();
      await rig?.close();
      if (home) rmSync(home.dir, { recursive: true, force: true });
    });

    const bytes = Buffer.from(`ISA*00*~\r\nGS*SW~\nIEA*1~\0\xff`, 'latin1');
    const nameOf = (settings: object) => Object.values(settings).join(' ');
    let count = 0;

    test.each(toTable.map((settings) => [nameOf(settings), settings] as const))('to it: %s', async (name, settings) => {
      await rig.change({ ...usualAgain, ourId: ids.ourId, ...settings });
      const fileName = `940-${count++}.x12`;
      const id = await rig.deliver(fileName, bytes);
      const { state } = await rig.context.db.system('document').where({ id }).first('state');
      const [exchange] = await rig.exchanges();
      expect([state, exchange!.summary]).toEqual([
        'delivered',
        expect.stringContaining(settings.mdnSigned === false ? 'processed' : 'MIC) matches'),
      ]);
      // It reads no name in the header of a plain message.
      if (settings.sign ?? settings.encrypt ?? true) {
        const arrived = join(home.inbox, `${ids.ourId}-${fileName}`);
        await expect.poll(() => existsSync(arrived)).toBe(true);
        expect(readFileSync(arrived).equals(bytes)).toBe(true);
      }
      keep('openas2', `mdn ${name}`, { mdn: exchange!.body!, detail: exchange!.detail, settings });
    });

    test('to it, with a receipt that comes later', async () => {
      await rig.change({ ...usualAgain, ourId: ids.ourId, mdn: 'async' });
      const id = await rig.deliver('940-async.x12', bytes);
      await expect
        .poll(async () => (await rig.context.db.system('document').where({ id }).first('state')).state, {
          timeout: 20_000,
        })
        .toBe('delivered');
    });

    test.each(['aes256-gcm'] as const)('to it: %s, which it does not know, is a failure for us', async (cipher) => {
      await rig.change({ ...usualAgain, ourId: ids.ourId, cipher });
      const id = await rig.deliver('940-gcm.x12', bytes);
      const rung = await rig.context.db.system('ladder_rung').where({ document_id: id, rung: 'mdn' }).first('state');
      expect(rung.state).toBe('failed');
    });

    /** Has the peer send a file. @returns what went through */
    async function sendFrom(hubId: string, fileName: string) {
      const before = recorder.seen.length;
      const [part, file] = [join(home.dir, 'temp', fileName), join(home.outbox(hubId), fileName)];
      writeFileSync(part, bytes);
      renameSync(part, file);
      await expect.poll(() => recorder.seen.length, { timeout: 12_000 }).toBeGreaterThan(before);
      return recorder.seen.at(-1)!;
    }

    test.each(fromTable.map(([name], place) => [name, place] as const))(
      'from it: %s',
      { timeout: 60_000 },
      async (name, place) => {
        await rig.change({
          ...{ ...usualAgain, ourId: hubIdOf(place), inSigned: 'optional', inEncrypted: 'optional' },
          ...{ allowSha1: true, allow3des: true },
        });
        const before = (await rig.stored()).length;
        const { request, status } = await sendFrom(hubIdOf(place), `945-${place}.x12`);
        expect(status).toBe(200);
        const [stored, ...more] = (await rig.stored()).slice(before);
        expect([stored?.fileName, more]).toEqual([`945-${place}.x12`, []]);
        expect(stored!.bytes.equals(bytes)).toBe(true);
        // It takes our receipt: otherwise the file would go to its folder of errors, or be sent again.
        await expect.poll(() => readdirSync(join(home.dir, 'mdn')).length, { timeout: 20_000 }).toBeGreaterThan(place);
        expect(
          existsSync(join(home.dir, 'resend'))
            ? readdirSync(join(home.dir, 'resend')).filter((one) => one !== 'error')
            : [],
        ).toEqual([]);
        const [exchange] = await rig.exchanges();
        keep('openas2', `message ${name}`, { request, bytes, detail: exchange!.detail });
      },
    );

    test('from it: a receipt that comes later', { timeout: 60_000 }, async () => {
      await rig.change({ ...usualAgain, ourId: asyncId, receiptHosts: '127.0.0.1' });
      await sendFrom(asyncId, '945-async.x12');
      await expect
        .poll(async () => (await rig.exchanges())[0]!.summary, { timeout: 20_000 })
        .toBe('Sent the receipt (HTTP 200)');
    });
  },
);
