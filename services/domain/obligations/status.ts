import { resolvedText } from './case-causes.ts';

/** `kept`: read and acknowledged, and nothing is done with it outside of the hub. */
export type Outcome = 'processing' | 'done' | 'attention' | 'rejected' | 'waiting' | 'kept';

/** How a document stands, and in one line why. */
export interface Status {
  readonly outcome: Outcome;
  /** Null while nothing has been worked out. */
  readonly headline: string | null;
}

/** What is counted of a received document to say how it stands. */
export interface DocumentCounts {
  /** The code of what is wrong with a document that cannot be read; null where it can. */
  readonly unreadable: string | null;
  /** A file that belongs to an event. */
  readonly isFile: boolean;
  readonly sets: number;
  readonly rejected: number;
  readonly interchanges: number;
  readonly rejectedInterchanges: number;
  /** Faults of the document outside of its interchanges: something in it was not read. */
  readonly unread: number;
  /** Deliveries to Odoo: all, those still under way, those that succeeded, those that wait for a person. */
  readonly total: number;
  readonly open: number;
  readonly good: number;
  /** Those of a parallel run, compared and not done; they are not among all. */
  readonly withheld?: number;
  readonly refused: number;
  /** Documents that its events were to become and that wait for a person. */
  readonly unwritten: number;
  /** Open cases about the document. */
  readonly cases: number;
  /** Why the first of the deliveries that wait for a person was not taken. */
  readonly reason: string | null;
  /** The first finding in what was rejected. */
  readonly fault: string | null;
  /** The cause with which a person resolved the last case of a delivery that came to nothing; such a delivery is not among the refused ones. */
  readonly resolved?: string | null;
}

/** What nobody has agreed waits for a person as long as its case is open; anything else goes back to its sender. */
function unreadable(code: string, hasCase: boolean): Status {
  if (code === 'document.not-agreed' || code === 'document.ambiguous')
    return { outcome: hasCase ? 'attention' : 'rejected', headline: 'Not a document that is agreed with the partner' };
  if (code === 'document.too-many' || code === 'document.event-too-large')
    return { outcome: 'rejected', headline: 'Rejected as a whole' };
  const isX12 = code === '' || code.startsWith('x12.');
  return { outcome: 'rejected', headline: isX12 ? 'Not an X12 document' : 'The document could not be read' };
}

/** How a received document stands, and in one line why. */
export function statusOf(t: DocumentCounts): Status {
  if (t.unreadable !== null) return unreadable(t.unreadable, t.cases > 0);
  if (t.isFile) return { outcome: 'kept', headline: 'Kept as a file for the events that name it' };
  const headline = withReason(t, counts(t));
  if (t.refused > 0 || t.unwritten > 0 || t.cases > 0 || t.unread > 0)
    return { outcome: 'attention', headline: headline || 'Needs review' };
  if (t.open > 0) return { outcome: 'processing', headline };
  if (t.resolved) return { outcome: 'kept', headline: resolvedText(t.resolved) };
  if (t.rejected + t.rejectedInterchanges > 0) return { outcome: 'rejected', headline };
  if (t.withheld)
    return {
      outcome: 'kept',
      headline: [headline, 'Parallel run: nothing of it was written'].filter(Boolean).join('. '),
    };
  return { outcome: 'done', headline: headline || 'Nothing to do in Odoo' };
}

/** What is counted, without what the reason says by itself: that the only delivery was not taken, or the only set was rejected. */
function counts(t: DocumentCounts): string {
  const alone = t.reason !== null && ((t.total === 1 && t.refused === 1) || (t.unwritten === 1 && t.refused === 0));
  const onlySet = t.sets === 1 && t.rejected === 1 && t.rejectedInterchanges === 0 && t.fault !== null;
  return [
    t.unread > 0 ? 'part of it could not be read' : '',
    t.total > 0 && t.refused < t.total ? `${t.good} of ${t.total} applied in Odoo` : '',
    onlySet ? '' : rejection(t),
    t.refused > 0 && !alone ? `${t.refused} not accepted by Odoo` : '',
    t.unwritten > 0 && !alone ? `${t.unwritten} of its documents not written` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The reason last, where there is one: `2 of 3 sets rejected: W12-05 …`. What Odoo did not take weighs more than what the partner was told. */
function withReason(t: DocumentCounts, counted: string): string {
  const why =
    (t.refused > 0 || t.unwritten > 0 ? t.reason : null) ?? (t.rejected + t.rejectedInterchanges > 0 ? t.fault : null);
  const whole = [counted, why?.replace(/\.$/, '')].filter(Boolean).join(': ');
  return whole.replace(/^./, (letter) => letter.toUpperCase());
}

function rejection(t: DocumentCounts): string {
  if (t.rejectedInterchanges === 0) return t.rejected > 0 ? `${t.rejected} of ${t.sets} sets rejected` : '';
  if (t.interchanges === 1) return 'rejected as a whole';
  return `${t.rejectedInterchanges} of ${t.interchanges} interchanges rejected`;
}

/** Rungs of a sent document and the cases about it. */
export interface SentRungs {
  /** The rung of its way to the partner. */
  readonly transport: string | null;
  readonly why: string | null;
  /** The rung of the partner's receipt (MDN), and what it says. */
  readonly receipt: string | null;
  readonly receiptSays: string | null;
  /** The rung of the partner's TA1, and what it says. */
  readonly received: string | null;
  readonly note: string | null;
  readonly acknowledged: string | null;
  /** What the partner's 997 or 999 says. */
  readonly said: string | null;
  readonly answered: string | null;
  /** What the document was reissued as. */
  readonly replacedBy: string | null;
  readonly cases: number;
  /** The cause with which a person resolved the last case about it. */
  readonly resolved?: string | null;
}

/** How a sent document stands that waits for the partner's acknowledgement and answer, and in one line why. */
export function statusOfSent(t: SentRungs): Status {
  if (t.replacedBy !== null)
    return { outcome: t.cases > 0 ? 'attention' : 'kept', headline: `Replaced by ${t.replacedBy}` };
  const trouble = troubleOf(t);
  if (trouble !== undefined && t.cases === 0 && t.resolved)
    return { outcome: 'kept', headline: resolvedText(t.resolved) };
  if (trouble !== undefined) return { outcome: 'attention', headline: trouble };
  if (t.cases > 0) return { outcome: 'attention', headline: 'Needs review' };
  return goodStatusOf(t);
}

/** What has failed or is late of the rungs, the lowest failure first: what comes after it cannot come. */
function troubleOf(t: SentRungs): string | undefined {
  if (t.transport === 'failed') return `It could not be handed over: ${t.why ?? 'no reason'}`;
  if (t.receipt === 'failed') return `The partner's receipt says ${t.receiptSays ?? 'no'}`;
  if (t.received === 'failed') return `The partner's TA1 rejects the interchange: ${t.note ?? 'no reason'}`;
  if (t.acknowledged === 'failed') return `The partner's acknowledgement says ${t.said ?? 'no'}`;
  if (t.transport === 'late') return 'The partner has not collected it in time';
  if (t.receipt === 'late') return 'The partner has not sent its receipt in time';
  if (t.received === 'late') return 'The partner has not sent its TA1 in time';
  if (t.acknowledged === 'late') return 'The partner has not acknowledged in time';
  return t.answered === 'late' ? 'The partner has not answered in time' : undefined;
}

function goodStatusOf(t: SentRungs): Status {
  const waits = (headline: string) => ({ outcome: 'waiting', headline }) as const;
  if (t.receipt === 'pending') return waits("Waits for the partner's receipt");
  // After a TA1 that rejected and was taken back nothing is expected of whoever does not acknowledge.
  if (t.acknowledged === 'pending') return waits('Waits for the acknowledgement');
  const isAcknowledged = t.acknowledged === 'done';
  if (!isAcknowledged && t.transport === 'pending') return waits('On its way to the partner');
  if (t.received === 'pending') return waits("Waits for the partner's TA1");
  if (t.answered === 'done') return { outcome: 'done', headline: 'Answered by the partner' };
  if (isAcknowledged) return { outcome: 'done', headline: 'Acknowledged by the partner' };
  return { outcome: t.answered === 'pending' ? 'waiting' : 'done', headline: 'Delivered to the partner' };
}
