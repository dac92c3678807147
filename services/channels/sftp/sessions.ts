import { hash } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import type { Egress } from '../egress.ts';
import { connect, type Session, unreachable } from './connect.ts';
import { wordsOf } from './remote.ts';
import type { SftpSettings } from './settings.ts';

// Long enough that a round of looking, fetching and moving uses one connection, and no longer.
const idleMs = 3000;

/** Connections to the servers of partners: one is used for what comes soon after another, and closed then. */
export class Sessions {
  readonly #idle = new Map<string, { readonly session: Session; readonly timer: NodeJS.Timeout }>();
  readonly #egress: Egress;

  constructor(egress: Egress) {
    this.#egress = egress;
  }

  /**
   * Does something in a session.
   * @param what said before what the server says, such as `945.x12 cannot be fetched`
   * @param said the error for what the server refuses; it is the session that is unreachable unless given
   * @throws CodedError
   */
  async use<T>(
    settings: SftpSettings,
    what: string,
    work: (session: Session) => Promise<T>,
    said: (detail: string, cause: unknown) => CodedError = unreachable,
  ): Promise<T> {
    if (settings.hostKey === undefined)
      throw unreachable('The host key of the server is not known yet. Test the endpoint: it is taken and fixed then.');
    const key = keyOf(settings);
    const session = this.#take(key) ?? (await connect(settings, this.#egress));
    try {
      const result = await work(session);
      this.#keep(key, session);
      return result;
    } catch (error) {
      if (error instanceof CodedError) {
        session.close();
        throw error;
      }
      // The server has said no, and the session is good.
      this.#keep(key, session);
      throw said(`${what}: ${wordsOf(error)}.`, error);
    }
  }

  #take(key: string): Session | undefined {
    const found = this.#idle.get(key);
    if (!found) return undefined;
    this.#idle.delete(key);
    clearTimeout(found.timer);
    if (!found.session.isOpen) return undefined;
    found.session.wake();
    return found.session;
  }

  #keep(key: string, session: Session): void {
    if (!session.isOpen || this.#idle.has(key)) {
      session.close();
      return;
    }
    const timer = setTimeout(() => {
      this.#idle.delete(key);
      session.close();
    }, idleMs);
    session.rest();
    timer.unref();
    this.#idle.set(key, { session, timer });
  }
}

/** Whoever logs in to the same place with the same proof shares a connection. */
const keyOf = ({ host, port, user, privateKey, passphrase, password, hostKey }: SftpSettings): string =>
  hash('sha256', JSON.stringify([host, port, user, privateKey, passphrase, password, hostKey]));
