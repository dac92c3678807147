import type { components } from '../../specs/generated/openapi.ts';
import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { inviteState } from '../flows/identity/invites.ts';
import type { OpenForm } from '../flows/identity/registration.ts';
import { listTemplates } from '../flows/onboarding/templates.ts';
import type { PasskeyRow } from '../store/identity/factors.ts';
import { inviteById as find, type InviteRow } from '../store/identity/invites.ts';
import type { MailRow } from '../store/identity/mails.ts';
import { companyOf } from '../store/partners.ts';

type Schemas = components['schemas'];

export function inviteView(row: InviteRow, now: Date): Schemas['Invite'] {
  const { id, email, name, roles, company, createdBy, createdAt, expiresAt, acceptedAt, revokedAt } = row;
  return {
    ...{ id, email, name, roles: [...roles], createdBy, state: inviteState(row, now) },
    organization: { id: row.orgId, name: row.orgName },
    ...(company && { company }),
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...(acceptedAt && { acceptedAt: acceptedAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}

export async function inviteById({ db, now }: Context, orgId: string, id: string): Promise<Schemas['Invite']> {
  const row = await db.scoped('*', (tx) => find(tx, orgId, id));
  if (!row) throw new CodedError('http.not-found', { detail: 'No invite of the organisation has this id.' });
  return inviteView(row, now());
}

export function mailView(row: MailRow): Schemas['Mail'] {
  const { id, at, purpose, recipient, subject, state, attempts, sentAt, lastError } = row;
  return {
    ...{ id, at: at.toISOString(), purpose, recipient, subject, state, attempts },
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    ...(lastError !== null && { lastError }),
  };
}

export const passkeyView = ({ id, name, createdAt, lastUsedAt }: PasskeyRow): Schemas['Passkey'] => ({
  ...{ id, name, createdAt: createdAt.toISOString() },
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
});

/** A form with what it takes to fill it in. */
export async function registrationView(context: Context, open: OpenForm): Promise<Schemas['Registration']> {
  const { email, form, revision, updatedAt } = open;
  const templates = listTemplates(context.catalog.standards).map(({ name, title, description, kind }) => ({
    ...{ name, title, kind },
    ...(description !== undefined && { description }),
  }));
  const organization = (await companyOf(context.db.front))?.name ?? '';
  return { email, form, revision, savedAt: updatedAt.toISOString(), organization, templates };
}
