import { CodedError } from '../domain/errors.ts';
import type { RunBy } from '../flows/certification/runs.ts';
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import type { SessionCaller } from './caller.ts';
import { ofSeenPartner } from './change-configuration.ts';

// What the operations of certification share.

export const runBy = ({ actor, by, side }: SessionCaller): RunBy => ({ actor, by, side });

/** Does something of the hub's for a partner that the caller sees. @throws CodedError `http.not-found` */
export const forPartner = <T>(
  context: Context,
  caller: SessionCaller,
  orgId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => ofSeenPartner(context, caller, orgId, () => context.db.scoped('*', work));

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws CodedError `http.request-invalid` for what no list of ours gave away */
export function readRunCursor(text: string | undefined): string | undefined {
  if (text === undefined || uuid.test(text)) return text;
  const errors = [{ place: 'query/cursor', message: 'is not a cursor of this list' }];
  throw new CodedError('http.request-invalid', { errors, detail: 'query/cursor must be `next` of the page before.' });
}
