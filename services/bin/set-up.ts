import { uuidv7 } from 'uuidv7';
import { isEmail } from '../domain/email.ts';
import { hashPassword } from '../flows/password.ts';
import { temporaryPassword, temporaryPasswordMs } from '../flows/people.ts';
import { audit } from '../store/audit.ts';
import { openDatabase } from '../store/database.ts';
import { resolveHome } from '../store/embedded/home.ts';
import { addUser } from '../store/users.ts';
import { commandActor } from './command-context.ts';
import { type Config, ConfigError, readConfig, secretKeys } from './config.ts';
import { ownDatabase } from './database.ts';

/** Makes your company and its first administrator in an empty database. @returns the exit code. */
export async function setUp(
  env: NodeJS.ProcessEnv,
  of: { company: string; email: string; name: string; json?: boolean },
): Promise<number> {
  if (!isEmail(of.email))
    throw new ConfigError(`--email is "${of.email}", which is no e-mail address: nobody could sign in with it.`);
  if (of.company.trim() === '') throw new ConfigError('--company is empty; it is the name of your company.');
  const config = readConfig(env);
  if (!config.databaseUrl)
    throw new ConfigError(
      'Set DATABASE_URL. With the embedded database `crossdock start` makes a demo company instead.',
    );
  const keys = secretKeys(env, resolveHome(env));
  const { logins } = await ownDatabase(config, keys);
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  try {
    const password = temporaryPassword();
    const passwordHash = await hashPassword(password);
    await db.system.transaction(async (tx) => {
      await tx.raw('select pg_advisory_xact_lock(726103)');
      const company = await tx('organization').where({ kind: 'owner' }).first<{ name: string } | undefined>('name');
      if (company) throw new ConfigError(alreadyThere(company.name));
      const { rows } = await tx.raw<{ rows: { now: Date }[] }>('select now()');
      const at = rows[0]!.now;
      const [orgId, userId] = [uuidv7(), uuidv7()];
      await tx('organization').insert({ id: orgId, name: of.company, kind: 'owner', stage: 'live' });
      await addUser(tx, {
        ...{ id: userId, orgId, email: of.email, name: of.name, roles: ['team-admin'], passwordHash },
        temporaryUntil: new Date(at.getTime() + temporaryPasswordMs),
      });
      const entry = {
        ...commandActor(),
        orgId,
        at,
        action: 'user.added',
        subject: { type: 'user', id: userId },
      } as const;
      const after = { name: of.name, email: of.email, roles: ['team-admin'] };
      await audit(tx, [{ ...entry, detail: { company: of.company, before: null, after } }]);
    });
    if (of.json) console.log(JSON.stringify({ email: of.email, password }));
    else console.log(nextSteps(of, password, config));
    return 0;
  } finally {
    await db.close();
  }
}

const alreadyThere = (company: string) =>
  `There is a company in this database already: ${company}. \`crossdock user list\` prints who may sign in; for a lost password run \`crossdock user reset-password EMAIL\`.`;

const nextSteps = (of: { company: string; email: string }, password: string, { baseUrl }: Config) =>
  `${of.company} is set up. Next:
  1. crossdock start
  2. Sign in at ${baseUrl} as ${of.email} with the password
       ${password}
     It is shown only now, is good for seven days, and you choose another one at the sign-in.
  3. Add your colleagues under "People and keys", or here: crossdock user add --help
  4. Connect your Odoo: crossdock odoo connect --help
For a lost password: crossdock user reset-password ${of.email}`;
