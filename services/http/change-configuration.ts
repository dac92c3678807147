import { CodedError } from '../domain/errors.ts';
import { faultText } from '../domain/language/fault.ts';
import { UnusableConfiguration } from '../flows/compile-once.ts';
import type { Context } from '../flows/context.ts';
import { ReleaseRefused, type ReleaseTools } from '../flows/releases.ts';
import type { Tx } from '../store/database.ts';
import { partnerNames } from '../store/partners.ts';
import type { SessionCaller } from './caller.ts';

/**
 * Changes what is agreed with partners, in one transaction.
 * @throws CodedError `http.conflict` for what is refused, `http.request-invalid` with every fault of a configuration that cannot be used
 */
export async function changeConfiguration<T>(
  context: Context,
  work: (tx: Tx, tools: ReleaseTools) => Promise<T>,
): Promise<T> {
  const { catalog, newId, now } = context;
  try {
    return await context.db.scoped('*', (tx) => work(tx, { standards: catalog.standards, newId, now }));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What is refused, as the contract answers it; everything else as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof ReleaseRefused) return new CodedError('http.conflict', { detail: error.message, cause: error });
  if (!(error instanceof UnusableConfiguration)) return error;
  const errors = error.faults.map((fault) => ({ place: `configuration/${fault.file}`, message: faultText(fault) }));
  return new CodedError('http.request-invalid', {
    ...{ errors, cause: error },
    detail: `The configuration cannot be used: ${errors.map(({ message }) => message).join(' ')}`,
  });
}

/** @throws CodedError `http.not-found` for an id that is no partner's */
export async function knownPartner(tx: Tx, id: string): Promise<string> {
  const name = (await partnerNames(tx, [id])).get(id);
  if (name === undefined) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  return name;
}

/** Does something for a partner that the caller sees; what it refuses is answered as the contract says. @throws CodedError `http.not-found` */
export async function ofSeenPartner<T>(
  { db }: Context,
  { visibility }: SessionCaller,
  orgId: string,
  work: () => Promise<T>,
): Promise<T> {
  await db.screens(visibility, (tx) => knownPartner(tx, orgId));
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}
