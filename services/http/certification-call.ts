import { CodedError } from '../domain/errors.ts';
import type { RunBy } from '../flows/certification/runs.ts';
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';

// What the operations of certification share.

export const runBy = ({ actor, by, side }: SessionCaller): RunBy => ({ actor, by, side });

/** Does something of the hub's for a partner that the caller sees. @throws CodedError `http.not-found` */
export async function forPartner<T>(
  { db }: Context,
  caller: SessionCaller,
  orgId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  try {
    return await db.scoped('*', work);
  } catch (error) {
    throw refusalOf(error);
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws CodedError `http.request-invalid` for what no list of ours gave away */
export function readRunCursor(text: string | undefined): string | undefined {
  if (text === undefined || uuid.test(text)) return text;
  const errors = [{ place: 'query/cursor', message: 'is not a cursor of this list' }];
  throw new CodedError('http.request-invalid', { errors, detail: 'query/cursor must be `next` of the page before.' });
}
