import { CodedError } from '../../domain/errors.ts';
import { type Likeness, likelySame } from '../../domain/identity/likeness.ts';
import {
  faultsOfForm,
  type LikenessView,
  likenessView,
  type RegistrationForm,
} from '../../domain/identity/registration.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { findLink, insertLink, spendLinks } from '../../store/identity/links.ts';
import {
  hasRegistration,
  knownCompanies,
  openRegistration,
  type Registration,
  removeRegistration,
  saveForm,
  saveTradeNumbers,
} from '../../store/identity/registrations.ts';
import { lockPartnerNames, organizationName, ownOrganisationIfAny } from '../../store/partners.ts';
import { addUser, emailIsTaken } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../identity-holder.ts';
import { makePartner } from '../onboarding/make-partner.ts';
import { hashPassword } from '../password.ts';
import { refuseBody } from '../refuse-body.ts';
import type { ReleaseTools } from '../releases.ts';
import { countHourly, mayMail } from './pace.ts';
import { refusePassword } from './passwords.ts';
import { linkTo, newToken, queueMail } from './queue-mail.ts';

/** Stands for a company that is not made yet. */
const orgOfNobody = '00000000-0000-0000-0000-000000000000';

/** A form may lie for so long since it was last opened. */
export const registrationMs = 7 * 86_400_000;

function refuseClosed({ entry }: Context): void {
  if (entry.registration !== 'open') throw new CodedError('registration.closed');
}

/** Mails a link that proves an address and opens its registration. Known or unknown, the same is done and answered. */
export async function startRegistration(context: Context, email: string): Promise<void> {
  refuseClosed(context);
  const { db, now } = context;
  if (!(await mayMail(context, email))) return;
  const [token, createdAt, address] = [newToken(), now(), email.toLowerCase()];
  const until = new Date(createdAt.getTime() + registrationMs);
  const [isTaken, resumes] = [await emailIsTaken(db.front, email), await hasRegistration(db.front, address, createdAt)];
  await db.front.transaction(async (tx) => {
    const organization = await nameOfOurs(tx);
    // Of an address that has an account the link opens nothing: it is marked as used, and nobody gets it.
    await insertLink(tx, { token, purpose: 'registration', email: address, createdAt, expiresAt: until });
    await spendLinks(tx, 'registration', { email: isTaken ? address : '' }, createdAt);
    if (isTaken)
      await queueMail(context, tx, email, {
        purpose: 'registration-known',
        of: { organization, link: linkTo(context, '/sign-in') },
      });
    else
      await queueMail(context, tx, email, {
        purpose: 'registration-proof',
        of: { organization, link: linkTo(context, '/register', token), until, resumes },
      });
  });
}

async function nameOfOurs(tx: Tx): Promise<string> {
  const ours = await ownOrganisationIfAny(tx);
  return ours === undefined ? 'the company' : organizationName(tx, ours);
}

export interface OpenForm extends Registration {
  /** The address that was proven. */
  readonly email: string;
}

/** The form that a link opens, on whatever device. @throws CodedError that says what to do about a link that is not good */
async function formOf(context: Context, tx: Tx, token: string): Promise<OpenForm> {
  refuseClosed(context);
  const at = context.now();
  const link = await findLink(tx, 'registration', token);
  const again = 'Begin again with your address: what you had filled in is still there for a week.';
  if (!link)
    throw new CodedError('link.unknown', { detail: `This link is not one of this hub, or not complete. ${again}` });
  if (link.usedAt)
    throw new CodedError('link.used', {
      detail: 'This registration is done. Sign in with the address and password that you chose.',
    });
  if (link.expiresAt <= at) throw new CodedError('link.expired', { detail: `This link was good for a week. ${again}` });
  return {
    email: link.email,
    ...(await openRegistration(tx, link.email, at, new Date(at.getTime() + registrationMs))),
  };
}

export const readForm = (context: Context, token: string): Promise<OpenForm> =>
  context.db.front.transaction((tx) => formOf(context, tx, token));

/** Keeps the form. @param revision the one that its author saw @throws CodedError `http.conflict` where another device saved since */
export function keepForm(context: Context, token: string, form: RegistrationForm, revision: number): Promise<OpenForm> {
  return context.db.front.transaction(async (tx) => {
    const open = await formOf(context, tx, token);
    if (open.revision !== revision)
      throw new CodedError('http.conflict', {
        detail:
          'The form was filled in on another device or in another window since. Nothing was changed now: look at what is there, then go on.',
      });
    await saveForm(tx, open.email, form, context.now());
    return { ...open, form: form as Registration['form'], revision: revision + 1, updatedAt: context.now() };
  });
}

/** Companies that the one of a form may be. @throws CodedError `http.too-many-requests` */
export async function checkForm(
  context: Context,
  token: string,
  form: RegistrationForm,
): Promise<readonly LikenessView[]> {
  const found = await context.db.front.transaction(async (tx) => {
    const { email } = await formOf(context, tx, token);
    // So that nobody asks through the numbers of the trade.
    const until = await countHourly(context, ['company', email], 60);
    if (until)
      throw new CodedError('http.too-many-requests', {
        retryAfterSeconds: Math.ceil((until.getTime() - context.now().getTime()) / 1000),
      });
    return likeness(tx, email, form);
  });
  return found.map(likenessView);
}

async function likeness(tx: Tx, email: string, { company = {} }: RegistrationForm): Promise<readonly Likeness[]> {
  const { name = '', scac, duns, gln } = company;
  return likelySame({ name, scac, duns, gln, email }, await knownCompanies(tx));
}

export interface Finished {
  readonly token: string;
  readonly form: RegistrationForm;
  readonly password: string;
  /** The person says that a company of nearly the same name is another one. */
  readonly isAnother: boolean;
}

/**
 * Makes the company with a draft from its template, which the sandbox runs, and its first admin. Production runs nothing.
 * @throws CodedError `registration.known-company`; and all that a partner is refused for
 */
export async function finishRegistration(
  context: Context,
  tx: Tx,
  tools: ReleaseTools,
  { token, form, password, isAnother }: Finished,
): Promise<{ readonly userId: string; readonly orgId: string; readonly email: string; readonly name: string }> {
  const { email } = await formOf(context, tx, token);
  refuseBody(faultsOfForm(form));
  const { company = {}, identity = {}, person = {}, template = '' } = form;
  const name = person.name!.trim();
  refusePassword('body/password', password, [email, name]);
  if (await emailIsTaken(tx, email))
    throw new CodedError('http.conflict', { detail: `${email} has an account already: sign in with it.` });
  await lockPartnerNames(tx);
  const same = await likeness(tx, email, form);
  const [worst] = same.map(likenessView).filter(({ mayDiffer }) => !(mayDiffer && isAnother));
  if (worst) throw new CodedError('registration.known-company', { detail: worst.message });
  const userId = context.newId();
  const by = { actor: email, by: { kind: 'person', id: userId } } as const;
  const { qualifier, id } = identity.id
    ? identity
    : company.scac
      ? { qualifier: '02', id: company.scac.toUpperCase() }
      : {};
  const sandbox = id && qualifier ? [{ qualifier, isaId: id, gsId: id }] : [];
  if (await isTaken(tx, orgOfNobody, 'sandbox', sandbox))
    refuseBody([
      {
        place: identity.id ? 'body/form/identity/id' : 'body/form/company/scac',
        message: `${qualifier}/${id} is the id of another company here. Leave it empty and ask the integration team if it is yours.`,
      },
    ]);
  const wanted = {
    name: company.name!,
    templates: [template],
    kind: company.kind,
    zone: company.timeZone,
    identities: { production: [], sandbox },
  };
  const { orgId } = await makePartner(tools, tx, wanted, by);
  await saveTradeNumbers(tx, orgId, {
    scac: company.scac || undefined,
    duns: company.duns || undefined,
    gln: company.gln || undefined,
  });
  await addUser(tx, {
    id: userId,
    orgId,
    email,
    name,
    roles: ['partner-admin'],
    passwordHash: await hashPassword(password),
  });
  const at = context.now();
  await spendLinks(tx, 'registration', { email }, at);
  await removeRegistration(tx, email);
  const said = same.filter(({ reason }) => reason === 'similar-name').map((one) => one.name);
  await audit(tx, [
    {
      ...{ orgId, at, ...by, action: 'registration.finished', subject: { type: 'organization', id: orgId } },
      detail: { form: { ...form }, ...(said.length > 0 && { saidToBeAnotherThan: said }) },
    },
  ]);
  return { userId, orgId, email, name };
}
