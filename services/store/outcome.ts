import { type SentTally, standing, standingOfSent, type Tally } from '../domain/outcome.ts';
import type { Tx } from './database.ts';
import { setRungs } from './ladder.ts';

/**
 * Works out, from its sets and deliveries, how a received document stands, and writes outcome, headline and the Odoo rung.
 * Called in the transaction of every change to one of them.
 */
export async function settleDocument(tx: Tx, documentId: string, at: Date): Promise<void> {
  // Deliveries of one document finish in several lanes at once: whoever counts must see the others.
  await tx.raw('select 1 from document where id = ? for update', [documentId]);
  const { rows } = await tx.raw<{ rows: (Tally & { org_id: string })[] }>(
    `select o.org_id, o.state = 'unreadable' as unreadable, d.*, s.*, x.*,
       (select coalesce(sum(coalesce((f->>'count')::bigint, 1)), 0)::bigint from jsonb_array_elements(o.findings) f where f->>'level' = 'standard') as unread,
       (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases,
       array(select distinct e.type from event e where e.document_id = o.id and not exists (select from delivery v where v.event_id = e.id)) as kept
     from document o,
       lateral (select count(*) as total, count(*) filter (where v.state in ('pending', 'in-flight')) as open,
           count(*) filter (where v.state in ('applied', 'already-applied')) as good,
           count(*) filter (where v.state in ('refused', 'held', 'failed')) as refused
         from delivery v join event e on e.id = v.event_id where e.document_id = o.id) d,
       lateral (select count(*) as sets, count(*) filter (where status = 'R') as rejected from transaction_set where document_id = o.id) s,
       lateral (select count(*) as interchanges, count(*) filter (where status = 'R') as "rejectedInterchanges" from interchange where document_id = o.id) x
     where o.id = ?`,
    [documentId],
  );
  const tally = rows[0]!;
  await tx('document').where({ id: documentId }).update(standing(tally));
  if (tally.total === 0) return;
  const state = tally.refused > 0 ? 'failed' : tally.open > 0 ? 'pending' : 'done';
  await setRungs(tx, [
    {
      documentId,
      orgId: tally.org_id,
      rung: 'odoo',
      state,
      detail: `${tally.good} of ${tally.total} applied`,
      ...(state === 'pending' ? {} : { at }),
    },
  ]);
}

/** The same for documents that we sent: from the rungs that wait for the partner. Called in the transaction of every change to one of them. */
export async function settleSent(tx: Tx, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const { rows } = await tx.raw<{ rows: (SentTally & { id: string })[] }>(
    `select o.id, t.state as received, t.detail as note, a.state as acknowledged, a.detail as said, b.state as answered,
       (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases
     from document o
       left join ladder_rung t on t.document_id = o.id and t.rung = 'ta1'
       left join ladder_rung a on a.document_id = o.id and a.rung = 'functional-ack'
       left join ladder_rung b on b.document_id = o.id and b.rung = 'business-answer'
     where o.id = any(?::uuid[])`,
    [[...documentIds]],
  );
  await tx.raw(
    `update document d set outcome = r.outcome, headline = r.headline
     from jsonb_to_recordset(?::jsonb) as r(id uuid, outcome text, headline text) where d.id = r.id`,
    [JSON.stringify(rows.map((row) => ({ id: row.id, ...standingOfSent(row) })))],
  );
}
