import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CodedError } from '../domain/errors.ts';
import type { AdmissionSettings } from '../flows/admit.ts';
import type { Caller } from './caller.ts';
import type { SignInSettings } from './sign-in-guard.ts';
import { turnstile } from './turnstile.ts';

/** How much callers may ask of one process; 0 switches a limit off, but for bytes and times. */
export interface LimitSettings extends AdmissionSettings, SignInSettings {
  /** Requests to the inbox with one API key. */
  readonly inboxPerSecond: number;
  /** Any other requests with one API key. */
  readonly keyRequestsPerSecond: number;
  /** Requests with one API key that run at the same time; three times as many may wait. */
  readonly keyAtOnce: number;
  /** Requests of one person. */
  readonly sessionRequestsPerSecond: number;
  /** Requests of one organisation's people, or of one person of the integration team, that run at the same time; four times as many may wait. */
  readonly sessionAtOnce: number;
  /** Live streams of one person. */
  readonly streamsAtOnce: number;
  /** Attempts to sign in from one address, good or bad: each costs a slow hash. */
  readonly signInsPerMinute: number;
  /** Documents that somebody without an account looks at, from one address. */
  readonly looksPerMinute: number;
  /** Memory for all request bodies under way. One organisation gets half, or one body. */
  readonly inFlightBytes: number;
  /** How long a body may take to arrive. */
  readonly bodyMs: number;
  /** How long an answer may take once the body is there. */
  readonly requestMs: number;
}

const mb = 1024 * 1024;

export const defaultLimits: LimitSettings = {
  inboxPerSecond: 2000,
  keyRequestsPerSecond: 200,
  keyAtOnce: 64,
  sessionRequestsPerSecond: 50,
  sessionAtOnce: 4,
  streamsAtOnce: 20,
  signInsPerMinute: 120,
  looksPerMinute: 30,
  signInFailures: 10,
  accountFailures: 30,
  inFlightBytes: 256 * mb,
  bodyMs: 120_000,
  requestMs: 30_000,
  backlogDocuments: 50_000,
  partnerBacklogDocuments: 20_000,
  backlogBytes: 4096 * mb,
  partnerBacklogBytes: 2048 * mb,
  minFreeBytes: 512 * mb,
};

/** What a caller is told of a limit with each answer: `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers). */
export interface Allowance {
  /** What is counted together. */
  readonly name: 'inbox' | 'requests';
  readonly points: number;
  readonly seconds: number;
  readonly left: number;
  readonly resetSeconds: number;
  /** Present where the limit is used up: for how long. */
  readonly overMs?: number;
}

export interface Limits {
  /** Counts a request. @returns what is left of the limit; undefined where there is none */
  request(caller: Caller, toInbox: boolean): Promise<Allowance | undefined>;
  /** Counts a signed request of an endpoint as one to the inbox. Throws `http.too-many-requests`. */
  signed(endpointId: string): Promise<void>;
  /** Waits for the caller's turn. @returns what ends it. */
  turn(caller: Caller, signal: AbortSignal): Promise<() => void>;
  /** Throws `http.too-many-sign-ins`. */
  signIn(address: string): Promise<void>;
  /** Counts a look at a document by somebody without an account. Throws `http.too-many-requests`. */
  look(address: string): Promise<void>;
}

/** Counters in memory, per process. */
export function makeLimits(settings: LimitSettings): Limits {
  const inbox = counter(settings.inboxPerSecond, 1);
  const others = counter(settings.keyRequestsPerSecond, 1);
  const people = counter(settings.sessionRequestsPerSecond, 1);
  const keys = turnstile(settings.keyAtOnce, 3 * settings.keyAtOnce);
  const screens = turnstile(settings.sessionAtOnce, 4 * settings.sessionAtOnce);
  const attempts = counter(settings.signInsPerMinute, 60);
  const looks = counter(settings.looksPerMinute, 60);
  return {
    request: (caller, toInbox) =>
      caller.kind === 'session'
        ? consumed('requests', people, caller.userId)
        : consumed(toInbox ? 'inbox' : 'requests', toInbox ? inbox : others, caller.id),
    signed: async (endpointId) => {
      const { overMs } = (await consumed('inbox', inbox, endpointId)) ?? {};
      if (overMs !== undefined) throw tooMany(overMs);
    },
    look: async (address) => {
      const { overMs } = (await consumed('requests', looks, address)) ?? {};
      if (overMs !== undefined) throw tooMany(overMs);
    },
    turn: (caller, signal) => {
      if (caller.kind === 'key') return keys.enter(caller.id, signal);
      // A partner with many people has no more of the screens' connections than one with a single person.
      return screens.enter(caller.side === 'team' ? caller.userId : caller.orgId, signal);
    },
    signIn: async (address) => {
      const { overMs } = (await consumed('requests', attempts, address)) ?? {};
      if (overMs !== undefined) throw tooManySignIns(overMs, 'address');
    },
  };
}

function counter(points: number, duration: number): RateLimiterMemory | undefined {
  return points > 0 ? new RateLimiterMemory({ points, duration }) : undefined;
}

async function consumed(
  name: Allowance['name'],
  limiter: RateLimiterMemory | undefined,
  key: string,
): Promise<Allowance | undefined> {
  if (!limiter) return undefined;
  const of = { name, points: limiter.points, seconds: limiter.duration };
  try {
    const { remainingPoints: left, msBeforeNext } = await limiter.consume(key);
    return { ...of, left, resetSeconds: secondsOf(msBeforeNext) };
  } catch (used) {
    if (!(used instanceof RateLimiterRes)) throw used;
    return { ...of, left: 0, resetSeconds: secondsOf(used.msBeforeNext), overMs: used.msBeforeNext };
  }
}

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

function inWords(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return `${seconds} second${seconds === 1 ? '' : 's'}`;
}

/** The refusal of a caller whose limit is used up for so long. */
export function tooMany(forMs: number): CodedError {
  const retryAfterSeconds = secondsOf(forMs);
  return new CodedError('http.too-many-requests', {
    retryAfterSeconds,
    detail: `Wait ${inWords(retryAfterSeconds)} and send the same again.`,
  });
}

const countedOf = {
  account: 'for this account',
  device: 'for this account in this browser',
  address: 'from this network address',
} as const;

/** The refusal of one who wants to sign in. @param of what the tries are counted of. */
export function tooManySignIns(forMs: number, of: keyof typeof countedOf): CodedError {
  const retryAfterSeconds = secondsOf(forMs);
  const wait = inWords(retryAfterSeconds);
  return new CodedError('http.too-many-sign-ins', {
    retryAfterSeconds,
    detail: `There were too many tries to sign in ${countedOf[of]}. Wait ${wait}, then sign in again; until then the right password is refused as well. If the tries were not yours, tell the team that runs the hub.`,
  });
}
