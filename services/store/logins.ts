import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { advisoryLocks } from './advisory-locks.ts';
import { grantRights } from './rights.ts';

/**
 * What the hub does in its database, each with a login of its own: `hub` runs the flows and sees every organisation; `partner` serves callers of
 * one organisation and sees no other; `twin` has the Odoo twin's schema and `queue` that of BullMQ, and nothing else.
 */
export const purposes = ['hub', 'partner', 'twin', 'queue'] as const;
export type Purpose = (typeof purposes)[number];
/** Connection strings. */
export type Logins = Readonly<Record<Purpose, string>>;

/** The hub cannot get, or may not use, its logins; the message says why and what to do. */
export class LoginError extends Error {}

/** Name of a login; the database has the same rule in `app_login`. */
export const loginName = (purpose: Purpose, database: string): string =>
  `crossdock_${purpose}_${Buffer.byteLength(database) <= 45 ? database : createHash('md5').update(database).digest('hex')}`;

/** The address with another user. A socket's address has no host before which a user could stand. */
function withUser(address: string, user: string, password: string): string {
  const url = new URL(address);
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  if (url.host === '') {
    url.searchParams.set('user', user);
    url.searchParams.set('password', password);
  } else {
    url.username = encodeURIComponent(user);
    url.password = encodeURIComponent(password);
  }
  return url.href;
}

/** Whether the address says who logs in. */
export function namesUser(address: string): boolean {
  try {
    const url = new URL(address);
    return url.username !== '' || url.searchParams.has('user');
  } catch {
    return true;
  }
}

/** The database that an address names. */
function databaseOf(address: string): string {
  const name = decodeURIComponent(new URL(address).pathname.slice(1));
  if (!name) throw new LoginError('DATABASE_URL must name the database: postgres://host:5432/crossdock.');
  return name;
}

/** Derived, so that every process with the hub's keys knows it and no file needs to be shared. */
function passwordOf(key: string, login: string): string {
  const secret = hkdfSync('sha256', Buffer.from(key, 'base64'), '', `crossdock database login ${login}`, 24);
  return Buffer.from(secret).toString('base64url');
}

/** What PostgreSQL stores of a password. Made here, so that the password itself never travels in a statement that may be logged. */
function scramVerifier(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

function loginsUnder(key: string, address: string): Logins {
  const database = databaseOf(address);
  const entries = purposes.map((purpose) => {
    const name = loginName(purpose, database);
    return [purpose, withUser(address, name, passwordOf(key, name))];
  });
  return Object.fromEntries(entries) as Logins;
}

async function whyRefused(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The key whose logins the database lets in. @throws LoginError when the database does not answer. */
async function keyInUse(keys: readonly string[], address: string): Promise<string | undefined> {
  for (const key of keys) {
    const refused = await whyRefused(loginsUnder(key, address).hub);
    if (!refused) return key;
    if (!refused.code?.startsWith('28'))
      throw new LoginError(`The database does not answer: ${refused.message}. Start it.`);
  }
  return undefined;
}

/**
 * Makes the hub's logins in a migrated database where they are missing, and gives them their rights. Safe to run from several processes at once.
 * @param ownerUrl connection string of the tables' owner, who may create roles.
 * @param keys the hub's secret keys, newest first; passwords come from the one that is in use, else from the newest.
 * @throws LoginError
 */
export async function ensureLogins(ownerUrl: string, keys: readonly string[]): Promise<Logins> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // The same lock as for migrations.
    await owner.query('select pg_advisory_lock($1)', [advisoryLocks.schema]);
    const inUse = await keyInUse(keys, ownerUrl);
    const key = inUse ?? keys[0]!;
    const database = databaseOf(ownerUrl);
    const names = Object.fromEntries(purposes.map((p) => [p, loginName(p, database)])) as Record<Purpose, string>;
    if (!inUse) await requireNobodyElse(owner, Object.values(names));
    await owner.query('begin');
    const logins = loginsUnder(key, ownerUrl);
    for (const purpose of purposes)
      await ensureRole(owner, names[purpose], key, !inUse || (await isShutOut(logins[purpose])));
    await grantRights(owner, names);
    await owner.query('commit');
    await requireOrdinary(logins);
    return logins;
  } finally {
    await owner.end();
  }
}

async function isShutOut(url: string): Promise<boolean> {
  const refused = await whyRefused(url);
  return refused?.code?.startsWith('28') ?? false;
}

/** @param anew gives it its password anew. */
async function ensureRole(owner: pg.Client, name: string, key: string, anew: boolean): Promise<void> {
  const { rowCount: known } = await owner.query('select from pg_roles where rolname = $1', [name]);
  // Every login may change its own password and settings: what SQL of a stranger's making did to it must not outlast a start.
  const { rows: changed } = await owner.query<{ database: string | null }>(
    `select quote_ident(d.datname) as database from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
       left join pg_database d on d.oid = s.setdatabase where r.rolname = $1`,
    [name],
  );
  for (const { database } of changed)
    await owner.query(`alter role ${pg.escapeIdentifier(name)} ${database ? `in database ${database} ` : ''}reset all`);
  if (known && !anew) return;
  const verifier = pg.escapeLiteral(scramVerifier(passwordOf(key, name)));
  try {
    await owner.query(`${known ? 'alter' : 'create'} role ${pg.escapeIdentifier(name)} login password ${verifier}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await owner.query('rollback');
    const { rows } = await owner.query<{ name: string }>('select quote_ident(current_user) as name');
    throw new LoginError(
      `The owner of the database may not create the login ${name}. As an administrator of the server run: alter role ${rows[0]!.name} createrole`,
    );
  }
}

/** A hub with other keys would be shut out by new passwords. @throws LoginError when one is at work. */
async function requireNobodyElse(owner: pg.Client, names: readonly string[]): Promise<void> {
  const { rowCount } = await owner.query('select from pg_stat_activity where usename = any($1)', [names]);
  if (rowCount)
    throw new LoginError(
      'A hub with other keys works on this database. Give every process the same CROSSDOCK_KEYS, or stop all of them first.',
    );
}

/**
 * The logins that an owner has made with one of these keys.
 * @param address of the database, without a user.
 * @throws LoginError when there are none.
 */
export async function findLogins(address: string, keys: readonly string[]): Promise<Logins> {
  const key = await keyInUse(keys, address);
  if (!key)
    throw new LoginError(
      `The database lets nobody in as ${loginName('hub', databaseOf(address))} with the keys of this hub. Run \`crossdock migrate\` with DATABASE_OWNER_URL and the same CROSSDOCK_KEYS first.`,
    );
  const logins = loginsUnder(key, address);
  for (const url of Object.values(logins)) await resetSettings(url);
  await requireOrdinary(logins);
  return logins;
}

/** Where no owner is at hand a login takes its own settings back, which SQL of a stranger's making may have left; a password only the owner mends. */
async function resetSettings(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c default_transaction_read_only=off -c statement_timeout=0',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ database: string | null }>(
      `select quote_ident(d.datname) as database from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole
         left join pg_catalog.pg_database d on d.oid = s.setdatabase where r.rolname = session_user`,
    );
    for (const { database } of rows)
      await client.query(`alter role session_user ${database ? `in database ${database} ` : ''}reset all`);
  } catch {
    // Whether the login can be used is told by what looks at it next.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws LoginError when one of the logins could pass the walls: as superuser, by a right over roles, as member of another role, or as owner of something. */
async function requireOrdinary(logins: Logins): Promise<void> {
  for (const url of Object.values(logins)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect().catch((error: Error) => {
        throw new LoginError(
          `The database does not let in the login ${new URL(url).username}: ${error.message}. Its password may have been changed, which the owner of the database mends: run \`crossdock migrate\` with DATABASE_OWNER_URL and the same CROSSDOCK_KEYS.`,
        );
      });
      const { rows } = await client.query<{ name: string; too_strong: boolean }>(
        `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
           or exists (select from pg_auth_members where member = r.oid)
           or exists (select from pg_class where relowner = r.oid and relkind in ('r', 'p', 'v', 'm', 'f')) as too_strong
         from pg_roles r where rolname = session_user`,
      );
      const [login] = rows;
      if (login!.too_strong)
        throw new LoginError(
          `The login ${login!.name} could pass the walls between organisations: it is a superuser, may create roles, is a member of another role, or owns tables. Take that from it.`,
        );
    } finally {
      await client.end();
    }
  }
}
