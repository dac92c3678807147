import type { EventType } from '../domain/events.ts';
import { append } from '../domain/lists.ts';
import {
  type Partner,
  type SentDocument,
  sentAbout,
  sentGroup,
  sentInterchange,
  unanswered,
} from '../store/answers.ts';
import type { Tx } from '../store/database.ts';
import { pieces } from '../store/pieces.ts';
import { advance, met, refreshStatusOfSent } from './obligations.ts';

/** A received document that answers something. */
interface BusinessAnswer {
  /** Order or shipment number that question and answer share. */
  readonly subject: string;
  readonly documentId: string;
  /** Whether Odoo is to do something with it. */
  readonly goesToOdoo: boolean;
}

/** Business answers of a partner (945 to a 940, 990 to a 204) have come: rungs, clocks and status of what we sent. @returns the documents answered. */
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
  const of = (one: (typeof sent)[number]) => ({
    documentId: one.documentId,
    orgId: partner.orgId,
    byDocumentId: by.get(one.subject)!.documentId,
  });
  await advance(tx, {
    met: sent.map((one) => ({ ...of(one), rung: 'business-answer', clock: 'business-answer', at })),
    expected: sent.filter(({ subject }) => by.get(subject)!.goesToOdoo).map((one) => ({ ...of(one), rung: 'odoo' })),
  });
  const ids = sent.map(({ documentId }) => documentId);
  await refreshStatusOfSent(tx, ids);
  return ids;
}

/** A cancel goes out: the documents that it cancels wait for no business answer any more. @returns those documents. */
export async function endBusinessAnswers(
  tx: Tx,
  head: Partner & { readonly event: { readonly type: EventType; readonly subject: string } },
  byDocumentId: string,
  at: Date,
): Promise<readonly string[]> {
  const sent = await sentAbout(tx, head, head.event.type, [head.event.subject]);
  const ids = await unanswered(
    tx,
    sent.map(({ documentId }) => documentId),
  );
  const of = (documentId: string) => ({ documentId, orgId: head.orgId, byDocumentId, state: 'not-expected' as const });
  await met(
    tx,
    ids.flatMap((id) => [
      { ...of(id), rung: 'business-answer', clock: 'business-answer', at, detail: 'Cancelled' } as const,
      { ...of(id), rung: 'odoo' } as const,
    ]),
  );
  await refreshStatusOfSent(tx, ids);
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
  await met(
    tx,
    sent.map(({ documentId }) => ({ documentId, orgId: head.orgId, rung: 'odoo', state, at, byDocumentId })),
  );
  return sent.map(({ documentId }) => documentId);
}

/** A document of ours that was acknowledged, and whether it was accepted. */
export interface AnsweredDocument extends SentDocument {
  readonly good: boolean;
}

/** A partner's 997 or 999 for a group that we sent: rung and clock of that document. @returns the document, or undefined when no such group was sent. */
export async function markAcknowledged(
  tx: Tx,
  ack: Partner & { documentId: string; functionalId: string; groupControl: string; status: string },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const ours = await sentGroup(tx, ack);
  if (!ours) return undefined;
  const { orgId, documentId: byDocumentId, status: detail } = ack;
  const good = detail === 'accepted' || detail === 'accepted-with-errors';
  const { documentId } = ours;
  const state = good ? 'done' : 'failed';
  await met(tx, [
    { documentId, orgId, rung: 'functional-ack', clock: 'functional-ack', state, at, byDocumentId, detail },
  ]);
  return { ...ours, good };
}

/** A partner's TA1 for an interchange that we sent: rung and clock of that document. @returns the document, or undefined when no such interchange was sent. */
export async function markInterchangeAcknowledged(
  tx: Tx,
  ack: Partner & { documentId: string; control: string; good: boolean; detail: string },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const ours = await sentInterchange(tx, ack);
  if (!ours) return undefined;
  const { orgId, documentId: byDocumentId, good, detail } = ack;
  const of = { documentId: ours.documentId, orgId, at, byDocumentId };
  // Nobody acknowledges the groups of an interchange that was not read.
  const isUnread = !good && !ours.isAcknowledgement;
  await met(tx, [
    { ...of, rung: 'ta1', state: good ? 'done' : 'failed', detail },
    ...(isUnread
      ? [
          {
            ...of,
            rung: 'functional-ack',
            clock: 'functional-ack',
            state: 'not-expected',
            detail: `TA1 ${detail}`,
          } as const,
        ]
      : []),
  ]);
  return { ...ours, good };
}
