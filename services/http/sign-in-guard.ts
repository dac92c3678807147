import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type Counted, clearTries, countTry, forgetTry } from '../store/sign-in-attempts.ts';
import { tooManySignIns } from './limits.ts';
import { turnstile } from './turnstile.ts';

export interface SignInSettings {
  /** Tries for one account from one address, or from one known device, in a quarter of an hour. */
  readonly signInFailures: number;
  /** Tries for one account from all addresses together, in five minutes; known devices are not among them. */
  readonly accountFailures: number;
}

export interface SignInGuard {
  /**
   * Runs a try to sign in, if it may be made.
   * @param device the id of a device that has signed in to this account before.
   * @param verify whether the password was right.
   * @throws CodedError `http.too-many-sign-ins`, `http.sign-in-failed`.
   */
  attempt<T>(
    of: { readonly email: string; readonly address: string; readonly device: string | undefined },
    verify: () => Promise<T | undefined>,
  ): Promise<T>;
}

/** What is counted begins with the kind of count. */
type CountedTry = Counted & { readonly subject: readonly ['account' | 'device' | 'address', ...string[]] };

const quarterMs = 15 * 60_000;
const fiveMinutesMs = 5 * 60_000;
// A hash takes a core for some 30 ms and 19 MB for as long.
const hashesAtOnce = 4;
const hashesWaiting = 100;

/**
 * Bounds guessing. Each try is counted before the password is looked at. A device that has signed in to the account before has a count of its own,
 * so nobody elsewhere can lock its owner out; anybody else shares the account's count, whose window is short.
 */
export function signInGuard({ db, now }: Context, settings: SignInSettings): SignInGuard {
  const hashing = turnstile(hashesAtOnce, hashesWaiting);
  const counted = (email: string, address: string, device: string | undefined): CountedTry[] => {
    const one = { most: settings.signInFailures, windowMs: quarterMs };
    if (device !== undefined) return [{ ...one, subject: ['device', email, device] }];
    const all: CountedTry[] = [
      { ...one, subject: ['address', email, address] },
      { subject: ['account', email], most: settings.accountFailures, windowMs: fiveMinutesMs },
    ];
    return all.filter(({ most }) => most > 0);
  };
  return {
    async attempt({ email, address, device }, verify) {
      const counts = counted(email.toLowerCase(), address, device);
      for (const count of counts) {
        const until = await countTry(db.front, count, now());
        if (until) throw tooManySignIns(until.getTime() - now().getTime(), count.subject[0]);
      }
      const leave = await hashing.enter('').catch((cause: unknown) => {
        throw new CodedError('hub.overloaded', { cause });
      });
      const found = await verify().finally(leave);
      if (found === undefined) throw new CodedError('http.sign-in-failed');
      for (const { subject } of counts) await forgetTry(db.front, subject, subject[0] !== 'account');
      await clearTries(db.front, now());
      return found;
    },
  };
}
