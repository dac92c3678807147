import { type ErrorCode, type ErrorEntry, type ErrorOwner, errorCatalogue } from './error-catalogue.ts';
import type { Finding } from './finding.ts';

/** A place in a request that does not fit. */
export interface ValidationIssue {
  /** Such as `query/limit` or `body/email`. */
  readonly place: string;
  readonly message: string;
  /** JSON pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  /** Byte of the body. */
  readonly offset?: number;
}

export interface ErrorDetail {
  /** What happened and what to do, for the caller's eyes; the catalogue's remedy unless given. */
  readonly detail?: string;
  readonly errors?: readonly ValidationIssue[];
  /** How many places more there are than `errors` names. */
  readonly errorsLeftOut?: number;
  readonly retryAfterSeconds?: number;
  /** Methods that the address takes. */
  readonly allow?: readonly string[];
  readonly cause?: unknown;
}

/** An operational failure with a stable code. `message` is for the log, `more.detail` for the public. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly more: ErrorDetail;

  constructor(code: ErrorCode, more: ErrorDetail = {}) {
    super(`${code}: ${more.detail ?? errorCatalogue[code].meaning}`, { cause: more.cause });
    this.code = code;
    this.more = more;
  }
}

/** A document that was stored but is none that the hub reads: the finding says what it is. */
export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
  readonly finding: Pick<Finding, 'code' | 'explanation'>;
  readonly documentId: string;

  constructor(finding: Pick<Finding, 'code' | 'explanation'>, documentId: string) {
    super(`${finding.code}: document ${documentId}`);
    this.finding = finding;
    this.documentId = documentId;
  }
}

/** What an error means to everybody who asks. */
export interface ClassifiedError {
  readonly http: {
    readonly status: number;
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly documentId?: string;
    readonly errors?: readonly ValidationIssue[];
    readonly errorsLeftOut?: number;
    readonly retryAfterSeconds?: number;
    readonly allow?: readonly string[];
  };
  readonly retry: 'later' | 'never';
  readonly owner: ErrorOwner;
  /** `error` never happens in a healthy system. */
  readonly logLevel: 'debug' | 'error';
}

/** Decides what any thrown value means: HTTP answer, retry, owner and log level. Never shows the text of an unforeseen error. */
export function classifyError(error: unknown): ClassifiedError {
  if (error instanceof CodedError) return classified(error.code, error.more);
  if (error instanceof RefusedDocument) return refused(error);
  return classified(codeOfForeign(error), {});
}

/** Places that a problem names; the rest are counted, and none of them is less of a fault for it. */
const mostErrors = 100;

// Long enough that whoever waits it out takes no part in what is going on now.
const retryUnavailableAfterSeconds = 5;

function classified(code: ErrorCode, more: ErrorDetail): ClassifiedError {
  const { status, title, remedy, retry, owner, onPurpose }: ErrorEntry = errorCatalogue[code];
  const { allow, retryAfterSeconds = status === 503 ? retryUnavailableAfterSeconds : undefined } = more;
  const errors = more.errors?.slice(0, mostErrors);
  const errorsLeftOut = (more.errorsLeftOut ?? 0) + (more.errors?.length ?? 0) - (errors?.length ?? 0);
  return {
    http: {
      status,
      code,
      title,
      detail: more.detail ?? remedy,
      ...(errors && { errors }),
      ...(errorsLeftOut > 0 && { errorsLeftOut }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      ...(allow && { allow }),
    },
    retry,
    owner,
    logLevel: status >= 500 && !onPurpose ? 'error' : 'debug',
  };
}

/** What is not a matter of what was agreed. */
const refusals: Readonly<Record<string, { readonly status: number; readonly title: string }>> = {
  'document.encoding': { status: 422, title: 'The document is in another encoding' },
  'document.too-large': { status: 413, title: 'The document is too large' },
};

function refused({ finding, documentId }: RefusedDocument): ClassifiedError {
  const detail = `${finding.explanation} The bytes were kept as document ${documentId}.`;
  const { status, title } = refusals[finding.code] ?? {
    ...{ status: 422 },
    title: finding.code.startsWith('x12.') ? 'The document is not X12' : 'The document is not agreed',
  };
  const http = { status, code: finding.code, title, detail, documentId };
  return { http, retry: 'never', owner: 'sender', logLevel: 'debug' };
}

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'ENOENT']);

/** What other people's errors mean: those of the database by SQLSTATE (class 08 connection, 53 resources, 57P shutdown, 57014 statement time-out) or system code. */
function codeOfForeign(error: unknown): ErrorCode {
  if (!(error instanceof Error)) return 'hub.internal';
  const code = 'code' in error ? String(error.code) : '';
  if (code === '40001' || code === '40P01' || code === '55P03') return 'store.busy';
  if (code === '57014') return 'store.too-slow';
  if (/^(08...|53...|57P0[1-5])$/.test(code) || away.has(code)) return 'store.unavailable';
  if (error.name === 'KnexTimeoutError') return 'store.unavailable';
  // pg has no code for a connection that ended under a statement, or that could not be had in time; knex puts the statement before it.
  if (
    /(?:^| - )(?:Connection terminated|timeout (?:exceeded|expired)|Client (?:has encountered a connection|was closed))/.test(
      error.message,
    )
  )
    return 'store.unavailable';
  return 'hub.internal';
}
