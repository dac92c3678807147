import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { CodedError } from '../../domain/errors.ts';
import { faultOfName } from '../../domain/name.ts';
import { audit } from '../../store/audit.ts';
import { insertChallenge, takeChallenge } from '../../store/identity/challenges.ts';
import {
  insertPasskey,
  type PasskeyRow,
  passkeyOf,
  passkeysOf,
  removePasskey,
  renamePasskey,
  savePasskeyUse,
} from '../../store/identity/factors.ts';
import type { SignedIn } from '../../store/sessions.ts';
import { accountOf } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { refuseBody } from '../refuse-body.ts';
import { tellOwner } from './notices.ts';
import { newToken } from './queue-mail.ts';

const answerMs = 5 * 60_000;
const mostPasskeys = 20;
// EdDSA, ES256, RS256, as COSE numbers them: what authenticators have, and what Node does without a warning.
const supportedAlgorithmIDs = [-8, -7, -257];

/** Passkeys belong to the host that people reach us by. */
const relyingParty = ({ entry }: Context) => {
  const { hostname, origin } = new URL(entry.publicUrl);
  return { id: hostname, origin };
};
const who = (of: SignedIn) =>
  ({
    orgId: of.orgId,
    actor: of.email,
    by: { kind: 'person', id: of.userId },
    subject: { type: 'user', id: of.userId },
  }) as const;

export interface Asked<T> {
  /** Goes with the answer; good once, for five minutes. */
  readonly challenge: string;
  readonly options: T;
}

/** What a browser needs to make a passkey. The password has been checked. */
export async function askForPasskey(
  context: Context,
  of: SignedIn,
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { db, now } = context;
  const there = await passkeysOf(db.front, of.userId);
  if (there.length >= mostPasskeys)
    throw new CodedError('http.conflict', {
      detail: `You have ${mostPasskeys} passkeys: remove one that you no longer use.`,
    });
  const options = await generateRegistrationOptions({
    rpName: 'Crossdock',
    rpID: relyingParty(context).id,
    userName: of.email,
    userDisplayName: of.name,
    userID: new Uint8Array(Buffer.from(of.userId)),
    excludeCredentials: there.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    supportedAlgorithmIDs,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const challenge = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + answerMs);
  await insertChallenge(db.front, {
    token: challenge,
    purpose: 'passkey-add',
    userId: of.userId,
    data: { challenge: options.challenge },
    now: at,
    expiresAt,
  });
  return { challenge, options };
}

/** Keeps a passkey that was made. @throws CodedError for one that does not answer what was asked, or is somebody's already */
export async function addPasskey(
  context: Context,
  of: SignedIn,
  given: { readonly challenge: string; readonly name: string; readonly response: RegistrationResponseJSON },
): Promise<PasskeyRow> {
  const { db, now, newId } = context;
  const name = given.name.trim();
  refuseName(name);
  const asked = await takeChallenge<{ challenge: string }>(db.front, {
    token: given.challenge,
    purpose: 'passkey-add',
    userId: of.userId,
    now: now(),
  });
  if (!asked)
    throw new CodedError('http.conflict', {
      detail: 'This passkey was asked for more than five minutes ago, or is added already. Begin again.',
    });
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(context);
  const verified = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: asked.challenge,
    expectedOrigin,
    expectedRPID,
    supportedAlgorithmIDs,
    requireUserVerification: true,
  }).catch((cause: unknown) => refuse(context, cause));
  if (!verified.verified) return refuse(context, undefined);
  const { credential } = verified.registrationInfo;
  const row: PasskeyRow = {
    ...{
      id: newId(),
      credentialId: credential.id,
      userId: of.userId,
      name,
      publicKey: Buffer.from(credential.publicKey),
    },
    ...{
      counter: credential.counter,
      transports: [...(credential.transports ?? [])].slice(0, 10),
      createdAt: now(),
      lastUsedAt: null,
    },
  };
  await db.front.transaction(async (tx) => {
    if (!(await insertPasskey(tx, row)))
      throw new CodedError('http.conflict', { detail: 'This passkey belongs to an account already.' });
    await audit(tx, [{ ...who(of), at: now(), action: 'passkey.added', detail: { passkey: row.id, name } }]);
    await tellOwner(context, tx, of, `The passkey ${name} was added to your account`);
  });
  return row;
}

function refuse(context: Context, cause: unknown): never {
  const { hostname } = new URL(context.entry.publicUrl);
  throw new CodedError('http.request-invalid', {
    cause,
    detail: `The passkey does not answer what was asked. It must be made at ${hostname}, with a check of who you are (PIN, fingerprint, face). Begin again.`,
    errors: [{ place: 'body/response', message: 'does not answer what was asked' }],
  });
}

const refuseName = (name: string) => {
  const wrong = faultOfName('api-key', name);
  refuseBody(wrong === undefined ? [] : [{ place: 'body/name', message: wrong }]);
};

const none = () => new CodedError('http.not-found', { detail: 'You have no passkey with this id.' });

/** @throws CodedError `http.not-found` for one that is not the caller's */
export async function needOwnPasskey({ db }: Context, of: SignedIn, id: string): Promise<void> {
  if (!(await passkeysOf(db.front, of.userId)).some((one) => one.id === id)) throw none();
}

export async function nameOwnPasskey({ db, now }: Context, of: SignedIn, id: string, given: string): Promise<void> {
  const name = given.trim();
  refuseName(name);
  await db.front.transaction(async (tx) => {
    if (!(await renamePasskey(tx, of.userId, id, name))) throw none();
    await audit(tx, [{ ...who(of), at: now(), action: 'passkey.renamed', detail: { passkey: id, name } }]);
  });
}

export async function removeOwnPasskey(context: Context, of: SignedIn, id: string): Promise<void> {
  const { db, now } = context;
  await db.front.transaction(async (tx) => {
    if (!(await removePasskey(tx, of.userId, id))) throw none();
    await audit(tx, [{ ...who(of), at: now(), action: 'passkey.removed', detail: { passkey: id } }]);
    await tellOwner(context, tx, of, 'A passkey was removed from your account');
  });
}

/** What a browser needs to sign in with a passkey; nobody says whose. */
export async function askForSignIn(context: Context): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const { db, now } = context;
  const options = await generateAuthenticationOptions({ rpID: relyingParty(context).id, userVerification: 'required' });
  const challenge = newToken();
  const expiresAt = new Date(now().getTime() + answerMs);
  await insertChallenge(db.front, {
    token: challenge,
    purpose: 'passkey-sign-in',
    data: { challenge: options.challenge },
    now: now(),
    expiresAt,
  });
  return { challenge, options };
}

/** Who signs in with a passkey. @throws CodedError `http.passkey-refused`, whatever is the matter with it */
export async function signInByPasskey(
  context: Context,
  given: { readonly challenge: string; readonly response: AuthenticationResponseJSON },
) {
  const { db, now } = context;
  const asked = await takeChallenge<{ challenge: string }>(db.front, {
    token: given.challenge,
    purpose: 'passkey-sign-in',
    now: now(),
  });
  if (!asked)
    throw new CodedError('http.passkey-refused', {
      detail: 'This was asked for more than five minutes ago, or answered already. Try again.',
    });
  return db.front.transaction(async (tx) => {
    const passkey = await passkeyOf(tx, given.response.id);
    const account = passkey && (await accountOf(tx, passkey.userId));
    if (!account) throw new CodedError('http.passkey-refused');
    const { userHandle } = given.response.response;
    if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== passkey.userId)
      throw new CodedError('http.passkey-refused');
    const { id: expectedRPID, origin: expectedOrigin } = relyingParty(context);
    const credential = {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    };
    const verified = await verifyAuthenticationResponse({
      ...{ response: given.response, expectedChallenge: asked.challenge, expectedOrigin, expectedRPID, credential },
      requireUserVerification: true,
    }).catch((cause: unknown) => {
      throw new CodedError('http.passkey-refused', { cause });
    });
    if (!verified.verified) throw new CodedError('http.passkey-refused');
    await savePasskeyUse(tx, passkey.id, verified.authenticationInfo.newCounter, now());
    return account;
  });
}
