import { isEmail } from '../domain/email.ts';
import { CodedError } from '../domain/errors.ts';
import { isRole, type Role, rolesOf, type Side } from '../domain/roles.ts';
import type { Context } from '../flows/context.ts';
import {
  addPerson,
  type Handed,
  type PeopleChange,
  removeFactors,
  resetPassword,
  setDisabled,
  setRoles,
} from '../flows/people.ts';
import { type Organization, organizations } from '../store/partners.ts';
import { readUsers, type UserView } from '../store/read/people.ts';
import { commandActor, withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { textTable } from './text-table.ts';
import type { AddUserOptions, RoleOptions, UserOptions } from './user-commands.ts';

/** Places of a request's body, as the command calls them. */
const inOptions = (text: string): string =>
  text
    .replace(/\bbody\/roles/g, '--role')
    .replace(/\bbody\/settings\//g, '--set ')
    .replace(/\bbody\//g, '--');

/** Runs the work of a command about people and keys; what is refused is said in one sentence. */
export async function runRefusable(work: (context: Context) => Promise<number>): Promise<number> {
  try {
    return await withContext(process.env, work);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    console.error(inOptions(error.more.detail ?? error.message));
    return exitCodes.usage;
  }
}

const actor = (): PeopleChange => ({ ...commandActor(), visibility: '*' });
export const sideOfKind = ({ kind }: Organization): Side => (kind === 'owner' ? 'team' : 'partner');

/** An organisation by its name or id. @throws UsageError */
export async function organizationOf(context: Context, wanted: string): Promise<Organization> {
  const all = await organizations(context.db.system);
  const found = all.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found.length === 1) return found[0]!;
  const names = all.map(({ name }) => `"${name}"`).join(', ');
  throw new UsageError(
    found.length > 1
      ? `${found.length} organizations are called "${wanted}"; give the id.`
      : `There is no organization "${wanted}". There are ${names || 'none: make your company with `crossdock setup`'}.`,
  );
}

const users = (context: Context, orgId: string) => context.db.system.transaction((tx) => readUsers(tx, { orgId }));

interface Found {
  readonly organization: Organization;
  readonly user: UserView;
}

/** A person by the e-mail address. @throws UsageError */
async function person(context: Context, email: string, { organization: wanted }: UserOptions): Promise<Found> {
  const among = wanted === undefined ? await organizations(context.db.system) : [await organizationOf(context, wanted)];
  const found: Found[] = [];
  for (const organization of among)
    for (const user of await users(context, organization.id))
      if (user.email.toLowerCase() === email.toLowerCase()) found.push({ organization, user });
  if (found.length > 1)
    throw new UsageError(
      `${email} belongs to ${found.map(({ organization }) => `"${organization.name}"`).join(' and ')}. Say which with --organization.`,
    );
  if (!found[0]) throw new UsageError(`Nobody has the address ${email}. \`crossdock user list\` prints who there is.`);
  return found[0];
}

/** `admin` or `team-admin`, by the side of the organisation. @throws UsageError */
export function rolesGiven(given: readonly string[], side: Side): readonly Role[] {
  return given.map((name) => {
    const role = isRole(name) ? name : `${side}-${name}`;
    if (isRole(role) && rolesOf(side).includes(role)) return role;
    const there = rolesOf(side).map((one) => one.slice(side.length + 1));
    throw new UsageError(`"${name}" is no role here. There are ${there.join(', ')}.`);
  });
}

const ofPerson = ({ organization, user }: Found) => ({ orgId: organization.id, userId: user.id });

async function print(context: Context, found: Found, { json }: UserOptions, sentence: string): Promise<number> {
  const [user] = await context.db.system.transaction((tx) =>
    readUsers(tx, { orgId: found.organization.id, id: found.user.id }),
  );
  const { id, name } = found.organization;
  if (json) console.log(JSON.stringify({ organization: { id, name }, ...user }));
  else console.log(sentence);
  return exitCodes.fine;
}

function printHanded(email: string, { userId, password, until }: Handed, sentence: string, json?: boolean): number {
  if (json) console.log(JSON.stringify({ id: userId, email, password, until: until.toISOString() }));
  else
    console.log(
      `${sentence}\n  password  ${password}  (shown only now; good until ${until.toISOString().slice(0, 10)} and for choosing another one)`,
    );
  return exitCodes.fine;
}

export const list = (options: UserOptions) =>
  runRefusable(async (context) => {
    const { organization: wanted } = options;
    const among =
      wanted === undefined ? await organizations(context.db.system) : [await organizationOf(context, wanted)];
    const rows: (UserView & { organization: { id: string; name: string } })[] = [];
    for (const { id, name } of among)
      for (const user of await users(context, id)) rows.push({ organization: { id, name }, ...user });
    if (options.json) console.log(JSON.stringify({ users: rows }));
    else if (rows.length === 0) console.log('Nobody can sign in yet. Add a person: crossdock user add --help');
    else
      console.log(
        textTable(
          ['e-mail', 'name', 'organization', 'state', 'last sign-in', 'roles'],
          rows.map(({ email, name, organization, state, lastSignInAt, roles }) => [
            ...[email, name, organization.name, state, lastSignInAt?.slice(0, 16).replace('T', ' ') ?? 'never'],
            roles.join(', '),
          ]),
        ),
      );
    return exitCodes.fine;
  });

export const add = (email: string, options: AddUserOptions) =>
  runRefusable(async (context) => {
    if (!isEmail(email)) throw new UsageError(`"${email}" is no e-mail address, and nobody could sign in with it.`);
    const owner = (await organizations(context.db.system)).find(({ kind }) => kind === 'owner');
    const wanted = options.organization ?? owner?.id;
    if (wanted === undefined) throw new UsageError('There is no company yet. Make it first: crossdock setup --help');
    const organization = await organizationOf(context, wanted);
    const roles = rolesGiven(options.role, sideOfKind(organization));
    const handed = await addPerson(context, organization.id, { name: options.name, email, roles }, actor());
    const sentence = `${options.name} may sign in as ${email}, for ${organization.name}, as ${roles.join(', ')}.`;
    return printHanded(email, handed, sentence, options.json);
  });

export const role = (email: string, options: RoleOptions) =>
  runRefusable(async (context) => {
    const found = await person(context, email, options);
    const roles = rolesGiven(options.role, sideOfKind(found.organization));
    await setRoles(context, ofPerson(found), roles, actor());
    return print(
      context,
      found,
      options,
      `${found.user.name} is ${roles.join(', ')}; before: ${found.user.roles.join(', ')}.`,
    );
  });

export const disable = (email: string, options: UserOptions) =>
  runRefusable(async (context) => {
    const found = await person(context, email, options);
    await setDisabled(context, ofPerson(found), true, actor());
    const undo = `crossdock user enable ${email}`;
    return print(
      context,
      found,
      options,
      `${found.user.name} is shut out, and all sessions have ended. To undo: ${undo}`,
    );
  });

export const enable = (email: string, options: UserOptions) =>
  runRefusable(async (context) => {
    const found = await person(context, email, options);
    await setDisabled(context, ofPerson(found), false, actor());
    return print(context, found, options, `${found.user.name} may sign in again, with the password from before.`);
  });

export const reset = (email: string, options: UserOptions) =>
  runRefusable(async (context) => {
    const found = await person(context, email, options);
    const handed = await resetPassword(context, ofPerson(found), actor());
    const sentence = `${found.user.name} has a temporary password, and all sessions have ended.`;
    return printHanded(found.user.email, handed, sentence, options.json);
  });

export const resetFactors = (email: string, options: UserOptions) =>
  runRefusable(async (context) => {
    const found = await person(context, email, options);
    await removeFactors(context, ofPerson(found), actor());
    return print(
      context,
      found,
      options,
      `${found.user.name} signs in with the password alone; app, recovery codes and passkeys are gone, and all sessions have ended.`,
    );
  });
