import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CodedError } from '../domain/errors.ts';

/** How much one caller may ask of one process; 0 switches a limit off. */
export interface LimitSettings {
  /** Requests to the inbox with one API key. */
  readonly inboxPerSecond: number;
  /** Any other requests with one API key. */
  readonly keyRequestsPerSecond: number;
  /** Attempts to sign in from one address, good or bad: each costs a slow hash. */
  readonly signInsPerMinute: number;
  /** Wrong passwords for one e-mail address from one address, in a quarter of an hour. */
  readonly signInFailures: number;
}

export const defaultLimits: LimitSettings = {
  inboxPerSecond: 2000,
  keyRequestsPerSecond: 200,
  signInsPerMinute: 120,
  signInFailures: 10,
};

export interface Limits {
  /** Each throws `http.too-many-requests` when the limit is used up. */
  inbox(keyId: string): Promise<void>;
  keyRequest(keyId: string): Promise<void>;
  signIn(address: string): Promise<void>;
  /** Before the password is looked at. */
  signInAllowed(address: string, email: string): Promise<void>;
  signInFailed(address: string, email: string): Promise<void>;
  signInSucceeded(address: string, email: string): Promise<void>;
}

/** Counters in memory, per process. */
export function makeLimits(settings: LimitSettings): Limits {
  const perKey = counter(settings.inboxPerSecond, 1);
  const others = counter(settings.keyRequestsPerSecond, 1);
  const attempts = counter(settings.signInsPerMinute, 60);
  const failures = counter(settings.signInFailures, 15 * 60);
  // The pair, not the e-mail address alone: nobody may lock others out by guessing wrong on purpose.
  const pair = (address: string, email: string) => `${address} ${email.toLowerCase()}`;
  return {
    inbox: (keyId) => consume(perKey, keyId),
    keyRequest: (keyId) => consume(others, keyId),
    signIn: (address) => consume(attempts, address),
    signInAllowed: async (address, email) => {
      const used = await failures?.get(pair(address, email));
      if (used && used.remainingPoints <= 0) throw tooMany(used);
    },
    signInFailed: async (address, email) => {
      await failures?.penalty(pair(address, email));
    },
    signInSucceeded: async (address, email) => {
      await failures?.delete(pair(address, email));
    },
  };
}

function counter(points: number, duration: number): RateLimiterMemory | undefined {
  return points > 0 ? new RateLimiterMemory({ points, duration }) : undefined;
}

async function consume(limiter: RateLimiterMemory | undefined, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (used) {
    throw used instanceof RateLimiterRes ? tooMany(used) : used;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): CodedError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new CodedError('http.too-many-requests', {
    retryAfterSeconds,
    detail: `Wait ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'} and send the same again.`,
  });
}
