import { type Logger, pino } from 'pino';

/** What the log has of an error. */
interface BriefError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: BriefError;
  /** The first few of several. */
  readonly errors?: readonly BriefError[];
}

// An error of the database carries the statement and its values in its message and in fields of its own: a document at full length, and a partner's data.
const messageLength = 1000;
const stackLines = 12;
const errorsShown = 5;
const deepest = 3;

/** An error as the log has it: its message cut in the middle, the places of its stack, and no other field but its code. */
export function briefError(error: unknown, depth = 0): BriefError {
  if (!(error instanceof Error)) return { type: typeof error, message: cut(String(error)) };
  const { code } = error as { code?: unknown };
  // The message stands before the places, at its full length.
  const places = error.stack
    ?.slice(-messageLength * 3)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  const inner = error instanceof AggregateError ? error.errors.slice(0, errorsShown) : [];
  return {
    type: error.name,
    message: cut(error.message),
    ...(code === undefined ? {} : { code: cut(String(code)) }),
    ...(places === undefined ? {} : { stack: cut(places.slice(0, stackLines).join('\n')) }),
    ...(error.cause === undefined || depth >= deepest ? {} : { cause: briefError(error.cause, depth + 1) }),
    ...(inner.length === 0 || depth >= deepest ? {} : { errors: inner.map((one) => briefError(one, depth + 1)) }),
  };
}

/** The beginning and the end of a text: what went wrong stands behind the statement in an error of the database. */
function cut(text: string): string {
  if (text.length <= messageLength) return text;
  const half = messageLength / 2;
  return `${text.slice(0, half)} … ${text.length - messageLength} characters … ${text.slice(-half)}`;
}

/** The log of a process: structured, without payloads, its lines of a bounded length. */
export function openLog(level: string): Logger {
  return pino({
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie'],
    serializers: { err: (error: unknown) => briefError(error) },
  });
}
