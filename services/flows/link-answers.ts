import { type AcknowledgedGroup, faultySets, verdictOfGroup } from '../domain/acknowledged-group.ts';
import { append } from '../domain/lists.ts';
import { routes } from '../domain/routes.ts';
import { noteMeaning } from '../domain/x12/acknowledge/acknowledge-interchange.ts';
import type { Segment } from '../domain/x12/model.ts';
import type { Tx } from '../store/database.ts';
import type { StoredDocument } from '../store/documents.ts';
import { markAcknowledged, markInterchangeAcknowledged } from './acknowledged.ts';
import { markBusinessAnswers } from './answers.ts';
import type { Context } from './context.ts';
import { goesToOdoo } from './destinations.ts';
import { describeDocument, raise, refreshStatus, refreshStatusOfSent, resolve } from './obligations.ts';
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
    const kind = kinds.get(setId ?? '') ?? 'acknowledgement';
    append(touched, await acknowledged(context, tx, document, kind, said, at, unmatched));
  }
  // Once for each, however many of its answers fit to nothing: counting all that is in it takes long.
  for (const id of unmatched) await refreshStatus(tx, id, at);
  for (const [question, list] of Map.groupBy(events, ({ mapped }) => routes[mapped.type].answers)) {
    if (!question) continue;
    const answers = list.map(({ document, mapped }) => ({
      subject: mapped.subject,
      documentId: document.id,
      goesToOdoo: goesToOdoo(mapped.type, { ...mapped, environment: document.environment }),
    }));
    append(touched, await markBusinessAnswers(context, tx, list[0]!.document, question, answers, at));
  }
  return touched;
}

const ta1Words: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted with errors noted',
  R: 'rejected',
};

async function interchangeAcknowledged(
  context: Context,
  tx: Tx,
  document: StoredDocument,
  ta1: Segment,
  at: Date,
  unmatched: Set<string>,
): Promise<readonly string[]> {
  const { orgId, environment } = document;
  const base = { orgId, environment, at };
  const [control, status, note] = [ta1.text(1), ta1.text(4), ta1.text(5)];
  const of = {
    orgId,
    environment,
    documentId: document.id,
    control,
    status,
    note,
    date: ta1.text(2),
    time: ta1.text(3),
  };
  const ours = await markInterchangeAcknowledged(context, tx, of, at);
  if (!ours) {
    const facts = { control, environment };
    await raise(context, tx, [{ ...base, about: { type: 'document', id: document.id }, kind: 'ta1.unmatched', facts }]);
    unmatched.add(document.id);
    return [];
  }
  const { documentId, name, subjects } = ours;
  await describeDocument(tx, document, `TA1 for ${name}: ${ta1Words[status] ?? status}`, subjects);
  if (ours.good) await resolve(tx, documentId, { kind: 'ta1.rejected', at });
  else if (ours.replacedBy === null) {
    const facts = { control, note, meaning: noteMeaning(note) };
    await raise(context, tx, [{ ...base, about: { type: 'document', id: documentId }, kind: 'ta1.rejected', facts }]);
  }
  if (!(ours.good && ours.isAcknowledgement)) await refreshStatusOfSent(tx, [documentId]);
  return [documentId];
}

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
  const base = { orgId, environment, at };
  const { functionalId, groupControl } = said;
  const status = verdictOfGroup(said);
  const of = { orgId, environment, documentId: document.id, functionalId, groupControl, status };
  const ours = await markAcknowledged(context, tx, of, at);
  if (!ours) {
    const facts = { kind, functionalId, groupControl, environment };
    await raise(context, tx, [{ ...base, about: { type: 'document', id: document.id }, kind: 'ack.unmatched', facts }]);
    unmatched.add(document.id);
    return [];
  }
  const { documentId, replacedBy: by } = ours;
  const about = { type: 'document', id: documentId } as const;
  await describeDocument(tx, document, `Acknowledges ${ours.name}: ${status.replaceAll('-', ' ')}`, ours.subjects);
  if (ours.good) {
    await resolve(tx, documentId, { kind: 'ack.rejected', at });
    await resolve(tx, documentId, { kind: 'ta1.rejected', at });
    if (by !== null)
      await raise(context, tx, [{ ...base, about, kind: 'ack.replaced', facts: { kind, groupControl, by } }]);
  } else if (by === null) {
    const before = ours.rungs.get('functional-ack');
    const acceptedAt = before?.state === 'done' ? (before.at ?? undefined) : undefined;
    const facts = { kind, status, groupControl, faulty: faultySets([said]), acceptedAt };
    await raise(context, tx, [{ ...base, about, kind: 'ack.rejected', facts }]);
  }
  await refreshStatusOfSent(tx, [documentId]);
  return [documentId];
}
