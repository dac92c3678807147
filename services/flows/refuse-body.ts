import { CodedError, type ValidationIssue } from '../domain/errors.ts';

/** Refuses a request, with each place of it that does not fit. @throws CodedError `http.request-invalid`, unless there is none */
export function refuseBody(errors: readonly ValidationIssue[]): void {
  if (errors.length === 0) return;
  const detail = errors.map(({ place, message }) => `${place} ${message}${message.endsWith('.') ? '' : '.'}`).join(' ');
  throw new CodedError('http.request-invalid', { errors, detail });
}
