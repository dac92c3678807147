import { agreementOf, judge } from '../domain/agreement.ts';
import type { Finding, FindingLevel } from '../domain/finding.ts';
import { laneOf, routes } from '../domain/routes.ts';
import { check } from '../domain/x12/check.ts';
import type { Interchange, Reading } from '../domain/x12/model.ts';
import { read } from '../domain/x12/read.ts';
import { markAcknowledged, markBusinessAnswer } from '../store/answers.ts';
import { audit } from '../store/audit.ts';
import { openCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { envelope } from '../store/deliveries.ts';
import { readDocuments, type StoredDocument } from '../store/documents.ts';
import { toJson } from '../store/json.ts';
import { setRungs, stopClock } from '../store/ladder.ts';
import { settleDocument } from '../store/outcome.ts';
import type { PartnerTerms } from '../store/partners.ts';
import { claimInterchange, insertEnvelopes, insertEvents } from '../store/translation.ts';
import { deleteSpentWakeUps } from '../store/wake-ups.ts';
import { acknowledgeDocument } from './acknowledge.ts';
import type { Context } from './context.ts';
import { type Interpretation, interpret, type ReadEvent } from './interpret.ts';
import { odooFor } from './odoo-connection.ts';
import { termsOf } from './terms.ts';

const duplicateWindowDays = 365;

/** Translates received documents, each in a transaction of its own; one that was translated before is left alone, and one that fails does not hold up the others. */
export async function translate(context: Context, documentIds: readonly string[]): Promise<void> {
  const failures: unknown[] = [];
  for (const document of await readDocuments(context.db.pool, documentIds)) {
    await translateOne(context, document).catch((error: unknown) => {
      context.log.error({ err: error, document: document.id }, 'a document could not be translated');
      failures.push(error);
    });
  }
  // Hints about documents that are translated already, or were never there.
  await deleteSpentWakeUps(context.db.pool, documentIds);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${documentIds.length} documents could not be translated`);
}

async function translateOne(context: Context, document: StoredDocument): Promise<void> {
  if (document.state !== 'received') return;
  const terms = await termsOf(context, document.orgId, document.environment);
  if (!terms) throw new Error(`Document ${document.id} belongs to no organisation.`);
  const reading = check(read(document.bytes), context.catalog.standards);
  const connectionId = (await odooFor(context, document.environment))?.id;
  const touched = await context.db.system.transaction(async (tx) => {
    const { rows } = await tx.raw<{ rows: unknown[] }>(
      `select 1 from document where id = ? and state = 'received' for update`,
      [document.id],
    );
    if (rows.length === 0) return undefined;
    const at = context.now();
    const interchanges = await judgeAll(tx, document, reading, terms, at);
    const found = interpret(document.id, interchanges, terms, context.catalog, context.newId);
    await writeReading(tx, document, reading, interchanges, found, at);
    await writeEvents(tx, context, document, found.events, connectionId ?? document.environment);
    const acknowledged = await acknowledgeDocument(context, tx, document, interchanges, terms, at);
    const answered = await linkAnswers(tx, document, found.events, at);
    await openCases(tx, context, document, found, at);
    await settleDocument(tx, document.id, at);
    await tx('wake_up').where({ topic: 'translate', key: document.id }).del();
    return [document.id, ...acknowledged, ...answered];
  });
  if (!touched) return;
  context.nudge();
  for (const id of touched) context.changes.moved(document.orgId, id);
}

async function judgeAll(
  tx: Tx,
  document: StoredDocument,
  reading: Reading,
  terms: PartnerTerms,
  at: Date,
): Promise<readonly Interchange[]> {
  const agreed = agreementOf(document.environment, terms);
  const judged: Interchange[] = [];
  for (const interchange of reading.interchanges) {
    const first = judge(interchange, agreed);
    // Only a number that would otherwise be accepted is used up: a corrected file may come under the number of the refused one.
    const duplicateOf =
      first.status === 'R'
        ? undefined
        : await claimInterchange(tx, {
            orgId: document.orgId,
            environment: document.environment,
            sender: `${interchange.sender.qualifier}/${interchange.sender.id}`,
            receiver: `${interchange.receiver.qualifier}/${interchange.receiver.id}`,
            control: interchange.control,
            documentId: document.id,
            at,
            windowDays: duplicateWindowDays,
          });
    const twin = judged.some(
      (other) => other.control === interchange.control && other.sender.id === interchange.sender.id,
    );
    judged.push(
      duplicateOf || twin ? judge(interchange, { ...agreed, duplicateOf: duplicateOf ?? document.id }) : first,
    );
  }
  return judged;
}

async function writeReading(
  tx: Tx,
  document: StoredDocument,
  reading: Reading,
  interchanges: readonly Interchange[],
  found: Interpretation,
  at: Date,
): Promise<void> {
  await insertEnvelopes(tx, { orgId: document.orgId, documentId: document.id }, found.rows);
  const counts = new Map<string, number>();
  for (const set of found.rows.sets) counts.set(set.code, (counts.get(set.code) ?? 0) + 1);
  await tx('document')
    .where({ id: document.id })
    .update({
      state: interchanges.length > 0 ? 'translated' : 'unreadable',
      translated_at: at,
      sets: toJson([...counts].map(([code, count]) => ({ code, count }))),
      subjects: [...new Set(found.events.map((e) => e.mapped.subject))].slice(0, 100),
      control_number: interchanges[0]?.control ?? null,
      findings: toJson(reading.findings),
      finding_counts: toJson(countLevels([...reading.findings, ...found.findings])),
    });
  const done = { documentId: document.id, orgId: document.orgId };
  await setRungs(tx, [
    { ...done, rung: 'transport', state: 'done', at: document.receivedAt, detail: 'Stored before the answer' },
    ...(interchanges.length === 0
      ? [
          {
            ...done,
            rung: 'functional-ack' as const,
            state: 'not-expected' as const,
            detail: 'There is nothing that a 997 could answer',
          },
        ]
      : []),
  ]);
  await audit(tx, [
    {
      orgId: document.orgId,
      at,
      actor: 'hub',
      action: interchanges.length > 0 ? 'document.translated' : 'document.refused',
      documentId: document.id,
      detail: {
        sets: found.rows.sets.length,
        events: found.events.length,
        findings: found.findings.length + reading.findings.length,
      },
    },
  ]);
  await stopClock(tx, document.id, 'acknowledge', at);
}

async function writeEvents(
  tx: Tx,
  context: Context,
  document: StoredDocument,
  events: readonly ReadEvent[],
  scope: string,
): Promise<void> {
  await insertEvents(
    tx,
    {
      orgId: document.orgId,
      environment: document.environment,
      documentId: document.id,
      receivedAt: document.receivedAt,
    },
    events.map(({ id, setId, mapped }) => {
      const { subscriber, record } = routes[mapped.type];
      const occurredAt = mapped.time ? new Date(mapped.time) : document.receivedAt;
      return {
        event: envelope({ ...mapped, id, orgId: document.orgId, occurredAt }),
        setId,
        provenance: mapped.provenance,
        ...(subscriber
          ? {
              delivery: {
                id: context.newId(),
                subscriber,
                lane: laneOf(subscriber, scope, record(mapped.data, mapped.subject)),
              },
            }
          : {}),
      };
    }),
  );
}

/** Ties what came to what we sent: 997 to our group, business answers to our order or tender. @returns the documents of ours that moved on. */
async function linkAnswers(
  tx: Tx,
  document: StoredDocument,
  events: readonly ReadEvent[],
  at: Date,
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const { mapped } of events) {
    const base = { orgId: document.orgId, environment: document.environment, documentId: document.id };
    const question = routes[mapped.type].answers;
    const ours = question
      ? await markBusinessAnswer(tx, { ...base, subject: mapped.subject }, question, at)
      : mapped.type === 'document.acknowledged.v1'
        ? await markAcknowledged(
            tx,
            { ...base, ...(mapped.data as { functionalId: string; groupControl: string; status: string }) },
            at,
          )
        : undefined;
    if (ours) touched.push(ours);
  }
  return touched;
}

async function openCases(
  tx: Tx,
  context: Context,
  document: StoredDocument,
  found: Interpretation,
  at: Date,
): Promise<void> {
  for (const { set, finding } of found.unmapped) {
    await openCase(tx, {
      id: context.newId(),
      orgId: document.orgId,
      environment: document.environment,
      at,
      documentId: document.id,
      fingerprint: `${finding.code}/${set.code}`,
      title: `${set.code} ${set.control}: nothing could be made of it`,
      detail: finding.explanation,
    });
  }
}

function countLevels(findings: readonly Finding[]): Record<FindingLevel, number> {
  const counts = { standard: 0, guide: 0, business: 0, note: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
