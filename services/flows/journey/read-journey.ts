import { CodedError } from '../../domain/errors.ts';
import type { Turn } from '../../domain/journey/evidence.ts';
import { type Journey, journeyOf } from '../../domain/journey/journey.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { companyFacts } from '../../store/journey/profiles.ts';
import { lastReminder, usualDays } from '../../store/journey/standings.ts';
import { readEvidence } from './evidence.ts';
import { remindEveryMs } from './remind.ts';

/** The journey of a partner with what its page says beside it. */
export interface JourneyView extends Journey {
  readonly partner: { readonly id: string; readonly name: string };
  /** When each side was reminded last, and from when on it may be reminded again. */
  readonly reminders: Readonly<Partial<Record<Turn, { readonly at: Date; readonly againAt: Date }>>>;
  /** Days that each side usually takes for its turn, in the middle of those that were looked at; absent where there are too few. */
  readonly usual: Readonly<Partial<Record<Turn, number>>>;
}

/** Fewer are no measure. */
const fewestTurns = 5;

/** Computes the journey anew, from the evidence of this moment. @throws CodedError `http.not-found` */
export async function readJourney(
  tools: { readonly standards: Standards; readonly now: () => Date },
  tx: Tx,
  orgId: string,
): Promise<JourneyView> {
  const company = await companyFacts(tx, orgId);
  if (!company || company.kind === 'owner')
    throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  const sides = ['partner', 'team'] as const;
  const reminders = await Promise.all(sides.map(async (side) => [side, await lastReminder(tx, orgId, side)] as const));
  const usual = await Promise.all(sides.map(async (side) => [side, await usualDays(tx, side)] as const));
  return {
    ...journeyOf(await readEvidence(tools, tx, orgId)),
    partner: { id: orgId, name: company.name },
    reminders: Object.fromEntries(
      reminders.flatMap(([side, last]) =>
        last ? [[side, { at: last.at, againAt: new Date(last.at.getTime() + remindEveryMs) }]] : [],
      ),
    ),
    usual: Object.fromEntries(
      usual.flatMap(([side, days]) => (days.length < fewestTurns ? [] : [[side, median(days)]])),
    ),
  };
}

function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
