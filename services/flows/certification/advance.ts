import type { Check } from '../../domain/certification/checks.ts';
import { match } from '../../domain/certification/match.ts';
import { dueOf, type RunFrame, type Stray } from '../../domain/certification/run.ts';
import type { Frame, PartnerSends } from '../../domain/certification/scenario.ts';
import type { Tx } from '../../store/database.ts';
import {
  acknowledgementOf,
  documentSince,
  exchangeSince,
  rungOf,
  sentDocument,
  settledSeq,
} from '../../store/scenario-documents.ts';
import { type FrameChange, framesOf, leaveOut, saveFrame, saveRun } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { documentsProven } from './proven.ts';
import { type RunAround, readRun } from './runs.ts';
import { repeat, send } from './twin.ts';
import { type CameDocument, whatCame } from './what-came.ts';

/** What became of a frame at one look. */
export type Step =
  /** It waits; what is known so far is kept. */
  | { readonly kind: 'waits'; readonly change?: FrameChange; readonly after?: () => Promise<void> }
  | { readonly kind: 'passed'; readonly change?: FrameChange }
  | { readonly kind: 'failed'; readonly reason: string; readonly change?: FrameChange };

/**
 * Looks at a run and takes it as far as it goes: what the twin has to send is sent, what has come is held against the frame that waits for it. Whoever
 * calls it, and however often, the run goes on once; a run that has ended stays as it is.
 */
export async function advanceRun(context: Context, runId: string): Promise<void> {
  for (;;) {
    const { goesOn, after } = await context.db.system.transaction((tx) => advanceOnce(context, tx, runId));
    await after?.();
    if (!goesOn) return;
  }
}

/** Takes runs on that were just started, one after the other. What cannot be taken on now is by the round of `sweepRuns`. */
export async function advanceRuns(context: Context, runIds: readonly string[]): Promise<void> {
  for (const id of runIds) {
    if (context.closing?.aborted) return;
    await advanceRun(context, id).catch((error: unknown) =>
      context.log.warn({ err: error, run: id }, 'a run that was started goes on with the next round'),
    );
  }
}

interface Advanced {
  readonly goesOn: boolean;
  readonly after?: (() => Promise<void>) | undefined;
}

const ended: Advanced = { goesOn: false };

async function advanceOnce(context: Context, tx: Tx, runId: string): Promise<Advanced> {
  const org = await tx('scenario_run').where({ id: runId }).first<{ org_id: string } | undefined>('org_id');
  const around = org && (await readRun(context, tx, { orgId: org.org_id, id: runId }, { lock: true }));
  if (around?.run.state !== 'open') return ended;
  const { run, scenario, frames } = around;
  const at = context.now();
  const row = frames[run.awaited];
  const frame = scenario?.frames[run.awaited];
  if (!scenario || !row || frame?.id !== row.frame) {
    await finish(context, tx, around, {
      state: 'cancelled',
      reason: 'The pack was changed while it ran. Run it again.',
    });
    return ended;
  }
  if (row.state === 'later') {
    await saveFrame(tx, row, { state: 'awaited', beganAt: at, dueAt: dueOf(frame, at) });
    await saveRun(tx, run.id, { dueAt: dueOf(frame, at) });
    return { goesOn: true };
  }
  const came = await look(context, tx, around);
  const step = await stepOf(context, tx, { ...around, row, frame, came, at });
  if (step.kind === 'waits') {
    if (step.change) await saveFrame(tx, row, step.change);
    const isLate = row.dueAt && row.dueAt <= at;
    if (isLate) await fail(context, tx, around, row, { reason: lateness(frame, row.dueAt!) });
    else await noteStrays(tx, { ...around, row, frame, came, at });
    return { goesOn: false, after: isLate ? undefined : step.after };
  }
  if (step.kind === 'failed') {
    await fail(context, tx, around, row, step);
    return ended;
  }
  await saveFrame(tx, row, { ...step.change, state: 'passed', finishedAt: at });
  if (run.awaited + 1 < scenario.frames.length) {
    await saveRun(tx, run.id, { awaited: run.awaited + 1 });
    return { goesOn: true };
  }
  await finish(context, tx, around, { state: 'passed' });
  return ended;
}

const lateness = (frame: Frame, dueAt: Date): string =>
  frame.by === 'partner'
    ? `Nothing of the kind came until ${dueAt.toISOString()}.`
    : `It was not done until ${dueAt.toISOString()}.`;

async function fail(
  context: Context,
  tx: Tx,
  around: RunAround,
  row: RunFrame,
  { reason, change }: { readonly reason: string; readonly change?: FrameChange },
): Promise<void> {
  const title = around.scenario!.frames[row.ordinal]!.title;
  await saveFrame(tx, row, { ...change, state: 'failed', reason, finishedAt: context.now() });
  await finish(context, tx, around, { state: 'failed', reason: `${title}: ${reason}` });
}

async function finish(
  context: Context,
  tx: Tx,
  around: RunAround,
  { state, reason }: { readonly state: 'passed' | 'failed' | 'cancelled'; readonly reason?: string },
): Promise<void> {
  const { id } = around.run;
  await leaveOut(tx, id);
  const frames = await framesOf(tx, [id]);
  const proven = state === 'passed' ? await documentsProven(tx, { ...around, frames }) : [];
  await saveRun(tx, id, {
    state,
    finishedAt: context.now(),
    dueAt: null,
    proven,
    ...(reason !== undefined && { reason }),
  });
}

/** Documents under the number of the run: those that are new, and those that it knows of. */
async function look(context: Context, tx: Tx, { run, frames }: RunAround): Promise<readonly CameDocument[]> {
  const known = [
    ...frames.flatMap(({ documentId }) => documentId ?? []),
    ...run.strays.map(({ documentId }) => documentId),
  ];
  return whatCame(context, tx, { orgId: run.orgId, number: run.number, after: run.seenSeq, known });
}

export interface AtFrame extends RunAround {
  readonly row: RunFrame;
  readonly frame: Frame;
  readonly came: readonly CameDocument[];
  readonly at: Date;
}

function stepOf(context: Context, tx: Tx, of: AtFrame): Promise<Step> | Step {
  const { frame } = of;
  if (frame.by === 'hub') {
    if (frame.does === 'sends') return send(context, tx, of, frame);
    if (frame.does === 'repeats') return repeat(context, tx, of, frame);
    return acknowledges(tx, of, frame);
  }
  if (frame.does === 'sends') return sends(of, frame);
  if (frame.does === 'acknowledges') return isAcknowledged(tx, of, frame);
  if (frame.does === 'connects') return connects(tx, of, frame);
  return keepsSilent(of);
}

/** What has answered an earlier frame, and what came before the twin's last word, answers nothing more. */
function newcomers({ came, frames, scenario, row }: AtFrame): readonly CameDocument[] {
  const lastWord = frames.findLast(
    ({ ordinal, beganAt }) =>
      ordinal < row.ordinal &&
      beganAt &&
      scenario!.frames[ordinal]!.by === 'hub' &&
      scenario!.frames[ordinal]!.does !== 'acknowledges',
  );
  return came.filter(({ at }) => !lastWord?.beganAt || at >= lastWord.beganAt);
}

const usedBy = (frames: readonly RunFrame[]): ReadonlySet<string> =>
  new Set(frames.flatMap(({ eventIds, documentId }) => [...eventIds, ...(documentId === null ? [] : [documentId])]));

function sends(of: AtFrame, frame: PartnerSends): Step {
  const { given, data, frames } = of;
  const used = usedBy(frames);
  for (const document of newcomers(of)) {
    const found = match(frame, document, { given, frames: data }, used);
    if (found.kind === 'other') continue;
    const change: FrameChange = {
      ...{ documentId: document.documentId, sha256: document.sha256, way: document.way, checks: found.checks },
      eventIds: found.event ? [found.event.id] : [],
    };
    return found.reason === undefined ? { kind: 'passed', change } : { kind: 'failed', reason: found.reason, change };
  }
  return { kind: 'waits' };
}

function keepsSilent(of: AtFrame): Step {
  const used = usedBy(of.frames);
  const [first] = newcomers(of).filter(({ at, documentId }) => at >= of.row.beganAt! && !used.has(documentId));
  if (first)
    return {
      kind: 'failed',
      reason: 'Something came, where nothing was to come.',
      change: { documentId: first.documentId, sha256: first.sha256 },
    };
  return of.row.dueAt! <= of.at ? { kind: 'passed' } : { kind: 'waits' };
}

async function acknowledges(
  tx: Tx,
  { frames, scenario, came }: AtFrame,
  frame: Extract<Frame, { by: 'hub'; does: 'acknowledges' }>,
): Promise<Step> {
  const target = frames[scenario!.frames.findIndex(({ id }) => id === frame.frame)]!;
  const document = came.find(({ documentId }) => documentId === target.documentId);
  if (!document) return { kind: 'failed', reason: 'The document that is to be acknowledged cannot be found any more.' };
  const rung = await rungOf(tx, document.documentId, 'functional-ack');
  const ours = await acknowledgementOf(tx, document.documentId);
  if (!ours && rung?.state === 'pending') return { kind: 'waits' };
  const head = { says: `Our acknowledgement says ${frame.as}`, expected: frame.as, got: document.verdict };
  if (!ours) {
    const reason = 'Only X12 is acknowledged by a 997; the answer of the hub said it.';
    return { kind: 'passed', change: { checks: [{ ...head, state: 'not-checked', reason }] } };
  }
  const isGood = document.verdict === frame.as;
  const reason = `We said ${document.verdict}, not ${frame.as}.`;
  const checks: readonly Check[] = [isGood ? { ...head, state: 'good' } : { ...head, state: 'bad', reason }];
  const change = { acknowledgementId: ours.id, documentId: document.documentId, checks };
  return isGood ? { kind: 'passed', change } : { kind: 'failed', reason, change };
}

async function isAcknowledged(
  tx: Tx,
  { frames, scenario, row }: AtFrame,
  frame: Extract<Frame, { by: 'partner'; does: 'acknowledges' }>,
): Promise<Step> {
  // Said by the form, which stands for it where there is no EDI.
  if (row.way === 'form') return { kind: 'passed' };
  const target = frames[scenario!.frames.findIndex(({ id }) => id === frame.frame)]!;
  const document = target.documentId === null ? undefined : await sentDocument(tx, target.documentId);
  if (!document) return { kind: 'waits' };
  const rung = await rungOf(tx, document.id, document.control !== null ? 'functional-ack' : 'transport');
  if (rung?.state !== 'done' && rung?.state !== 'failed') return { kind: 'waits' };
  const got = rung.state === 'done' ? 'accepted' : 'rejected';
  const head = { says: `Your acknowledgement says ${frame.as}`, expected: frame.as, got };
  const change: FrameChange = {
    ...{ documentId: document.id, way: document.control !== null ? 'x12' : 'channel' },
    ...(rung.byDocumentId !== null && { acknowledgementId: rung.byDocumentId }),
  };
  if (got === frame.as) return { kind: 'passed', change: { ...change, checks: [{ ...head, state: 'good' }] } };
  const reason = `You ${got} it. ${rung.detail ?? ''}`.trim();
  return { kind: 'failed', reason, change: { ...change, checks: [{ ...head, state: 'bad', reason }] } };
}

async function connects(tx: Tx, { run }: AtFrame, frame: Extract<Frame, { does: 'connects' }>): Promise<Step> {
  const { direction, outcome, channels, code } = frame;
  const of = { orgId: run.orgId, since: run.startedAt, direction, channels, code };
  const states = outcome === 'done' ? ['done'] : ['refused', 'failed'];
  const found = await exchangeSince(tx, { ...of, states });
  const document = found || outcome === 'refused' ? undefined : await documentSince(tx, of);
  if (!found && !document) return { kind: 'waits' };
  const says = outcome === 'done' ? 'Something passes' : 'It is refused';
  const check: Check = {
    says,
    state: 'good',
    got: found ? `${found.channel}: ${found.summary}` : `${document!.channel}: a document`,
  };
  const documentId = document?.id ?? found?.documentIds[0];
  return {
    kind: 'passed',
    change: { way: 'channel', checks: [check], ...(documentId !== undefined && { documentId }) },
  };
}

/** What came under the number of the run and answers nothing is told, and hurts nobody. */
async function noteStrays(tx: Tx, of: AtFrame): Promise<void> {
  const { run, frames, frame, came, given, data, at } = of;
  const used = usedBy(frames);
  const known = new Set([...run.strays.map(({ documentId }) => documentId), ...used]);
  const fresh = came.filter(({ documentId }) => !known.has(documentId));
  const strays = fresh.map((one): Stray => {
    const found =
      frame.by === 'partner' && frame.does === 'sends' ? match(frame, one, { given, frames: data }, used) : undefined;
    const says = found?.kind === 'other' ? found.says : `It came while something else is waited for: ${frame.title}.`;
    return { documentId: one.documentId, at: one.at.toISOString(), says };
  });
  const settled = await settledSeq(tx, run.orgId, at);
  if (strays.length === 0 && settled <= run.seenSeq) return;
  await saveRun(tx, run.id, {
    ...(strays.length > 0 && { strays: [...run.strays, ...strays].slice(0, mostStrays) }),
    ...(settled > run.seenSeq && { seenSeq: settled }),
  });
}

const mostStrays = 50;
