import { endingKeys } from '../store/api-keys.ts';
import { openCase, openFingerprints, resolveCasesOf } from '../store/cases.ts';
import type { Context } from './context.ts';

const prefix = 'api-key.ending/';
const day = (at: Date) => at.toISOString().slice(0, 10);

/** One case for each API key that ends within thirty days, with its partner; closed when the key is prolonged, renewed or revoked. */
export async function watchKeys(context: Context): Promise<void> {
  const { db, now, newId } = context;
  const at = now();
  const ending = new Map((await endingKeys(db.system, at)).map((key) => [`${prefix}${key.prefix}`, key]));
  const open = new Set(await openFingerprints(db.system, prefix));
  const over = [...open].filter((fingerprint) => !ending.has(fingerprint));
  const fresh = [...ending].filter(([fingerprint]) => !open.has(fingerprint));
  if (over.length + fresh.length === 0) return;
  await db.system.transaction(async (tx) => {
    for (const fingerprint of over) await resolveCasesOf(tx, fingerprint, at);
    for (const [fingerprint, { orgId, environment, name, prefix: start, expiresAt, lastUsedAt }] of fresh)
      await openCase(tx, {
        ...{ id: newId(), orgId, environment, fingerprint, at },
        title: `The API key ${name} ends on ${day(expiresAt)}`,
        detail: `${lastUsedAt ? `It was last used on ${day(lastUsedAt)}` : 'It was never used'}. From that day on ${start}… is answered 401 \`http.key-expired\`. Give out a new key of the same name, prolong it or revoke it; then this closes by itself.`,
      });
  });
}
