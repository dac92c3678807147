import type pg from 'pg';
import {
  type DocumentCounts,
  type SentRungs,
  type Status,
  statusOf,
  statusOfSent,
} from '../../domain/obligations/status.ts';
import type { Tx } from '../database.ts';
import { addNumbers } from '../document-numbers.ts';
import { lockDocuments } from '../documents.ts';
import { toJson } from '../json.ts';
import { pieces } from '../pieces.ts';
import { isSettled } from '../settled.ts';
import { statusSql } from './in-statements.ts';
import { setRungs } from './ladder.ts';

/** Writes how documents stand. */
export async function setStatuses(tx: Tx, rows: readonly ({ readonly id: string } & Status)[]): Promise<void> {
  for (const piece of pieces(rows))
    await tx.raw(
      `update document d set ${statusSql('r')}
       from jsonb_to_recordset(?::jsonb) as r(id uuid, outcome text, headline text) where d.id = r.id`,
      [toJson(piece.map(({ id, outcome, headline }) => ({ id, outcome, headline })))],
    );
}

/**
 * Works out, from its sets and deliveries, how a received document stands, and writes outcome, headline and the Odoo rung.
 * Called in the transaction of every change to one of them.
 */
export async function refreshStatus(tx: Tx, documentId: string, at: Date): Promise<void> {
  // Deliveries of one document finish in several lanes at once: whoever counts must see the others.
  await tx.raw('select 1 from document where id = ? for update', [documentId]);
  const { rows } = await tx.raw<{ rows: (DocumentCounts & { org_id: string })[] }>(
    `select o.org_id, d.*, s.*, x.*, o.form is not distinct from 'attachment' as "isFile",
       case when o.state = 'unreadable' then coalesce((select f->>'code' from jsonb_array_elements(o.findings) with ordinality as l(f, nth) where f->>'level' <> 'note' order by nth limit 1), '') end as unreadable,
       (select coalesce(sum(coalesce((f->>'count')::bigint, 1)), 0)::bigint from jsonb_array_elements(o.findings) f where f->>'level' = 'standard') as unread,
       (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases,
       (select v.reason from delivery v join event e on e.id = v.event_id
         where e.document_id = o.id and v.destination <> 'webhook' and v.state in ('refused', 'held', 'failed') and v.reason is not null and not ${isSettled} order by v.destination = 'odoo' desc, v.seq limit 1) as reason,
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
       lateral (select count(*) filter (where v.destination = 'odoo' and v.state <> 'withheld') as total,
           count(*) filter (where v.state = 'withheld') as withheld,
           count(*) filter (where v.destination = 'odoo' and v.state in ('pending', 'in-flight')) as open,
           count(*) filter (where v.destination = 'odoo' and v.state in ('applied', 'already-applied')) as good,
           count(*) filter (where v.destination = 'odoo' and v.state in ('refused', 'held', 'failed') and not ${isSettled}) as refused,
           count(*) filter (where v.destination = 'document' and v.state in ('refused', 'held', 'failed') and not ${isSettled}) as unwritten
         from delivery v join event e on e.id = v.event_id where e.document_id = o.id) d,
       lateral (select count(*) as sets, count(*) filter (where status = 'R') as rejected from transaction_set where document_id = o.id) s,
       lateral (select count(*) as interchanges, count(*) filter (where status = 'R') as "rejectedInterchanges" from interchange where document_id = o.id) x
     where o.id = ?`,
    [documentId],
  );
  const counted = rows[0]!;
  await tx('document').where({ id: documentId }).update(statusOf(counted));
  if (counted.total === 0) return;
  const isWhole = counted.good === counted.total;
  const state = counted.refused > 0 ? 'failed' : counted.open > 0 ? 'pending' : isWhole ? 'done' : 'failed';
  await setRungs(tx, [
    {
      documentId,
      orgId: counted.org_id,
      rung: 'odoo',
      state,
      detail: `${counted.good} of ${counted.total} applied`,
      ...(state === 'pending' ? {} : { at }),
    },
  ]);
}

// At each delivery of a document of very many, counting all of them would be most of the work.
const mostCountedAtOnce = 200;

/**
 * Works out how the document of a delivery stands, or, for one of very many deliveries, leaves it to `refreshStale`, seconds later. The caller has locked the
 * document with `lockForStatus` at the beginning of its transaction.
 */
export async function refreshStatusOf(tx: Tx, head: DocumentOfDelivery, at: Date): Promise<void> {
  if (head.documentId === null) return;
  if (head.siblings <= mostCountedAtOnce) await refreshStatus(tx, head.documentId, at);
  else await refreshLater(tx, [{ documentId: head.documentId, orgId: head.orgId }]);
}

/** Leaves it to the next look of `watch`, seconds later, to work out how documents stand. */
export async function refreshLater(
  tx: Tx,
  documents: readonly { readonly documentId: string; readonly orgId: string }[],
): Promise<void> {
  for (const piece of pieces(documents))
    await tx('stale_document').insert(
      piece.map(({ documentId, orgId }) => ({ document_id: documentId, org_id: orgId })),
    );
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
export async function lockForStatus(tx: Tx, { documentId, siblings }: DocumentOfDelivery): Promise<void> {
  if (documentId !== null && siblings <= mostCountedAtOnce) await lockDocuments(tx, [documentId]);
}

/** Documents that `refreshStatusOf` left for later. */
export async function staleDocuments(pool: pg.Pool): Promise<readonly { id: string; orgId: string }[]> {
  const { rows } = await pool.query('select distinct document_id as id, org_id as "orgId" from stale_document');
  return rows;
}

/** Works out how a document stands that was left for later. */
export async function refreshStale(tx: Tx, id: string, at: Date): Promise<void> {
  await lockDocuments(tx, [id]);
  // Before the count: what is committed after this speaks of deliveries that the count may not see.
  await tx('stale_document').where({ document_id: id }).del();
  await refreshStatus(tx, id, at);
}

/** The same for documents that we sent: from the rungs that wait for the partner. Called in the transaction of every change to one of them. */
export async function refreshStatusOfSent(tx: Tx, documentIds: readonly string[]): Promise<void> {
  if (documentIds.length === 0) return;
  const { rows } = await tx.raw<{ rows: (SentRungs & { id: string })[] }>(
    `select o.id, h.state as transport, h.detail as why, m.state as receipt, m.detail as "receiptSays", t.state as received, t.detail as note, a.state as acknowledged, a.detail as said, b.state as answered,
       (select coalesce(n.file_name, n.id::text) from document n where n.replaces = o.id) as "replacedBy",
       (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases,
       (select c.cause from exception_case c where c.document_id = o.id and c.cause is not null order by c.resolved_at desc limit 1) as resolved
     from document o
       left join ladder_rung h on h.document_id = o.id and h.rung = 'transport'
       left join ladder_rung m on m.document_id = o.id and m.rung = 'mdn'
       left join ladder_rung t on t.document_id = o.id and t.rung = 'ta1'
       left join ladder_rung a on a.document_id = o.id and a.rung = 'functional-ack'
       left join ladder_rung b on b.document_id = o.id and b.rung = 'business-answer'
     where o.id = any(?::uuid[])`,
    [[...documentIds]],
  );
  await setStatuses(
    tx,
    rows.map((row) => ({ id: row.id, ...statusOfSent(row) })),
  );
}

/** Changes how a document stands and leaves its headline. */
export async function setOutcome(tx: Tx, id: string, outcome: Status['outcome']): Promise<void> {
  await tx('document').where({ id }).update({ outcome });
}

/** Gives a document its headline, and lets a search for these subjects find it too. */
export async function describeDocument(
  tx: Tx,
  { id, orgId }: { readonly id: string; readonly orgId: string },
  headline: string,
  subjects: readonly string[],
): Promise<void> {
  // A document may answer very many others: it is found by the first of them.
  await tx.raw(
    `update document set headline = :headline,
       subjects = case when subjects @> :subjects::text[] then subjects else (subjects || :subjects::text[])[1:100] end where id = :id`,
    { headline, subjects: [...subjects], id },
  );
  await addNumbers(tx, [{ id, orgId, numbers: subjects }]);
}
