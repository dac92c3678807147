import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** OpenSSH's own programs; undefined where they are not installed. */
export const openSsh = ['/usr/sbin/sshd', '/usr/bin/sftp', '/usr/bin/ssh-keygen'].every(existsSync)
  ? { sshd: '/usr/sbin/sshd', sftp: '/usr/bin/sftp', keygen: '/usr/bin/ssh-keygen' }
  : undefined;

export const noOpenSsh = 'OpenSSH (sshd, sftp, ssh-keygen) is not installed';

export const newFolder = (name: string): string => realpathSync(mkdtempSync(join(tmpdir(), `crossdock-${name}-`)));

/** Makes a key pair. @returns the path of the private half; the public one has .pub behind it */
export function makeKey(folder: string, kind: 'ed25519' | 'rsa' | 'ecdsa', name: string = kind): string {
  const path = join(folder, name);
  const bits = kind === 'rsa' ? ['-b', '3072'] : kind === 'ecdsa' ? ['-b', '256'] : [];
  rmSync(path, { force: true });
  execFileSync(openSsh!.keygen, ['-q', '-t', kind, ...bits, '-N', '', '-C', name, '-f', path]);
  return path;
}

export const fingerprint = (publicKeyFile: string): string =>
  execFileSync(openSsh!.keygen, ['-l', '-f', publicKeyFile], { encoding: 'utf8' }).split(' ')[1]!;

/** OpenSSH's server on loopback, as an ordinary process with settings of its own. */
export interface Sshd {
  readonly port: number;
  readonly user: string;
  /** Private key that may log in. */
  readonly key: string;
  /** Its files. */
  readonly files: string;
  /** Of the host key that it shows. */
  hostKey(): string;
  /** It gets another host key at its next start. */
  changeHostKey(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export async function startSshd(): Promise<Sshd> {
  const folder = newFolder('sshd');
  const files = join(folder, 'files');
  mkdirSync(files);
  const port = await freePort();
  const hostKeyFile = join(folder, 'host');
  makeKey(folder, 'ed25519', 'host');
  const keyFile = makeKey(folder, 'ed25519', 'user');
  writeFileSync(join(folder, 'authorized'), readFileSync(`${keyFile}.pub`));
  writeFileSync(
    join(folder, 'config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKeyFile}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      `PidFile ${join(folder, 'pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin yes',
      'MaxStartups 100',
      'Subsystem sftp internal-sftp',
      '',
    ].join('\n'),
  );
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  let running: ChildProcess | undefined;
  const sshd: Sshd = {
    port,
    user: userInfo().username,
    key: readFileSync(keyFile, 'utf8'),
    files,
    hostKey: () => fingerprint(`${hostKeyFile}.pub`),
    changeHostKey: () => void makeKey(folder, 'ed25519', 'host'),
    async start() {
      running = spawn(openSsh!.sshd, ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore' });
      await answers(port);
    },
    async stop() {
      const child = running;
      running = undefined;
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
    async remove() {
      await sshd.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await sshd.start();
  return sshd;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isThere) return;
    await wait(20);
  }
}
