import { routes } from '../domain/routes.ts';
import { markAcknowledged, markBusinessAnswers } from '../store/answers.ts';
import { openCase, resolveCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { describeDocument, type StoredDocument } from '../store/documents.ts';
import { settleDocument, settleSent } from '../store/outcome.ts';
import type { Context } from './context.ts';
import type { Translated } from './record.ts';

/** What a 997 says of one group; see `document.acknowledged.v1`. */
interface Acknowledged {
  readonly functionalId: string;
  readonly groupControl: string;
  readonly status: string;
  readonly sets?: readonly { readonly set: string; readonly control: string; readonly status: string }[];
}

/** Ties what came to what we sent: a 997 to our group, a business answer to our order or tender. @returns the documents of ours that moved on. */
export async function linkAnswers(
  context: Context,
  tx: Tx,
  translated: readonly Translated[],
  at: Date,
): Promise<readonly string[]> {
  const touched: string[] = [];
  const events = translated.flatMap(({ document, found }) => found.events.map(({ mapped }) => ({ document, mapped })));
  for (const { document, mapped } of events) {
    if (mapped.type !== 'document.acknowledged.v1') continue;
    touched.push(...(await acknowledged(context, tx, document, mapped.data as unknown as Acknowledged, at)));
  }
  for (const [question, list] of Map.groupBy(events, ({ mapped }) => routes[mapped.type].answers)) {
    if (!question) continue;
    const answers = list.map(({ document, mapped }) => ({ subject: mapped.subject, documentId: document.id }));
    touched.push(...(await markBusinessAnswers(tx, list[0]!.document, question, answers, at)));
  }
  return touched;
}

const rejectedFingerprint = 'ack.rejected';

async function acknowledged(
  context: Context,
  tx: Tx,
  document: StoredDocument,
  said: Acknowledged,
  at: Date,
): Promise<readonly string[]> {
  const { orgId, environment } = document;
  const base = { id: context.newId(), orgId, environment, at };
  const { functionalId, groupControl, status } = said;
  const ours = await markAcknowledged(tx, { ...document, documentId: document.id, ...said }, at);
  if (!ours) {
    await openCase(tx, {
      ...base,
      documentId: document.id,
      fingerprint: `ack.unmatched/${functionalId}`,
      title: `997 for group ${groupControl}, which was never sent`,
      detail: `The partner acknowledges ${functionalId} group ${groupControl}. No such group went to this partner in ${environment}.`,
    });
    await settleDocument(tx, document.id, at);
    return [];
  }
  const { documentId } = ours;
  await describeDocument(tx, document.id, `Acknowledges ${ours.name}: ${status.replaceAll('-', ' ')}`, ours.subjects);
  if (ours.good) await resolveCase(tx, documentId, rejectedFingerprint, at);
  else {
    const faulty =
      said.sets?.filter((set) => set.status !== 'accepted').map((set) => `${set.set} ${set.control}`) ?? [];
    await openCase(tx, {
      ...base,
      documentId,
      fingerprint: rejectedFingerprint,
      title: `The partner's 997 says ${status}`,
      detail: `Group ${groupControl} was not accepted as it is${faulty.length > 0 ? `: ${faulty.slice(0, 20).join(', ')}` : ''}. The 997 of the partner names the places.`,
    });
  }
  await settleSent(tx, [documentId]);
  return [documentId];
}
