import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Tx } from './database.ts';
import { pieces } from './pieces.ts';

export interface AuditEntry {
  readonly orgId: string;
  readonly at: Date;
  readonly actor: string;
  /** `noun.past`, such as `document.translated`. */
  readonly action: string;
  readonly documentId?: string;
  readonly detail?: Record<string, unknown>;
}

/** Writes audit entries as part of the transaction whose doing they record. They are chained by `sealAudit` soon after. */
export async function audit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  for (const piece of pieces(entries))
    await tx('audit_entry').insert(
      piece.map((e) => ({
        org_id: e.orgId,
        at: e.at,
        actor: e.actor,
        action: e.action,
        document_id: e.documentId ?? null,
        detail: JSON.stringify(e.detail ?? {}),
      })),
    );
}

interface UnsealedRow {
  id: number;
  org_id: string;
  /** As text with microseconds: what is hashed must be reproducible from an export. */
  at: string;
  actor: string;
  action: string;
  document_id: string | null;
  detail: string;
}

/**
 * Chains entries that are committed and not yet sealed, per organisation, each hash over the former one and the entry's content.
 * Sealing is a step of its own because a chain built inside each transaction would let an organisation commit only one document at a time.
 * @returns how many entries were sealed.
 */
export async function sealAudit(db: Knex, limit = 2000): Promise<number> {
  return db.transaction(async (tx) => {
    // One sealer at a time; another one has nothing to add.
    const lock = await tx.raw<{ rows: { got: boolean }[] }>('select pg_try_advisory_xact_lock(726102) as got');
    if (!lock.rows[0]!.got) return 0;
    const { rows } = await tx.raw<{ rows: UnsealedRow[] }>(
      `select id, org_id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, document_id, detail::text as detail
       from audit_entry where hash is null order by id limit ?`,
      [limit],
    );
    if (rows.length === 0) return 0;
    const heads = await tx.raw<{ rows: { org_id: string; chain_seq: number; hash: Buffer }[] }>(
      // The newest of each by its index: all that was ever sealed would be a long read.
      `select o.org_id, e.chain_seq, e.hash from unnest(?::uuid[]) as o(org_id), lateral (
         select chain_seq, hash from audit_entry where org_id = o.org_id and chain_seq is not null order by chain_seq desc limit 1) e`,
      [[...new Set(rows.map((r) => r.org_id))]],
    );
    const head = new Map(heads.rows.map((h) => [h.org_id, { seq: h.chain_seq, hash: h.hash }]));
    const sealed = rows.map((row) => {
      const former = head.get(row.org_id) ?? { seq: 0, hash: Buffer.alloc(32) };
      const next = { seq: former.seq + 1, hash: entryHash(former.hash, former.seq + 1, row) };
      head.set(row.org_id, next);
      return { id: row.id, seq: next.seq, previous: former.hash.toString('hex'), hash: next.hash.toString('hex') };
    });
    await tx.raw(
      `update audit_entry e set chain_seq = s.seq, previous_hash = decode(s.previous, 'hex'), hash = decode(s.hash, 'hex')
       from jsonb_to_recordset(?::jsonb) as s(id bigint, seq bigint, previous text, hash text) where e.id = s.id`,
      [JSON.stringify(sealed)],
    );
    return sealed.length;
  });
}

/** SHA-256 over the former hash and the entry's fields, each with its length before it so that no two entries read the same. */
export function entryHash(former: Buffer, seq: number, row: Omit<UnsealedRow, 'id'>): Buffer {
  const hash = createHash('sha256').update(former);
  for (const field of [String(seq), row.org_id, row.at, row.actor, row.action, row.document_id ?? '', row.detail]) {
    const bytes = Buffer.from(field, 'utf8');
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest();
}
