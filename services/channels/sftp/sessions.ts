import { hash } from 'node:crypto';
import { CodedError } from '../../domain/errors.ts';
import type { Egress } from '../egress.ts';
import { connect, type Session, unreachable } from './connect.ts';
import { wordsOf } from './remote.ts';
import type { SftpSettings } from './settings.ts';

// Long enough that a round of looking, fetching and moving uses one connection, and no longer.
const idleMs = 3000;

/** A connection that is being made or is there, and how many work in it. */
interface Shared {
  readonly opening: Promise<Session>;
  /** Once it is there. */
  session?: Session;
  users: number;
  /** Nobody else begins in it. */
  isSpent: boolean;
  timer?: NodeJS.Timeout;
}

/** Connections to the servers of partners: one for all that is done there at the same time and soon after, closed then. */
export class Sessions {
  readonly #shared = new Map<string, Shared>();
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
    const shared = this.#join(key, settings);
    shared.users += 1;
    clearTimeout(shared.timer);
    try {
      shared.session = await shared.opening;
      shared.session.wake();
      return await work(shared.session);
    } catch (error) {
      if (error instanceof CodedError) {
        this.#spend(key, shared);
        throw error;
      }
      // The server has said no, and the session is good.
      throw said(`${what}: ${wordsOf(error)}.`, error);
    } finally {
      shared.users -= 1;
      if (shared.session && shared.users === 0) this.#rest(key, shared, shared.session);
    }
  }

  #join(key: string, settings: SftpSettings): Shared {
    const found = this.#shared.get(key);
    if (found && (found.session?.isOpen ?? true)) return found;
    const made: Shared = { opening: connect(settings, this.#egress), users: 0, isSpent: false };
    this.#shared.set(key, made);
    return made;
  }

  #spend(key: string, shared: Shared): void {
    shared.isSpent = true;
    if (this.#shared.get(key) === shared) this.#shared.delete(key);
  }

  #rest(key: string, shared: Shared, session: Session): void {
    if (shared.isSpent || !session.isOpen) {
      this.#spend(key, shared);
      session.close();
      return;
    }
    shared.timer = setTimeout(() => {
      this.#spend(key, shared);
      session.close();
    }, idleMs);
    session.rest();
    shared.timer.unref();
  }
}

/** Whoever logs in to the same place with the same proof shares a connection. */
const keyOf = ({ host, port, user, privateKey, passphrase, password, hostKey }: SftpSettings): string =>
  hash('sha256', JSON.stringify([host, port, user, privateKey, passphrase, password, hostKey]));
