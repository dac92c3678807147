import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectConfig, FileEntryWithStats, SFTPWrapper, Client as SshClient, Stats } from 'ssh2';
import type { Listener } from '../../services/channels/channel.ts';
import { type ServerLimits, usualServerLimits } from '../../services/channels/sftp-server/limits.ts';
import { type SftpServerSettings, sftpServerChannel } from '../../services/channels/sftp-server/sftp-server-channel.ts';
import { Client, newEd25519 } from '../../services/channels/ssh2.ts';
import { byteBudget } from '../../services/flows/byte-budget.ts';
import { openHost } from '../../services/flows/channel-host.ts';
import { addEndpoint } from '../../services/flows/endpoints.ts';
import { openHubKeys } from '../../services/flows/hub-keys.ts';
import { insertWaiting } from '../store/traffic.ts';
import { openDoor, type TestContext, testContext } from '../support/context.ts';
import { newFolder, openSsh } from '../support/sshd.ts';
import { storedFiles } from '../support/stored-files.ts';
import { loopback } from './sftp-client-rig.ts';

export const limitBytes = 2 * 1024 * 1024;
const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;

/** What a partner's program can do; each rejects with the status and the text of the server. */
export interface Login {
  readonly client: SshClient;
  readonly sftp: SFTPWrapper;
  put(path: string, bytes: Uint8Array): Promise<void>;
  get(path: string): Promise<Buffer>;
  list(path: string): Promise<readonly string[]>;
  stat(path: string): Promise<Stats>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Calls one of the library's functions that end with a callback. */
  do<T>(start: (done: (error: Error | null | undefined, value?: never) => void) => void): Promise<T>;
  end(): void;
}

export const newKey = newEd25519;

/** The hub's SFTP server, on a port of its own. */
export async function listenFor(
  bare: TestContext,
  options: { readonly limits?: Partial<ServerLimits>; readonly spoolDir?: string } = {},
) {
  const folder = newFolder('sftp-server');
  const faults: unknown[] = [];
  let passedMs = 0;
  const channel = sftpServerChannel(
    {
      ...{ folders: [], limitBytes, ports: { sftp: 0 }, host: '127.0.0.1', egress: loopback, keys: openHubKeys(bare) },
      ...{ spoolDir: options.spoolDir ?? join(folder, 'spool'), now: bare.now, newId: bare.newId },
      ticks: () => performance.now() + passedMs,
      ...{ baseUrl: () => 'http://127.0.0.1', onFault: (error: unknown) => void faults.push(error) },
    },
    { ...usualServerLimits(limitBytes), ...options.limits },
  );
  const context = { ...bare, channels: { ...bare.channels, 'sftp-server': channel } };
  const host = openHost(context, channel, { admission: openDoor, budget: byteBudget(1e9, 1e9) });
  if (channel.ingress.kind !== 'listener') throw new Error('It listens.');
  const listener = (await channel.ingress.listen(host)) as Listener & { readonly port: number };
  const pass = (ms: number) => {
    passedMs += ms;
  };
  return { context, channel, host, listener, folder, faults, pass, port: listener.port };
}

/** Logs in as a partner's program does. */
export async function logIn(how: ConnectConfig): Promise<Login> {
  const client = new Client();
  const ready = new Promise<void>((resolve, reject) => {
    client.once('ready', resolve);
    client.once('error', reject);
  });
  client.connect({ host: '127.0.0.1', ...how });
  await ready;
  client.on('error', () => undefined);
  const sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
    client.sftp((error, one) => (error ? reject(error) : resolve(one))),
  );
  const call = <T>(start: (done: (error: Error | null | undefined, value?: never) => void) => void) =>
    new Promise<T>((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value as T))));
  return {
    ...{ client, sftp, do: call },
    put: (path, bytes) => call((done) => sftp.writeFile(path, Buffer.from(bytes), done)),
    get: (path) => call((done) => sftp.readFile(path, done as never)),
    list: async (path) =>
      (await call<FileEntryWithStats[]>((done) => sftp.readdir(path, done as never)))
        .map(({ filename }) => filename)
        .toSorted(),
    stat: (path) => call((done) => sftp.stat(path, done as never)),
    rename: (from, to) => call((done) => sftp.rename(from, to, done)),
    remove: (path) => call((done) => sftp.unlink(path, done)),
    end: () => void client.end(),
  };
}

/** The hub's SFTP server with an endpoint of a partner. */
export async function sftpServerRig(
  options: {
    readonly settings?: Partial<SftpServerSettings>;
    readonly limits?: Partial<ServerLimits>;
    readonly spoolDir?: string;
  } = {},
) {
  const bare = await testContext();
  const { context, channel, host, listener, folder, faults, pass, port } = await listenFor(bare, options);
  const { db, newId } = context;
  const key = newKey();
  const settings: SftpServerSettings = {
    user: 'quayside',
    keys: key.public,
    collectedBy: 'removing',
    ...options.settings,
  };
  const addPartner = async (name: string, its: SftpServerSettings) => {
    const orgId = newId();
    await db.system('organization').insert({ id: orgId, name, kind: '3pl' });
    const wanted = { environment: 'production', name: 'sftp', channel: 'sftp-server', settings: { ...its } } as const;
    return { orgId, endpointId: await addEndpoint(context, orgId, wanted, by) };
  };
  const { orgId, endpointId } = await addPartner('Quayside Logistics', settings);
  const login = (how: ConnectConfig = {}) => logIn({ port, username: settings.user, privateKey: key.private, ...how });
  const waiting = async (fileName: string, bytes: Uint8Array, at = { orgId, endpointId }): Promise<string> => {
    const id = await insertWaiting(db.system, { orgId: at.orgId, content: Buffer.from(bytes).toString('latin1') });
    await db
      .system('document')
      .where({ id })
      .update({ file_name: fileName, channel: 'sftp-server', endpoint_id: at.endpointId });
    return id;
  };
  return {
    ...{ bare, context, channel, host, listener, port, settings, key, orgId, endpointId, folder, faults, pass },
    ...{ login, waiting, addPartner },
    stored: () => storedFiles(db.system),
    state: async (id: string) => (await db.system('document').where({ id }).first()).state as string,
    exchanges: async () => db.system('exchange').orderBy('id'),
    /** Runs OpenSSH's program with a batch of commands. @returns what it printed, and how it ended */
    async batch(lines: readonly string[], how: { readonly keyFile?: string; readonly user?: string } = {}) {
      const keyFile = how.keyFile ?? join(folder, 'id');
      if (!how.keyFile) writeFileSync(keyFile, key.private, { mode: 0o600 });
      const file = join(folder, 'batch');
      writeFileSync(file, `${lines.join('\n')}\n`);
      const told = await channel.tell!(settings, {
        baseUrl: 'http://127.0.0.1',
        endpoint: { id: endpointId, orgId, environment: 'production', name: 'sftp' },
      });
      writeFileSync(join(folder, 'known'), `${told.find(({ label }) => label.startsWith('Line for'))!.value}\n`);
      const args = [
        ...['-b', file, '-P', String(port), '-i', keyFile, '-F', '/dev/null', '-o', 'IdentitiesOnly=yes'],
        ...['-o', 'StrictHostKeyChecking=yes', '-o', `UserKnownHostsFile=${join(folder, 'known')}`],
        `${how.user ?? settings.user}@127.0.0.1`,
      ];
      return new Promise<{ readonly code: number; readonly said: string }>((resolve) =>
        execFile(openSsh!.sftp, args, { encoding: 'utf8' }, (error, stdout, stderr) =>
          resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
        ),
      );
    },
    read: (name: string) => readFileSync(join(folder, name)),
    close: async () => {
      await listener.close();
      await bare.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SftpServerRig = Awaited<ReturnType<typeof sftpServerRig>>;
