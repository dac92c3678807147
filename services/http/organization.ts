import { CodedError } from '../domain/errors.ts';
import type { Tx } from '../store/database.ts';
import { organizationExists } from '../store/partners.ts';

/** @throws CodedError `http.not-found` for an organisation that there is not, or that the caller does not see */
export async function knownOrganization(tx: Tx, id: string): Promise<void> {
  if (!(await organizationExists(tx, id)))
    throw new CodedError('http.not-found', { detail: 'No organisation has this id.' });
}
