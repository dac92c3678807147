import type pg from 'pg';
import { type SentTally, standing, standingOfSent, type Tally } from '../domain/outcome.ts';
import type { Tx } from './database.ts';
import { lockDocuments } from './documents.ts';
import { setRungs } from './ladder.ts';

// A person resolved the case of a delivery that came to nothing, and it has not failed again since.
const isSettled = `(exists (select from exception_case c where c.delivery_id = v.id and c.cause is not null)
  and not exists (select from exception_case c where c.delivery_id = v.id and c.state = 'open'))`;

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
       array(select distinct e.type from event e where e.document_id = o.id and not exists (select from delivery v where v.event_id = e.id)) as kept,
       (select v.reason from delivery v join event e on e.id = v.event_id
         where e.document_id = o.id and v.state in ('refused', 'held', 'failed') and v.reason is not null and not ${isSettled} order by v.seq limit 1) as reason,
       (select c.cause from exception_case c where c.document_id = o.id and c.cause is not null order by c.resolved_at desc limit 1) as resolved,
       case when s.rejected > 0 or x."rejectedInterchanges" > 0 then (
         select weighty.explanation from (
           select * from (
             select 0 as tier, 0 as at, findings from document where id = o.id
             union all select 1, ordinal, findings from interchange where document_id = o.id and status = 'R'
             union all select 2, ordinal, findings from functional_group where document_id = o.id and status = 'R'
             union all select 3, start_byte, findings from transaction_set where document_id = o.id and status = 'R'
           ) every_part order by tier, at
         ) part, lateral (
           select f->>'explanation' as explanation from jsonb_array_elements(part.findings) with ordinality as l(f, nth)
           where f->>'level' <> 'note' and f->>'count' is null order by nth limit 1
         ) weighty order by part.tier, part.at limit 1) end as fault
     from document o,
       lateral (select count(*) as total, count(*) filter (where v.state in ('pending', 'in-flight')) as open,
           count(*) filter (where v.state in ('applied', 'already-applied')) as good,
           count(*) filter (where v.state in ('refused', 'held', 'failed') and not ${isSettled}) as refused
         from delivery v join event e on e.id = v.event_id where e.document_id = o.id) d,
       lateral (select count(*) as sets, count(*) filter (where status = 'R') as rejected from transaction_set where document_id = o.id) s,
       lateral (select count(*) as interchanges, count(*) filter (where status = 'R') as "rejectedInterchanges" from interchange where document_id = o.id) x
     where o.id = ?`,
    [documentId],
  );
  const tally = rows[0]!;
  await tx('document').where({ id: documentId }).update(standing(tally));
  if (tally.total === 0) return;
  const isWhole = tally.good === tally.total;
  const state = tally.refused > 0 ? 'failed' : tally.open > 0 ? 'pending' : isWhole ? 'done' : 'failed';
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

// At each delivery of a document of very many, counting all of them would be most of the work.
const mostCountedAtOnce = 200;

/**
 * Works out how the document of a delivery stands, or, for one of very many deliveries, leaves it to `settleStale`, seconds later. The caller has locked the
 * document with `lockForOutcome` at the beginning of its transaction.
 */
export async function settleDocumentOf(tx: Tx, head: DocumentOfDelivery, at: Date): Promise<void> {
  if (head.documentId === null) return;
  if (head.siblings <= mostCountedAtOnce) await settleDocument(tx, head.documentId, at);
  else await tx('stale_document').insert({ document_id: head.documentId, org_id: head.orgId });
}

/** What a delivery tells of the document that it came from. */
interface DocumentOfDelivery {
  readonly orgId: string;
  readonly documentId: string | null;
  readonly siblings: number;
}

/**
 * Locks the document of a delivery, where how it stands is worked out at each of them. First of all: a case refers to the document, and who has referred to it
 * would wait in a circle with others that have, when each comes to lock it.
 */
export async function lockForOutcome(tx: Tx, { documentId, siblings }: DocumentOfDelivery): Promise<void> {
  if (documentId !== null && siblings <= mostCountedAtOnce) await lockDocuments(tx, [documentId]);
}

/** Documents that `settleDocumentOf` left for later. */
export async function staleDocuments(pool: pg.Pool): Promise<readonly { id: string; orgId: string }[]> {
  const { rows } = await pool.query('select distinct document_id as id, org_id as "orgId" from stale_document');
  return rows;
}

/** Works out how a document stands that was left for later. */
export async function settleStale(tx: Tx, id: string, at: Date): Promise<void> {
  await lockDocuments(tx, [id]);
  // Before the count: what is committed after this speaks of deliveries that the count may not see.
  await tx('stale_document').where({ document_id: id }).del();
  await settleDocument(tx, id, at);
}

/** The same for documents that we sent: from the rungs that wait for the partner. Called in the transaction of every change to one of them. */
export async function settleSent(tx: Tx, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const { rows } = await tx.raw<{ rows: (SentTally & { id: string })[] }>(
    `select o.id, t.state as received, t.detail as note, a.state as acknowledged, a.detail as said, b.state as answered,
       (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases,
       (select c.cause from exception_case c where c.document_id = o.id and c.cause is not null order by c.resolved_at desc limit 1) as resolved
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
