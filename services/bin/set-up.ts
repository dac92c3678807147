import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { hashPassword } from '../http/password.ts';
import { openDatabase } from '../store/database.ts';
import { resolveHome } from '../store/embedded/home.ts';
import { addUser } from '../store/users.ts';
import { ConfigError, readConfig, secretKeys } from './config.ts';
import { ownDatabase } from './database.ts';

/** Makes your company and its first administrator in an empty database. @returns the exit code. */
export async function setUp(
  env: NodeJS.ProcessEnv,
  of: { company: string; email: string; name: string; json?: boolean },
): Promise<number> {
  const config = readConfig(env);
  if (!config.databaseUrl)
    throw new ConfigError(
      'Set DATABASE_URL. With the embedded database `crossdock start` makes a demo company instead.',
    );
  const keys = secretKeys(env, resolveHome(env));
  const { logins } = await ownDatabase(config, keys);
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  try {
    const password = randomBytes(12).toString('base64url');
    await db.system.transaction(async (tx) => {
      await tx.raw('select pg_advisory_xact_lock(726103)');
      if (await tx('organization').first('id'))
        throw new ConfigError('There is a company in this database already. Sign in with its users.');
      const orgId = uuidv7();
      await tx('organization').insert({ id: orgId, name: of.company, kind: 'owner', stage: 'live' });
      await addUser(tx, {
        id: uuidv7(),
        orgId,
        email: of.email,
        name: of.name,
        roles: ['team-admin'],
        passwordHash: await hashPassword(password),
      });
    });
    if (of.json) console.log(JSON.stringify({ email: of.email, password }));
    else console.log(`${of.company} is set up. Sign in as ${of.email} with the password ${password} (shown only now).`);
    return 0;
  } finally {
    await db.close();
  }
}
