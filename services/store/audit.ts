import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { AuditAction } from '../domain/audit-actions.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { AuditKeys, EntryContent } from './audit-keys.ts';
import type { Tx } from './database.ts';
import { toJson } from './json.ts';
import { pieces } from './pieces.ts';

/** Who acts: a person at the portal, a machine with an API key, somebody at the command line, or the hub by itself. */
export interface Actor {
  readonly kind: 'person' | 'api-key' | 'command' | 'hub';
  /** Id of the person or key, or the user of the machine. */
  readonly id?: string;
}

/** Who changes something, in words and as what they are. */
export interface ActedBy {
  readonly actor: string;
  readonly by: Actor;
}

/** What an entry is about, where it is no document. */
export interface Subject {
  readonly type: 'user' | 'api-key' | 'session' | 'organization' | 'endpoint' | 'invite' | 'mail';
  readonly id: string;
}

export interface AuditEntry {
  readonly orgId: string;
  readonly at: Date;
  readonly actor: string;
  /** `noun.past`, such as `document.translated`. */
  readonly action: AuditAction;
  readonly documentId?: string;
  readonly subject?: Subject;
  readonly by?: Actor;
  readonly detail?: Record<string, unknown>;
}

/** Subject and actor are part of the detail: so they are proven and sealed as everything else. */
const detailOf = ({ subject, by, detail }: AuditEntry) => ({
  ...(subject && { subject }),
  ...(by && { by }),
  ...detail,
});

/** The keys that go with a pool of `openDatabase` and every transaction on it, nested ones too: these share the settings of the pool. */
function keysOf(db: Knex): AuditKeys {
  const { userParams } = (db.client as { config: { userParams?: Record<string, unknown> } }).config;
  const keys = userParams?.auditKeys as AuditKeys | undefined;
  if (!keys) throw new Error('Audit entries need a database that was opened with the keys of the hub.');
  return keys;
}

/** Proves that the hub wrote the entry. */
export function proofOf(keys: AuditKeys, entry: AuditEntry): Buffer {
  const { orgId, actor, action, documentId = null } = entry;
  // To microseconds, as the database says it.
  const at = entry.at.toISOString().replace('Z', '000Z');
  return keys.prove({ orgId, at, actor, action, documentId, detail: toJson(detailOf(entry)) });
}

/** Writes audit entries as part of the transaction whose doing they record. They are chained by `sealAudit` soon after. */
export async function audit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const keys = keysOf(tx);
  const rowOf = (e: AuditEntry) => ({
    org_id: e.orgId,
    at: e.at,
    actor: e.actor,
    action: e.action,
    document_id: e.documentId ?? null,
    detail: toJson(detailOf(e)),
    proof: proofOf(keys, e),
  });
  for (const piece of pieces(entries)) await tx('audit_entry').insert(piece.map(rowOf));
}

/** Columns of an entry's content, as text that can be reproduced from an export. */
export const contentColumns = `org_id as "orgId", to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action,
  document_id as "documentId", detail::text as detail`;

interface ChainHead {
  readonly orgId: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly keyId: string | null;
}

/** The newest chained entry of each organisation that has one. */
export async function chainHeads(db: Knex, orgIds?: readonly string[]): Promise<readonly ChainHead[]> {
  const wanted = orgIds ? [...orgIds] : null;
  const { rows } = await db.raw<{ rows: ChainHead[] }>(
    // The newest of each by its index: all that was ever chained would be a long read.
    `select o.id as "orgId", e.chain_seq as seq, e.hash, e.key_id as "keyId" from organization o, lateral (
       select chain_seq, hash, key_id from audit_entry where org_id = o.id and chain_seq is not null order by chain_seq desc limit 1) e
     where ?::uuid[] is null or o.id = any(?::uuid[]) order by o.id`,
    // An array is a value of its own here; the types of knex know it as that of one column only.
    [wanted, wanted] as never,
  );
  return rows;
}

/**
 * Chains entries that are committed and not yet chained, per organisation: each hash is over the former one and the entry's content, and is sealed
 * with a key that the database has not. It is a step of its own because a chain built inside each transaction would let an organisation commit only
 * one document at a time.
 * @returns how many entries were chained.
 */
export async function sealAudit(db: Knex, limit = 2000): Promise<number> {
  const keys = keysOf(db);
  return db.transaction(async (tx) => {
    // One sealer at a time; another one has nothing to add.
    const lock = await tx.raw<{ rows: { got: boolean }[] }>('select pg_try_advisory_xact_lock(?) as got', [
      advisoryLocks.audit,
    ]);
    if (!lock.rows[0]!.got) return 0;
    const { rows } = await tx.raw<{ rows: (EntryContent & { id: number })[] }>(
      `select id, ${contentColumns} from audit_entry where hash is null order by id limit ?`,
      [limit],
    );
    if (rows.length === 0) return 0;
    const heads = new Map<string, { seq: number; hash: Buffer }>();
    for (const head of await chainHeads(tx, [...new Set(rows.map((row) => row.orgId))])) heads.set(head.orgId, head);
    const sealed = rows.map((row) => {
      const former = heads.get(row.orgId) ?? chainStart;
      const seq = former.seq + 1;
      const hash = entryHash(former.hash, seq, row);
      heads.set(row.orgId, { seq, hash });
      const { seal, key } = keys.seal(hash);
      return {
        ...{ id: row.id, seq, key, previous: former.hash.toString('hex') },
        ...{ hash: hash.toString('hex'), seal: seal.toString('hex') },
      };
    });
    await tx.raw('select audit_seal(?::jsonb)', [JSON.stringify(sealed)]);
    return sealed.length;
  });
}

/** Since when the entry waits for its seal that was written first of those that have none. */
export async function longestUnsealed(db: Knex): Promise<Date | undefined> {
  const row = await db('audit_entry').where({ hash: null }).orderBy('id').first<{ at: Date } | undefined>('at');
  return row?.at;
}

/** Before the first entry of a chain. */
export const chainStart = { seq: 0, hash: Buffer.alloc(32) } as const;

/** SHA-256 over the former hash and the entry's fields, each with its length before it so that no two entries read the same. */
export function entryHash(former: Buffer, seq: number, row: EntryContent): Buffer {
  const hash = createHash('sha256').update(former);
  for (const field of [String(seq), row.orgId, row.at, row.actor, row.action, row.documentId ?? '', row.detail]) {
    const bytes = Buffer.from(field, 'utf8');
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest();
}

/**
 * Writes an entry after each chain that has no sealed entry yet, from before there were seals: with its seal the state of what is before it is fixed.
 * @returns how many chains.
 */
export async function closeUnsealedChains(db: Knex, at: Date): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.audit]);
    const open = (await chainHeads(tx)).filter(({ keyId }) => keyId === null);
    const entries = open.map(({ orgId, seq, hash }) => ({
      ...{ orgId, at, actor: 'hub', action: 'audit.sealed' as const },
      detail: { unsealedEntries: seq, hash: hash.toString('hex') },
    }));
    await audit(tx, entries);
    return entries.length;
  });
}
