import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { natsWay } from '../channels/broker/nats.ts';
import { openEgress } from '../channels/egress.ts';
import type { Surroundings } from '../channels/surroundings.ts';
import { type Limits, usualLimits } from '../domain/limits.ts';
import { namesUser } from '../store/logins.ts';
import { ConfigError } from './config-error.ts';
import { type IdentityConfig, readIdentity } from './identity-config.ts';
import { type LimitValues, readLimits } from './limit-settings.ts';

export const roles = ['api', 'worker'] as const;
export type Role = (typeof roles)[number];

/** Everything that the environment decides, read once. */
export interface Config {
  readonly port: number;
  /** Address to listen on; all of them unless HOST says otherwise. */
  readonly host: string;
  /** Your own PostgreSQL; undefined means the embedded one. With a user in it, that is the owner of the tables. */
  readonly databaseUrl: string | undefined;
  /** The same database with its owner's login, for migrations and nothing else; undefined where this process has not got it. */
  readonly ownerUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** NATS servers that every event is handed to; none where it is undefined. Holds a login. */
  readonly natsUrl: string | undefined;
  readonly roles: readonly Role[];
  /** Where the API of this hub answers, for the twin; a worker on another machine needs it. */
  readonly baseUrl: string;
  /** The address was given and is not the port's own. */
  readonly givenUrl: boolean;
  readonly limits: Limits & LimitValues;
  /** Cookies are `Secure` however the browser came; else when it came by https. */
  readonly secureCookies: boolean;
  /** Number of proxies in front, for the client's address. */
  readonly trustProxy: number;
  /** The Odoo twin answers callers of other machines as well. */
  readonly twinRemote: boolean;
  readonly demo: boolean;
  /** Folders of this machine below which endpoints of the channel `folder` may be. */
  readonly folders: readonly string[];
  /** Networks besides the public ones that endpoints of partners may be in. */
  readonly privateNetworks: readonly string[];
  /** Ports of channels that listen by themselves. */
  readonly ports: Surroundings['ports'];
  /** How people come in, and how mails go out. */
  readonly identity: IdentityConfig;
  /** How many people approve a go-live. */
  readonly approvals: number;
  /** How often Odoo is asked for released transfers. */
  readonly feedEveryMs: number;
  readonly logLevel: string;
  readonly maxConnections: number;
}

export { ConfigError };

function number(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`);
  return value;
}

/** As said, or else when the address of the hub is one of https. */
function secureCookies({ CROSSDOCK_SECURE_COOKIES: said, CROSSDOCK_URL: url }: NodeJS.ProcessEnv): boolean {
  return said ? said === '1' : /^https:/i.test(url?.trim() ?? '');
}

/** Reads the configuration. @throws ConfigError when a value cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv, wantedRoles: readonly string[] = roles): Config {
  const unknown = wantedRoles.filter((role) => !roles.some((known) => known === role));
  if (unknown.length > 0)
    throw new ConfigError(`There is no role ${unknown.join(', ')}; the roles are ${roles.join(' and ')}.`);
  const port = number(env, 'PORT', 8080, 0, 65_535);
  const limits = readLimits((name, fallback, min, max) => number(env, name, fallback, min, max));
  const givenOwner = env.DATABASE_OWNER_URL?.trim() || undefined;
  const databaseUrl = env.DATABASE_URL?.trim() || givenOwner;
  const demo = env.CROSSDOCK_DEMO ? env.CROSSDOCK_DEMO === '1' : databaseUrl === undefined;
  return {
    port,
    host: env.HOST?.trim() || '0.0.0.0',
    databaseUrl,
    ownerUrl: givenOwner ?? (databaseUrl && namesUser(databaseUrl) ? databaseUrl : undefined),
    redisUrl: env.REDIS_URL?.trim() || undefined,
    natsUrl: natsUrl(env),
    roles: roles.filter((role) => wantedRoles.includes(role)),
    baseUrl: env.CROSSDOCK_URL?.trim() || `http://127.0.0.1:${port}`,
    givenUrl: Boolean(env.CROSSDOCK_URL?.trim()),
    limits: { ...limits, findings: { ...usualLimits.findings, document: limits.listedFindings } },
    secureCookies: secureCookies(env),
    twinRemote: env.CROSSDOCK_TWIN_REMOTE === '1',
    trustProxy: number(env, 'CROSSDOCK_TRUST_PROXY', 0, 0, 10),
    demo,
    folders: foldersOf(env),
    // The partners of the demo are on this machine.
    privateNetworks: demo && env.CROSSDOCK_PRIVATE_NETWORKS === undefined ? loopback : privateNetworksOf(env),
    ports: { ...sftpPortOf(env, demo), as2: portOf(env, 'AS2_PORT') },
    identity: readIdentity(env, demo),
    approvals: number(env, 'CROSSDOCK_APPROVALS', 2, 0, 5),
    feedEveryMs: number(env, 'CROSSDOCK_FEED_SECONDS', 5, 1, 3600) * 1000,
    logLevel: env.LOG_LEVEL?.trim() || (databaseUrl ? 'info' : 'warn'),
    maxConnections: number(env, 'CROSSDOCK_CONNECTIONS', 16, 4, 200),
  };
}

const demoSftpPort = 2222;
/** @throws ConfigError that does not repeat the address: a login may stand in it */
function natsUrl({ NATS_URL: said }: NodeJS.ProcessEnv): string | undefined {
  const url = said?.trim();
  if (!url) return undefined;
  try {
    natsWay(url);
  } catch {
    throw new ConfigError('NATS_URL must be such as nats://host:4222 or tls://user:password@host:4222.');
  }
  return url;
}

const loopback = ['127.0.0.0/8', '::1'] as const;

const portOf = (env: NodeJS.ProcessEnv, name: string) =>
  env[name]?.trim() ? number(env, name, 0, 0, 65_535) : undefined;

/** In the demo there is an SFTP server unless SFTP_PORT says `off`; elsewhere there is none until it names a port. */
function sftpPortOf(env: NodeJS.ProcessEnv, demo: boolean): Surroundings['ports'] {
  const given = env.SFTP_PORT?.trim().toLowerCase();
  if (given === 'off') return {};
  const port = portOf(env, 'SFTP_PORT');
  return port === undefined && demo ? { sftp: demoSftpPort, sftpOrNext: true } : { sftp: port };
}

/** Networks that the operator allows endpoints of partners to be in: `10.1.0.0/16`, several with a comma. @throws ConfigError */
export function privateNetworksOf({ CROSSDOCK_PRIVATE_NETWORKS: said }: NodeJS.ProcessEnv): readonly string[] {
  const networks = listOf(said ?? '', ',');
  try {
    openEgress(networks);
  } catch (error) {
    throw new ConfigError(`CROSSDOCK_PRIVATE_NETWORKS: ${(error as Error).message}`);
  }
  return networks;
}

/** Folders whose files endpoints may be: whole paths, several with `:` between them. @throws ConfigError */
export function foldersOf({ CROSSDOCK_FOLDERS: said }: NodeJS.ProcessEnv): readonly string[] {
  const folders = listOf(said ?? '', ':');
  const wrong = folders.find((one) => !isAbsolute(one) || resolve(one) === '/');
  if (wrong !== undefined)
    throw new ConfigError(
      `CROSSDOCK_FOLDERS holds "${wrong}"; it must name whole paths, such as /srv/edi, and not / itself.`,
    );
  return folders.map((one) => resolve(one));
}

/**
 * Keys that encrypt secrets at rest: CROSSDOCK_KEYS (base64, newest first, comma separated), or a file in the home that is made at the first start.
 * @throws ConfigError when one of them is no key.
 */
export function secretKeys(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  const given = listOf(env.CROSSDOCK_KEYS ?? '', ',');
  const file = join(home, 'keys');
  const keys = given.length > 0 ? given : listOf(keyFile(file), '\n');
  if (keys.length > 0 && keys.every((key) => Buffer.from(key, 'base64').byteLength === 32)) return keys;
  throw new ConfigError(
    `${given.length > 0 ? 'CROSSDOCK_KEYS' : file} must hold keys of 32 bytes in base64: make one with \`openssl rand -base64 32\`.`,
  );
}

/** Whether there are keys already, so that none need to be made. */
export const hasSecretKeys = (env: NodeJS.ProcessEnv, home: string): boolean =>
  Boolean(env.CROSSDOCK_KEYS?.trim()) || existsSync(join(home, 'keys'));

const listOf = (text: string, separator: string) =>
  text
    .split(separator)
    .map((key) => key.trim())
    .filter(Boolean);

/** Reads the file, made first where it is missing: whole or not at all, since several processes may start on one home. */
function keyFile(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8');
}
