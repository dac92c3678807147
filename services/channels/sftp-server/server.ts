import { mkdir, readdir, rm } from 'node:fs/promises';
import { createServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection, PrivateKeys, Server as SshServer } from 'ssh2';
import type { Listener } from '../channel.ts';
import type { Host } from '../host.ts';
import type { HubKeys } from '../hub-keys.ts';
import { serverAlgorithms } from '../ssh-algorithms.ts';
import { Server } from '../ssh2.ts';
import { type Admitted, Doorman, offeredMethods } from './doorman.ts';
import { Gate, type Visit } from './gate.ts';
import { type HostKey, makeHostKey, offered, publicLine, readHostKey } from './host-keys.ts';
import type { ServerLimits } from './limits.ts';
import { Premises } from './premises.ts';
import { Refusal } from './refusal.ts';
import { Root } from './root.ts';
import { serveSession } from './session.ts';
import type { SftpServerSettings } from './settings.ts';

export interface ServerParts {
  readonly host: Host<SftpServerSettings>;
  readonly keys: HubKeys;
  readonly limits: ServerLimits;
  readonly address: string;
  readonly port: number;
  /** Where it is taken by another program, one of the next ports will do. */
  readonly orNext: boolean;
  readonly spoolDir: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly ticks: () => number;
  onFault(error: unknown): void;
}

const kinds = { ed25519: 'ssh-host', rsa: 'ssh-host/rsa' } as const;

/** The host keys in use; they are made when there are none. */
export async function hostKeys(keys: HubKeys): Promise<readonly HostKey[]> {
  const of = async (kind: HostKey['kind']) => {
    const { privatePart } = await keys.getOrMake(kinds[kind], async () => {
      const text = await makeHostKey(kind);
      return { privatePart: text, publicPart: publicLine(readHostKey(text)), notAfter: null };
    });
    return readHostKey(privatePart);
  };
  return [await of('ed25519'), await of('rsa')];
}

/** Starts the SFTP server. @returns with the port that it has */
export async function startServer(parts: ServerParts): Promise<Listener & { readonly port: number }> {
  const { limits, ticks, keys } = parts;
  const spool = await ownSpool(parts.spoolDir);
  const gate = new Gate(limits, ticks);
  const doorman = new Doorman(parts.host, limits, ticks);
  const byEndpoint = new Map<string, Premises>();
  const premisesOf = (endpoint: Admitted['endpoint']) => {
    const premises = byEndpoint.get(endpoint.id) ?? new Premises(endpoint, parts.host, { ...parts, spool });
    byEndpoint.set(endpoint.id, premises);
    premises.endpoint = endpoint;
    return premises;
  };
  const visits = new Map<string, Visit>();
  const onConnection = (client: Connection, ip: string | undefined, port: number | undefined, software: string) => {
    const visit = visits.get(`${ip} ${port}`);
    if (!visit) return client.end();
    serveConnection(client, visit, software.slice(0, 100), { parts, doorman, premisesOf });
  };
  let known = '';
  let ssh: SshServer | undefined;
  // Whoever comes after a host key was changed is shown the new one.
  const sshNow = async (): Promise<SshServer> => {
    const inUse = await hostKeys(keys);
    const ids = inUse.map(({ fingerprint }) => fingerprint).join();
    if (!ssh || ids !== known) {
      ssh = openSsh(inUse, onConnection);
      known = ids;
    }
    return ssh;
  };
  await sshNow();
  const net = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    const visit = gate.enter(socket);
    if (!visit) return;
    const name = `${socket.remoteAddress} ${socket.remotePort}`;
    visits.set(name, visit);
    socket.once('close', () => visits.delete(name));
    wait(visit.pauseMs, undefined, { ref: false })
      .then(sshNow)
      .then(
        (server) => server.injectSocket(socket),
        () => socket.destroy(),
      );
  });
  const port = await listen(net, parts);
  const [main] = await hostKeys(keys);
  return {
    port,
    says: `SFTP on port ${port}, host key ${main!.fingerprint}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => net.close(() => resolve()));
      gate.closeAll();
      await closed;
      await rm(spool, { recursive: true, force: true });
    },
  };
}

function openSsh(
  keys: readonly HostKey[],
  onConnection: (client: Connection, ip: string | undefined, port: number | undefined, software: string) => void,
): SshServer {
  const hostKeys = offered(keys) as unknown as PrivateKeys;
  const settings = {
    hostKeys,
    algorithms: serverAlgorithms,
    ident: 'Crossdock',
    keepaliveInterval: 15_000,
    keepaliveCountMax: 3,
  };
  return new Server(settings, (client, { ip, port, header }) => {
    onConnection(client, ip, port, header.versions.software);
  });
}

function serveConnection(
  client: Connection,
  visit: Visit,
  software: string,
  {
    parts,
    doorman,
    premisesOf,
  }: { readonly parts: ServerParts; readonly doorman: Doorman; premisesOf(endpoint: Admitted['endpoint']): Premises },
): void {
  let admitted: Admitted | undefined;
  let user = '';
  client.on('error', () => undefined);
  client.on('authentication', (proof) => {
    doorman.verify(proof, visit.address).then(
      (verdict) => {
        if (verdict === 'asked') return proof.accept();
        if (verdict !== 'refused') {
          admitted = verdict;
          user = proof.username;
          visit.logIn();
          return proof.accept();
        }
        // Programs ask what there is before they offer anything.
        const isTooMany = proof.method !== 'none' && visit.refuse();
        proof.reject(offeredMethods);
        if (isTooMany) client.end();
      },
      (error: unknown) => {
        parts.onFault(error);
        client.end();
      },
    );
  });
  client.on('session', (accept, reject) => {
    const who = admitted;
    if (!who) return reject();
    const premises = premisesOf(who.endpoint);
    if (premises.sessions >= parts.limits.sessionsPerEndpoint) return reject();
    premises.sessions += 1;
    const session = accept();
    // A session does not end by itself with its connection.
    const leave = () => {
      session.off('close', leave);
      client.off('close', leave);
      premises.sessions -= 1;
    };
    session.once('close', leave);
    client.once('close', leave);
    session.on('sftp', (acceptSftp) => {
      const visitor = {
        ...{ user, peer: visit.address, software, method: who.method },
        ...(who.fingerprint !== undefined && { fingerprint: who.fingerprint }),
      };
      serveSession(acceptSftp(), {
        root: new Root(premises, parts.host, visitor, parts.now()),
        uploads: premises.uploads,
        limits: parts.limits,
        socket: visit.socket,
        onFault: parts.onFault,
        check: async () => {
          const now = await doorman.recheck(who, user);
          if (now) premises.endpoint = now;
          else {
            client.end();
            throw new Refusal('permissionDenied', 'This log-in is not good any more.');
          }
        },
      });
    });
  });
}

const nextPorts = 30;

async function listen(net: NetServer, { address, port, orNext }: ServerParts): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        net.once('error', reject);
        net.listen(port === 0 ? 0 : port + tried, address, () => {
          net.off('error', reject);
          resolve();
        });
      });
      break;
    } catch (error) {
      if (!orNext || tried >= nextPorts || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  const bound = net.address();
  return typeof bound === 'object' && bound ? bound.port : port;
}

/** A folder for what is being uploaded, for nobody's eyes but the hub's. What processes that are gone left there is removed. */
async function ownSpool(spoolDir: string): Promise<string> {
  await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  for (const name of await readdir(spoolDir)) {
    const [, pid] = /^sftp-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(spoolDir, name), { recursive: true, force: true });
  }
  const own = join(spoolDir, `sftp-${process.pid}-${Date.now()}`);
  await mkdir(own, { mode: 0o700 });
  return own;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
