import type { AcknowledgementPolicy } from '../domain/configuration/configuration.ts';
import type { FindingLevel } from '../domain/finding.ts';
import { append } from '../domain/lists.ts';
import { verdictWords } from '../domain/verdict.ts';
import {
  type Acknowledgement,
  type AcknowledgeOptions,
  acknowledge,
  acknowledgementNeeds,
} from '../domain/x12/acknowledge/acknowledge.ts';
import type { Interchange } from '../domain/x12/model.ts';
import { type ControlNumbers, returnControlNumbers, takeControlNumbers } from '../store/control-numbers.ts';
import type { Tx } from '../store/database.ts';
import type { StoredDocument } from '../store/documents.ts';
import { unacknowledgedSets } from '../store/go-live/production.ts';
import { loseAcknowledgements } from './certification/trouble.ts';
import type { Pinned, Terms } from './configuration.ts';
import type { Context } from './context.ts';
import { type WayOut, wayBack } from './endpoint-in-use.ts';
import { type Met, met, raise, refreshStatus } from './obligations.ts';
import { envelopeTime, type Outgoing, putInOutbox } from './outbound.ts';
import type { Translated } from './record.ts';

const worstFirst = ['R', 'P', 'E', 'A'] as const;

interface Owed {
  readonly document: StoredDocument;
  /** What the document speaks of, so that a search for an order finds its acknowledgement too. */
  readonly subjects: readonly string[];
  readonly interchange: Interchange;
  readonly policy: AcknowledgementPolicy;
  readonly needs: { readonly interchange: 1; readonly group: number; readonly set: number };
}

/** An answer ready to go out, with the rungs that it makes true on the document it answers. */
interface Answer {
  readonly out: Outgoing;
  readonly rungs: readonly Met[];
}

/**
 * Writes the 997s, 999s and TA1s that one partner's documents are owed into the outbox, in the transaction of their translation, and the rungs that they make true.
 * @returns the ids of the documents made.
 */
export async function acknowledgeDocuments(
  context: Context,
  tx: Tx,
  translated: readonly Translated[],
  terms: Terms,
  at: Date,
): Promise<readonly string[]> {
  const silent = await silentSets(tx, terms);
  const owed: Owed[] = [];
  const left: Met[] = [];
  for (const one of translated)
    for (const interchange of one.interchanges) {
      if (silent.has(firstCode(interchange) ?? '')) left.push(leftToTheOldWay(one.document, at));
      else append(owed, owedFor(one, interchange, terms));
    }
  await met(tx, left);
  const [first] = owed;
  if (!first) return [];
  const sum = (kind: 'group' | 'set') => owed.reduce((total, { needs }) => total + needs[kind], 0);
  const all = { interchange: owed.length, group: sum('group'), set: sum('set') };
  const taken = await takeControlNumbers(tx, terms.orgId, first.document.environment, all);
  let numbers = taken;
  const answers: Answer[] = [];
  const unwritten = new Map<string, Unwritten>();
  for (const one of owed) {
    const answer = acknowledge(one.interchange, optionsFor(one, numbers, at));
    numbers = beyond(numbers, one, answer);
    append(answers, answersOf(one, answer, { pinned: terms.pinned, at, way: await wayBack(context, one.document) }));
    for (const { code, level, explanation } of answer.findings)
      unwritten.set(`${one.document.id}/${code}`, { ...one, code, level, explanation });
  }
  await openCases(context, tx, [...unwritten.values()], at);
  // The rows are locked until the commit: what was not used after all leaves no gap.
  await returnControlNumbers(tx, terms.orgId, first.document.environment, {
    interchange: taken.interchange + all.interchange - numbers.interchange,
    group: taken.group + all.group - numbers.group,
    set: taken.set + all.set - numbers.set,
  });
  const ids = await putInOutbox(
    context,
    tx,
    answers.map(({ out }) => out),
  );
  await loseAcknowledgements(context, tx, first.document, ids);
  await met(
    tx,
    worstOfEach(answers.flatMap(({ rungs }, nth) => rungs.map((rung) => ({ ...rung, byDocumentId: ids[nth]! })))),
  );
  return ids;
}

interface Unwritten {
  readonly document: StoredDocument;
  readonly code: string;
  readonly level: FindingLevel;
  readonly explanation: string;
}

/** One case for each document and reason, however many of its interchanges it holds for. */
async function openCases(context: Context, tx: Tx, unwritten: readonly Unwritten[], at: Date): Promise<void> {
  for (const { document, code, level, explanation } of unwritten) {
    const { id: documentId, orgId, environment } = document;
    const kind = level === 'note' ? 'acknowledgement.unaddressed' : 'acknowledgement.unwritten';
    await raise(context, tx, [
      { kind, facts: { code, explanation }, orgId, environment, at, about: { type: 'document', id: documentId } },
    ]);
    await refreshStatus(tx, documentId, at);
  }
}

function owedFor({ document, found }: Translated, interchange: Interchange, terms: Terms): readonly Owed[] {
  const policy = policyFor(interchange, terms);
  const needs = acknowledgementNeeds(interchange, policy.ta1);
  if (!needs.ta1 && !needs.functional) return [];
  return [
    {
      document,
      interchange,
      policy,
      subjects: [...new Set(found.events.map(({ mapped }) => mapped.subject))].slice(0, 10),
      needs: { interchange: 1, group: needs.groups, set: needs.functional ? interchange.groups.length : 0 },
    },
  ];
}

/** Sets of which the old way says what arrived: in a parallel run the hub is silent, unless it was agreed otherwise. */
async function silentSets(tx: Tx, { orgId, environment }: Terms): Promise<ReadonlySet<string>> {
  if (environment !== 'production') return new Set();
  return new Set(await unacknowledgedSets(tx, orgId));
}

const firstCode = ({ groups }: Interchange): string | undefined => groups.flatMap(({ sets }) => sets)[0]?.code;

const leftToTheOldWay = ({ id: documentId, orgId }: StoredDocument, at: Date): Met => ({
  ...{ documentId, orgId, at, rung: 'functional-ack', state: 'not-expected', clock: 'acknowledge' },
  detail: 'Parallel run: the old way acknowledges it',
});

/** What was agreed for the first set of the interchange, else for the partner. */
export function policyFor(
  interchange: Interchange,
  { configuration }: Pick<Terms, 'configuration'>,
): AcknowledgementPolicy {
  const code = firstCode(interchange);
  const document = configuration.documents.find(({ direction, set }) => direction === 'inbound' && set === code);
  return (document ?? configuration).acknowledgement;
}

/** The numbers that come after those of an answer; one that could not be written has used none. */
function beyond(numbers: ControlNumbers, { needs }: Owed, { functional, ta1 }: Acknowledgement): ControlNumbers {
  if (!functional && !ta1?.bytes) return numbers;
  return {
    interchange: numbers.interchange + 1,
    group: numbers.group + (functional ? needs.group : 0),
    set: numbers.set + (functional ? functional.groups.length : 0),
  };
}

function optionsFor({ document, needs, policy }: Owed, numbers: ControlNumbers, at: Date): AcknowledgeOptions {
  const { long, time } = envelopeTime(at);
  return {
    controlNumbers: {
      interchange: String(numbers.interchange).padStart(9, '0'),
      group: Array.from({ length: needs.group }, (_, nth) => String(numbers.group + nth)),
      set: String(numbers.set).padStart(4, '0'),
    },
    now: { date: long, time },
    kind: policy.functional,
    ta1: policy.ta1,
    includeAcceptedSets: policy.includeAcceptedSets,
    usage: document.environment === 'production' ? 'P' : 'T',
  };
}

function answersOf(
  { document, subjects }: Owed,
  { functional, ta1 }: Acknowledgement,
  { pinned, at, way }: { readonly pinned: Pinned; readonly at: Date; readonly way: WayOut },
): readonly Answer[] {
  const { orgId, environment, id } = document;
  const rung = { documentId: id, orgId, at };
  const out = (bytes: Uint8Array, headline: string): Outgoing => ({
    orgId,
    environment,
    way,
    bytes,
    headline,
    subjects,
    answers: id,
    at,
    pinned,
  });
  const made: Answer[] = [];
  const ta1Rung = ta1 && {
    ...rung,
    rung: 'ta1' as const,
    state: ta1.status === 'R' ? ('failed' as const) : ('done' as const),
    detail: `${ta1.status} ${ta1.note}`,
  };
  if (functional) {
    const worst = worstFirst.find((status) => functional.groups.some((group) => group.status === status)) ?? 'A';
    const ackRung = {
      ...rung,
      rung: 'functional-ack' as const,
      state: worst === 'R' ? ('failed' as const) : ('done' as const),
      detail: verdictWords(worst),
    };
    made.push({
      out: out(functional.bytes, `${functional.kind}: ${verdictWords(worst).toLowerCase()}`),
      rungs: ta1Rung && !ta1.bytes ? [ackRung, ta1Rung] : [ackRung],
    });
  }
  if (ta1Rung && ta1.bytes) made.push({ out: out(ta1.bytes, `TA1: ${ta1.status} ${ta1.note}`), rungs: [ta1Rung] });
  return made;
}

/** A document may hold several interchanges; its ladder shows the worst of their answers. */
function worstOfEach(rungs: readonly Met[]): readonly Met[] {
  const kept = new Map<string, Met>();
  for (const rung of rungs) {
    const key = `${rung.documentId}/${rung.rung}`;
    if (kept.get(key)?.state !== 'failed') kept.set(key, rung);
  }
  return [...kept.values()];
}
