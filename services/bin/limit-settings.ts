import { usualLimits } from '../domain/limits.ts';

/** A limit that the operator may set, in the unit of its variable. */
interface Setting {
  readonly env: string;
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  /** What one unit of the variable is in the value: bytes of a megabyte, milliseconds of a second. */
  readonly unit: number;
  /** For `start --help`. */
  readonly help: string;
}

const mb = 1024 * 1024;
const second = 1000;
const day = 86_400_000;
const many = 1_000_000_000;

const count = (env: string, fallback: number, help: string): Setting => ({
  env,
  fallback,
  min: 0,
  max: many,
  unit: 1,
  help,
});
/** A count that cannot be switched off. */
const ceiling = (env: string, fallback: number, help: string): Setting => ({ ...count(env, fallback, help), min: 1 });
const megabytes = (env: string, fallback: number, help: string, min = 0): Setting => ({
  env,
  fallback,
  min,
  max: 1024 * 1024,
  unit: mb,
  help,
});
const seconds = (env: string, fallback: number, help: string): Setting => ({
  env,
  fallback,
  min: 1,
  max: 3600,
  unit: second,
  help,
});

/** Every limit: its variable, what it is unless set, and what to tell about it. 0 switches one off where 0 is allowed. */
export const limitSettings = {
  bodyLimitBytes: { ...megabytes('CROSSDOCK_BODY_LIMIT_MB', 50, 'largest body of the inbox', 1), max: 1024 },
  inFlightBytes: megabytes(
    'CROSSDOCK_IN_FLIGHT_MB',
    256,
    'memory for all request bodies under way; a partner gets half',
    1,
  ),
  bodyMs: seconds('CROSSDOCK_BODY_SECONDS', 120, 'time for a body to arrive'),
  requestMs: seconds('CROSSDOCK_REQUEST_SECONDS', 30, 'time for an answer once the body is there'),
  screenTimeoutMs: seconds('CROSSDOCK_SCREEN_SECONDS', 10, 'time for one look-up of a screen'),
  backlogDocuments: count('CROSSDOCK_BACKLOG', 50_000, 'documents that may wait for translation'),
  partnerBacklogDocuments: count('CROSSDOCK_PARTNER_BACKLOG', 20_000, 'the same for one partner'),
  backlogBytes: megabytes('CROSSDOCK_BACKLOG_MB', 4096, 'their size together'),
  partnerBacklogBytes: megabytes('CROSSDOCK_PARTNER_BACKLOG_MB', 2048, 'the same for one partner'),
  warnFreeBytes: megabytes('CROSSDOCK_WARN_FREE_MB', 2048, 'free disk below which the team is warned'),
  minFreeBytes: megabytes('CROSSDOCK_MIN_FREE_MB', 512, 'free disk below which the inbox refuses'),
  inboxPerSecond: count('CROSSDOCK_RATE_PER_SECOND', 2000, 'requests per second and API key'),
  keyAtOnce: count('CROSSDOCK_KEY_AT_ONCE', 64, 'requests at the same time with one API key; three times as many wait'),
  sessionRequestsPerSecond: count('CROSSDOCK_SESSION_RATE_PER_SECOND', 50, 'requests per second and person'),
  sessionAtOnce: count(
    'CROSSDOCK_SESSION_AT_ONCE',
    4,
    'screens of one partner at the same time; four times as many wait',
  ),
  keyLifeMs: {
    ...count('CROSSDOCK_KEY_DAYS', 365, 'days that a new API key is good for'),
    ...{ min: 1, max: 3650, unit: day },
  },
  exchangeMs: {
    ...count('CROSSDOCK_EXCHANGE_DAYS', 90, 'days that the log of endpoints is kept, receipts (MDN) with it'),
    ...{ max: 36_500, unit: day },
  },
  signInFailures: count(
    'CROSSDOCK_SIGN_IN_TRIES',
    10,
    'tries to sign in to an account from one address, or one known device, in 15 minutes',
  ),
  accountFailures: count('CROSSDOCK_ACCOUNT_TRIES', 30, 'the same from all unknown devices together, in 5 minutes'),
  listedFindings: {
    ...count(
      'CROSSDOCK_LISTED_FINDINGS',
      10_000,
      'findings of a document that each check lists; all are counted and judged',
    ),
    min: 100,
    max: 1_000_000,
  },
  interchanges: ceiling(
    'CROSSDOCK_MAX_INTERCHANGES',
    usualLimits.interchanges,
    'interchanges of a document; one that holds more is refused as a whole',
  ),
  sets: ceiling('CROSSDOCK_MAX_SETS', usualLimits.sets, 'the same for transaction sets'),
  events: ceiling('CROSSDOCK_MAX_EVENTS', usualLimits.events, 'the same for events made of it'),
  eventBytes: {
    ...count('CROSSDOCK_MAX_EVENT_KB', usualLimits.eventBytes / 1024, 'size of one event with its provenance'),
    ...{ min: 1, max: 64 * 1024, unit: 1024 },
  },
  largeBytes: {
    ...count('CROSSDOCK_LARGE_KB', usualLimits.largeBytes / 1024, 'size from which a document is translated apart'),
    ...{ min: 1, max: 1024 * 1024, unit: 1024 },
  },
  largeHeapBytes: megabytes('CROSSDOCK_LARGE_HEAP_MB', 512, 'heap of the process that translates one apart', 64),
  largeMs: { ...seconds('CROSSDOCK_LARGE_SECONDS', 900, 'time for the translation of one apart'), max: 86_400 },
} as const satisfies Record<string, Setting>;

export type LimitName = keyof typeof limitSettings;
/** Bytes, milliseconds and counts. */
export type LimitValues = { readonly [Name in LimitName]: number };

/** Reads every limit. @param number reads a whole number from the environment. */
export function readLimits(number: (name: string, fallback: number, min: number, max: number) => number): LimitValues {
  const entries = Object.entries<Setting>(limitSettings).map(([name, { env, fallback, min, max, unit }]) => [
    name,
    number(env, fallback, min, max) * unit,
  ]);
  return Object.fromEntries(entries) as LimitValues;
}

/** The lines of `start --help` about limits. */
export function limitsHelp(): string {
  const lines = Object.values<Setting>(limitSettings).map(
    ({ env, help, fallback, min }) => `  ${env.padEnd(34)}${help} (${fallback}${min === 0 ? '; 0: no limit' : ''})`,
  );
  return lines.join('\n');
}
