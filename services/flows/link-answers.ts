import { type AcknowledgedGroup, faultySets } from '../domain/acknowledged-group.ts';
import { append } from '../domain/lists.ts';
import { routes } from '../domain/routes.ts';
import { noteMeaning } from '../domain/x12/acknowledge/acknowledge-interchange.ts';
import type { Segment } from '../domain/x12/model.ts';
import { markAcknowledged, markBusinessAnswers, markInterchangeAcknowledged } from '../store/answers.ts';
import { openCase, resolveCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { describeDocument, type StoredDocument } from '../store/documents.ts';
import { settleDocument, settleSent } from '../store/outcome.ts';
import type { Context } from './context.ts';
import type { Translated } from './record.ts';

/** Ties what came to what we sent: a TA1 to our interchange, a 997 or 999 to our group, a business answer to our order or tender. @returns the documents of ours that moved on. */
export async function linkAnswers(
  context: Context,
  tx: Tx,
  translated: readonly Translated[],
  at: Date,
): Promise<readonly string[]> {
  const touched: string[] = [];
  const unmatched = new Set<string>();
  const events = translated.flatMap(({ document, found }) =>
    found.events.map(({ mapped, setId }) => ({ document, mapped, setId })),
  );
  for (const { document, interchanges } of translated) {
    for (const { status, acknowledgements } of interchanges) {
      // What a stranger, or the same file again, says of our interchanges counts for nothing.
      if (status === 'R') continue;
      for (const ta1 of acknowledgements)
        append(touched, await interchangeAcknowledged(context, tx, document, ta1, at, unmatched));
    }
  }
  const kinds = new Map(translated.flatMap(({ found }) => found.rows.sets.map((set) => [set.id, set.code] as const)));
  for (const { document, mapped, setId } of events) {
    if (mapped.type !== 'document.acknowledged.v1') continue;
    const said = mapped.data as unknown as AcknowledgedGroup;
    const kind = kinds.get(setId) ?? 'acknowledgement';
    append(touched, await acknowledged(context, tx, document, kind, said, at, unmatched));
  }
  // Once for each, however many of its answers fit to nothing: counting all that is in it takes long.
  for (const id of unmatched) await settleDocument(tx, id, at);
  for (const [question, list] of Map.groupBy(events, ({ mapped }) => routes[mapped.type].answers)) {
    if (!question) continue;
    const answers = list.map(({ document, mapped }) => ({
      subject: mapped.subject,
      documentId: document.id,
      goesToOdoo: routes[mapped.type].subscriber === 'odoo',
    }));
    append(touched, await markBusinessAnswers(tx, list[0]!.document, question, answers, at));
  }
  return touched;
}

const ta1Words: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted with errors noted',
  R: 'rejected',
};
const interchangeRejected = 'ta1.rejected';

async function interchangeAcknowledged(
  context: Context,
  tx: Tx,
  document: StoredDocument,
  ta1: Segment,
  at: Date,
  unmatched: Set<string>,
): Promise<readonly string[]> {
  const { orgId, environment } = document;
  const base = { id: context.newId(), orgId, environment, at };
  const [control, status, note] = [ta1.text(1), ta1.text(4), ta1.text(5)];
  const good = status === 'A' || status === 'E';
  const detail = `${status} ${note}`.trim();
  const ours = await markInterchangeAcknowledged(
    tx,
    { ...document, documentId: document.id, control, good, detail },
    at,
  );
  if (!ours) {
    await openCase(tx, {
      ...base,
      documentId: document.id,
      fingerprint: 'ack.unmatched/TA1',
      title: `TA1 for interchange ${control}, which was never sent`,
      detail: `The partner answers interchange ${control}. No such interchange went to this partner in ${environment}.`,
    });
    unmatched.add(document.id);
    return [];
  }
  const { documentId, name, subjects } = ours;
  await describeDocument(tx, document, `TA1 for ${name}: ${ta1Words[status] ?? status}`, subjects);
  if (good) await resolveCase(tx, documentId, interchangeRejected, at);
  else
    await openCase(tx, {
      ...base,
      documentId,
      fingerprint: interchangeRejected,
      title: "The partner's TA1 rejects our interchange",
      detail: `Interchange ${control} was not read: note ${note}, ${noteMeaning(note)}. Correct what it names and send the document again.`,
    });
  if (!(good && ours.isAcknowledgement)) await settleSent(tx, [documentId]);
  return [documentId];
}

const rejectedFingerprint = 'ack.rejected';

async function acknowledged(
  context: Context,
  tx: Tx,
  document: StoredDocument,
  kind: string,
  said: AcknowledgedGroup,
  at: Date,
  unmatched: Set<string>,
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
      title: `${kind} for group ${groupControl}, which was never sent`,
      detail: `The partner acknowledges ${functionalId} group ${groupControl}. No such group went to this partner in ${environment}.`,
    });
    unmatched.add(document.id);
    return [];
  }
  const { documentId } = ours;
  await describeDocument(tx, document, `Acknowledges ${ours.name}: ${status.replaceAll('-', ' ')}`, ours.subjects);
  if (ours.good) await resolveCase(tx, documentId, rejectedFingerprint, at);
  else {
    const faulty = faultySets([said]);
    await openCase(tx, {
      ...base,
      documentId,
      fingerprint: rejectedFingerprint,
      title: `The partner's ${kind} says ${status}`,
      detail: `Group ${groupControl} was not accepted as it is${faulty === '' ? '' : `: ${faulty}`}. The ${kind} of the partner names the places.`,
    });
  }
  await settleSent(tx, [documentId]);
  return [documentId];
}
