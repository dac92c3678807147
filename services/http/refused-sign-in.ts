import { audit } from '../store/audit.ts';
import { ownOrganisationIfAny } from '../store/partners.ts';
import type { Account } from '../store/users.ts';
import type { ApiContext } from './operation.ts';

/** Refused tries are on record, bounded by what `SignInGuard` lets through. What was typed as the address of no account is not: it may be a password. */
export async function recordRefusal(
  { db, now }: ApiContext['context'],
  account: Account | undefined,
  address: string,
  why: string,
): Promise<void> {
  await db.front.transaction(async (tx) => {
    const orgId = account?.orgId ?? (await ownOrganisationIfAny(tx));
    if (orgId === undefined) return;
    await audit(tx, [
      {
        ...{ orgId, at: now(), actor: account?.email ?? 'nobody known', action: 'session.refused' as const },
        ...(account && { subject: { type: 'user', id: account.userId } }),
        detail: { address, why: account ? why : 'no such account' },
      },
    ]);
  });
}
