import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openHead, type SignedHead, signHeads } from './audit-heads.ts';
import { type AuditKeys, publicKeyName } from './audit-keys.ts';

/** What became of the newest head: it was moved on, nothing was new, or the chains no longer have what it tells of. */
export type Moved =
  | { readonly kind: 'moved' | 'unchanged' }
  /** The file is left as it is: it is the evidence. */
  | { readonly kind: 'broken'; readonly file: string; readonly reason: string };

/**
 * Keeps one head that follows the chains, `latest.json`, beside the daily ones: whoever takes entries away from the end is found out though they are younger
 * than the day's head. It never goes back: before it is moved on, every entry that it tells of must still be there with its hash.
 */
export async function moveLatestHead(db: Knex, keys: AuditKeys, folder: string, now: Date): Promise<Moved> {
  const file = join(folder, 'latest.json');
  const trusted = new Map(keys.publicKeys.map(({ pem }) => [publicKeyName(createPublicKey(pem)), pem]));
  const former = existsSync(file) ? openHead(readFileSync(file, 'utf8'), trusted) : undefined;
  if (typeof former === 'string') return { kind: 'broken', file, reason: former };
  const lost = former && (await firstLost(db, former.chains));
  if (lost)
    return {
      ...{ kind: 'broken', file },
      reason: `The head signed at ${former.at} tells of entry ${lost.seq} of organisation ${lost.orgId}, which is gone or another one.`,
    };
  const sealed = await signHeads(db, keys, now);
  const { chains } = JSON.parse(sealed.payload) as SignedHead;
  if (JSON.stringify(chains) === JSON.stringify(former?.chains ?? [])) return { kind: 'unchanged' };
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(sealed)}\n`, { mode: 0o644, flush: true });
  renameSync(draft, file);
  return { kind: 'moved' };
}

/** The first of these entries that the database has not, or with another hash. */
async function firstLost(db: Knex, chains: SignedHead['chains']): Promise<SignedHead['chains'][number] | undefined> {
  const { rows } = await db.raw<{ rows: SignedHead['chains'] }>(
    `select t."orgId", t.seq, t.hash from jsonb_to_recordset(?::jsonb) as t("orgId" uuid, seq bigint, hash text)
       left join audit_entry e on e.org_id = t."orgId" and e.chain_seq = t.seq
     where encode(e.hash, 'hex') is distinct from t.hash order by 1 limit 1`,
    [JSON.stringify(chains)],
  );
  return rows[0];
}
