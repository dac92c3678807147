import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import { setRungs, stopClocks } from './ladder.ts';

interface Answer {
  readonly orgId: string;
  readonly environment: string;
  /** Order or shipment number that question and answer share. */
  readonly subject: string;
  readonly documentId: string;
}

/** The newest document that we sent to the partner about a record. */
async function askedBy(tx: Tx, answer: Answer, question: EventType): Promise<string | undefined> {
  const row = await tx('event as e')
    .join('delivery as d', 'd.event_id', 'e.id')
    .where({
      'e.org_id': answer.orgId,
      'e.environment': answer.environment,
      'e.type': question,
      'e.subject': answer.subject,
    })
    .whereNotNull('d.document_id')
    .orderBy('e.seq', 'desc')
    .first<{ document_id: string } | undefined>('d.document_id');
  return row?.document_id;
}

/** The partner's business answer (945 to a 940, 990 to a 204) has come: rung and clock of what we sent. @returns the document answered. */
export async function markBusinessAnswer(
  tx: Tx,
  answer: Answer,
  question: EventType,
  at: Date,
): Promise<string | undefined> {
  const documentId = await askedBy(tx, answer, question);
  if (!documentId) return undefined;
  await setRungs(tx, [
    { documentId, orgId: answer.orgId, rung: 'business-answer', state: 'done', at, byDocumentId: answer.documentId },
    { documentId, orgId: answer.orgId, rung: 'odoo', state: 'pending', byDocumentId: answer.documentId },
  ]);
  await stopClocks(tx, [documentId], 'business-answer', at);
  return documentId;
}

/** The answer has reached Odoo: the last rung of what we sent. @returns the documents touched. */
export async function markBusinessAnswerApplied(
  tx: Tx,
  head: { orgId: string; environment: string; documentId: string | null; event: { subject: string } },
  question: EventType,
  at: Date,
): Promise<readonly string[]> {
  if (!head.documentId) return [];
  const answer = {
    orgId: head.orgId,
    environment: head.environment,
    subject: head.event.subject,
    documentId: head.documentId,
  };
  const documentId = await askedBy(tx, answer, question);
  if (!documentId) return [];
  await setRungs(tx, [
    { documentId, orgId: head.orgId, rung: 'odoo', state: 'done', at, byDocumentId: head.documentId },
  ]);
  return [documentId];
}

/** A partner's 997 for a group that we sent: rung, clock and outcome of that document. @returns the document, or undefined when no such group was sent. */
export async function markAcknowledged(
  tx: Tx,
  ack: {
    orgId: string;
    environment: string;
    documentId: string;
    functionalId: string;
    groupControl: string;
    status: string;
  },
  at: Date,
): Promise<string | undefined> {
  const row = await tx('functional_group as g')
    .join('document as d', 'd.id', 'g.document_id')
    .where({
      'g.org_id': ack.orgId,
      'g.functional_id': ack.functionalId,
      'd.environment': ack.environment,
      'd.direction': 'out',
    })
    // Control numbers are numbers: partners quote them with and without leading zeros.
    .whereRaw(`ltrim(g.control, '0') = ltrim(?, '0')`, [ack.groupControl])
    .orderBy('d.created_at', 'desc')
    .first<{ document_id: string } | undefined>('g.document_id');
  if (!row) return undefined;
  const good = ack.status === 'accepted' || ack.status === 'accepted-with-errors';
  await setRungs(tx, [
    {
      documentId: row.document_id,
      orgId: ack.orgId,
      rung: 'functional-ack',
      state: good ? 'done' : 'failed',
      at,
      byDocumentId: ack.documentId,
      detail: ack.status,
    },
  ]);
  await stopClocks(tx, [row.document_id], 'functional-ack', at);
  await tx('document')
    .where({ id: row.document_id })
    .update(
      good
        ? { outcome: 'done', headline: 'Acknowledged by the partner' }
        : { outcome: 'attention', headline: `The partner's 997 says ${ack.status}` },
    );
  return row.document_id;
}
