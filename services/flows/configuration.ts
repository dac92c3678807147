import { type Configuration, type Identity, nothingAgreed } from '../domain/configuration/configuration.ts';
import { configurationFiles } from '../store/configurations.ts';
import type { Environment } from '../store/documents.ts';
import { type PartnerInUse, partnerInUse } from '../store/partners.ts';
import { compileOnce } from './compile-once.ts';
import type { Context } from './context.ts';
import { recent } from './recent.ts';

/** Which configuration a document is worked on with, and the release that it belongs to; in the sandbox there may be none. */
export interface Pinned {
  /** Null where nothing is agreed with the partner. */
  readonly hash: string | null;
  readonly releaseId: string | null;
}

export const nothingPinned: Pinned = { hash: null, releaseId: null };

/** What is agreed with a partner in one environment, and who it and we are there. */
export interface Terms {
  readonly orgId: string;
  readonly name: string;
  readonly environment: Environment;
  readonly identities: readonly Identity[];
  readonly ours: readonly Identity[];
  readonly configuration: Configuration;
  readonly pinned: Pinned;
}

const inUse = recent<PartnerInUse | undefined>(3000);

/** What an environment of the partner runs, at most three seconds old; undefined when there is no such organisation. */
export async function pinnedNow(
  context: Context,
  orgId: string,
  environment: Environment,
): Promise<Pinned | undefined> {
  const found = await lookUpInUse(context, orgId, environment);
  return found && { hash: found.hash, releaseId: found.releaseId };
}

/**
 * The terms that a document is worked on with. They do not change under it: whoever works on it again hands in the same `pinned`.
 * @param pinned what is in use now unless given.
 */
export async function termsOf(
  context: Context,
  orgId: string,
  environment: Environment,
  pinned?: Pinned,
): Promise<Terms | undefined> {
  const found = await lookUpInUse(context, orgId, environment);
  if (!found) return undefined;
  const { hash, releaseId } = pinned ?? found;
  const configuration = hash === null ? nothingAgreed : await configurationOf(context, orgId, hash);
  return {
    ...{ orgId, name: found.name, environment, ours: found.ours, configuration, pinned: { hash, releaseId } },
    identities: configuration.identities[environment],
  };
}

const lookUpInUse = (context: Context, orgId: string, environment: Environment) =>
  inUse(context, `${orgId}/${environment}`, () => partnerInUse(context.db.pool, orgId, environment));

/** A configuration never changes, so it is read and compiled once. @throws UnusableConfiguration with the standards of this hub */
const configurationOf = ({ db, catalog }: Context, orgId: string, hash: string): Promise<Configuration> =>
  compileOnce(catalog.standards, hash, () => configurationFiles(db.pool, orgId, hash));
