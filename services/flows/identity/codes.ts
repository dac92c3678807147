import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import {
  asksForCode,
  beginTotp,
  recoveryCodesLeft,
  removeTotp,
  replaceRecoveryCodes,
  saveTotpStep,
  spendRecoveryCode,
  totpOf,
} from '../../store/identity/factors.ts';
import { organizationName, ownOrganisationIfAny } from '../../store/partners.ts';
import type { SignedIn } from '../../store/sessions.ts';
import { forgetTry } from '../../store/sign-in-attempts.ts';
import type { Context } from '../context.ts';
import { tellOwner } from './notices.ts';
import { countHourly } from './pace.ts';

const periodMs = 30_000;
const codesAtOnce = 10;
// A new secret that nobody confirmed is worth nothing after this.
const beginMs = 30 * 60_000;

const who = (of: SignedIn) =>
  ({
    orgId: of.orgId,
    actor: of.email,
    by: { kind: 'person', id: of.userId },
    subject: { type: 'user', id: of.userId },
  }) as const;

/** Makes a secret for an authenticator app; it counts once a code of it is brought. @throws CodedError where one is in use */
export async function beginCodes(
  context: Context,
  of: SignedIn,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = new Secret({ size: 20 });
  const { db, secrets, now } = context;
  const issuer = await db.front.transaction(async (tx) => {
    const found = await totpOf(tx, of.userId);
    if (found?.confirmedAt)
      throw new CodedError('http.conflict', {
        detail: 'Codes from an app are in use already. Remove them first to use another app.',
      });
    await beginTotp(tx, of.userId, secrets.seal(secret.base32), now());
    const ours = await ownOrganisationIfAny(tx);
    return `Crossdock ${ours === undefined ? '' : await organizationName(tx, ours)}`.trim();
  });
  const uri = new TOTP({ issuer, label: of.email, secret }).toString();
  return { secret: secret.base32, uri };
}

/** Confirms the app with a code of it. @returns recovery codes, shown once */
export async function confirmCodes(context: Context, of: SignedIn, code: string): Promise<readonly string[]> {
  const { db, now } = context;
  return db.front.transaction(async (tx) => {
    const found = await totpOf(tx, of.userId);
    if (!found || found.confirmedAt || now().getTime() - found.begunAt.getTime() > beginMs)
      throw new CodedError('http.conflict', {
        detail: 'There is no new app to confirm, or it was begun more than half an hour ago. Begin again.',
      });
    const step = stepOf(context, found.sealedSecret, code);
    if (step === undefined)
      throw new CodedError('http.request-invalid', {
        detail: 'body/code is not the code that the app shows now. Look whether the clock of the device is right.',
        errors: [{ place: 'body/code', message: 'is not the code that the app shows now' }],
      });
    await saveTotpStep(tx, of.userId, step, now());
    const codes = newCodes();
    await replaceRecoveryCodes(tx, of.userId, codes);
    await audit(tx, [{ ...who(of), at: now(), action: 'totp.set-up' }]);
    await tellOwner(context, tx, of, 'Codes from an authenticator app are now asked for at the sign-in');
    return codes;
  });
}

/** Another set of recovery codes, in the place of all before. @throws CodedError without an app */
export async function renewRecoveryCodes({ db, now }: Context, of: SignedIn): Promise<readonly string[]> {
  return db.front.transaction(async (tx) => {
    if (!(await asksForCode(tx, of.userId)))
      throw new CodedError('http.conflict', { detail: 'Recovery codes take the place of an app: set one up first.' });
    const codes = newCodes();
    await replaceRecoveryCodes(tx, of.userId, codes);
    await audit(tx, [{ ...who(of), at: now(), action: 'recovery-codes.renewed' }]);
    return codes;
  });
}

export async function removeCodes(context: Context, of: SignedIn): Promise<void> {
  const { db, now } = context;
  await db.front.transaction(async (tx) => {
    if (!(await removeTotp(tx, of.userId))) return;
    await audit(tx, [{ ...who(of), at: now(), action: 'totp.removed' }]);
    await tellOwner(context, tx, of, 'Codes from an authenticator app are no longer asked for at the sign-in');
  });
}

/** Whether codes are in use, since when, and how many recovery codes are left. */
export async function codesOf({ db }: Context, userId: string) {
  return db.front.transaction(async (tx) => {
    const found = await totpOf(tx, userId);
    return found?.confirmedAt
      ? { since: found.confirmedAt, recoveryCodesLeft: await recoveryCodesLeft(tx, userId) }
      : undefined;
  });
}

const codeTries = (userId: string) => ['code', userId] as const;

/**
 * Checks the second factor of a sign-in whose password was right. A code is good once; ten wrong ones in an hour end the trying, wherever they come from.
 * @returns whether a code was asked for. @throws CodedError `http.code-needed`, `http.code-wrong`, `http.too-many-sign-ins`
 */
export async function checkCode(context: Context, userId: string, code: string | undefined): Promise<boolean> {
  const { db } = context;
  if (!(await asksForCode(db.front, userId))) return false;
  if (code === undefined || code.trim() === '') throw new CodedError('http.code-needed');
  const until = await countHourly(context, codeTries(userId), 10);
  if (until) {
    const retryAfterSeconds = Math.ceil((until.getTime() - context.now().getTime()) / 1000);
    throw new CodedError('http.too-many-sign-ins', {
      retryAfterSeconds,
      detail: `There were too many wrong codes for this account. Wait ${Math.ceil(retryAfterSeconds / 60)} minutes, or sign in with a passkey.`,
    });
  }
  if (!(await db.front.transaction((tx) => takeCode(context, tx, userId, code))))
    throw new CodedError('http.code-wrong');
  await forgetTry(db.front, codeTries(userId), true);
  return true;
}

async function takeCode(context: Context, tx: Tx, userId: string, code: string): Promise<boolean> {
  const found = await totpOf(tx, userId);
  if (!found?.confirmedAt) return false;
  const plain = code.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(plain)) return spendRecoveryCode(tx, userId, plain, context.now());
  const step = stepOf(context, found.sealedSecret, plain);
  // The same code twice, or an older one, is somebody who looked over a shoulder.
  if (step === undefined || step <= found.lastStep) return false;
  await saveTotpStep(tx, userId, step);
  return true;
}

/** The time step of a code, of now or of one before or after; undefined for a wrong one. */
function stepOf({ secrets, now }: Context, sealed: string, code: string): number | undefined {
  const timestamp = now().getTime();
  const totp = new TOTP({ secret: Secret.fromBase32(secrets.open(sealed)) });
  const delta = totp.validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / periodMs) + delta;
}

// Without I, L, O, U, 0 and 1, which are read as one another.
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Ten letters each, some 49 bits. */
const newCodes = (): readonly string[] =>
  Array.from({ length: codesAtOnce }, () =>
    Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join(''),
  );
