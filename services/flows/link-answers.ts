import { routes } from '../domain/routes.ts';
import { markAcknowledged, markBusinessAnswer } from '../store/answers.ts';
import { openCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { settleDocument } from '../store/outcome.ts';
import type { Context } from './context.ts';
import type { ReadEvent } from './interpret.ts';
import type { Translated } from './record.ts';

/** Ties what came to what we sent: a 997 to our group, a business answer to our order or tender. @returns the documents of ours that moved on. */
export async function linkAnswers(
  context: Context,
  tx: Tx,
  translated: readonly Translated[],
  at: Date,
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const one of translated) {
    for (const event of one.found.events) {
      const ours = await link(context, tx, one, event, at);
      if (ours) touched.push(ours);
    }
  }
  return touched;
}

async function link(
  context: Context,
  tx: Tx,
  { document }: Translated,
  { mapped }: ReadEvent,
  at: Date,
): Promise<string | undefined> {
  const base = { orgId: document.orgId, environment: document.environment, documentId: document.id };
  const question = routes[mapped.type].answers;
  if (question) return markBusinessAnswer(tx, { ...base, subject: mapped.subject }, question, at);
  if (mapped.type !== 'document.acknowledged.v1') return undefined;
  const { functionalId, groupControl, status } = mapped.data as Record<
    'functionalId' | 'groupControl' | 'status',
    string
  >;
  const ours = await markAcknowledged(tx, { ...base, functionalId, groupControl, status }, at);
  if (ours) return ours;
  await openCase(tx, {
    id: context.newId(),
    ...base,
    at,
    fingerprint: `ack.unmatched/${functionalId}`,
    title: `997 for group ${groupControl}, which was never sent`,
    detail: `The partner acknowledges ${functionalId} group ${groupControl}. No such group went to this partner in ${document.environment}.`,
  });
  await settleDocument(tx, document.id, at);
  return undefined;
}
