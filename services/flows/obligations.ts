import { type CaseFacts, wordsOf } from '../domain/obligations/case-kinds.ts';
import { type ClockName, clockKinds } from '../domain/obligations/clock-kinds.ts';
import type { Rung, RungName } from '../domain/obligations/ladder.ts';
import type { Tx } from '../store/database.ts';
import {
  openCases,
  resolveCases,
  resolveCasesOfDeliveries,
  resolveCasesOfDocuments,
} from '../store/obligations/cases.ts';
import {
  breachDueClocks,
  type DueClock,
  type KnownTime,
  startClocks,
  stopClocks,
} from '../store/obligations/clocks.ts';
import { setRungs } from '../store/obligations/ladder.ts';
import { setStatuses } from '../store/obligations/status.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';

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
type Maker = Pick<Context, 'newId' | 'knownJump'>;

interface OfDocument {
  readonly documentId: string;
  readonly orgId: string;
  readonly rung: RungName;
  readonly detail?: string;
  /** The document that brings it about. */
  readonly byDocumentId?: string;
}

/** Something that is to come for a document, where it has no end. */
export type Expected = OfDocument;

/** Something that is to come for a document, and until when. */
export interface Awaited extends OfDocument {
  readonly environment: string;
  readonly clock: { readonly kind: ClockName; readonly startedAt: Date; readonly dueAt: Date };
}

/** What was expected of a document has come, or never will. */
export interface Met extends OfDocument {
  /** `done` unless given. */
  readonly state?: 'done' | 'failed' | 'not-expected';
  readonly at?: Date;
  /** The clock that ends with it. */
  readonly clock?: ClockName;
}

/** Something is to come: rungs that are pending, with the clocks that run until then. */
export async function expect(context: Maker, tx: Tx, awaited: readonly (Awaited | Expected)[]): Promise<void> {
  await setRungs(
    tx,
    awaited.map((one) => pending(one, 'clock' in one ? one.clock.dueAt : undefined)),
  );
  const clocks = awaited.flatMap((one) => ('clock' in one ? [one] : []));
  await startClocks(
    tx,
    clocks.map(({ documentId, orgId, environment, clock: { kind: name, startedAt, dueAt } }) => ({
      ...{ id: context.newId(), orgId, environment, documentId, name, startedAt, dueAt },
      knownJump: context.knownJump(),
    })),
  );
}

/** What was expected has come, or never will: rungs, the clocks that end with them, and the cases about their lateness. */
export const met = (tx: Tx, facts: readonly Met[]): Promise<void> => advance(tx, { met: facts });

/** A clock that ends, in time or not. */
interface Ended {
  readonly documentId: string;
  readonly clock: ClockName;
  readonly at: Date;
}

/** All at once, for ladders that move on at several rungs. */
export async function advance(
  tx: Tx,
  change: { readonly met?: readonly Met[]; readonly expected?: readonly Expected[]; readonly ended?: readonly Ended[] },
): Promise<void> {
  const { met: facts = [], expected = [] } = change;
  await setRungs(tx, [...facts.map(asRung), ...expected.map((one) => pending(one))]);
  const withRungs = facts.flatMap(({ documentId, clock, at }) => (clock && at ? [{ documentId, clock, at }] : []));
  const ended: readonly Ended[] = [...withRungs, ...(change.ended ?? [])];
  for (const [clock, list] of Map.groupBy(ended, (one) => one.clock)) {
    const ids = list.map(({ documentId }) => documentId);
    const { at } = list[0]!;
    await stopClocks(tx, ids, clock, at);
    await resolveCasesOfDocuments(tx, ids, clockKinds[clock].late, at);
  }
}

const pending = ({ documentId, orgId, rung, detail, byDocumentId }: Expected, dueAt?: Date): Rung => ({
  ...{ documentId, orgId, rung, state: 'pending' },
  ...(dueAt && { dueAt }),
  ...(detail !== undefined && { detail }),
  ...(byDocumentId !== undefined && { byDocumentId }),
});

const asRung = ({ clock: _clock, state = 'done', ...rung }: Met): Rung => ({ ...rung, state });

/**
 * Clocks that have run out make their rungs late, raise their cases and show in the status of the document, each once.
 * @returns the clocks.
 */
export async function late(context: Pick<Context, 'newId'>, tx: Tx, time: KnownTime): Promise<readonly DueClock[]> {
  const clocks = await breachDueClocks(tx, time);
  if (clocks.length === 0) return [];
  const cases = clocks.map(
    ({ documentId, orgId, environment, name, dueAt }): NewCase => ({
      ...{ orgId, environment, at: time.at, documentId },
      ...{ kind: clockKinds[name].late, facts: { dueAt } },
    }),
  );
  await raise(context, tx, cases);
  const told = clocks.map((clock, nth) => ({ clock, title: wordsOf(cases[nth]!).title }));
  // Two clocks of one document may run out at once: a statement changes a row once.
  const rungs = told.map(({ clock: { documentId, orgId, name, dueAt }, title }): Rung => {
    const { rung } = clockKinds[name];
    return { documentId, orgId, rung, state: 'late', dueAt, detail: title };
  });
  await setRungs(tx, [...new Map(rungs.map((one) => [`${one.documentId}/${one.rung}`, one])).values()]);
  const headlines = new Map(told.map(({ clock, title }) => [clock.documentId, title]));
  await setStatuses(
    tx,
    [...headlines].map(([id, headline]) => ({ id, outcome: 'attention', headline })),
  );
  return clocks;
}

/** A case of a kind, with the facts that its words are made of and what it is about. */
export type NewCase = CaseFacts & {
  readonly orgId: string;
  readonly environment: string;
  readonly documentId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly at: Date;
};

/** Opens cases; while the same one is open for the same document and delivery, it stays one. */
export function raise(context: Pick<Context, 'newId'>, tx: Tx, cases: readonly NewCase[]): Promise<void> {
  return openCases(
    tx,
    cases.map(({ orgId, environment, documentId, deliveryId, at, ...of }) => ({
      ...{ id: context.newId(), orgId, environment, documentId, deliveryId, at },
      ...wordsOf(of as CaseFacts),
    })),
  );
}

/** Closes the cases of a kind about a document. */
export const resolve = (
  tx: Tx,
  documentId: string,
  { kind, at }: { readonly kind: CaseFacts['kind']; readonly at: Date },
) => resolveCasesOfDocuments(tx, [documentId], kind, at);

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
