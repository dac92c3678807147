import type { Socket } from 'node:net';
import { Failures } from './failures.ts';
import type { ServerLimits } from './limits.ts';

/** A connection, from the moment that it is there. */
export interface Visit {
  readonly socket: Socket;
  readonly address: string;
  /** It has to wait so long before it is spoken with, because too much from its address has come to nothing. */
  readonly pauseMs: number;
  /** Somebody has logged in. */
  logIn(): void;
  /** A proof was wrong. @returns whether that was once too often */
  refuse(): boolean;
}

interface Caller {
  open: number;
  strangers: number;
}

const mostCallers = 10_000;
const slowMs = 1000;

/** Lets connections in, as many as the limits allow of each address, and ends those that nobody logs in on. */
export class Gate {
  readonly #limits: ServerLimits;
  readonly #failures: Failures;
  readonly #callers = new Map<string, Caller>();
  readonly #visits = new Set<Visit>();
  #strangers = 0;

  constructor(limits: ServerLimits, ticks: () => number) {
    this.#limits = limits;
    this.#failures = new Failures(limits.failuresMs, ticks);
  }

  /** @returns undefined when the connection was ended at once */
  enter(socket: Socket): Visit | undefined {
    const address = plainAddress(socket.remoteAddress);
    const caller = this.#callerAt(address);
    if (address === undefined || !caller || !this.#mayEnter(caller)) {
      socket.destroy();
      return undefined;
    }
    caller.open += 1;
    caller.strangers += 1;
    this.#strangers += 1;
    let isStranger = true;
    let tries = 0;
    const known = () => {
      if (!isStranger) return;
      isStranger = false;
      caller.strangers -= 1;
      this.#strangers -= 1;
    };
    const grace = setTimeout(() => socket.destroy(), this.#limits.logInMs);
    const isSlow = this.#failures.of(address) >= this.#limits.failuresPerAddress;
    const visit: Visit = {
      ...{ socket, address, pauseMs: isSlow ? slowMs : 0 },
      logIn: () => {
        clearTimeout(grace);
        known();
        socket.setTimeout(this.#limits.idleMs, () => socket.destroy());
      },
      refuse: () => {
        tries += 1;
        return tries >= this.#limits.triesPerConnection;
      },
    };
    this.#visits.add(visit);
    socket.once('close', () => {
      clearTimeout(grace);
      // However many keys a program has tried: it was one that did not get in.
      if (isStranger) this.#failures.add(address);
      known();
      caller.open -= 1;
      this.#visits.delete(visit);
    });
    return visit;
  }

  closeAll(): void {
    for (const { socket } of this.#visits) socket.destroy();
  }

  #mayEnter(caller: Caller): boolean {
    const { strangers, strangersPerAddress, connectionsPerAddress } = this.#limits;
    return this.#strangers < strangers && caller.strangers < strangersPerAddress && caller.open < connectionsPerAddress;
  }

  #callerAt(address: string | undefined): Caller | undefined {
    if (address === undefined) return undefined;
    const known = this.#callers.get(address);
    if (known) return known;
    if (this.#callers.size >= mostCallers) this.#forgetIdle();
    if (this.#callers.size >= mostCallers) return undefined;
    const caller: Caller = { open: 0, strangers: 0 };
    this.#callers.set(address, caller);
    return caller;
  }

  #forgetIdle(): void {
    for (const [address, caller] of this.#callers) if (caller.open === 0) this.#callers.delete(address);
  }
}

/** IPv4 addresses as such, also where the socket speaks IPv6; of IPv6 the network that one customer has. */
function plainAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const [front, back] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const middle = plain.includes('::') ? Array<string>(8 - front.length - back.length).fill('0') : [];
  return `${[...front, ...middle, ...back].slice(0, 4).join(':')}::/64`;
}
