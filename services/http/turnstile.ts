import { CodedError } from '../domain/errors.ts';

interface Place {
  running: number;
  readonly queue: (() => void)[];
}

export interface Turnstile {
  /**
   * Waits for a turn. @returns what ends it.
   * @throws CodedError `http.too-many-requests` when too many wait already, or the signal's reason.
   */
  enter(who: string, signal?: AbortSignal): Promise<() => void>;
}

/** Lets `atOnce` requests of each caller run at a time and `waiting` more wait their turn; 0 at once is no limit. */
export function turnstile(atOnce: number, waiting: number): Turnstile {
  const places = new Map<string, Place>();
  const leave = (who: string, place: Place) => {
    const next = place.queue.shift();
    if (next) return next();
    place.running -= 1;
    if (place.running === 0) places.delete(who);
  };
  const once = (who: string, place: Place) => {
    let left = false;
    return () => {
      if (!left) leave(who, place);
      left = true;
    };
  };
  return {
    async enter(who, signal) {
      if (atOnce === 0) return () => undefined;
      const place = places.get(who) ?? { running: 0, queue: [] };
      places.set(who, place);
      if (place.running < atOnce) place.running += 1;
      else if (place.queue.length < waiting) await turn(place, signal);
      else
        throw new CodedError('http.too-many-requests', {
          retryAfterSeconds: 1,
          detail: 'Too many of your requests run at the same time. Wait for the answers, then send the same again.',
        });
      return once(who, place);
    },
  };
}

function turn({ queue }: Place, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const giveUp = () => {
    queue.splice(queue.indexOf(come), 1);
    reject(signal?.reason);
  };
  const come = () => {
    signal?.removeEventListener('abort', giveUp);
    resolve();
  };
  queue.push(come);
  signal?.addEventListener('abort', giveUp, { once: true });
  return promise;
}
