import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import { lockDocuments } from './documents.ts';

/** Whose documents are spoken of. */
export interface Partner {
  readonly orgId: string;
  readonly environment: string;
}

/** A document that we sent about a record. */
export interface SentAbout {
  /** Order or shipment number that question and answer share. */
  readonly subject: string;
  readonly documentId: string;
}

/** The documents that we sent to the partner about each record, locked: the first one and every change of it, all answered at once. */
export async function sentAbout(
  tx: Tx,
  partner: Partner,
  question: EventType,
  subjects: readonly string[],
): Promise<readonly SentAbout[]> {
  const rows = await tx('event as e')
    .join('delivery as d', 'd.event_id', 'e.id')
    .where({ 'e.org_id': partner.orgId, 'e.environment': partner.environment, 'e.type': question })
    .whereRaw('e.subject = any(?::text[])', [[...new Set(subjects)]])
    .whereNotNull('d.document_id')
    .orderBy('d.document_id')
    .select<{ subject: string; document_id: string }[]>('e.subject', 'd.document_id');
  await lockDocuments(
    tx,
    rows.map((row) => row.document_id),
  );
  return rows.map((row) => ({ subject: row.subject, documentId: row.document_id }));
}

/** Those of documents that we sent whose business answer is still to come, in time or late. */
export async function unanswered(tx: Tx, documentIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx('ladder_rung')
    .where({ rung: 'business-answer' })
    .whereIn('state', ['pending', 'late'])
    .whereRaw('document_id = any(?::uuid[])', [[...documentIds]])
    .select<{ document_id: string }[]>('document_id');
  return rows.map((row) => row.document_id);
}

/** The document in which we sent a group, locked; undefined when no such group was sent. */
export async function sentGroup(
  tx: Tx,
  of: Partner & { readonly functionalId: string; readonly groupControl: string },
): Promise<SentDocument | undefined> {
  const row = await tx('functional_group as g')
    .join('document as d', 'd.id', 'g.document_id')
    .where({
      'g.org_id': of.orgId,
      'g.functional_id': of.functionalId,
      // We write control numbers without leading zeros; partners quote them with and without.
      'g.control': of.groupControl.replace(/^0+/, ''),
      'd.environment': of.environment,
      'd.direction': 'out',
    })
    .orderBy('d.created_at', 'desc')
    .first<SentRow | undefined>(sentColumns);
  return locked(tx, row);
}

/** The document in which we sent an interchange, locked; undefined when no such interchange was sent. */
export async function sentInterchange(
  tx: Tx,
  of: Partner & { readonly control: string; readonly date: string; readonly time: string },
): Promise<SentDocument | undefined> {
  const row = await tx('document as d')
    .where({
      'd.org_id': of.orgId,
      'd.environment': of.environment,
      'd.direction': 'out',
      'd.control_number': of.control.padStart(9, '0'),
    })
    // Numbers begin anew one day: the date and time of the interchange tell which is meant. What quotes neither means the newest.
    .orderByRaw(`to_char(d.created_at at time zone 'UTC', 'YYMMDDHH24MI') = ? desc, d.created_at desc`, [
      of.date + of.time,
    ])
    .first<SentRow | undefined>(sentColumns);
  return locked(tx, row);
}

interface SentRow {
  readonly id: string;
  readonly answers: string | null;
  readonly sets: readonly { readonly code: string }[];
  readonly subjects: readonly string[];
}

const sentColumns = { id: 'd.id', answers: 'd.answers', sets: 'd.sets', subjects: 'd.subjects' };

/** A document of ours as far as answers to it speak of it. */
export interface SentDocument {
  readonly documentId: string;
  /** Set and record, such as `940 WH/OUT/00001`. */
  readonly name: string;
  readonly subjects: readonly string[];
  /** It is an acknowledgement itself: nothing more is waited for. */
  readonly isAcknowledgement: boolean;
  /** What it was reissued as, by its file name. */
  readonly replacedBy: string | null;
  /** What its rungs say by now; those that are not there are not waited for. */
  readonly rungs: ReadonlyMap<string, { readonly state: string; readonly at: Date | null }>;
  /** It was sent more than once. */
  readonly isResent: boolean;
}

async function locked(tx: Tx, row: SentRow | undefined): Promise<SentDocument | undefined> {
  if (!row) return undefined;
  const { id, answers, sets, subjects } = row;
  await lockDocuments(tx, [id]);
  const name = [sets[0]?.code, subjects[0]].filter(Boolean).join(' ');
  const { rows } = await tx.raw<{
    rows: {
      replacedBy: string | null;
      isResent: boolean;
      rungs: readonly { rung: string; state: string; at: string | null }[];
    }[];
  }>(
    `select (select coalesce(file_name, id::text) from document where replaces = :id) as "replacedBy",
       exists (select from resending where document_id = :id) as "isResent",
       (select coalesce(jsonb_agg(l), '[]') from (select rung, state, at from ladder_rung where document_id = :id) l) as rungs`,
    { id },
  );
  const { replacedBy, isResent, rungs } = rows[0]!;
  return {
    ...{ documentId: id, name, subjects, isAcknowledgement: answers !== null, replacedBy, isResent },
    rungs: new Map(rungs.map(({ rung, state, at }) => [rung, { state, at: at === null ? null : new Date(at) }])),
  };
}
