import { CodedError } from '../domain/errors.ts';
import type { SessionCaller } from './caller.ts';

/** @throws CodedError `http.forbidden` for a partner's user */
export function teamOnly(caller: SessionCaller, what: string): void {
  if (caller.side !== 'team')
    throw new CodedError('http.forbidden', { detail: `Only the integration team may ${what}.` });
}

/** @throws CodedError `http.forbidden` for a partner's user, and for one of the team who may only look */
export function teamMayChange(caller: SessionCaller, what: string): void {
  teamOnly(caller, what);
  if (caller.role === 'viewer')
    throw new CodedError('http.forbidden', { detail: 'Your role lets you look, not change.' });
}
