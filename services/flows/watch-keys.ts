import { endingKeys } from '../store/api-keys.ts';
import type { Context } from './context.ts';
import { keepCases, type NewCase } from './obligations.ts';

/** One case for each API key that ends within thirty days, with its partner; closed when the key is prolonged, renewed or revoked. */
export async function watchKeys(context: Context): Promise<void> {
  const { db, now } = context;
  const at = now();
  const ending = await endingKeys(db.system, at);
  const wanted = ending.map(
    ({ orgId, environment, name, prefix, expiresAt, lastUsedAt }): NewCase => ({
      ...{
        orgId,
        environment,
        at,
        about: { type: 'api-key', id: prefix },
        kind: 'api-key.ending',
        facts: { name, prefix, expiresAt, lastUsedAt },
      },
    }),
  );
  await db.system.transaction((tx) => keepCases(context, tx, 'api-key.ending/', wanted, at));
}
