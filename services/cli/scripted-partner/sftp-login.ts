import { hash } from 'node:crypto';
import type { FileEntryWithStats, SFTPWrapper } from 'ssh2';
import { Client } from '../../channels/ssh2.ts';
import type { Received } from './channel.ts';

/** A partner's SFTP program, logged in to the hub's server. */
export interface SftpLogin {
  /** Uploads a document as programs do that never show a half file: under another name, then renamed. */
  send(fileName: string, bytes: Uint8Array): Promise<void>;
  /** Takes what waits in the outbox: reads each file and removes it. */
  collect(): Promise<readonly Received[]>;
  /** Whether the server, or the network, has ended it. */
  isOver(): boolean;
  end(): void;
}

/** @throws Error where the server cannot be reached, is another one, or does not let it in */
export async function logIn(of: {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  /** Fingerprints (SHA-256) of the keys that the server may have. */
  readonly hostKeys: readonly string[];
}): Promise<SftpLogin> {
  const client = new Client();
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  client.once('ready', resolve);
  client.once('error', reject);
  const fingerprintOf = (key: Buffer) => `SHA256:${hash('sha256', key, 'base64').replace(/=+$/, '')}`;
  client.connect({
    ...{ host: of.host, port: of.port, username: of.user, privateKey: of.privateKey, readyTimeout: 30_000 },
    hostVerifier: (key: Buffer) => of.hostKeys.includes(fingerprintOf(key)),
  });
  await ready;
  let over = false;
  client.on('error', () => undefined);
  client.once('close', () => {
    over = true;
  });
  const sftp = await call<SFTPWrapper>((done) => client.sftp(done));
  return {
    async send(fileName, bytes) {
      const [part, whole] = [`/inbox/${fileName}.part`, `/inbox/${fileName}`];
      await call((done) => sftp.writeFile(part, Buffer.from(bytes), done));
      await call((done) => sftp.rename(part, whole, done));
    },
    async collect() {
      const files = await call<FileEntryWithStats[]>((done) => sftp.readdir('/outbox', done));
      const names = files.map(({ filename }) => filename).toSorted();
      const taken: Received[] = [];
      for (const name of names) {
        const bytes = await call<Buffer>((done) => sftp.readFile(`/outbox/${name}`, done));
        taken.push({ fileName: name, text: bytes.toString('latin1') });
        // One that was read counts as taken, and may be gone by itself.
        await call((done) => sftp.unlink(`/outbox/${name}`, done)).catch(() => undefined);
      }
      return taken;
    },
    isOver: () => over,
    end: () => void client.end(),
  };
}

/** A function of the library that ends with a callback, as a promise. */
const call = <T>(start: (done: (error: Error | null | undefined, value?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value as T))));
