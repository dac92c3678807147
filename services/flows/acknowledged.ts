import type { Verdict } from '../domain/verdict.ts';
import { type Partner, type SentDocument, sentGroup, sentInterchange } from '../store/answers.ts';
import type { Tx } from '../store/database.ts';
import { advance, type Maker, type Met, met, noteArrival, startAnswerClocks } from './obligations.ts';

/** A document of ours that was acknowledged, and whether it was accepted. */
export interface AnsweredDocument extends SentDocument {
  readonly good: boolean;
}

const isGood = (verdict: Verdict) => verdict === 'accepted' || verdict === 'accepted-with-errors';
const stateOf = ({ rungs }: SentDocument, rung: string) => rungs.get(rung)?.state;

/**
 * A partner's 997 or 999 for a group that we sent: rung and clock of that document. The first acceptance stands, whatever is repeated; a rejection that comes after
 * it counts, and an acceptance that comes after a rejection ends it.
 * @returns the document, or undefined when no such group was sent.
 */
export async function markAcknowledged(
  context: Maker,
  tx: Tx,
  ack: Partner & {
    readonly documentId: string;
    readonly functionalId: string;
    readonly groupControl: string;
    readonly status: Verdict;
  },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const ours = await sentGroup(tx, ack);
  if (!ours) return undefined;
  const { orgId, documentId: byDocumentId, status: detail } = ack;
  const good = isGood(detail);
  if (good && stateOf(ours, 'functional-ack') === 'done') return { ...ours, good };
  const of = { documentId: ours.documentId, orgId, byDocumentId };
  const state = good ? 'done' : 'failed';
  await noteArrival(context, tx, [of], at);
  await met(tx, [
    { ...of, rung: 'functional-ack', clock: 'functional-ack', state, at, detail },
    // Who accepts a group has read its interchange.
    ...(good && stateOf(ours, 'ta1') === 'failed'
      ? [{ ...of, rung: 'ta1', at, detail: 'Its group was accepted after all' } as const]
      : []),
  ]);
  return { ...ours, good };
}

/** TA105: the control number was used before. */
const repeated = '025';

/**
 * A partner's TA1 for an interchange that we sent: rung and clock of that document. One that rejects it as a repetition, after it was sent more than once or was
 * acknowledged, says that it is there.
 * @returns the document, or undefined when no such interchange was sent.
 */
export async function markInterchangeAcknowledged(
  context: Maker,
  tx: Tx,
  ack: Partner & {
    readonly documentId: string;
    readonly control: string;
    /** Of the interchange, as the TA1 quotes them. */
    readonly date: string;
    readonly time: string;
    readonly status: string;
    readonly note: string;
  },
  at: Date,
): Promise<AnsweredDocument | undefined> {
  const ours = await sentInterchange(tx, ack);
  if (!ours) return undefined;
  const { orgId, documentId: byDocumentId, status, note } = ack;
  const before = stateOf(ours, 'ta1');
  const isThere = ours.isResent || before === 'done' || stateOf(ours, 'functional-ack') === 'done';
  const isRepetition = status === 'R' && note === repeated && isThere;
  const good = status === 'A' || status === 'E' || isRepetition;
  if (good && before === 'done') return { ...ours, good };
  const of = { documentId: ours.documentId, orgId, byDocumentId };
  const said = `${status} ${note}`.trim();
  const detail = isRepetition ? `Came before; the repetition was answered ${said}` : said;
  const acknowledgement = stateOf(ours, 'functional-ack');
  // Nobody acknowledges the groups of an interchange that was not read.
  const isUnread = !good && !ours.isAcknowledgement && acknowledgement !== 'done' && acknowledgement !== 'failed';
  const unread: Met = {
    ...of,
    rung: 'functional-ack',
    clock: 'functional-ack',
    at,
    state: 'not-expected',
    detail: `TA1 ${said}`,
  };
  await noteArrival(context, tx, [of], at);
  await met(tx, [
    { ...of, rung: 'ta1', clock: 'ta1', at, state: good ? 'done' : 'failed', detail },
    ...(isUnread ? [unread] : []),
  ]);
  if (good && before === 'failed' && acknowledgement === 'not-expected') {
    await advance(tx, { expected: [{ documentId: ours.documentId, orgId, rung: 'functional-ack' }] });
    await startAnswerClocks(context, tx, [ours.documentId], at);
  }
  return { ...ours, good };
}
