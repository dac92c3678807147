import { documentKeyText } from '../configuration/document-key.ts';
import { largest } from '../lists.ts';
import type { AgreedDocument, Evidence, StageEntry, Turn, Waiver } from './evidence.ts';
import { type Forecast, forecastOf } from './forecast.ts';
import { inProduction } from './in-production.ts';
import {
  type Found,
  type Requirement,
  type RequirementError,
  type RequirementKind,
  type Requirements,
  requirementKinds,
} from './requirements.ts';
import { gates, type Stage, stages } from './stages.ts';

/** Where a partner is on its way, whose turn it is, why, and what comes next. */
export interface Journey {
  readonly stage: Stage;
  readonly turn: Turn | 'nobody';
  /** Since when it is at this stage and this side's turn. */
  readonly since: Date;
  /** One sentence. */
  readonly reason: string;
  /** What to do next, whoever does it; absent where nobody has to act. */
  readonly next?: Requirement;
  readonly requirements: Requirements;
  /** What was asked for and is met, or waived for now. */
  readonly met: readonly Requirement[];
  readonly documents: readonly DocumentStanding[];
  readonly stages: readonly StageStanding[];
  readonly forecast: Forecast;
}

export interface DocumentStanding extends AgreedDocument {
  readonly stage: Stage;
}

/** A stage of the line: `partly` where a document is past it and another is not. */
export interface StageStanding {
  readonly stage: Stage;
  readonly state: 'done' | 'partly' | 'current' | 'ahead';
  readonly enteredAt?: Date;
  readonly leftAt?: Date;
  /** Days spent there, by whose turn it was. */
  readonly days: Readonly<Record<Turn | 'nobody', number>>;
}

interface Asked extends Requirement {
  readonly waits: boolean;
  readonly holds: Found['holds'];
  readonly error: Found['error'];
}

const dayMs = 86_400_000;

/** Computes everything from the evidence. More evidence never leaves more open. */
export function journeyOf(evidence: Evidence): Journey {
  const asked = askedOf(evidence);
  const open = asked.filter(({ satisfiedBy, waiver }) => !satisfiedBy && !waiver);
  const documents = evidence.agreement.documents.map((document) => ({
    ...document,
    stage: firstOpen(open, document) ?? (inProduction(evidence.goLive, document) ? 'live' : 'go-live'),
  }));
  const stage = stageOf(evidence, open, documents);
  const requirements = requirementsOf(evidence, open, documents);
  const [next] = requirements.currentlyDue;
  const turn = next?.turn ?? 'nobody';
  return {
    ...{ stage, turn, since: sinceOf(evidence, stage, turn), requirements, documents },
    reason: reasonOf(evidence, stage, next, open),
    ...(next && { next }),
    met: asked.filter((one) => !open.includes(one)).map(plain),
    stages: lineOf(evidence, stage, open),
    forecast: forecastOf(evidence, stage),
  };
}

/** Everything that is asked for by any kind, met or not, in the order of the stages. */
function askedOf(evidence: Evidence): readonly Asked[] {
  return Object.entries<RequirementKind>(requirementKinds)
    .flatMap(([name, kind]) => kind.find(evidence).map((found) => askedBy(evidence, name, kind, found)))
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

function askedBy(evidence: Evidence, name: string, { stage, dueDays }: RequirementKind, found: Found): Asked {
  const { subject, document, turn, title, reason, action, minutes, satisfiedBy } = found;
  const id = subject === undefined ? name : `${name}/${subject}`;
  const since = found.since ?? enteredAt(evidence, stage);
  // The newest of a requirement says what holds: one in the past ends those before it.
  const newest = evidence.waivers.find((one) => one.requirement === id);
  const waiver = newest && holds(newest, evidence.at) ? newest : undefined;
  return {
    // Of what is met the evidence says how it stands.
    ...{
      id,
      stage,
      turn,
      title,
      reason: satisfiedBy?.what ?? reason,
      action,
      since,
      dueAt: new Date(since.getTime() + dueDays * dayMs),
    },
    ...(document && { document }),
    ...(minutes !== undefined && { minutes }),
    ...(satisfiedBy && { satisfiedBy }),
    ...(waiver && !satisfiedBy && { waiver }),
    waits: found.waits === true,
    holds: found.holds,
    error: found.error,
  };
}

const holds = ({ until }: Waiver, at: Date) => until.getTime() > at.getTime();

function plain({ waits: _waits, holds: _holds, error: _error, ...requirement }: Asked): Requirement {
  return requirement;
}

function concerns({ document: only, holds }: Asked, document: AgreedDocument): boolean {
  const keys = only ? [only] : holds;
  return keys === undefined || keys.some((key) => documentKeyText(key) === documentKeyText(document));
}

/** The first stage at which something is open that concerns the document, which is where it stands. */
const firstOpen = (open: readonly Asked[], document: AgreedDocument): Stage | undefined =>
  open.find((one) => concerns(one, document))?.stage;

function stageOf(
  { goLive, agreement }: Evidence,
  open: readonly Asked[],
  documents: readonly DocumentStanding[],
): Stage {
  if (goLive.retired) return 'retired';
  if (goLive.suspended) return 'suspended';
  if (goLive.documents.some(({ production }) => production)) {
    if (open.some(({ stage }) => stage === 'hypercare')) return 'hypercare';
    const isSettled = agreement.documents.every((document) => inProduction(goLive, document));
    return isSettled ? 'live' : 'change';
  }
  const furthest = documents.map(({ stage }) => stages.indexOf(stage)).reduce((a, b) => Math.max(a, b), -1);
  return stages[furthest] ?? open[0]?.stage ?? 'agreement';
}

/** Currently due is what is open at the stage where its document stands, nearest to production first. */
function requirementsOf(
  evidence: Evidence,
  open: readonly Asked[],
  documents: readonly DocumentStanding[],
): Requirements {
  const isOver = evidence.goLive.retired !== undefined;
  const isReached = (one: Asked) =>
    documents.length === 0
      ? one.document === undefined && one.stage === open[0]?.stage
      : documents.some((document) => concerns(one, document) && document.stage === one.stage);
  const due = isOver ? [] : open.filter((one) => !one.waits && isReached(one));
  const later = isOver ? [] : open.filter((one) => !due.includes(one));
  const currentlyDue = [...due].sort((a, b) => stages.indexOf(b.stage) - stages.indexOf(a.stage));
  const pastDue = currentlyDue.filter(({ dueAt }) => dueAt.getTime() <= evidence.at.getTime());
  const deadlines = currentlyDue.map(({ dueAt }) => dueAt.getTime()).filter((at) => at > evidence.at.getTime());
  const disabledReason = disabled(evidence);
  return {
    currentlyDue: currentlyDue.map(plain),
    eventuallyDue: later.map(plain),
    pastDue: pastDue.map(plain),
    ...(deadlines.length > 0 && { deadline: new Date(-largest(deadlines.map((at) => -at))) }),
    errors: isOver ? [] : open.flatMap(errorOf),
    ...(disabledReason !== undefined && { disabledReason }),
  };
}

function errorOf({ id, action, error }: Asked): readonly RequirementError[] {
  if (!error) return [];
  const { code, reason, remedy, link = action.link } = error;
  return [{ code, requirement: id, reason, remedy, link }];
}

function disabled({ goLive: { retired, suspended, documents } }: Evidence): string | undefined {
  if (retired) return `Off-boarded by ${retired.by}: ${retired.reason}`;
  if (suspended) return `Held by ${suspended.by}: ${suspended.reason}`;
  return documents.some(({ production }) => production) ? undefined : 'No release runs in production yet.';
}

function reasonOf(
  evidence: Evidence,
  stage: Stage,
  next: Asked | Requirement | undefined,
  open: readonly Asked[],
): string {
  const { retired, suspended } = evidence.goLive;
  if (retired) return retired.reason;
  if (suspended) return suspended.reason;
  return next?.reason ?? open[0]?.reason ?? (stage === 'live' ? 'Nothing is asked for.' : 'Nobody has to act.');
}

/** When the partner came to a stage: where it stands there, the beginning of that; else the newest entry. */
function enteredAt({ history, registration }: Evidence, stage: Stage): Date {
  const last = history.at(-1);
  if (last?.stage !== stage) return last?.enteredAt ?? registration.at;
  const other = history.findLastIndex((entry) => entry.stage !== stage);
  return history[other + 1]?.enteredAt ?? last.enteredAt;
}

function sinceOf({ history, at }: Evidence, stage: Stage, turn: Journey['turn']): Date {
  const last = history.at(-1);
  return last?.stage === stage && last.turn === turn ? last.enteredAt : at;
}

function lineOf({ history, at }: Evidence, now: Stage, open: readonly Asked[]): readonly StageStanding[] {
  const beside = now === 'change' || now === 'suspended' || now === 'retired';
  const reached = beside ? gates.length : stages.indexOf(now);
  return [...gates, 'live' as const, ...(beside ? [now] : [])].map((stage, nth): StageStanding => {
    const entries = history.filter((entry) => entry.stage === stage);
    const first = entries[0];
    const leftAt = entries.at(-1)?.leftAt;
    const isOpen = open.some((one) => one.stage === stage);
    const state = stage === now ? 'current' : nth > reached ? 'ahead' : isOpen ? 'partly' : 'done';
    return {
      stage,
      state,
      ...(first && { enteredAt: first.enteredAt }),
      ...(leftAt && { leftAt }),
      days: daysOf(entries, at),
    };
  });
}

function daysOf(entries: readonly StageEntry[], at: Date): StageStanding['days'] {
  const days = { partner: 0, team: 0, nobody: 0 };
  for (const { turn, enteredAt: from, leftAt = at } of entries)
    days[turn] += (leftAt.getTime() - from.getTime()) / dayMs;
  return days;
}
