import { type KeyKind, keyKinds, lookupOf } from '../../domain/cross-references.ts';
import { CodedError } from '../../domain/errors.ts';
import type { ActedBy } from '../../store/audit.ts';
import { type WaitingCounts, waitingOf } from '../../store/awaited-keys.ts';
import type { BulkRetryRow } from '../../store/bulk-retries.ts';
import type { Tx } from '../../store/database.ts';
import type { Environment } from '../../store/documents.ts';
import type { Context } from '../context.ts';
import { type LookupChanges, putEntries } from '../lookups.ts';
import { odooFor } from '../odoo-connection.ts';
import { refuseBody } from '../refuse-body.ts';
import { wrongUnits } from '../units-of-partner.ts';
import { goOn, takeUpAnswered } from './resume.ts';

/** What a key of the partner is in Odoo; null takes the entry away. */
export interface Answer {
  readonly kind: KeyKind;
  readonly key: string;
  readonly value: string | null;
  /** What it was said to be when its author looked, null where nothing was said. */
  readonly insteadOf?: string | null | undefined;
}

type AnswerBefore = Omit<Answer, 'insteadOf'> & { readonly insteadOf: string | null };

export interface Answered {
  readonly written: number;
  readonly removed: number;
  /** Sent in their place, these take the answers back. */
  readonly before: readonly AnswerBefore[];
  /** What went on. */
  readonly resumed: readonly BulkRetryRow[];
  /** What still waits in this environment, for these or other keys. */
  readonly waiting: WaitingCounts;
}

interface Of {
  readonly orgId: string;
  readonly environment: Environment;
}

/**
 * Writes what keys of a partner are in Odoo, and lets everything go on of which each key has an answer now. The look-ups hold for both environments, and so does what
 * goes on.
 * @throws CodedError for a unit that Odoo does not have, for an empty or overlong key or value, and where somebody has said something else meanwhile
 */
export async function answer(context: Context, of: Of, answers: readonly Answer[], by: ActedBy): Promise<Answered> {
  await refuseWrongUnits(context, of, answers);
  const { taken, ...done } = await context.db.scoped('*', (tx) => answerIn(context, tx, of, answers, by));
  const resumed = await goOn(context, taken);
  return { ...done, resumed, waiting: await waitingOf(context.db.system, of) };
}

async function refuseWrongUnits(context: Context, of: Of, answers: readonly Answer[]): Promise<void> {
  const units = answers.flatMap(({ kind, key, value }, nth) =>
    kind === 'unit' && value !== null ? [{ code: key, means: value, nth }] : [],
  );
  const connection = units.length > 0 ? await odooFor(context, of) : undefined;
  if (!connection) return;
  const issues = await wrongUnits(context, connection, units);
  refuseBody(
    issues.map(({ place, message }) => {
      const [, at] = /^body\/units\/(\d+)/.exec(place) ?? [];
      return { place: `body/answers/${units[Number(at)]?.nth ?? 0}/value`, message };
    }),
  );
}

async function answerIn(context: Context, tx: Tx, { orgId }: Of, answers: readonly Answer[], by: ActedBy) {
  const at = context.now();
  const before: AnswerBefore[] = [];
  let [written, removed] = [0, 0];
  for (const kind of keyKinds) {
    const own = answers.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    const changes: LookupChanges = new Map(own.map(({ key, value }) => [key, value]));
    if (changes.size < own.length) throw new CodedError('http.request-invalid', { detail: 'A key is answered twice.' });
    const insteadOf = new Map(
      own.flatMap(({ key, insteadOf: seen }) => (seen === undefined ? [] : [[key, seen] as const])),
    );
    const done = await putEntries(tx, { orgId, ...by, name: lookupOf[kind], changes, replace: false, insteadOf, at });
    written += done.written;
    removed += done.removed;
    for (const [key, value] of done.before) before.push({ kind, key, value, insteadOf: done.after.get(key) ?? null });
  }
  return { written, removed, before, taken: await takeUpAnswered(context, tx, { orgId, actor: by.actor }) };
}
