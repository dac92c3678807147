import type { Tx } from './database.ts';
import { toJson } from './json.ts';
import { pieces } from './pieces.ts';

/** An interchange control number that a document wants to use up. */
export interface Claim {
  readonly environment: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly documentId: string;
}

/**
 * Claims interchange control numbers, each different, for documents of one organisation.
 * @param windowDays for how long a number may not be used again.
 * @returns for each number that was used before, by `claimKey`, the document that used it.
 */
export async function claimInterchanges(
  tx: Tx,
  orgId: string,
  claims: readonly Claim[],
  at: Date,
  windowDays: number,
): Promise<ReadonlyMap<string, string>> {
  // Always in one order: two workers that claim the same numbers must not wait in a circle.
  const inOrder = [...claims].sort((one, other) => (claimKey(one) < claimKey(other) ? -1 : 1));
  const owners = new Map<string, string>();
  for (const piece of pieces(inOrder))
    for (const [key, owner] of await claimFew(tx, orgId, piece, at, windowDays)) owners.set(key, owner);
  return owners;
}

async function claimFew(
  tx: Tx,
  orgId: string,
  claims: readonly Claim[],
  at: Date,
  windowDays: number,
): Promise<ReadonlyMap<string, string>> {
  const wanted = claims.map(({ environment, sender, receiver, control, documentId }) => ({
    environment,
    sender,
    receiver,
    control,
    document_id: documentId,
  }));
  const ours = await tx.raw<{ rows: Omit<Claim, 'environment' | 'documentId'>[] }>(
    `insert into interchange_seen as s (org_id, environment, sender, receiver, control, document_id, seen_at)
     select :orgId::uuid, environment, sender, receiver, control, document_id, :at::timestamptz
     from jsonb_to_recordset(:wanted::jsonb) as w(environment text, sender text, receiver text, control text, document_id uuid)
     on conflict (environment, sender, receiver, control) do update set document_id = excluded.document_id, seen_at = excluded.seen_at
       where s.document_id = excluded.document_id or s.seen_at < excluded.seen_at - make_interval(days => :windowDays)
     returning sender, receiver, control`,
    { wanted: toJson(wanted), orgId, at, windowDays },
  );
  const free = new Set(ours.rows.map(claimKey));
  const taken = claims.filter((claim) => !free.has(claimKey(claim)));
  if (taken.length === 0) return new Map();
  // A statement of its own: who was first may have committed while the one above waited, and only a new snapshot shows it.
  const { rows } = await tx.raw<{ rows: { sender: string; receiver: string; control: string; document_id: string }[] }>(
    `select s.sender, s.receiver, s.control, s.document_id from interchange_seen s
     join jsonb_to_recordset(?::jsonb) as w(environment text, sender text, receiver text, control text)
       using (environment, sender, receiver, control)`,
    [toJson(taken.map(({ environment, sender, receiver, control }) => ({ environment, sender, receiver, control })))],
  );
  return new Map(rows.map((row) => [claimKey(row), row.document_id]));
}

/** A claimed number as one text. */
export const claimKey = (claim: { sender: string; receiver: string; control: string }): string =>
  `${claim.sender}\n${claim.receiver}\n${claim.control}`;
