import type { AuthContext } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';
import type { Host, HostedEndpoint } from '../host.ts';
import { fingerprintOf } from '../ssh-fingerprint.ts';
import { Failures } from './failures.ts';
import type { ServerLimits } from './limits.ts';
import { isPassword, readKeys, type SftpServerSettings } from './settings.ts';

export type Endpoint = HostedEndpoint<SftpServerSettings>;

/** Somebody who has proved who they are. */
export interface Admitted {
  readonly endpoint: Endpoint;
  readonly method: 'publickey' | 'password';
  /** Of the key. */
  readonly fingerprint?: string;
}

/** `asked`: a key would do, and its signature is to come. */
export type Verdict = Admitted | 'asked' | 'refused';

const methods = ['publickey', 'password'] as const;
export const offeredMethods = [...methods];
// Who tries a wrong key over and over fills no log.
const notedEveryMs = 60_000;

/** Decides who may log in. Whoever may not learns nothing: neither whether the name is one, nor which keys it has. */
export class Doorman {
  readonly #host: Host<SftpServerSettings>;
  readonly #noted = new Map<string, number>();
  readonly #limits: ServerLimits;
  readonly #failures: Failures;
  readonly #ticks: () => number;

  constructor(host: Host<SftpServerSettings>, limits: ServerLimits, ticks: () => number) {
    this.#host = host;
    this.#limits = limits;
    this.#failures = new Failures(limits.failuresMs, ticks);
    this.#ticks = ticks;
  }

  async verify(proof: AuthContext, peer: string): Promise<Verdict> {
    const endpoints = await this.#host.endpoints();
    const endpoint = endpoints.find(({ settings }) => settings.user === proof.username);
    if (proof.method === 'password') {
      return this.#verifyPassword(endpoint, proof, peer);
    }
    if (proof.method !== 'publickey') return 'refused';
    const fingerprint = fingerprintOf(proof.key.data);
    const known = endpoint && keysOf(endpoint).find((one) => one.fingerprint === fingerprint);
    if (!endpoint || !known) {
      if (proof.signature) return 'refused';
      await this.#noteKey(endpoints, { endpoint, fingerprint, user: proof.username, peer });
      return 'refused';
    }
    // An RSA key signs with SHA-1 unless something else is said.
    if (known.key.type === 'ssh-rsa' && proof.hashAlgo === undefined) return 'refused';
    if (!proof.signature || !proof.blob) return 'asked';
    if (known.key.verify(proof.blob, proof.signature, proof.hashAlgo) !== true) return 'refused';
    return { endpoint, method: 'publickey', fingerprint };
  }

  /** Passwords can be guessed: after too many wrong ones none is looked at for a while, of this user from there, or of anybody from there. Keys cannot. */
  async #verifyPassword(
    endpoint: Endpoint | undefined,
    { username, password }: { readonly username: string; readonly password: string },
    peer: string,
  ): Promise<Verdict> {
    const { failuresPerUser, failuresPerAddress, failuresMs } = this.#limits;
    const ofUser = `${peer} ${username}`;
    if (this.#failures.of(ofUser) >= failuresPerUser || this.#failures.of(peer) >= failuresPerAddress) return 'refused';
    if (isPassword(endpoint?.settings, password)) return { endpoint: endpoint!, method: 'password' };
    const [count, inAll] = [this.#failures.add(ofUser), this.#failures.add(peer)];
    if (!endpoint) return 'refused';
    const seconds = Math.round(failuresMs / 1000);
    if (count === failuresPerUser || inAll === failuresPerAddress)
      await this.#write(
        endpoint,
        count === failuresPerUser
          ? `${count} passwords of ${username} from ${peer} were wrong: passwords for this name from there are not looked at for up to ${seconds} seconds; a key is`
          : `${inAll} passwords from ${peer} were wrong, whosever they were: no password from there is looked at for up to ${seconds} seconds; keys are`,
      );
    else await this.#note(endpoint, `Somebody came from ${peer} as ${username} with a wrong password`);
    return 'refused';
  }

  /** Whether somebody who was admitted may stay. @returns the endpoint as it is now */
  async recheck({ endpoint, method, fingerprint }: Admitted, user: string): Promise<Endpoint | undefined> {
    const now = (await this.#host.endpoints()).find(({ id }) => id === endpoint.id);
    if (now?.settings.user !== user) return undefined;
    if (method === 'password') return now.settings.password === endpoint.settings.password ? now : undefined;
    return keysOf(now).some((one) => one.fingerprint === fingerprint) ? now : undefined;
  }

  /** A partner with a new key, or with a wrong name, is told nothing; their hub's team sees why. */
  async #noteKey(
    endpoints: readonly Endpoint[],
    {
      endpoint,
      fingerprint,
      user,
      peer,
    }: {
      readonly endpoint: Endpoint | undefined;
      readonly fingerprint: string;
      readonly user: string;
      readonly peer: string;
    },
  ): Promise<void> {
    if (endpoint)
      return this.#note(
        endpoint,
        `Somebody came from ${peer} as ${user} with the key ${fingerprint}, which is none of the endpoint's`,
      );
    const owner = endpoints.find((one) => keysOf(one).some((key) => key.fingerprint === fingerprint));
    if (owner)
      await this.#note(
        owner,
        `Somebody came from ${peer} with a key of the endpoint, but as ${user} and not as ${owner.settings.user}`,
      );
  }

  async #note(endpoint: Endpoint, summary: string): Promise<void> {
    const now = this.#ticks();
    if (now - (this.#noted.get(endpoint.id) ?? Number.NEGATIVE_INFINITY) < notedEveryMs) return;
    this.#noted.set(endpoint.id, now);
    await this.#write(endpoint, summary);
  }

  async #write(endpoint: Endpoint, summary: string): Promise<void> {
    try {
      await this.#host.note(endpoint, { kind: 'session', direction: 'in', state: 'refused', summary });
    } catch (error) {
      // The log can wait; the answer must not.
      if (!(error instanceof CodedError)) throw error;
    }
  }
}

const keysOf = ({ settings }: Endpoint) => readKeys(settings.keys ?? '').keys;
