import { uuidv7 } from 'uuidv7';
import { ConfigError, readConfig, secretKeys } from '../bin/config.ts';
import { ownDatabase } from '../bin/database.ts';
import { hubAddress } from '../bin/hub-address.ts';
import type { Identity } from '../domain/configuration/configuration.ts';
import { faultsOfIdentity } from '../domain/configuration/identity-forms.ts';
import { isEmail } from '../domain/email.ts';
import { faultOfName } from '../domain/name.ts';
import { resolveHome } from '../embedded/home.ts';
import { hashPassword } from '../flows/password.ts';
import { temporaryPassword, temporaryPasswordMs } from '../flows/people.ts';
import { advisoryLocks } from '../store/advisory-locks.ts';
import { audit } from '../store/audit.ts';
import { openDatabase } from '../store/database.ts';
import { saveCompanyIdentities } from '../store/partners.ts';
import { addUser } from '../store/users.ts';
import { commandActor, reachable } from './command-context.ts';
import { UsageError } from './command-input.ts';

export interface SetUpOptions {
  readonly company: string;
  readonly email: string;
  readonly name: string;
  readonly qualifier?: string;
  readonly id?: string;
  readonly json?: boolean;
}

/** Makes your company and its first administrator in an empty database. @returns the exit code. */
export async function setUp(env: NodeJS.ProcessEnv, given: SetUpOptions): Promise<number> {
  const of = { ...given, company: given.company.trim(), name: given.name.trim() };
  if (!isEmail(of.email))
    throw new ConfigError(`--email is "${of.email}", which is no e-mail address: nobody could sign in with it.`);
  for (const [option, kind] of [
    ['company', 'organization'],
    ['name', 'person'],
  ] as const) {
    const wrong = faultOfName(kind, of[option]);
    if (wrong !== undefined) throw new ConfigError(`--${option} ${wrong}.`);
  }
  const identity = identityOf(of);
  const home = resolveHome(env);
  const config = { ...readConfig(env), ...databaseOf(env, home) };
  const keys = secretKeys(env, home);
  const { logins } = await ownDatabase(config, keys);
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  try {
    const password = temporaryPassword();
    const passwordHash = await hashPassword(password);
    await db.system.transaction(async (tx) => {
      await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.setUp]);
      const company = await tx('organization').where({ kind: 'owner' }).first<{ name: string } | undefined>('name');
      if (company) throw new ConfigError(alreadyThere(company.name));
      const { rows } = await tx.raw<{ rows: { now: Date }[] }>('select now()');
      const at = rows[0]!.now;
      const [orgId, userId] = [uuidv7(), uuidv7()];
      await tx('organization').insert({ id: orgId, name: of.company, kind: 'owner', stage: 'live' });
      if (identity) await saveCompanyIdentities(tx, orgId, { production: [identity], sandbox: [identity] }, uuidv7);
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
      await audit(tx, [
        { ...entry, detail: { company: of.company, ...(identity && { identity }), before: null, after } },
      ]);
    });
    if (of.json) console.log(JSON.stringify({ email: of.email, password }));
    else console.log(nextSteps(of, password, hubAddress(env)));
    return 0;
  } finally {
    await db.close();
  }
}

const alreadyThere = (company: string) =>
  `There is a company in this database already: ${company}. \`crossdock user list\` prints who may sign in; for a lost password run \`crossdock user reset-password EMAIL\`.`;

/** What the company is called in envelopes, in both environments; undefined where it is said later. */
function identityOf({ qualifier, id }: SetUpOptions): Identity | undefined {
  if ((qualifier === undefined) !== (id === undefined)) throw new ConfigError('--qualifier and --id go together.');
  if (qualifier === undefined || id === undefined) return undefined;
  const [fault] = faultsOfIdentity({ qualifier, id, group: id });
  if (fault) throw new ConfigError(`--${fault.part === 'qualifier' ? 'qualifier' : 'id'}: ${fault.message}`);
  return { qualifier, isaId: id, gsId: id };
}

/** A database of one's own, or the embedded one of a hub that runs. */
function databaseOf(env: NodeJS.ProcessEnv, home: string) {
  try {
    const { databaseUrl, ownerUrl } = reachable(env, home);
    return { databaseUrl, ownerUrl };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new ConfigError(
      `Set DATABASE_URL to your PostgreSQL; or, with the embedded database, start the hub with CROSSDOCK_DEMO=0 and run this beside it. (${error.message})`,
    );
  }
}

function nextSteps(of: SetUpOptions, password: string, baseUrl: string): string {
  const steps = [
    'crossdock start, unless it runs already',
    `Sign in at ${baseUrl} as ${of.email} with the password
       ${password}
     It is shown only now, is good for seven days, and you choose another one at the sign-in.`,
    ...(of.id === undefined
      ? ['Say how you are called in envelopes, under Partners, or here: crossdock company id --help']
      : []),
    'Add a partner under Partners, or here: crossdock partner create --help',
    'Connect your Odoo under Odoo, or here: crossdock odoo connect --help',
    'Add your colleagues under People, or here: crossdock user add --help',
  ];
  const lines = steps.map((step, nth) => `  ${nth + 1}. ${step}`);
  return `${of.company} is set up. Next:\n${lines.join('\n')}\nFor a lost password: crossdock user reset-password ${of.email}`;
}
