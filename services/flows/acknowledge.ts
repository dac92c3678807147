import { acknowledge, acknowledgementNeeds } from '../domain/x12/acknowledge.ts';
import type { Interchange } from '../domain/x12/model.ts';
import { openCase } from '../store/cases.ts';
import { takeControlNumbers } from '../store/control-numbers.ts';
import type { Tx } from '../store/database.ts';
import type { StoredDocument } from '../store/documents.ts';
import { type Rung, setRungs } from '../store/ladder.ts';
import type { PartnerTerms } from '../store/partners.ts';
import type { Context } from './context.ts';
import { envelopeTime, putInOutbox } from './outbound.ts';

const statusWords = { A: 'Accepted', E: 'Accepted with errors noted', P: 'Accepted in part', R: 'Rejected' } as const;
const worseFirst = ['R', 'P', 'E', 'A'] as const;

/**
 * Writes the 997s and TA1s that a document's interchanges are owed into the outbox, in the transaction of their translation, and the rungs that they make true.
 * @returns the ids of the documents made.
 */
export async function acknowledgeDocument(
  context: Context,
  tx: Tx,
  document: StoredDocument,
  interchanges: readonly Interchange[],
  terms: PartnerTerms,
  at: Date,
): Promise<readonly string[]> {
  const made: string[] = [];
  const rungs: Rung[] = [];
  for (const interchange of interchanges) {
    const needs = acknowledgementNeeds(interchange);
    if (!needs.ta1 && !needs.ack997) continue;
    const answer = acknowledge(interchange, await options(tx, document, interchange, terms, at));
    const rung = { documentId: document.id, orgId: document.orgId, at };
    const put = (bytes: Uint8Array, headline: string) =>
      putInOutbox(context, tx, {
        orgId: document.orgId,
        environment: document.environment,
        channel: document.channel,
        bytes,
        headline,
        subjects: [],
        answers: document.id,
        at,
      });
    if (answer.ack997) {
      const worst = worseFirst.find((status) => answer.ack997?.groups.some((group) => group.status === status)) ?? 'A';
      const byDocumentId = await put(answer.ack997.bytes, `997: ${statusWords[worst].toLowerCase()}`);
      made.push(byDocumentId);
      rungs.push({
        ...rung,
        rung: 'functional-ack',
        state: worst === 'R' ? 'failed' : 'done',
        detail: statusWords[worst],
        byDocumentId,
      });
      if (answer.ta1 && !answer.ta1.bytes)
        rungs.push({
          ...rung,
          rung: 'ta1',
          state: 'done',
          detail: `${answer.ta1.status} ${answer.ta1.note}`,
          byDocumentId,
        });
    }
    if (answer.ta1?.bytes) {
      const byDocumentId = await put(answer.ta1.bytes, `TA1: ${answer.ta1.status} ${answer.ta1.note}`);
      made.push(byDocumentId);
      rungs.push({
        ...rung,
        rung: 'ta1',
        state: answer.ta1.status === 'R' ? 'failed' : 'done',
        detail: `${answer.ta1.status} ${answer.ta1.note}`,
        byDocumentId,
      });
    }
    for (const finding of answer.findings) {
      await openCase(tx, {
        id: context.newId(),
        orgId: document.orgId,
        environment: document.environment,
        at,
        documentId: document.id,
        fingerprint: finding.code,
        title: 'The acknowledgement could not be written',
        detail: finding.explanation,
      });
    }
  }
  // One document may hold several interchanges; the ladder shows the worst of their answers.
  const worst = new Map<string, Rung>();
  for (const rung of rungs) if (worst.get(rung.rung)?.state !== 'failed') worst.set(rung.rung, rung);
  await setRungs(tx, [...worst.values()]);
  return made;
}

async function options(tx: Tx, document: StoredDocument, interchange: Interchange, terms: PartnerTerms, at: Date) {
  const needs = acknowledgementNeeds(interchange);
  const numbers = await takeControlNumbers(tx, document.orgId, document.environment, {
    interchange: 1,
    group: needs.groups,
    set: needs.ack997 ? interchange.groups.length : 0,
  });
  const { long, time } = envelopeTime(at);
  const inbound = terms.agreements.find((agreement) => agreement.direction === 'in');
  return {
    controlNumbers: {
      interchange: String(numbers.interchange).padStart(9, '0'),
      group: Array.from({ length: needs.groups }, (_, nth) => String(numbers.group + nth)),
      set: String(numbers.set).padStart(4, '0'),
    },
    now: { date: long, time },
    includeAcceptedSets: inbound?.acknowledgement.includeAcceptedSets ?? true,
    usage: document.environment === 'production' ? 'P' : 'T',
  };
}
