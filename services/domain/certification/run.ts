import type { Side } from '../roles.ts';
import type { Check } from './judge.ts';
import type { Way } from './match.ts';
import type { Frame, Scenario } from './scenario.ts';

export type RunState = 'open' | 'passed' | 'failed' | 'cancelled';
export type FrameState = 'later' | 'awaited' | 'passed' | 'failed' | 'left-out';

/** One run of a scenario, as its row has it. */
export interface ScenarioRun {
  readonly id: string;
  readonly orgId: string;
  readonly scenario: string;
  readonly number: string;
  readonly state: RunState;
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly startedSide: Side;
  readonly finishedAt: Date | null;
  /** Ordinal of the frame that is awaited. */
  readonly awaited: number;
  readonly dueAt: Date | null;
  readonly documents: readonly string[];
  /** Those that were exchanged as they are agreed. */
  readonly proven: readonly string[];
  readonly dependsOn: Readonly<Record<string, string>>;
  readonly strays: readonly Stray[];
  readonly seenSeq: number;
}

/** A document under the number of a run that answered nothing. */
export interface Stray {
  readonly documentId: string;
  readonly at: string;
  readonly says: string;
}

/** A frame of a run, as its row has it. */
export interface RunFrame {
  readonly runId: string;
  readonly ordinal: number;
  readonly frame: string;
  readonly state: FrameState;
  readonly beganAt: Date | null;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly documentId: string | null;
  readonly acknowledgementId: string | null;
  readonly eventIds: readonly string[];
  /** Of the bytes of the document, in hex. */
  readonly sha256: string | null;
  readonly way: Way | null;
  readonly checks: readonly Check[];
  readonly reason: string | null;
  readonly odoo: Record<string, unknown> | null;
}

const minuteMs = 60_000;

/** Until when a frame may take, from when it is its turn. */
export const dueOf = ({ within }: Pick<Frame, 'within'>, from: Date): Date =>
  new Date(from.getTime() + within * minuteMs);

/** The newest runs of a scenario under what it depends on now, and what they amount to. */
export interface Standing {
  readonly state: 'open' | 'running' | 'failed' | 'passed' | 'reopened';
  readonly why?: string;
  readonly passedAt?: Date;
  readonly runId?: string;
  readonly cleanRuns: number;
}

/**
 * How a scenario stands for one document. Passed is passed, whatever is tried later: as many clean runs in succession as the pack asks for, with what is in use now.
 * @param runs of the scenario, newest first
 * @param present hashes of what it depends on now
 */
export function standingOf(
  { runs: wants }: Pick<Scenario, 'runs'>,
  document: string,
  runs: readonly ScenarioRun[],
  present: Readonly<Record<string, string>>,
): Standing {
  const [newest] = runs;
  if (!newest) return { state: 'open', cleanRuns: 0 };
  const ended = runs.filter(({ state }) => state === 'passed' || state === 'failed');
  const isClean = (run: ScenarioRun) =>
    run.state === 'passed' && run.proven.includes(document) && differences(run.dependsOn, present).length === 0;
  const streak = longestStreak(ended, isClean, wants);
  const running = runs.find(({ state }) => state === 'open');
  const runId = (running ?? newest).id;
  if (streak.passed)
    return { state: 'passed', cleanRuns: wants, passedAt: streak.passed.finishedAt!, runId: streak.passed.id };
  const cleanRuns = streak.current;
  if (running) return { state: 'running', cleanRuns, runId };
  const [last] = ended;
  if (!last) return { state: 'open', cleanRuns: 0, runId };
  const changed = differences(last.dependsOn, present);
  const passedBefore = ended.find((run) => run.state === 'passed' && run.proven.includes(document));
  if (passedBefore && changed.length > 0) {
    const why = `Passed before; since then has changed: ${changed.join(', ')}.`;
    return { state: 'reopened', why, cleanRuns, runId };
  }
  if (last.state === 'failed')
    return { state: 'failed', ...(last.reason !== null && { why: last.reason }), cleanRuns, runId };
  if (!last.proven.includes(document))
    return {
      state: 'open',
      why: 'Its newest run was passed by another way than this document, which it does not prove.',
      cleanRuns,
      runId,
    };
  return { state: 'open', why: `${cleanRuns} of ${wants} clean runs in succession.`, cleanRuns, runId };
}

/** Of ended runs, newest first: the run that completed the wanted number of clean ones, and how many there are up to now. */
function longestStreak(
  ended: readonly ScenarioRun[],
  isClean: (run: ScenarioRun) => boolean,
  wants: number,
): { readonly passed?: ScenarioRun; readonly current: number } {
  const first = ended.findIndex((run) => !isClean(run));
  const current = first < 0 ? ended.length : first;
  let start = 0;
  for (const [nth, run] of ended.entries()) {
    if (!isClean(run)) start = nth + 1;
    else if (nth - start + 1 === wants) return { passed: ended[start]!, current };
  }
  return { current };
}

/** What differs between that which a run was made with and what is in use now. */
export function differences(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((what) => before[what] !== now[what])
    .sort();
}
