import { describe, expect, test } from 'vitest';
import { type CaseKind, caseKinds } from '../../services/domain/obligations/case-kinds.ts';
import { clockKinds } from '../../services/domain/obligations/clock-kinds.ts';
import {
  acknowledgementDue,
  answerDue,
  collectClock,
  receiptDue,
  warnAt,
} from '../../services/domain/obligations/due.ts';
import { statusOfSent } from '../../services/domain/obligations/status.ts';

const sentAt = new Date('2026-11-23T12:00:00.000Z');
const sla = { collectedWithinMinutes: 30, acknowledgedWithinMinutes: 90, answeredWithinMinutes: 600 };

describe('when something is due', () => {
  test('our acknowledgement within the hour, the partner’s and its answer as agreed', () => {
    expect(acknowledgementDue(sentAt).toISOString()).toBe('2026-11-23T13:00:00.000Z');
    expect(collectClock(sentAt, 30).dueAt.toISOString()).toBe('2026-11-23T12:30:00.000Z');
    expect(answerDue(sentAt, 90).toISOString()).toBe('2026-11-23T13:30:00.000Z');
  });

  test('a receipt as agreed, else as its endpoint says', () => {
    const ofEndpoint = new Date('2026-11-23T12:05:00.000Z');
    expect(receiptDue(sentAt, sla, ofEndpoint)).toBe(ofEndpoint);
    expect(receiptDue(sentAt, { ...sla, receiptWithinMinutes: 10 }, ofEndpoint).toISOString()).toBe(
      '2026-11-23T12:10:00.000Z',
    );
  });

  test.each([
    ['sooner than agreed', '2026-11-23T14:00:00.000Z', '2026-11-23T14:00:00.000Z'],
    ['later than agreed', '2026-11-25T09:00:00-05:00', '2026-11-25T14:00:00.000Z'],
    ['in the past', '2026-11-23T11:00:00.000Z', '2026-11-23T22:00:00.000Z'],
  ])('an answer that the document asks for %s', (_, askedFor, due) => {
    expect(answerDue(sentAt, 600, new Date(askedFor)).toISOString()).toBe(due);
  });

  test('a clock that warns does so within its time; others do not', () => {
    expect(warnAt('acknowledge', sentAt, acknowledgementDue(sentAt))?.toISOString()).toBe('2026-11-23T12:30:00.000Z');
    expect(warnAt('business-answer', sentAt, answerDue(sentAt, 600))).toBeUndefined();
  });
});

test('each kind of clock that runs for a document names its rung, and its late case is an error, its warning a warning', () => {
  const entries: Record<string, Pick<CaseKind<never>, 'severity'>> = caseKinds;
  for (const [name, kind] of Object.entries(clockKinds)) {
    if (kind.about === 'document') expect(kind.rung, name).toBeDefined();
    expect(entries[kind.late]!.severity, name).toBe('error');
    if ('warning' in kind) expect(entries[kind.warning]!.severity, name).toBe('warning');
  }
});

test.each([
  [{ received: 'failed', note: 'R 005' }, 'attention', "The partner's TA1 rejects the interchange: R 005"],
  [{ acknowledged: 'failed', said: 'rejected' }, 'attention', "The partner's acknowledgement says rejected"],
  [{ acknowledged: 'late' }, 'attention', 'The partner has not acknowledged in time'],
  [{ acknowledged: 'done', answered: 'late' }, 'attention', 'The partner has not answered in time'],
  [
    { receipt: 'failed', receiptSays: 'failed: decryption-failed' },
    'attention',
    "The partner's receipt says failed: decryption-failed",
  ],
  [{ receipt: 'late', acknowledged: 'pending' }, 'attention', 'The partner has not sent its receipt in time'],
  [{ receipt: 'pending', acknowledged: 'pending' }, 'waiting', "Waits for the partner's receipt"],
  [{ transport: 'late', acknowledged: 'pending' }, 'attention', 'The partner has not collected it in time'],
  [{ received: 'late', acknowledged: 'done' }, 'attention', 'The partner has not sent its TA1 in time'],
  [{ received: 'pending', acknowledged: 'done' }, 'waiting', "Waits for the partner's TA1"],
  [{ acknowledged: 'late', replacedBy: '940-000000012.x12' }, 'kept', 'Replaced by 940-000000012.x12'],
  [{ acknowledged: 'failed', resolved: 'no-fault' }, 'kept', 'Resolved by hand: There was nothing wrong'],
  [{ acknowledged: 'pending' }, 'waiting', 'Waits for the acknowledgement'],
  [{ acknowledged: 'done', answered: 'pending' }, 'done', 'Acknowledged by the partner'],
  [{ acknowledged: 'done', answered: 'done' }, 'done', 'Answered by the partner'],
])('a sent document whose rungs are %o', (rungs, outcome, headline) => {
  const none = {
    transport: null,
    why: null,
    receipt: null,
    receiptSays: null,
    replacedBy: null,
    received: null,
    note: null,
    acknowledged: null,
    said: null,
    answered: null,
    cases: 0,
  };
  expect(statusOfSent({ ...none, ...rungs })).toEqual({ outcome, headline });
});
