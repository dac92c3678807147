import { randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import { CodedError } from '../../domain/errors.ts';
import { rolesByClaim, type SignOnSettings } from '../../domain/identity/entry.ts';
import { domainOf } from '../../domain/identity/likeness.ts';
import { faultOfName } from '../../domain/name.ts';
import type { Role } from '../../domain/roles.ts';
import { audit } from '../../store/audit.ts';
import { insertChallenge, takeChallenge } from '../../store/identity/challenges.ts';
import { linkedPerson, linkPerson } from '../../store/identity/sign-on-links.ts';
import { ownOrganisation } from '../../store/partners.ts';
import { accountOf, addUser, findMember, personByEmail } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../password.ts';
import { setRoles } from '../people.ts';
import { newToken } from './queue-mail.ts';

const answerMs = 10 * 60_000;
/** The page of the portal that the server sends people back to. */
export const signOnPage = '/sign-in/done';

interface Kept {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

const settingsOf = ({ entry }: Context): SignOnSettings => {
  if (entry.signOn) return entry.signOn;
  throw new CodedError('http.not-found', { detail: 'Single sign-on is not set up in this hub (OIDC_ISSUER).' });
};

const known = new WeakMap<SignOnSettings, Promise<oidc.Configuration>>();

/** What the server says of itself, asked once. */
function discovered(settings: SignOnSettings): Promise<oidc.Configuration> {
  const found = known.get(settings);
  if (found) return found;
  const issuer = new URL(settings.issuer);
  // Without encryption only on this machine, for tests and a first try.
  const isLocal = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  const options = isLocal ? { execute: [oidc.allowInsecureRequests] } : {};
  const asked = oidc
    .discovery(issuer, settings.clientId, settings.clientSecret, undefined, options)
    .catch((cause: unknown) => {
      known.delete(settings);
      throw new CodedError('sign-on.unavailable', { cause });
    });
  known.set(settings, asked);
  return asked;
}

/** Begins a sign-in at the server. @returns where the browser goes, and the token that it brings back in a cookie */
export async function startSignOn(context: Context): Promise<{ readonly address: string; readonly token: string }> {
  const { db, now, entry } = context;
  const config = await discovered(settingsOf(context));
  const kept: Kept = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
  const address = oidc.buildAuthorizationUrl(config, {
    ...{
      redirect_uri: entry.publicUrl + signOnPage,
      scope: 'openid email profile',
      state: kept.state,
      nonce: kept.nonce,
    },
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256' },
  });
  const token = newToken();
  await insertChallenge(db.front, {
    token,
    purpose: 'sign-on',
    data: kept,
    now: now(),
    expiresAt: new Date(now().getTime() + answerMs),
  });
  return { address: address.href, token };
}

interface Told {
  readonly subject: string;
  readonly email: string | undefined;
  readonly isVerified: boolean;
  readonly name: string;
  readonly roles: unknown;
}

/**
 * Ends it: the answer of the server, with the cookie of the browser that began it.
 * @throws CodedError `sign-on.refused` that says why
 */
export async function finishSignOn(context: Context, token: string | undefined, query: string) {
  const { db, now } = context;
  const settings = settingsOf(context);
  const kept =
    token === undefined ? undefined : await takeChallenge<Kept>(db.front, { token, purpose: 'sign-on', now: now() });
  if (!kept)
    throw new CodedError('sign-on.refused', {
      detail: 'This sign-in was begun in another browser, more than ten minutes ago, or is done. Begin again.',
    });
  const told = await ask(context, settings, kept, query);
  const userId = await personOf(context, settings, told);
  const account = await accountOf(db.front, userId);
  if (!account)
    throw new CodedError('sign-on.refused', {
      detail: 'The account is disabled, or no longer of the team. Ask an admin of the team.',
    });
  return account;
}

async function ask({ entry }: Context, settings: SignOnSettings, kept: Kept, query: string): Promise<Told> {
  const config = await discovered(settings);
  try {
    const address = new URL(`${entry.publicUrl}${signOnPage}?${query.replace(/^\?/, '')}`);
    const tokens = await oidc.authorizationCodeGrant(config, address, {
      ...{
        pkceCodeVerifier: kept.verifier,
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        idTokenExpected: true,
      },
    });
    const claims = tokens.claims()!;
    const more =
      claims.email === undefined || claims[settings.rolesClaim] === undefined
        ? await moreOf(config, tokens.access_token, claims.sub)
        : {};
    const all: Readonly<Record<string, unknown>> = { ...more, ...claims };
    const email = typeof all.email === 'string' ? all.email : undefined;
    const name = typeof all.name === 'string' ? all.name : (email ?? claims.sub);
    return {
      subject: claims.sub,
      email,
      isVerified: all.email_verified === true,
      name,
      roles: all[settings.rolesClaim],
    };
  } catch (cause) {
    throw new CodedError('sign-on.refused', {
      cause,
      detail: `${settings.label} did not confirm the sign-in, or its answer does not belong to it. Begin again.`,
    });
  }
}

const moreOf = (config: oidc.Configuration, accessToken: string, subject: string): Promise<object> =>
  config.serverMetadata().userinfo_endpoint === undefined
    ? Promise.resolve({})
    : oidc.fetchUserInfo(config, accessToken, subject);

/** Who it is: by the link, else by a verified address of our domains; made where roles are mapped. */
async function personOf(context: Context, settings: SignOnSettings, told: Told): Promise<string> {
  const { db } = context;
  const orgId = await ownOrganisation(db.front);
  const roles = rolesByClaim(settings, told.roles);
  const linked = await linkedPerson(db.front, settings.issuer, told.subject);
  const userId = linked ?? (await link(context, settings, told, orgId, roles));
  const member = await findMember(db.front, orgId, userId);
  if (!member)
    throw new CodedError('sign-on.refused', {
      detail: 'Single sign-on is for the integration team. Sign in with your password.',
    });
  if (settings.roleMap.length > 0) await keepRoles(context, settings, { orgId, userId }, roles);
  return userId;
}

async function link(
  context: Context,
  settings: SignOnSettings,
  { email, isVerified, name, subject }: Told,
  orgId: string,
  roles: readonly Role[],
): Promise<string> {
  const refuse = (detail: string) => new CodedError('sign-on.refused', { detail });
  if (email === undefined || !isVerified)
    throw refuse(
      `${settings.label} does not say that your e-mail address was verified: without that no account can be found.`,
    );
  if (!settings.domains.includes(domainOf(email)))
    throw refuse(`Addresses of ${domainOf(email)} do not sign in this way. The operator says which do (OIDC_DOMAINS).`);
  const { db, now, newId } = context;
  return db.scoped('*', async (tx) => {
    const at = now();
    const found = await personByEmail(tx, email);
    if (found && !(await findMember(tx, orgId, found)))
      throw refuse('This address has an account of a partner. Sign in with your password.');
    if (!found && roles.length === 0)
      throw refuse('You are not in the team yet, and none of your groups has a role here. Ask an admin of the team.');
    const userId = found ?? newId();
    const entry = {
      orgId,
      at,
      actor: email,
      by: { kind: 'person', id: userId },
      subject: { type: 'user', id: userId },
    } as const;
    if (!found) {
      const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
      const plain = faultOfName('person', name) === undefined ? name.trim() : email;
      await addUser(tx, { id: userId, orgId, email, name: plain, roles, passwordHash, hasPassword: false });
      await audit(tx, [
        {
          ...entry,
          action: 'user.added',
          detail: { before: null, after: { name: plain, email, roles }, signOn: settings.issuer },
        },
      ]);
    }
    await linkPerson(tx, { issuer: settings.issuer, subject, userId, at });
    await audit(tx, [{ ...entry, action: 'user.linked', detail: { issuer: settings.issuer, email } }]);
    return userId;
  });
}

/** Roles are what the server says; the last admin stays one, and nobody without a role comes in. */
async function keepRoles(
  context: Context,
  settings: SignOnSettings,
  of: { readonly orgId: string; readonly userId: string },
  roles: readonly Role[],
): Promise<void> {
  if (roles.length === 0)
    throw new CodedError('sign-on.refused', {
      detail: `None of your groups at ${settings.label} has a role here any more. Ask an admin of the team.`,
    });
  const by = { actor: `single sign-on (${settings.label})`, by: { kind: 'hub' }, visibility: '*' } as const;
  await setRoles(context, of, roles, by).catch((error: unknown) => {
    if (!(error instanceof CodedError) || error.code !== 'http.conflict') throw error;
    context.log.warn({ userId: of.userId }, 'single sign-on would take the last admin away; the roles stay');
  });
}
