import { ensureLogins, findLogins, type Logins } from '../store/logins.ts';
import { lackingMigrations, migrate } from '../store/migrate.ts';
import { whyUnreachable } from '../store/reachable.ts';
import { type Config, ConfigError } from './config.ts';

/** A database that is ready for the hub. */
export interface ReadyDatabase {
  readonly logins: Logins;
  /** Names of the migrations that were run for it. */
  readonly migrated: readonly string[];
}

/** As its owner: brings the schema up to date and makes the hub's logins. The hub itself never logs in as the owner. */
export async function prepareDatabase(ownerUrl: string, keys: readonly string[]): Promise<ReadyDatabase> {
  const migrated = await migrate(ownerUrl);
  // Few commands migrate, and the queue's libraries take long to load.
  const { migrateQueue } = await import('../queue/connect.ts');
  await migrateQueue(ownerUrl);
  return { logins: await ensureLogins(ownerUrl, keys), migrated };
}

/**
 * The database of your own: prepared where this process has the owner's login, else as the owner has prepared it.
 * @throws ConfigError when it does not answer or is not prepared; LoginError when the hub's logins cannot be had.
 */
export async function ownDatabase(
  { databaseUrl, ownerUrl }: Pick<Config, 'databaseUrl' | 'ownerUrl'>,
  keys: readonly string[],
): Promise<ReadyDatabase> {
  if (ownerUrl) {
    await requireDatabase(ownerUrl);
    return prepareDatabase(ownerUrl, keys);
  }
  const logins = await findLogins(databaseUrl!, keys);
  const lacking = await lackingMigrations(logins.hub);
  if (lacking.length > 0)
    throw new ConfigError(
      `The database lacks ${lacking.length} of the migrations of this version. Run \`crossdock migrate\` with DATABASE_OWNER_URL.`,
    );
  return { logins, migrated: [] };
}

/**
 * Logins for a command beside the hub: the one that the address names, else the hub's own.
 * @throws ConfigError, LoginError
 */
export async function commandLogins(
  { databaseUrl, ownerUrl }: Pick<Config, 'databaseUrl' | 'ownerUrl'>,
  keys: () => readonly string[],
): Promise<Logins> {
  if (!ownerUrl) return findLogins(databaseUrl!, keys());
  await requireDatabase(ownerUrl);
  return { hub: ownerUrl, partner: ownerUrl, twin: ownerUrl, queue: ownerUrl };
}

/** @throws ConfigError when the database of your own does not answer. */
export async function requireDatabase(url: string): Promise<void> {
  const why = await whyUnreachable(url);
  if (why !== undefined)
    throw new ConfigError(`The database at DATABASE_URL does not answer: ${why}. Start it, or correct DATABASE_URL.`);
}
