import type { Tx } from './database.ts';
import { toJson } from './json.ts';

/** A number that its sender uses once, in a document that brings it. */
export interface BusinessKey {
  /** The rule that says so, such as `business.repeated-asn`. */
  readonly rule: string;
  readonly key: string;
  readonly documentId: string;
}

/**
 * Notes numbers that one partner uses once, each different by rule and key.
 * @returns for each number that was used before, by `businessKeyName`, the document that brought it.
 */
export async function claimBusinessKeys(
  tx: Tx,
  of: { orgId: string; environment: string },
  keys: readonly BusinessKey[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  // Always in one order: two workers that claim the same numbers must not wait in a circle. A document that is translated again keeps its own.
  const { rows } = await tx.raw<{ rows: { rule: string; key: string; document_id: string }[] }>(
    `with wanted as (
       select rule, key, document_id from jsonb_to_recordset(:wanted::jsonb) as w(rule text, key text, document_id uuid)
     ), claimed as (
       insert into business_key as b (org_id, environment, rule, key, document_id, seen_at)
       select :orgId::uuid, :environment, rule, key, document_id, :at::timestamptz from wanted order by rule, key
       on conflict (org_id, environment, rule, key) do update set seen_at = b.seen_at
       returning rule, key, document_id
     )
     select c.rule, c.key, c.document_id from claimed c join wanted w using (rule, key) where c.document_id <> w.document_id`,
    {
      wanted: toJson(keys.map(({ rule, key, documentId }) => ({ rule, key, document_id: documentId }))),
      ...of,
      at,
    },
  );
  return new Map(rows.map(({ rule, key, document_id }) => [businessKeyName({ rule, key }), document_id]));
}

/** A number with its rule as one text. */
export const businessKeyName = ({ rule, key }: { rule: string; key: string }): string => `${rule}\n${key}`;
