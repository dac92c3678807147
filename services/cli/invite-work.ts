import { isEmail } from '../domain/email.ts';
import type { Context } from '../flows/context.ts';
import { inviteCompany, invitePerson, inviteState, type Made, revokeInvite } from '../flows/identity/invites.ts';
import { readMail } from '../flows/identity/mailbox.ts';
import { type InviteRow, invites } from '../store/identity/invites.ts';
import { mails } from '../store/identity/mails.ts';
import { organizations } from '../store/partners.ts';
import { commandActor } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { CreateInviteOptions, InviteOptions, MailOptions } from './invite-commands.ts';
import { textTable } from './text-table.ts';
import { organizationOf, rolesGiven, runRefusable, sideOfKind } from './user-work.ts';

const by = () => ({ ...commandActor(), name: commandActor().actor });

export const create = (email: string, options: CreateInviteOptions) =>
  runRefusable(async (context) => {
    if (!isEmail(email)) throw new UsageError(`"${email}" is no e-mail address.`);
    const { id, link } = await (options.company === undefined
      ? person(context, email, options)
      : company(context, email, options, options.company));
    if (options.json) console.log(JSON.stringify({ id, email, link }));
    else console.log(`${email} is invited. A mail is on its way; the link in it is\n  ${link}`);
    return exitCodes.fine;
  });

async function person(
  context: Context,
  email: string,
  { organization: wanted, role, name }: CreateInviteOptions,
): Promise<Made> {
  if (role === undefined)
    throw new UsageError('Say what the person may do with --role, or name a new company with --company.');
  const owner = (await organizations(context.db.system)).find(({ kind }) => kind === 'owner');
  const org = wanted ?? owner?.id;
  if (org === undefined) throw new UsageError('There is no company yet. Make it first: crossdock setup --help');
  const organization = await organizationOf(context, org);
  const roles = rolesGiven(role, sideOfKind(organization));
  return invitePerson(context, organization.id, { email, name, roles }, by());
}

async function company(
  context: Context,
  email: string,
  { template, name, role, organization }: CreateInviteOptions,
  called: string,
): Promise<Made> {
  if (template === undefined)
    throw new UsageError('--company needs --template: `crossdock partner templates` prints them.');
  if (role !== undefined || organization !== undefined)
    throw new UsageError(
      '--company makes an organization whose first admin the person is: leave --role and --organization out.',
    );
  return inviteCompany(context, { email, name, company: { name: called, template } }, by());
}

const viewOf = (row: InviteRow, now: Date) => ({
  ...{ id: row.id, email: row.email, name: row.name, state: inviteState(row, now), roles: row.roles },
  organization: { id: row.orgId, name: row.orgName },
  ...(row.company && { company: row.company }),
  ...{ createdAt: row.createdAt.toISOString(), createdBy: row.createdBy, expiresAt: row.expiresAt.toISOString() },
});

async function rowsOf(context: Context, { organization }: InviteOptions): Promise<readonly InviteRow[]> {
  const orgId = organization === undefined ? undefined : (await organizationOf(context, organization)).id;
  return invites(context.db.system, orgId);
}

export const list = (options: InviteOptions) =>
  runRefusable(async (context) => {
    const rows = (await rowsOf(context, options)).map((row) => viewOf(row, context.now()));
    if (options.json) console.log(JSON.stringify({ invites: rows }));
    else if (rows.length === 0) console.log('Nobody is invited. Invite somebody: crossdock invite create --help');
    else
      console.log(
        textTable(
          ['e-mail', 'state', 'into', 'ends', 'roles'],
          rows.map(({ email, state, organization, company: made, expiresAt, roles }) => [
            ...[
              email,
              state,
              made ? `${made.name} (new)` : organization.name,
              expiresAt.slice(0, 16).replace('T', ' '),
            ],
            roles.join(', '),
          ]),
        ),
      );
    return exitCodes.fine;
  });

export const revoke = (email: string, options: InviteOptions) =>
  runRefusable(async (context) => {
    const open = (await rowsOf(context, options)).filter(
      (row) => row.email.toLowerCase() === email.toLowerCase() && inviteState(row, context.now()) === 'open',
    );
    if (open.length === 0) throw new UsageError(`${email} has no open invite. \`crossdock invite list\` prints them.`);
    for (const { id, orgId } of open) await revokeInvite(context, { id, orgId }, commandActor());
    if (options.json) console.log(JSON.stringify({ revoked: open.map(({ id }) => id) }));
    else console.log(`The invite of ${open[0]!.email} is taken back.`);
    return exitCodes.fine;
  });

export const listMails = (options: MailOptions) =>
  runRefusable(async (context) => {
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new UsageError('--limit is a number from 1 to 1000.');
    const rows = (await mails(context.db.system, { limit })).map(
      ({ id, at, recipient, subject, purpose, state, attempts, lastError }) => ({
        ...{ id, at: at.toISOString(), recipient, subject, purpose, state, attempts },
        ...(lastError !== null && { lastError }),
      }),
    );
    if (options.json) console.log(JSON.stringify({ mails: rows }));
    else if (rows.length === 0) console.log('There is no mail yet.');
    else
      console.log(
        textTable(
          ['id', 'written', 'state', 'to', 'subject'],
          rows.map(({ id, at, state, recipient, subject }) => [
            id,
            at.slice(0, 16).replace('T', ' '),
            state,
            recipient,
            subject,
          ]),
        ),
      );
    return exitCodes.fine;
  });

export const showMail = (id: string, options: MailOptions) =>
  runRefusable(async (context) => {
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id))
      throw new UsageError(`"${id}" is no id of a mail: \`crossdock mail list\` prints them.`);
    const { mail, text, link } = await readMail(context, id, commandActor());
    const { recipient, subject, state } = mail;
    if (options.json) console.log(JSON.stringify({ id, recipient, subject, state, text, link }));
    else
      console.log(
        `To: ${recipient}\nSubject: ${subject}\nState: ${state}\n\n${text ?? 'The mail server has it; what it said is not kept.'}`,
      );
    return exitCodes.fine;
  });
