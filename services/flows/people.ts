import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '../domain/audit-actions.ts';
import { isEmail } from '../domain/email.ts';
import { CodedError } from '../domain/errors.ts';
import { faultOfName } from '../domain/name.ts';
import { adminOf, roles as allRoles, type Role, rolesOf, type Side, sideOf } from '../domain/roles.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { passkeysOf, removePasskey, removeTotp } from '../store/identity/factors.ts';
import { endSessionsOf } from '../store/sessions.ts';
import {
  addUser,
  emailIsTaken,
  findMember,
  lockOrganization,
  type Member,
  othersHave,
  saveDisabled,
  savePassword,
  saveRoles,
} from '../store/users.ts';
import { refuseChangedSince } from './changed-since.ts';
import type { Context } from './context.ts';
import { tellOwner } from './identity/notices.ts';
import { hashPassword } from './password.ts';
import { refuseBody } from './refuse-body.ts';

/** Seven days: long enough to reach somebody, short enough that a forgotten one ends. */
export const temporaryPasswordMs = 7 * 86_400_000;

/** A password that is shown once; 96 random bits. */
export const temporaryPassword = (): string => randomBytes(12).toString('base64url');

/** What the caller sees of other organisations decides what it may do to people who belong to several: `*` for the team and the command line. */
export interface PeopleChange extends ActedBy {
  readonly visibility: string;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface Handed {
  readonly userId: string;
  /** Shown once and kept nowhere. */
  readonly password: string;
  readonly until: Date;
}

/** Runs a change of an organisation's people, one at a time for each organisation. @throws CodedError `http.not-found` */
function changePeople<T>(context: Context, orgId: string, work: (tx: Tx, side: Side) => Promise<T>): Promise<T> {
  return context.db.scoped('*', async (tx) => {
    const kind = await lockOrganization(tx, orgId);
    if (!kind) throw new CodedError('http.not-found', { detail: 'No organisation has this id.' });
    return work(tx, kind === 'owner' ? 'team' : 'partner');
  });
}

async function memberOf(tx: Tx, orgId: string, userId: string): Promise<Member> {
  const member = await findMember(tx, orgId, userId);
  if (!member) throw new CodedError('http.not-found', { detail: 'No person of the organisation has this id.' });
  return member;
}

function refuseRoles(roles: readonly Role[], side: Side): void {
  const foreign = roles.find((role) => sideOf(role) !== side);
  if (roles.length > 0 && foreign === undefined) return;
  const detail = `body/roles must be of ${rolesOf(side).join(', ')}; ${foreign ?? 'none'} is not.`;
  throw new CodedError('http.request-invalid', { detail, errors: [{ place: 'body/roles', message: detail }] });
}

function refuseWords({ name, email }: NewPerson): void {
  const wrong = faultOfName('person', name);
  refuseBody([
    ...(wrong === undefined ? [] : [{ place: 'body/name', message: wrong }]),
    ...(isEmail(email) ? [] : [{ place: 'body/email', message: 'is no e-mail address' }]),
  ]);
}

/** In one order, so that the same roles are the same. */
const inOrder = (roles: readonly Role[]): readonly Role[] => allRoles.filter((role) => roles.includes(role));

async function refuseLastAdmin(tx: Tx, orgId: string, member: Member, side: Side): Promise<void> {
  const admin = adminOf(side);
  if (!member.roles.includes(admin) || member.disabledAt) return;
  if (await othersHave(tx, orgId, member.id, admin)) return;
  throw new CodedError('http.conflict', {
    detail: `${member.name} is the only admin of the organisation who can sign in. Make somebody else admin first.`,
  });
}

/** An account is one for all organisations of a person: who sees only one of them must not close or open it for the others. */
function refuseShared(member: Member, by: PeopleChange): void {
  if (member.organizations > 1 && by.visibility !== '*')
    throw new CodedError('http.conflict', {
      detail: `${member.name} belongs to another organisation as well. Ask the team that runs the hub.`,
    });
}

const entryOf = (context: Context, orgId: string, { actor, by }: ActedBy, action: AuditAction, userId: string) =>
  ({ orgId, at: context.now(), actor, by, action, subject: { type: 'user', id: userId } }) as const;

/** Adds a person to an organisation, with a temporary password. @throws CodedError `http.conflict` when the address has an account */
export async function addPerson(context: Context, orgId: string, given: NewPerson, by: PeopleChange): Promise<Handed> {
  const person = { ...given, name: given.name.trim() };
  refuseWords(person);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const until = new Date(context.now().getTime() + temporaryPasswordMs);
  const userId = context.newId();
  await changePeople(context, orgId, async (tx, side) => {
    refuseRoles(person.roles, side);
    if (await emailIsTaken(tx, person.email))
      throw new CodedError('http.conflict', { detail: `${person.email} has an account in this hub already.` });
    const roles = inOrder(person.roles);
    await addUser(tx, { id: userId, orgId, ...person, roles, passwordHash, temporaryUntil: until });
    const after = { name: person.name, email: person.email, roles };
    await audit(tx, [{ ...entryOf(context, orgId, by, 'user.added', userId), detail: { before: null, after } }]);
  });
  return { userId, password, until };
}

/** Takes the place of all roles of a person. @throws CodedError `http.conflict` for the last admin, and where the roles are not `insteadOf` */
export async function setRoles(
  context: Context,
  of: { readonly orgId: string; readonly userId: string; readonly insteadOf?: readonly Role[] | undefined },
  given: readonly Role[],
  by: PeopleChange,
): Promise<void> {
  await changePeople(context, of.orgId, async (tx, side) => {
    const member = await memberOf(tx, of.orgId, of.userId);
    refuseRoles(given, side);
    const [before, after] = [inOrder(member.roles), inOrder(given)];
    refuseChangedSince('the roles', of.insteadOf && inOrder(of.insteadOf), before);
    if (isDeepStrictEqual(before, after)) return;
    if (!after.includes(adminOf(side))) await refuseLastAdmin(tx, of.orgId, member, side);
    await saveRoles(tx, of.orgId, of.userId, after);
    const entry = entryOf(context, of.orgId, by, 'user.roles-set', of.userId);
    await audit(tx, [{ ...entry, detail: { email: member.email, before, after } }]);
  });
}

/** Shuts a person out at once, or lets them in again with the password from before. @throws CodedError `http.conflict` for the last admin */
export async function setDisabled(
  context: Context,
  of: { readonly orgId: string; readonly userId: string },
  disabled: boolean,
  by: PeopleChange,
): Promise<void> {
  await changePeople(context, of.orgId, async (tx, side) => {
    const member = await memberOf(tx, of.orgId, of.userId);
    refuseShared(member, by);
    if ((member.disabledAt !== null) === disabled) return;
    if (disabled) await refuseLastAdmin(tx, of.orgId, member, side);
    await saveDisabled(tx, of.userId, disabled ? context.now() : null);
    const entry = entryOf(context, of.orgId, by, disabled ? 'user.disabled' : 'user.enabled', of.userId);
    await audit(tx, [
      { ...entry, detail: { email: member.email, before: { disabled: !disabled }, after: { disabled } } },
    ]);
  });
}

/** Gives a person a temporary password; all sessions of theirs end. */
export async function resetPassword(
  context: Context,
  of: { readonly orgId: string; readonly userId: string },
  by: PeopleChange,
): Promise<Handed> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const until = new Date(context.now().getTime() + temporaryPasswordMs);
  await changePeople(context, of.orgId, async (tx) => {
    const member = await memberOf(tx, of.orgId, of.userId);
    refuseShared(member, by);
    if (member.disabledAt)
      throw new CodedError('http.conflict', { detail: `${member.name} is disabled. Enable the account first.` });
    await savePassword(tx, of.userId, passwordHash, until);
    const entry = entryOf(context, of.orgId, by, 'user.password-reset', of.userId);
    await audit(tx, [{ ...entry, detail: { email: member.email, until: until.toISOString() } }]);
  });
  return { userId: of.userId, password, until };
}

/** Takes a person's second factors and passkeys away, such as those of a phone that was lost; all sessions end, and the owner is told by mail. */
export async function removeFactors(
  context: Context,
  of: { readonly orgId: string; readonly userId: string },
  by: PeopleChange,
): Promise<void> {
  await changePeople(context, of.orgId, async (tx) => {
    const member = await memberOf(tx, of.orgId, of.userId);
    refuseShared(member, by);
    const passkeys = await passkeysOf(tx, member.id);
    for (const { id } of passkeys) await removePasskey(tx, member.id, id);
    const hadCodes = await removeTotp(tx, member.id);
    await endSessionsOf(tx, member.id, { not: Buffer.alloc(0) });
    const entry = entryOf(context, of.orgId, by, 'totp.removed', of.userId);
    await audit(tx, [{ ...entry, detail: { email: member.email, codes: hadCodes, passkeys: passkeys.length } }]);
    await tellOwner(context, tx, member, 'An admin removed the second factors of your account');
  });
}
