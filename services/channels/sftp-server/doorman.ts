import type { AuthContext } from 'ssh2';
import { CodedError } from '../../domain/errors.ts';
import type { Host, HostedEndpoint } from '../host.ts';
import { fingerprintOf } from '../ssh-fingerprint.ts';
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
  readonly #ticks: () => number;

  constructor(host: Host<SftpServerSettings>, ticks: () => number) {
    this.#host = host;
    this.#ticks = ticks;
  }

  async verify(proof: AuthContext, peer: string): Promise<Verdict> {
    const endpoints = await this.#host.endpoints();
    const endpoint = endpoints.find(({ settings }) => settings.user === proof.username);
    if (proof.method === 'password') {
      if (isPassword(endpoint?.settings, proof.password)) return { endpoint: endpoint!, method: 'password' };
      if (endpoint) await this.#note(endpoint, `Somebody came from ${peer} as ${proof.username} with a wrong password`);
      return 'refused';
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
    try {
      await this.#host.note(endpoint, { kind: 'session', direction: 'in', state: 'refused', summary });
    } catch (error) {
      // The log can wait; the answer must not.
      if (!(error instanceof CodedError)) throw error;
    }
  }
}

const keysOf = ({ settings }: Endpoint) => readKeys(settings.keys ?? '').keys;
