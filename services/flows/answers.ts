import type { EventType } from '../domain/events.ts';
import { append } from '../domain/lists.ts';
import { type Partner, sentAbout, unanswered } from '../store/answers.ts';
import type { Tx } from '../store/database.ts';
import { pieces } from '../store/pieces.ts';
import { advance, type Maker, met, noteArrival, refreshStatusOfSent } from './obligations.ts';

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
  context: Maker,
  tx: Tx,
  partner: Partner,
  question: EventType,
  answers: readonly BusinessAnswer[],
  at: Date,
): Promise<readonly string[]> {
  const by = new Map(answers.map((answer) => [answer.subject, answer]));
  const touched: string[] = [];
  for (const piece of pieces([...by.values()]))
    append(touched, await markFew(context, tx, partner, question, piece, at));
  return touched;
}

async function markFew(
  context: Maker,
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
  await noteArrival(context, tx, sent.map(of), at);
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
