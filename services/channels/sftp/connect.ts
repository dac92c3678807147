import { connect as connectTcp, type Socket } from 'node:net';
import type { ConnectConfig, SFTPWrapper, Client as SshClient } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';
import type { Egress } from '../egress.ts';
import { clientAlgorithms } from '../ssh-algorithms.ts';
import { fingerprintOf } from '../ssh-fingerprint.ts';
import { Client } from '../ssh2.ts';
import { Remote } from './remote.ts';
import { type SftpSettings, serverOf, usual } from './settings.ts';

/** A session with a partner's server. */
export interface Session {
  readonly remote: Remote;
  /** Fingerprint of the host key that the server has shown. */
  readonly hostKey: string;
  /** What the server calls its software. */
  readonly software: string | undefined;
  readonly isOpen: boolean;
  /** While it is idle the process may end. */
  rest(): void;
  wake(): void;
  close(): void;
}

export const unreachable = (detail: string, cause?: unknown): CodedError =>
  new CodedError('channel.unreachable', { detail, cause });

const connectMs = 15_000;
const readyMs = 30_000;

/**
 * Logs in. Without a host key in the settings any is taken, which only the test of an endpoint may do.
 * @throws CodedError `channel.unreachable`, `channel.log-in`, `channel.host-key` that says what is wrong
 */
export async function connect(settings: SftpSettings, egress: Egress): Promise<Session> {
  const socket = await openSocket(settings, egress);
  const client = new Client();
  let hostKey: string | undefined;
  const pinned = settings.hostKey?.split(' ');
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  const close = () => {
    client.end();
    socket.destroy();
  };
  const fail = (reason: CodedError) => {
    breakOff(reason);
    close();
  };
  try {
    const ready = new Promise<void>((resolve) => client.once('ready', resolve));
    client.on('error', (error: Error & { level?: string }) => {
      const isRefused = hostKey !== undefined && pinned !== undefined && !pinned.includes(hostKey);
      fail(isRefused ? changedKey(settings, hostKey!) : inWords(error, settings));
    });
    client.on('close', () => fail(unreachable(`${serverOf(settings)} has ended the connection.`)));
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
      finish(prompts.map(() => settings.password ?? '')),
    );
    client.connect({
      ...logIn(settings),
      sock: socket,
      algorithms: clientAlgorithms,
      readyTimeout: readyMs,
      keepaliveInterval: 10_000,
      keepaliveCountMax: 3,
      ident: 'Crossdock',
      hostVerifier: (key: Buffer) => {
        const shown = fingerprintOf(key);
        // At a new exchange of keys in a session the server must show the same.
        const isRight = pinned ? pinned.includes(shown) : hostKey === undefined || hostKey === shown;
        hostKey = shown;
        return isRight;
      },
    });
    await Promise.race([ready, broken]);
    const sftp = await Promise.race([openSftp(client, settings), broken]);
    // What the other side calls itself has no public name in the library.
    const software = (client as unknown as { _remoteVer?: string })._remoteVer;
    return {
      remote: new Remote(sftp, broken, fail),
      hostKey: hostKey!,
      software: software?.slice(0, 100),
      get isOpen() {
        return !socket.destroyed && socket.writable;
      },
      rest: () => socket.unref(),
      wake: () => socket.ref(),
      close,
    };
  } catch (error) {
    close();
    throw error instanceof CodedError ? error : inWords(error as Error, settings);
  }
}

async function openSocket(settings: SftpSettings, egress: Egress): Promise<Socket> {
  const { host: name, port = usual.port } = settings;
  const { address: host, family } = await egress.resolve(name);
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port, family, noDelay: true });
    const timer = setTimeout(
      () => socket.destroy(unreachable(`${serverOf(settings)} has not answered for ${connectMs / 1000} seconds.`)),
      connectMs,
    );
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error instanceof CodedError ? error : inWords(error, settings));
    });
  });
}

const openSftp = (client: SshClient, settings: SftpSettings): Promise<SFTPWrapper> =>
  new Promise((resolve, reject) =>
    client.sftp((error, sftp) => {
      if (error) reject(unreachable(`${serverOf(settings)} lets us in, but offers no SFTP: ${error.message}.`, error));
      else resolve(sftp);
    }),
  );

function logIn({ user, privateKey, passphrase, password }: SftpSettings): ConnectConfig {
  return {
    username: user,
    ...(privateKey !== undefined && { privateKey }),
    ...(passphrase !== undefined && { passphrase }),
    ...(password !== undefined && { password, tryKeyboard: true }),
    authHandler: [
      ...(privateKey === undefined ? [] : (['publickey'] as const)),
      ...(password === undefined ? [] : (['password', 'keyboard-interactive'] as const)),
    ],
  };
}

const changedKey = (settings: SftpSettings, shown: string): CodedError =>
  new CodedError('channel.host-key', {
    detail: `${serverOf(settings)} shows the host key ${shown}, and not ${settings.hostKey}, which was fixed. Nothing was sent and no password was told. Learn from whoever runs the server, by another way, whether it was changed; if so, set "Host key of the server" to the new one.`,
  });

const network: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at this port',
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'its name cannot be looked up at the moment',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it has ended the connection',
  EPIPE: 'it has ended the connection',
};

/** What went wrong on the way to a session. */
function inWords(error: Error & { level?: string; code?: unknown }, settings: SftpSettings): CodedError {
  const server = serverOf(settings);
  if (error.level === 'client-authentication')
    return new CodedError('channel.log-in', {
      detail: `${server} does not let ${settings.user} in: it refuses the ${offered(settings)}.`,
      cause: error,
    });
  if (error.level === 'client-timeout') return unreachable(`${server} takes too long to answer.`, error);
  const { message } = error;
  if (/no matching/i.test(message))
    return unreachable(`${server} offers only old algorithms that the hub does not use: ${message}.`, error);
  const said = message.replace(/\p{Cc}/gu, ' ').slice(0, 200);
  return unreachable(`${server} cannot be reached: ${network[String(error.code)] ?? said}.`, error);
}

const offered = ({ privateKey, password }: SftpSettings): string =>
  privateKey === undefined ? 'password' : password === undefined ? 'key' : 'key and the password';
