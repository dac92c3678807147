import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../services/domain/go-live/bundle.ts';
import { isInCanary, shareOf, sitesIn } from '../../../services/domain/go-live/canary.ts';
import { careStanding } from '../../../services/domain/go-live/hypercare.ts';
import { parallelStanding, usualParallelPolicy } from '../../../services/domain/go-live/parallel-run.ts';
import { type Decision, standingOf } from '../../../services/domain/go-live/request.ts';
import { type TriggerCounts, type TriggerName, tripped } from '../../../services/domain/go-live/rollback-triggers.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const asked = (version: number, hour: number, goLiveAt: Date | null = null): Decision => ({
  ...{ kind: 'asked', version, hash: `hash ${version}`, goLiveAt, at: at(hour), by: 'ana', byId: 'a' },
});
const approved = (version: number, by: string, hour: number): Decision => ({
  ...{ kind: 'approved', version, hash: `hash ${version}`, at: at(hour), by, byId: by },
});

describe('a request', () => {
  test('is approved by as many as are needed, and scheduled until its date', () => {
    const decisions = [asked(1, 0, at(9)), approved(1, 'omar', 1)];
    expect(standingOf(decisions, 2, at(2)).state).toBe('asked');
    const both = [...decisions, approved(1, 'petra', 2)];
    expect(standingOf(both, 2, at(3)).state).toBe('scheduled');
    expect(standingOf(both, 2, at(9)).state).toBe('approved');
  });

  test('loses its approvals when it is asked for again, and its place when that is late', () => {
    const returned: Decision = {
      ...{ kind: 'returned', version: 1, code: 'GL-102', note: '', editUntil: at(5), at: at(2), by: 'omar' },
    };
    const intime = standingOf([asked(1, 0), approved(1, 'omar', 1), returned, asked(2, 4)], 2, at(6));
    expect(intime).toMatchObject({ state: 'asked', version: 2, approvals: [], queuedAt: at(0) });
    expect(standingOf([asked(1, 0), returned, asked(2, 6)], 2, at(6)).queuedAt).toEqual(at(6));
  });

  test('counts no approval of what is not asked for any more, and nothing after its end', () => {
    expect(standingOf([asked(1, 0), asked(2, 1), approved(1, 'omar', 2)], 1, at(3)).state).toBe('asked');
    const cancelled: Decision = { kind: 'cancelled', why: 'No.', at: at(1), by: 'ana' };
    expect(standingOf([asked(1, 0), cancelled, approved(1, 'omar', 2)], 1, at(3)).state).toBe('cancelled');
  });
});

test('the canonical text of a value does not depend on the order of its keys, and differs with any value', () => {
  expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalText({ a: 1, b: undefined })).toBe(canonicalText({ a: 1 }));
  expect(canonicalText({ a: '1' })).not.toBe(canonicalText({ a: 1 }));
});

test('a share is stable, grows without changing sides, and is about what it says', () => {
  const keys = Array.from({ length: 5000 }, (_, nth) => `WH/OUT/${String(nth).padStart(5, '0')}`);
  const under = (percent: number) => keys.filter((key) => isInCanary({ percent }, key, []));
  const [tenth, third] = [under(10), new Set(under(33))];
  expect(tenth.every((key) => third.has(key))).toBe(true);
  expect(tenth.length / keys.length).toBeGreaterThan(0.07);
  expect(tenth.length / keys.length).toBeLessThan(0.13);
  expect(keys.map(shareOf)).toEqual(keys.map(shareOf));
  expect(isInCanary({ sites: ['QS-JOL'] }, 'x', sitesIn({ shipFrom: { code: 'QS-JOL' } }))).toBe(true);
  expect(isInCanary({ sites: ['QS-JOL'] }, 'x', sitesIn({ shipFrom: { code: 'QS-RNO' } }))).toBe(false);
});

test('a parallel run ends by days and documents, and fails by its rate', () => {
  const counts = { matches: 19, mismatches: 0, waiting: 0, none: 1 };
  const [since, day] = [at(0), 86_400_000];
  const after = (days: number) => new Date(since.getTime() + days * day);
  const stateAfter = (of: Partial<typeof counts>, days: number) =>
    parallelStanding(usualParallelPolicy, { ...counts, ...of }, since, after(days)).state;
  expect(stateAfter({}, 4)).toBe('running');
  expect(stateAfter({ matches: 18 }, 5)).toBe('running');
  expect(stateAfter({}, 5)).toBe('passed');
  expect(stateAfter({ waiting: 1 }, 5)).toBe('running');
  expect(stateAfter({ mismatches: 1 }, 5)).toBe('failed');
});

test('a trigger needs enough cases and more than its mark', () => {
  const none: Record<TriggerName, TriggerCounts> = {
    ...{ 'ack-rejects': { bad: 0, all: 0 }, 'sla-misses': { bad: 0, all: 0 }, 'unknown-codes': { bad: 0, all: 0 } },
    ...{ duplicates: { bad: 0, all: 0 }, 'odoo-errors': { bad: 0, all: 0 } },
  };
  expect(tripped({ ...none, 'odoo-errors': { bad: 3, all: 3 } })).toEqual([]);
  expect(tripped({ ...none, 'odoo-errors': { bad: 2, all: 10 } })).toEqual([]);
  expect(tripped({ ...none, 'odoo-errors': { bad: 3, all: 10 } })).toMatchObject([{ trigger: 'odoo-errors' }]);
});

test('hypercare ends by three clean days with documents in succession; trouble makes it go on', () => {
  const day = (date: number, documents: number, troubles = 0) => ({ date: `2026-11-${date}`, documents, troubles });
  const now = new Date('2026-11-30T08:00:00Z');
  const of = (...days: ReturnType<typeof day>[]) => careStanding(at(0), days, now);
  expect(of(day(27, 4), day(28, 4), day(29, 4)).isOver).toBe(true);
  expect(of(day(26, 4), day(27, 4, 1), day(28, 4), day(29, 4)).isOver).toBe(false);
  expect(of(day(28, 4), day(29, 4), day(30, 4)).isOver).toBe(false);
  expect(of(day(25, 4), day(28, 4), day(29, 4)).isOver).toBe(true);
});
