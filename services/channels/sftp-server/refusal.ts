import { CodedError } from '../../domain/errors.ts';

/** Status codes of SFTP version 3. */
export const status = {
  ...{ ok: 0, eof: 1, noSuchFile: 2, permissionDenied: 3, failure: 4, badMessage: 5, unsupported: 8 },
} as const;

/** An operation that a partner's program is told no for, with the reason in words. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(code: keyof typeof status, message: string) {
    super(message);
    this.status = status[code];
  }
}

export const denied = (message: string): Refusal => new Refusal('permissionDenied', message);
export const missing = (path: string): Refusal => new Refusal('noSuchFile', `There is no ${path}.`);

/** What a program is told of an error. Nothing of an unforeseen one is shown. */
export function answerTo(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof Refusal) return { status: error.status, message: error.message };
  if (error instanceof CodedError)
    return { status: status.failure, message: error.more.detail ?? `${error.message}. Send it again later.` };
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { status: status.failure, message: 'The disk of the hub is full. Send it again later.' };
  return { status: status.failure, message: 'Internal error. The operator of the hub finds it in the log.' };
}
