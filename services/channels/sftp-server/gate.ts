import type { Socket } from 'node:net';
import type { ServerLimits } from './limits.ts';

/** A connection, from the moment that it is there. */
export interface Visit {
  readonly socket: Socket;
  readonly address: string;
  /** Somebody has logged in. */
  logIn(): void;
  /** A proof was wrong. @returns whether that was once too often */
  refuse(): boolean;
}

interface Caller {
  open: number;
  strangers: number;
  failures: number;
  failingSince: number;
}

const mostCallers = 10_000;

/** Lets connections in, as many as the limits allow of each address, and ends those that nobody logs in on. */
export class Gate {
  readonly #limits: ServerLimits;
  readonly #ticks: () => number;
  readonly #callers = new Map<string, Caller>();
  readonly #visits = new Set<Visit>();
  #strangers = 0;

  constructor(limits: ServerLimits, ticks: () => number) {
    this.#limits = limits;
    this.#ticks = ticks;
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
    const visit: Visit = {
      socket,
      address,
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
      if (isStranger) this.#fail(caller);
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
    const { strangers, strangersPerAddress, connectionsPerAddress, failuresPerAddress } = this.#limits;
    return (
      this.#strangers < strangers &&
      caller.strangers < strangersPerAddress &&
      caller.open < connectionsPerAddress &&
      this.#recent(caller) < failuresPerAddress
    );
  }

  #recent(caller: Caller): number {
    if (this.#ticks() - caller.failingSince > this.#limits.failuresMs) caller.failures = 0;
    return caller.failures;
  }

  #fail(caller: Caller): void {
    if (this.#recent(caller) === 0) caller.failingSince = this.#ticks();
    caller.failures += 1;
  }

  #callerAt(address: string | undefined): Caller | undefined {
    if (address === undefined) return undefined;
    const known = this.#callers.get(address);
    if (known) return known;
    if (this.#callers.size >= mostCallers) this.#forgetIdle();
    if (this.#callers.size >= mostCallers) return undefined;
    const caller: Caller = { open: 0, strangers: 0, failures: 0, failingSince: Number.NEGATIVE_INFINITY };
    this.#callers.set(address, caller);
    return caller;
  }

  #forgetIdle(): void {
    for (const [address, caller] of this.#callers)
      if (caller.open === 0 && this.#recent(caller) === 0) this.#callers.delete(address);
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
