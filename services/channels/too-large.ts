import { CodedError } from '../domain/errors.ts';

/** The error for a document above the limit. */
export function tooLarge(limitBytes: number): CodedError {
  const limit = limitBytes >= 1_048_576 ? `${Math.floor(limitBytes / 1_048_576)} MB` : `${limitBytes} bytes`;
  return new CodedError('inbox.too-large', {
    detail: `The limit is ${limit}. Split the interchange, or send the files one by one.`,
  });
}
