import type { CaseKindName } from '../domain/obligations/case-kinds.ts';
import type { ClockName } from '../domain/obligations/clock-kinds.ts';
import { collectClock } from '../domain/obligations/due.ts';
import { answerRungs, type RungName } from '../domain/obligations/ladder.ts';
import type { Tx } from '../store/database.ts';
import type { WayOut } from './endpoint-in-use.ts';
import {
  advance,
  clearRungs,
  expect,
  type Maker,
  met,
  readRungs,
  refreshStatusOfSent,
  resolve,
} from './obligations.ts';
import { waitsAt } from './outbound.ts';

// What becomes of the ladder of a document that is sent once more.

interface Of {
  readonly documentId: string;
  readonly orgId: string;
}

const clocks = ['collect', 'mdn', ...answerRungs] as const satisfies readonly ClockName[];
/** What has come of a sending that another one takes the place of. */
const casesOfSending = ['ack.rejected', 'ta1.rejected', 'mdn.negative'] as const satisfies readonly CaseKindName[];
const isOpen = (state: string) => state === 'pending' || state === 'late';

/** Clocks of a sending end, and what was open about it closes. */
async function endSending(tx: Tx, { documentId }: Of, at: Date): Promise<void> {
  await advance(tx, { ended: clocks.map((clock) => ({ documentId, clock, at })) });
  for (const kind of casesOfSending) await resolve(tx, documentId, { kind, at });
}

/**
 * The same bytes go out once more: what has come good stands; what is late, was refused or is still to come is waited for anew, from the next handing over on.
 */
export async function expectAgain(
  context: Maker,
  tx: Tx,
  { environment, way, ...of }: Of & { readonly environment: string; readonly way: WayOut },
  at: Date,
): Promise<void> {
  const rungs = await readRungs(tx, of.documentId);
  const state = (rung: RungName) => rungs.find((one) => one.rung === rung)?.state;
  // Nobody waited for a 997 any more after a TA1 that rejected.
  const isUnread = state('ta1') === 'failed';
  const again = rungs.filter(
    ({ rung, state: now }) =>
      answerRungs.some((name) => name === rung) &&
      (isOpen(now) || now === 'failed' || (rung === 'functional-ack' && now === 'not-expected' && isUnread)),
  );
  await endSending(tx, of, at);
  await clearRungs(tx, of.documentId, ['transport', 'mdn', ...again.map(({ rung }) => rung)]);
  const within = rungs.find(({ rung }) => rung === 'transport')?.withinMinutes ?? undefined;
  const transport = { ...of, rung: 'transport', detail: waitsAt(way), withinMinutes: within } as const;
  await expect(context, tx, [
    way.isPushed || within === undefined ? transport : { ...transport, environment, clock: collectClock(at, within) },
    ...again.flatMap(({ rung, withinMinutes, askedFor }) =>
      withinMinutes === null ? [] : [{ ...of, rung, withinMinutes, askedFor: askedFor ?? undefined }],
    ),
  ]);
}

/** A document was written anew: nothing more is waited for of the former one, and what it had come to in the trade is the new one's. */
export async function replaceLadder(
  tx: Tx,
  of: Of,
  by: { readonly documentId: string; readonly name: string },
  at: Date,
): Promise<void> {
  const rungs = await readRungs(tx, of.documentId);
  await endSending(tx, of, at);
  const over = rungs.filter(({ state }) => isOpen(state));
  const answered = rungs.filter(
    ({ rung, state }) => (rung === 'business-answer' || rung === 'odoo') && state === 'done',
  );
  await met(tx, [
    ...over.map(({ rung }) => ({ ...of, rung, at, state: 'not-expected', detail: `Reissued as ${by.name}` }) as const),
    ...answered.map(({ rung, at: then, byDocumentId }) => ({
      ...{ documentId: by.documentId, orgId: of.orgId, rung },
      ...(then && { at: then }),
      ...(byDocumentId !== null && { byDocumentId }),
    })),
  ]);
  await refreshStatusOfSent(tx, [of.documentId]);
}
