import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeKey, noOpenSsh, openSsh, startSshd } from '../support/sshd.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { against, alone, type Result } from './report.ts';
import { benchKey, benchRig, freePort } from './rig.ts';

const megabytes = 200;
const rounds = 5;
const smallFiles = 300;

/** OpenSSH's program uploads to the hub's SFTP server, and to OpenSSH's own, in turn: the same files and algorithms. */
export async function benchSftp(): Promise<readonly Result[]> {
  if (!openSsh) {
    console.log(`SFTP is left out: ${noOpenSsh}.`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-bench-sftp-'));
  const sshd = await startSshd();
  const rig = await benchRig();
  try {
    const keyFile = makeKey(folder, 'ed25519', 'id');
    writeFileSync(join(folder, 'theirs'), sshd.key, { mode: 0o600 });
    const [port, sftpPort] = [await freePort(), await freePort()];
    const { url } = await rig.database('sftp', 1);
    const hub = await rig.hub(url, 'api', port, { SFTP_PORT: String(sftpPort), CROSSDOCK_BODY_LIMIT_MB: '256' });
    addEndpoint(rig.home, url, readFileSync(`${keyFile}.pub`, 'utf8').trim());
    // What the server knows of endpoints is up to three seconds old.
    await wait(3500);
    const ours = client(folder, { port: sftpPort, user: 'bench', keyFile });
    const theirs = client(folder, { port: sshd.port, user: sshd.user, keyFile: join(folder, 'theirs') });
    const large = join(folder, 'large');
    writeFileSync(large, randomBytes(megabytes * 1_048_576));
    const small = Array.from({ length: smallFiles }, (_, place) => join(folder, `s${place}`));
    for (const file of small) writeFileSync(file, randomBytes(4096));
    const put = {
      // Not renamed, so that neither does more than keep the bytes.
      ours: () => ours([`put ${large} inbox/large.tmp`, 'rm inbox/large.tmp']),
      theirs: () => theirs([`put ${large} ${sshd.files}/large`, `rm ${sshd.files}/large`]),
    };
    const [own, peer] = medians(put);
    const document = join(folder, 'document');
    const committed: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      writeFileSync(document, randomBytes(45 * 1_048_576));
      committed.push(timed(() => ours([`put ${document} inbox/`])));
    }
    const many = {
      ours: () => {
        for (const file of small) writeFileSync(file, randomBytes(4096));
        ours(small.map((file) => `put ${file} inbox/`));
      },
      theirs: () => theirs(small.map((file) => `put ${file} ${sshd.files}/`)),
    };
    const [ownMany, peerMany] = medians(many);
    const memory = peakMemoryMb(hub.pid);
    await hub.stop();
    return [
      against(`SFTP upload, ${megabytes} MB`, megabytes / own, 'MB/s', "OpenSSH's server", megabytes / peer),
      alone('SFTP upload, 45 MB, until it is committed', 45 / median(committed), 'MB/s'),
      against(
        `SFTP upload, ${smallFiles} files of 4 KB, committed`,
        smallFiles / ownMany,
        'files/s',
        "OpenSSH's server, which commits nothing",
        smallFiles / peerMany,
      ),
      alone('SFTP, peak memory of the process', memory, 'MB'),
    ];
  } finally {
    await rig.stop();
    await sshd.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of either, in turn, so that what else the machine does hits both. */
function medians({
  ours,
  theirs,
}: {
  readonly ours: () => void;
  readonly theirs: () => void;
}): readonly [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(timed(ours));
    times[1].push(timed(theirs));
  }
  return [median(times[0]), median(times[1])];
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;

const client =
  (
    folder: string,
    { port, user, keyFile }: { readonly port: number; readonly user: string; readonly keyFile: string },
  ) =>
  (lines: readonly string[]): void => {
    writeFileSync(join(folder, 'batch'), `${lines.join('\n')}\n`);
    const known = join(folder, `known-${port}`);
    const options = [
      'StrictHostKeyChecking=accept-new',
      `UserKnownHostsFile=${known}`,
      'IdentitiesOnly=yes',
      'Ciphers=aes128-gcm@openssh.com',
    ];
    execFileSync(
      openSsh!.sftp,
      [
        '-q',
        '-b',
        join(folder, 'batch'),
        '-P',
        String(port),
        '-i',
        keyFile,
        '-F',
        '/dev/null',
        ...options.flatMap((one) => ['-o', one]),
        `${user}@127.0.0.1`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  };

function addEndpoint(home: string, databaseUrl: string, key: string): void {
  execFileSync(
    process.execPath,
    [
      ...['services/bin/crossdock.js', 'endpoint', 'add', 'sftp', '--partner', 'Quayside Logistics'],
      ...['--environment', 'production', '--channel', 'sftp-server', '--set', 'user=bench', '--set', `keys=${key}`],
    ],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl, CROSSDOCK_HOME: home, CROSSDOCK_KEYS: benchKey },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
