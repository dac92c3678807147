import type { EventType } from '../domain/events.ts';
import { append } from '../domain/lists.ts';
import type { Tx } from './database.ts';
import { lockDocuments } from './documents.ts';
import { setRungs, stopClocks } from './ladder.ts';
import { settleSent } from './outcome.ts';
import { pieces } from './pieces.ts';

/** Whose documents are spoken of. */
interface Partner {
  readonly orgId: string;
  readonly environment: string;
}

/** A received document that answers something. */
interface Answer {
  /** Order or shipment number that question and answer share. */
  readonly subject: string;
  readonly documentId: string;
}

/** A received document that answers something, and whether Odoo is to do something with it. */
interface BusinessAnswer extends Answer {
  readonly goesToOdoo: boolean;
}

/** The documents that we sent to the partner about each record, locked: the first one and every change of it, all answered at once. */
async function sentAbout(
  tx: Tx,
  partner: Partner,
  question: EventType,
  subjects: readonly string[],
): Promise<readonly Answer[]> {
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

/** Business answers of a partner (945 to a 940, 990 to a 204) have come: rungs, clocks and outcome of what we sent. @returns the documents answered. */
export async function markBusinessAnswers(
  tx: Tx,
  partner: Partner,
  question: EventType,
  answers: readonly BusinessAnswer[],
  at: Date,
): Promise<readonly string[]> {
  const by = new Map(answers.map((answer) => [answer.subject, answer]));
  const touched: string[] = [];
  for (const piece of pieces([...by.values()])) append(touched, await markFew(tx, partner, question, piece, at));
  return touched;
}

async function markFew(
  tx: Tx,
  partner: Partner,
  question: EventType,
  answers: readonly BusinessAnswer[],
  at: Date,
): Promise<readonly string[]> {
  const by = new Map(answers.map((answer) => [answer.subject, answer]));
  const sent = await sentAbout(tx, partner, question, [...by.keys()]);
  const rungs = sent.flatMap(({ subject, documentId }) => {
    const { documentId: byDocumentId, goesToOdoo } = by.get(subject)!;
    const of = { documentId, orgId: partner.orgId, byDocumentId };
    return [
      { ...of, rung: 'business-answer', state: 'done', at } as const,
      ...(goesToOdoo ? [{ ...of, rung: 'odoo', state: 'pending' } as const] : []),
    ];
  });
  await setRungs(tx, rungs);
  const ids = sent.map(({ documentId }) => documentId);
  await stopClocks(tx, ids, 'business-answer', at);
  await settleSent(tx, ids);
  return ids;
}

/** What became of the answer in Odoo: the last rung of what we sent. @returns the documents touched. */
export async function markBusinessAnswerApplied(
  tx: Tx,
  head: Partner & { documentId: string | null; event: { subject: string } },
  question: EventType,
  state: 'done' | 'failed',
  at: Date,
): Promise<readonly string[]> {
  const byDocumentId = head.documentId;
  if (byDocumentId === null) return [];
  const sent = await sentAbout(tx, head, question, [head.event.subject]);
  await setRungs(
    tx,
    sent.map(({ documentId }) => ({ documentId, orgId: head.orgId, rung: 'odoo', state, at, byDocumentId })),
  );
  return sent.map(({ documentId }) => documentId);
}

/** A partner's 997 or 999 for a group that we sent: rung, clock and outcome of that document. @returns the document, or undefined when no such group was sent. */
export async function markAcknowledged(
  tx: Tx,
  ack: Partner & { documentId: string; functionalId: string; groupControl: string; status: string },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const row = await tx('functional_group as g')
    .join('document as d', 'd.id', 'g.document_id')
    .where({
      'g.org_id': ack.orgId,
      'g.functional_id': ack.functionalId,
      // We write control numbers without leading zeros; partners quote them with and without.
      'g.control': ack.groupControl.replace(/^0+/, ''),
      'd.environment': ack.environment,
      'd.direction': 'out',
    })
    .orderBy('d.created_at', 'desc')
    .first<(Named & { document_id: string }) | undefined>('g.document_id', 'd.answers', 'd.sets', 'd.subjects');
  if (!row) return undefined;
  const documentId = row.document_id;
  await lockDocuments(tx, [documentId]);
  const good = ack.status === 'accepted' || ack.status === 'accepted-with-errors';
  const { orgId, documentId: byDocumentId, status: detail } = ack;
  await setRungs(tx, [
    { documentId, orgId, rung: 'functional-ack', state: good ? 'done' : 'failed', at, byDocumentId, detail },
  ]);
  await stopClocks(tx, [documentId], 'functional-ack', at);
  return answered(documentId, good, row);
}

/** A partner's TA1 for an interchange that we sent: rung, clock and outcome of that document. @returns the document, or undefined when no such interchange was sent. */
export async function markInterchangeAcknowledged(
  tx: Tx,
  ack: Partner & { documentId: string; control: string; good: boolean; detail: string },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const row = await tx('document')
    .where({
      org_id: ack.orgId,
      environment: ack.environment,
      direction: 'out',
      control_number: ack.control.padStart(9, '0'),
    })
    .orderBy('created_at', 'desc')
    .first<(Named & { id: string }) | undefined>('id', 'answers', 'sets', 'subjects');
  if (!row) return undefined;
  const { id: documentId } = row;
  await lockDocuments(tx, [documentId]);
  const { orgId, documentId: byDocumentId, good, detail } = ack;
  const rung = { documentId, orgId, at, byDocumentId };
  await setRungs(tx, [{ ...rung, rung: 'ta1', state: good ? 'done' : 'failed', detail }]);
  // Nobody acknowledges the groups of an interchange that was not read.
  if (!good && row.answers === null) {
    await setRungs(tx, [{ ...rung, rung: 'functional-ack', state: 'not-expected', detail: `TA1 ${detail}` }]);
    await stopClocks(tx, [documentId], 'functional-ack', at);
  }
  return answered(documentId, good, row);
}

/** A document of ours as far as answers to it speak of it. */
interface Named {
  readonly answers: string | null;
  readonly sets: readonly { readonly code: string }[];
  readonly subjects: readonly string[];
}

/** What an acknowledgement of the partner speaks of. */
export interface AnsweredDocument {
  readonly documentId: string;
  readonly good: boolean;
  /** Set and record, such as `940 WH/OUT/00001`. */
  readonly name: string;
  readonly subjects: readonly string[];
  /** It is an acknowledgement itself: nothing more is waited for. */
  readonly isAcknowledgement: boolean;
}

function answered(documentId: string, good: boolean, { sets, subjects, answers }: Named): AnsweredDocument {
  return {
    documentId,
    good,
    isAcknowledgement: answers !== null,
    name: [sets[0]?.code, subjects[0]].filter(Boolean).join(' '),
    subjects,
  };
}
