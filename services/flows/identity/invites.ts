import type { PartnerKind } from '../../domain/configuration/configuration.ts';
import { isEmail } from '../../domain/email.ts';
import { CodedError } from '../../domain/errors.ts';
import { faultOfName } from '../../domain/name.ts';
import { roles as allRoles, type Role, sideOf } from '../../domain/roles.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import {
  type InvitedCompany,
  type InviteRow,
  insertInvite,
  inviteById,
  inviteOf,
  revokeOpenInvites,
  saveInvite,
} from '../../store/identity/invites.ts';
import { lockPartnerNames, organizationName, ownOrganisation, partnerNameTaken } from '../../store/partners.ts';
import { addUser, emailIsTaken, lockOrganization } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { makePartner } from '../onboarding/make-partner.ts';
import { templatesFor } from '../onboarding/templates.ts';
import { hashPassword } from '../password.ts';
import { refuseBody } from '../refuse-body.ts';
import type { ReleaseTools } from '../releases.ts';
import { refusePassword } from './passwords.ts';
import { linkTo, newToken, queueMail } from './queue-mail.ts';

export const inviteMs = 7 * 86_400_000;

export interface Made {
  readonly id: string;
  /** For the command line; everybody else gets it by mail alone, which proves the address. */
  readonly link: string;
}

/** Invites a person into an organisation. An invite that is open for the address ends. @throws CodedError */
export async function invitePerson(
  context: Context,
  orgId: string,
  given: { readonly email: string; readonly name?: string | undefined; readonly roles: readonly Role[] },
  by: ActedBy & { readonly name: string },
): Promise<Made> {
  return context.db.scoped('*', async (tx) => {
    const kind = await lockOrganization(tx, orgId);
    if (!kind) throw new CodedError('http.not-found', { detail: 'No organisation has this id.' });
    const side = kind === 'owner' ? 'team' : 'partner';
    const foreign = given.roles.find((role) => sideOf(role) !== side);
    refuseBody([
      ...wordsOf(given),
      ...(given.roles.length === 0 ? [{ place: 'body/roles', message: 'is empty' }] : []),
      ...(foreign === undefined
        ? []
        : [{ place: 'body/roles', message: `has ${foreign}, which is no role of this organisation` }]),
    ]);
    const roles = allRoles.filter((role) => given.roles.includes(role));
    return invite(context, tx, { orgId, email: given.email, name: given.name?.trim() ?? '', roles, company: null }, by);
  });
}

/** Invites a company that is not here yet. @throws CodedError */
export async function inviteCompany(
  context: Context,
  given: {
    readonly email: string;
    readonly name?: string | undefined;
    readonly company: { readonly name: string; readonly template: string; readonly kind?: PartnerKind | undefined };
  },
  by: ActedBy & { readonly name: string },
): Promise<Made> {
  if (context.entry.registration === 'off')
    throw new CodedError('http.conflict', {
      detail: 'Registration is switched off in this hub (CROSSDOCK_REGISTRATION).',
    });
  const { company } = given;
  const template = templatesFor(context.catalog.standards).get(company.template);
  const wrong = faultOfName('organization', company.name);
  refuseBody([
    ...wordsOf(given),
    ...(wrong === undefined ? [] : [{ place: 'body/company/name', message: wrong }]),
    ...(template ? [] : [{ place: 'body/company/template', message: `There is no template ${company.template}` }]),
  ]);
  const kind = company.kind ?? template!.kind;
  return context.db.scoped('*', async (tx) => {
    const orgId = await ownOrganisation(tx);
    const name = company.name.trim();
    const taken = await partnerNameTaken(tx, name);
    if (taken !== undefined)
      throw new CodedError('http.conflict', {
        detail: `There is a partner called ${taken} already: invite the person into it.`,
      });
    const wanted = { name, kind, template: company.template };
    return invite(
      context,
      tx,
      { orgId, email: given.email, name: given.name?.trim() ?? '', roles: ['partner-admin'], company: wanted },
      by,
    );
  });
}

function wordsOf({ email, name }: { readonly email: string; readonly name?: string | undefined }) {
  const wrong = name === undefined || name.trim() === '' ? undefined : faultOfName('person', name);
  return [
    ...(isEmail(email) ? [] : [{ place: 'body/email', message: 'is no e-mail address' }]),
    ...(wrong === undefined ? [] : [{ place: 'body/name', message: wrong }]),
  ];
}

async function invite(
  context: Context,
  tx: Tx,
  of: Pick<InviteRow, 'orgId' | 'email' | 'name' | 'roles' | 'company'>,
  { actor, by, name: inviter }: ActedBy & { readonly name: string },
): Promise<Made> {
  if (await emailIsTaken(tx, of.email))
    throw new CodedError('http.conflict', { detail: `${of.email} has an account in this hub already.` });
  const [id, token, at] = [context.newId(), newToken(), context.now()];
  const expiresAt = new Date(at.getTime() + inviteMs);
  const replaced = await revokeOpenInvites(tx, of.orgId, of.email, at);
  await insertInvite(tx, { ...of, id, token, createdAt: at, createdBy: inviter, expiresAt });
  const link = linkTo(context, '/invite', token);
  const organization = await organizationName(tx, of.orgId);
  const company = of.company?.name;
  await queueMail(context, tx, of.email, {
    purpose: 'invite',
    of: { by: inviter, organization, link, until: expiresAt, ...(company !== undefined && { company }) },
  });
  const entry = { orgId: of.orgId, at, actor, by } as const;
  const { email, roles } = of;
  await audit(tx, [
    ...replaced.map((old) => ({
      ...entry,
      action: 'invite.revoked' as const,
      subject: subject(old),
      detail: { email, replacedBy: id },
    })),
    {
      ...entry,
      action: 'invite.created',
      subject: subject(id),
      detail: { email, roles, ...(of.company && { company: of.company }) },
    },
  ]);
  return { id, link };
}

const subject = (id: string) => ({ type: 'invite', id }) as const;

/** Takes an invite back. One that was taken back before stays so. @throws CodedError */
export async function revokeInvite(
  context: Context,
  of: { readonly orgId: string; readonly id: string },
  { actor, by }: ActedBy,
): Promise<void> {
  await context.db.scoped('*', async (tx) => {
    const found = await inviteById(tx, of.orgId, of.id);
    if (!found) throw new CodedError('http.not-found', { detail: 'No invite of the organisation has this id.' });
    if (found.acceptedAt)
      throw new CodedError('http.conflict', {
        detail: `${found.email} has accepted the invite. Disable the person instead.`,
      });
    if (found.revokedAt) return;
    const at = context.now();
    await saveInvite(tx, of.id, { revokedAt: at });
    await audit(tx, [
      {
        orgId: of.orgId,
        at,
        actor,
        by,
        action: 'invite.revoked',
        subject: subject(of.id),
        detail: { email: found.email },
      },
    ]);
  });
}

export type InviteState = 'open' | 'accepted' | 'revoked' | 'expired';

export const inviteState = ({ acceptedAt, revokedAt, expiresAt }: InviteRow, now: Date): InviteState =>
  acceptedAt ? 'accepted' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open';

/** The invite of a link that is good. @throws CodedError that says what to do about one that is not */
export async function openInvite(context: Context, tx: Tx, token: string): Promise<InviteRow> {
  const found = await inviteOf(tx, token);
  if (!found) throw new CodedError('link.unknown');
  const state = inviteState(found, context.now());
  const who = found.company ? found.orgName : `an admin of ${found.orgName}`;
  if (state === 'accepted')
    throw new CodedError('link.used', {
      detail: `This invite was accepted. Sign in as ${found.email}; the sign-in page helps with a lost password.`,
    });
  if (state === 'revoked')
    throw new CodedError('link.revoked', {
      detail: `This invite was taken back, or another one came in its place: look for a newer mail, or ask ${who}.`,
    });
  if (state === 'expired')
    throw new CodedError('link.expired', {
      detail: `This invite ended on ${found.expiresAt.toISOString().slice(0, 10)}. Ask ${who} for a new one.`,
    });
  if (found.company && context.entry.registration === 'off') throw new CodedError('registration.closed');
  return found;
}

export interface Accepted {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  /** Another name of the company than the one it was invited under. */
  readonly company?: string | undefined;
}

/** Makes the account of somebody who was invited, and the company where the invite is for one. @returns who is to be signed in */
export async function acceptInvite(
  context: Context,
  tx: Tx,
  tools: ReleaseTools,
  given: Accepted,
): Promise<{ readonly userId: string; readonly orgId: string; readonly email: string; readonly name: string }> {
  const found = await openInvite(context, tx, given.token);
  const name = given.name.trim();
  const wrong = faultOfName('person', name);
  refuseBody(wrong === undefined ? [] : [{ place: 'body/name', message: wrong }]);
  refusePassword('body/password', given.password, [found.email, name]);
  if (await emailIsTaken(tx, found.email))
    throw new CodedError('http.conflict', { detail: `${found.email} has an account already: sign in with it.` });
  const userId = context.newId();
  const by = { actor: found.email, by: { kind: 'person', id: userId } } as const;
  const orgId = found.company ? await makeCompany(tx, tools, found.company, given.company, by) : found.orgId;
  await lockOrganization(tx, orgId);
  await addUser(tx, {
    id: userId,
    orgId,
    email: found.email,
    name,
    roles: found.roles,
    passwordHash: await hashPassword(given.password),
  });
  const at = context.now();
  await saveInvite(tx, found.id, { acceptedAt: at });
  const after = { name, email: found.email, roles: found.roles };
  await audit(tx, [
    {
      orgId: found.orgId,
      at,
      ...by,
      action: 'invite.accepted',
      subject: subject(found.id),
      detail: { email: found.email, organization: orgId },
    },
    {
      orgId,
      at,
      ...by,
      action: 'user.added',
      subject: { type: 'user', id: userId },
      detail: { before: null, after, invite: found.id },
    },
  ]);
  return { userId, orgId, email: found.email, name };
}

async function makeCompany(
  tx: Tx,
  tools: ReleaseTools,
  { name, template, kind }: InvitedCompany,
  other: string | undefined,
  by: ActedBy,
): Promise<string> {
  await lockPartnerNames(tx);
  const wanted = { name: other ?? name, templates: [template], kind, identities: { production: [], sandbox: [] } };
  return (await makePartner(tools, tx, wanted, by)).orgId;
}
