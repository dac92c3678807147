import type { Configuration } from '../domain/configuration/configuration.ts';
import { identitiesIn } from '../domain/configuration/identities-in.ts';
import type { Tx } from '../store/database.ts';
import type { Environment } from '../store/documents.ts';
import { draftsNaming, identityHolder } from '../store/releases.ts';

/**
 * Who among others has one of these identities already, in use or in a draft, which will be in use one day. Nobody else takes one until the transaction ends.
 */
export async function holderOf(
  tx: Tx,
  orgId: string,
  environment: Environment,
  identities: Configuration['identities'][Environment],
): Promise<{ readonly name: string; readonly identity: string } | undefined> {
  const inUse = await identityHolder(tx, orgId, environment, identities);
  if (inUse) return inUse;
  for (const { qualifier, isaId } of identities)
    for (const { name, head } of await draftsNaming(tx, orgId, isaId))
      if (identitiesIn(head)[environment].some((one) => one.qualifier === qualifier && one.isaId === isaId))
        return { name, identity: `${qualifier}/${isaId}` };
  return undefined;
}

/** Whether somebody else has one of these: all that a company may know of another one. */
export const isTaken = async (...of: Parameters<typeof holderOf>): Promise<boolean> =>
  (await holderOf(...of)) !== undefined;
