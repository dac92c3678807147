import type { EventType, Provenance } from '../events.ts';
import { type Around, type Check, fits, holdTo, type SegmentText, waiting } from './checks.ts';
import type { PartnerSends, Verdict } from './scenario.ts';

/** How something came: X12, another document of the partner's own shape, canonical events, the portal's form, or nothing but the channel. */
export type Way = 'x12' | 'document' | 'events' | 'form' | 'channel';

/** A document of the partner's that carries the number of a run, and what the hub made of it. */
export interface Came {
  readonly documentId: string;
  readonly at: Date;
  readonly way: Way;
  /** Of what carries the number. */
  readonly verdict: Verdict;
  /** Sets that carry the number; none where nothing could be read, and of what is no X12. */
  readonly sets: readonly { readonly id: string; readonly code: string; readonly segments: readonly SegmentText[] }[];
  readonly findings: readonly CameFinding[];
  readonly events: readonly CameEvent[];
}

export interface CameFinding {
  readonly code: string;
  readonly explanation: string;
  readonly place?: string | undefined;
  readonly segment?: string | undefined;
  readonly range?: readonly [number, number] | undefined;
}

export interface CameEvent {
  readonly id: string;
  readonly type: EventType;
  readonly data: Record<string, unknown>;
  readonly provenance: Provenance;
  readonly setId: string | null;
}

/** Whether a document answers an awaited frame, and how well. */
export type Match =
  | { readonly kind: 'other'; readonly says: string }
  | {
      readonly kind: 'answer';
      readonly event?: CameEvent;
      readonly checks: readonly Check[];
      /** Exactly what is wrong; undefined where nothing is. */
      readonly reason?: string;
    };

/**
 * Holds a document against the frame that is awaited. One of another kind answers nothing and does no harm; one of this kind is judged.
 * @param used events and documents that answered earlier frames
 */
export function match(frame: PartnerSends, came: Came, around: Around, used: ReadonlySet<string>): Match {
  if (frame.verdict === 'rejected' || frame.event === undefined) return matchRefused(frame, came, around, used);
  const ofType = came.events.filter(({ id, type }) => type === frame.event && !used.has(id));
  const event = ofType.find((one) => fits(frame.where, heldOf(one, came), around));
  if (event) {
    const checks = [
      verdictCheck(frame, came),
      ...holdTo(frame.expects, heldOf(event, came), around),
      ...findingChecks(frame, came),
    ];
    return { kind: 'answer', event, checks, ...reasonIn(checks) };
  }
  // Of the awaited kind, and refused before it became an event.
  if (ofType.length === 0 && isOfKind(frame, came, used) && came.verdict === 'rejected') {
    const checks = [verdictCheck(frame, came), ...waiting(frame.expects, around)];
    return { kind: 'answer', checks, ...reasonIn(checks) };
  }
  const [other] = ofType;
  if (!other) return { kind: 'other', says: `It is not what is waited for: ${frame.title}.` };
  const [bad] = holdTo(frame.where, heldOf(other, came), around).filter(({ state }) => state === 'bad');
  return { kind: 'other', says: `It came while something else is waited for. ${bad?.reason ?? ''}`.trim() };
}

function isOfKind({ set }: PartnerSends, came: Came, used: ReadonlySet<string>): boolean {
  if (used.has(came.documentId) || came.events.some(({ id }) => used.has(id))) return false;
  return came.sets.length === 0 || set === undefined || came.sets.some(({ code }) => code === set);
}

/** A document that is to be refused, or that becomes no event at all. */
function matchRefused(frame: PartnerSends, came: Came, around: Around, used: ReadonlySet<string>): Match {
  if (!isOfKind(frame, came, used)) return { kind: 'other', says: `It is not what is waited for: ${frame.title}.` };
  const [set] = came.sets;
  const of = { data: {}, provenance: {}, segments: set?.segments };
  const raw = frame.expects.filter(({ element }) => element !== undefined);
  const checks = [verdictCheck(frame, came), ...holdTo(raw, of, around), ...findingChecks(frame, came)];
  return { kind: 'answer', checks, ...reasonIn(checks) };
}

const heldOf = ({ data, provenance, setId }: CameEvent, { way, sets }: Came) => {
  const segments = way === 'x12' ? sets.find(({ id }) => id === setId)?.segments : undefined;
  return { data, provenance, segments };
};

const said: Readonly<Record<Verdict, string>> = {
  ...{ accepted: 'We accept it', noted: 'We accept it and note errors' },
  ...{ partly: 'We accept a part of it', rejected: 'We reject it' },
};

function verdictCheck({ verdict, findings }: PartnerSends, came: Came): Check {
  const head = { says: said[verdict], expected: verdict, got: came.verdict };
  // What breaks a rule of the trade is accepted and told; in a test it is wrong, unless the test is about it.
  const isClean = verdict !== 'accepted' || came.findings.every(({ code }) => findings.includes(code));
  if (came.verdict === verdict && isClean) return { ...head, state: 'good' };
  const first = came.findings.find(({ code }) => !findings.includes(code)) ?? came.findings[0];
  const { explanation = 'Nothing was found wrong with it.', place, segment, range } = first ?? {};
  return {
    ...{
      ...head,
      state: 'bad',
      reason: came.verdict === verdict ? explanation : `It was ${came.verdict}, not ${verdict}. ${explanation}`,
    },
    ...(place !== undefined && { place }),
    ...(segment !== undefined && { segment }),
    ...(range && { range }),
  };
}

/** One of the findings that the test is about is there. */
function findingChecks({ findings }: PartnerSends, came: Came): readonly Check[] {
  if (findings.length === 0) return [];
  const wanted = findings.join(' or ');
  const found = came.findings.find(({ code }) => findings.includes(code));
  const head = { says: `We find \`${wanted}\``, expected: wanted };
  if (!found) {
    const got = came.findings.map((one) => one.code).join(', ') || 'no finding';
    return [{ ...head, state: 'bad', got, reason: `The document has no \`${wanted}\`.` }];
  }
  const { place, segment, range } = found;
  return [
    {
      ...{ ...head, state: 'good', got: found.explanation },
      ...(place !== undefined && { place }),
      ...(segment !== undefined && { segment }),
      ...(range && { range }),
    },
  ];
}

function reasonIn(checks: readonly Check[]): { reason?: string } {
  const bad = checks.flatMap(({ state, reason }) => (state === 'bad' ? [reason ?? ''] : []));
  return bad.length > 0 ? { reason: bad.join(' ') } : {};
}
