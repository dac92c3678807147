import { type CaseFacts, type CaseKindName, wordsOf } from '../domain/obligations/case-kinds.ts';
import { type ClockName, casesOfClock, clockKind } from '../domain/obligations/clock-kinds.ts';
import { answerDue, warnAt } from '../domain/obligations/due.ts';
import type { Rung, RungName } from '../domain/obligations/ladder.ts';
import type { Subject } from '../domain/obligations/subject.ts';
import type { Tx } from '../store/database.ts';
import type { Subjects } from '../store/obligations/about.ts';
import {
  documentsOfTests,
  openCases,
  resolveCases,
  resolveCasesAbout,
  resolveCasesOfDeliveries,
} from '../store/obligations/cases.ts';
import {
  breachDueClocks,
  catchUpClocks,
  type DueClock,
  type KnownTime,
  startClocks,
  stopClocks,
  warnDueClocks,
} from '../store/obligations/clocks.ts';
import { awaitedAnswers, openOnTheWay, setRungs } from '../store/obligations/ladder.ts';
import { setStatuses } from '../store/obligations/status.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';

export { clearRungs, failedAmong, readRungs } from '../store/obligations/ladder.ts';
export {
  describeDocument,
  lockForStatus,
  refreshLater,
  refreshStale,
  refreshStatus,
  refreshStatusOf,
  refreshStatusOfSent,
  setOutcome,
  setStatuses,
  staleDocuments,
} from '../store/obligations/status.ts';

// Who owes what, until when, and what it means when it does not come. Rungs, clocks, cases and the status of documents are written here and in the store
// modules under it, nowhere else; each verb takes a list and writes one statement for each table.

/** What flows need to start a clock or to raise a case. */
export type Maker = Pick<Context, 'newId' | 'knownJump'>;

interface OfDocument {
  readonly documentId: string;
  readonly orgId: string;
  readonly rung: RungName;
  readonly detail?: string;
  /** The document that brings it about. */
  readonly byDocumentId?: string;
}

/** What is not about a document: its organization and environment, and what it is there. */
interface OfOther {
  readonly about: Subject<'order' | 'stage' | 'endpoint' | 'certificate'>;
  readonly orgId: string;
  readonly environment: string;
}

interface Until {
  readonly kind: ClockName;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** Something that is to come for a document, where it has no end, or none before the document is handed over. */
export interface Expected extends OfDocument {
  /** How long the partner has from then. */
  readonly withinMinutes?: number | undefined;
  /** By when the document itself asks for it. */
  readonly askedFor?: Date | undefined;
}

/** Something that is to come for a document or for something else, and until when. */
export type Awaited =
  | (Expected & { readonly environment: string; readonly clock: Until })
  | (OfOther & { readonly clock: Until });

/** What was expected of a document has come, or never will. */
export interface Met extends OfDocument {
  /** `done` unless given. */
  readonly state?: 'done' | 'failed' | 'not-expected';
  readonly at?: Date;
  /** The clock that ends with it. */
  readonly clock?: ClockName;
}

/** A clock that ends, in time or not. */
export type Ended = { readonly clock: ClockName; readonly at: Date } & ({ readonly documentId: string } | OfOther);

const aboutDocument = (id: string): Subject<'document'> => ({ type: 'document', id });

/** Something is to come: rungs that are pending, with the clocks that run until then. */
export async function expect(context: Maker, tx: Tx, awaited: readonly (Awaited | Expected)[]): Promise<void> {
  const ofDocuments = awaited.flatMap((one) => ('documentId' in one ? [one] : []));
  await setRungs(
    tx,
    ofDocuments.map((one) => pending(one, 'clock' in one ? one.clock.dueAt : undefined)),
  );
  const clocks = awaited.flatMap((one) => ('clock' in one ? [one] : []));
  await startClocks(
    tx,
    clocks.map(({ orgId, environment, clock: { kind: name, startedAt, dueAt }, ...of }) => ({
      ...{ id: context.newId(), orgId, environment, name, startedAt, dueAt, knownJump: context.knownJump() },
      about: 'about' in of ? of.about : aboutDocument(of.documentId),
      warnAt: warnAt(name, startedAt, dueAt),
    })),
  );
}

/** Documents of ours are with their partner, or where it takes them from: the clocks of what it is to answer start. */
export async function startAnswerClocks(
  context: Maker,
  tx: Tx,
  documentIds: readonly string[],
  at: Date,
): Promise<void> {
  const awaited = await awaitedAnswers(tx, documentIds);
  await expect(
    context,
    tx,
    awaited.map(({ withinMinutes, askedFor, ...of }) => ({
      ...of,
      clock: { kind: of.rung, startedAt: at, dueAt: answerDue(at, withinMinutes, askedFor) },
    })),
  );
}

/** Whoever answers documents has them, whether or not the pick-up was confirmed or a receipt came. */
export async function noteArrival(
  context: Maker,
  tx: Tx,
  documents: readonly Pick<Met, 'documentId' | 'orgId' | 'byDocumentId'>[],
  at: Date,
): Promise<void> {
  const by = new Map(documents.map((one) => [one.documentId, one]));
  const open = await openOnTheWay(tx, [...by.keys()]);
  await met(
    tx,
    open.map(({ documentId, rung }) =>
      rung === 'transport'
        ? { ...by.get(documentId)!, rung, clock: 'collect', at, detail: 'The partner has answered it' }
        : {
            ...by.get(documentId)!,
            rung,
            clock: 'mdn',
            at,
            state: 'not-expected',
            detail: 'The partner has answered it',
          },
    ),
  );
  const there = open.filter(({ rung }) => rung === 'transport').map(({ documentId }) => documentId);
  if (there.length > 0) await startAnswerClocks(context, tx, there, at);
}

/** What was expected of documents has come, or never will: rungs, the clocks that end with them, and the cases about their lateness. */
export const met = (tx: Tx, facts: readonly Met[]): Promise<void> => advance(tx, { met: facts });

/** All at once, for ladders that move on at several rungs, and for clocks that end without one. */
export async function advance(
  tx: Tx,
  change: { readonly met?: readonly Met[]; readonly expected?: readonly Expected[]; readonly ended?: readonly Ended[] },
): Promise<void> {
  const { met: facts = [], expected = [], ended = [] } = change;
  await setRungs(tx, [...facts.map(asRung), ...expected.map((one) => pending(one))]);
  const withRungs = facts.flatMap(({ documentId, clock, at }) => (clock && at ? [{ documentId, clock, at }] : []));
  for (const { subjects, clock, at } of together([...withRungs, ...ended])) {
    await stopClocks(tx, subjects, clock, at);
    await resolveCasesAbout(tx, subjects, casesOfClock(clock), at);
  }
}

/** Clocks of one kind that end together, so that one statement ends them. */
function together(ended: readonly Ended[]): readonly { subjects: Subjects; clock: ClockName; at: Date }[] {
  const scope = (one: Ended) =>
    'about' in one ? `${one.clock} ${one.about.type} ${one.orgId} ${one.environment}` : one.clock;
  return [...Map.groupBy(ended, scope).values()].map((list) => {
    const [first] = list;
    const { clock, at } = first!;
    const ids = list.map((one) => ('about' in one ? one.about.id : one.documentId));
    if (!('about' in first!)) return { clock, at, subjects: { type: 'document', ids } };
    const { about, orgId, environment } = first;
    return { clock, at, subjects: { type: about.type, ids, orgId, environment } };
  });
}

const pending = (one: Expected, dueAt?: Date): Rung => {
  const { documentId, orgId, rung, detail, byDocumentId, withinMinutes, askedFor } = one;
  return {
    ...{ documentId, orgId, rung, state: 'pending' },
    ...(dueAt && { dueAt }),
    ...(withinMinutes !== undefined && { withinMinutes }),
    ...(askedFor && { askedFor }),
    ...(detail !== undefined && { detail }),
    ...(byDocumentId !== undefined && { byDocumentId }),
  };
};

const asRung = ({ clock: _clock, state = 'done', ...rung }: Met): Rung => ({ ...rung, state });

/**
 * Clocks that have run out make their rungs late, raise their cases and show in the status of the document, each once; those that are soon to run out
 * raise a warning. @returns the clocks that have run out or warned.
 */
export async function late(context: Pick<Context, 'newId'>, tx: Tx, time: KnownTime): Promise<readonly DueClock[]> {
  await catchUpClocks(tx);
  const over = await breachDueClocks(tx, time);
  const warned = await warnDueClocks(tx, time);
  await raise(context, tx, [
    ...over.map((clock) => caseOf(clock, clockKind(clock.name).late, time.at)),
    ...warned.flatMap((clock) => {
      const { warning } = clockKind(clock.name);
      return warning ? [caseOf(clock, warning, time.at)] : [];
    }),
  ]);
  // The warning has come true.
  for (const { about, orgId, environment, name } of over) {
    const { warning } = clockKind(name);
    if (!warning) continue;
    const ids = [about.id];
    const { type } = about;
    const subjects: Subjects = type === 'document' ? { type, ids } : { type, ids, orgId, environment };
    await resolveCasesAbout(tx, subjects, [warning], time.at);
  }
  await makeLate(tx, over);
  return [...over, ...warned];
}

const caseOf = ({ about, orgId, environment, dueAt }: DueClock, kind: CaseKindName, at: Date): NewCase =>
  ({ orgId, environment, at, about, kind, facts: { dueAt } }) as NewCase;

async function makeLate(tx: Tx, clocks: readonly DueClock[]): Promise<void> {
  // Two clocks of one document may run out at once: a statement changes a row once.
  const rungs = new Map<string, Rung>();
  const headlines = new Map<string, string>();
  for (const { about, orgId, name, dueAt } of clocks) {
    if (about.type !== 'document') continue;
    const { rung, late: kind } = clockKind(name);
    const { title } = wordsOf({ kind, facts: { dueAt } } as CaseFacts);
    const { id: documentId } = about;
    headlines.set(documentId, title);
    if (rung) rungs.set(`${documentId}/${rung}`, { documentId, orgId, rung, state: 'late', dueAt, detail: title });
  }
  await setRungs(tx, [...rungs.values()]);
  await setStatuses(
    tx,
    [...headlines].map(([id, headline]) => ({ id, outcome: 'attention', headline })),
  );
}

/** A case of a kind, with the facts that its words are made of and what it is about. */
export type NewCase = CaseFacts & {
  readonly orgId: string;
  readonly environment: string;
  readonly about: Subject;
  readonly deliveryId?: string | undefined;
  readonly at: Date;
};

/** Opens cases; while the same one is open about the same subject and delivery, it stays one. What is wrong in a test is told in its run, and is no case. */
export async function raise(context: Pick<Context, 'newId'>, tx: Tx, cases: readonly NewCase[]): Promise<void> {
  const inSandbox = cases.flatMap(({ environment, about: { type, id } }) =>
    environment === 'sandbox' && type === 'document' ? [id] : [],
  );
  const tests = inSandbox.length > 0 ? await documentsOfTests(tx, inSandbox) : new Set<string>();
  await openCases(
    tx,
    cases
      .filter(({ about }) => about.type !== 'document' || !tests.has(about.id))
      .map(({ orgId, environment, about, deliveryId, at, ...of }) => ({
        ...{ id: context.newId(), orgId, environment, about, deliveryId, at, kind: of.kind },
        ...wordsOf(of as CaseFacts),
      })),
  );
}

/** Closes the cases of a kind about a document. */
export const resolve = (
  tx: Tx,
  documentId: string,
  { kind, at }: { readonly kind: CaseKindName; readonly at: Date },
): Promise<void> => resolveCasesAbout(tx, { type: 'document', ids: [documentId] }, [kind], at);

/** Closes the cases of deliveries that have come right, or that somebody tries again. */
export const resolveOfDeliveries = resolveCasesOfDeliveries;

/** Closes cases that are about no document; of one organisation, or of all. */
export const resolveByFingerprint = resolveCases;

/**
 * Makes the open cases of a family be exactly these, whatever was open before: raises what is missing and closes the rest.
 * @param family a fingerprint, or how those of the family begin.
 * @returns those that were raised.
 */
export async function keepCases(
  context: Pick<Context, 'newId'>,
  tx: Tx,
  family: string,
  wanted: readonly NewCase[],
  at: Date,
): Promise<readonly NewCase[]> {
  const open = new Set(await openFingerprints(tx, family));
  const byFingerprint = new Map(wanted.map((one) => [wordsOf(one).fingerprint, one]));
  await resolveCases(
    tx,
    [...open].filter((fingerprint) => !byFingerprint.has(fingerprint)),
    at,
  );
  const missing = [...byFingerprint].flatMap(([fingerprint, one]) => (open.has(fingerprint) ? [] : [one]));
  await raise(context, tx, missing);
  return missing;
}
