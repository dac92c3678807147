import { CodedError } from '../domain/errors.ts';
import type { CaseCause } from '../domain/obligations/case-causes.ts';
import { withoutDeceit } from '../domain/visible-text.ts';
import { type ActedBy, type AuditEntry, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import {
  type CaseChange,
  caseTitles,
  insertNote,
  isOpenAgain,
  isTeammate,
  lockCase,
  saveCase,
  type WorkedCase,
} from '../store/obligations/case-work.ts';
import type { Context } from './context.ts';
import { refreshStatus, refreshStatusOfSent } from './obligations.ts';

export interface CaseUpdate {
  readonly state?: 'open' | 'resolved' | undefined;
  /** With `resolved`. */
  readonly cause?: CaseCause | undefined;
  /** null: nobody's. */
  readonly assigneeId?: string | null | undefined;
}

/**
 * Resolves a case with a cause, opens it again or gives it to somebody, with what was before on record; how its document stands follows.
 * @throws CodedError `http.not-found`; `http.request-invalid` for a person who is none of the team or a missing cause; `http.conflict` when it is as wished already,
 *   was closed by the hub itself, or is open once more
 */
export async function updateCase(context: Context, caseId: string, update: CaseUpdate, by: ActedBy): Promise<void> {
  const at = context.now();
  const found = await context.db.scoped('*', async (tx) => {
    const before = await lockCase(tx, caseId);
    if (!before) throw new CodedError('http.not-found', { detail: 'No case has this id.' });
    const change = { ...(await stateChange(tx, before, update, by, at)), ...(await assignment(tx, before, update)) };
    if (Object.keys(change).length === 0) return before;
    await saveCase(tx, caseId, change);
    await audit(tx, [entryOf(before, change, by, at)]);
    if (before.documentId !== null && change.state !== undefined) {
      if (before.direction === 'in') await refreshStatus(tx, before.documentId, at);
      else await refreshStatusOfSent(tx, [before.documentId]);
    }
    return before;
  });
  if (found.documentId !== null) context.changes.moved(found.orgId, found.documentId);
}

async function stateChange(
  tx: Tx,
  before: WorkedCase,
  { state, cause }: CaseUpdate,
  { actor }: ActedBy,
  at: Date,
): Promise<CaseChange> {
  if (state === undefined) {
    if (cause !== undefined)
      refuse('body/cause', 'is the cause with which a case is resolved: send it with the state.');
    return {};
  }
  if (state === before.state) throw new CodedError('http.conflict', { detail: `The case is ${state} already.` });
  if (state === 'resolved') {
    if (cause === undefined) refuse('body/cause', 'must say with which cause the case is resolved.');
    return { state, cause, resolvedBy: actor, resolvedAt: at };
  }
  if (before.resolvedBy === null)
    throw new CodedError('http.conflict', {
      detail: 'The hub closed the case, since what it was about has come right.',
    });
  if (await isOpenAgain(tx, before.id))
    throw new CodedError('http.conflict', { detail: 'The same case was opened again since: work on that one.' });
  return { state, cause: null, resolvedBy: null, resolvedAt: null };
}

async function assignment(tx: Tx, before: WorkedCase, { assigneeId }: CaseUpdate): Promise<CaseChange> {
  if (assigneeId === undefined || assigneeId === before.assigneeId) return {};
  if (assigneeId !== null && !(await isTeammate(tx, assigneeId)))
    refuse('body/assigneeId', 'must be a person of the team who can sign in.');
  return { assigneeId };
}

function refuse(place: string, what: string): never {
  const message = `${place} ${what}`;
  throw new CodedError('http.request-invalid', { detail: message, errors: [{ place, message }] });
}

function entryOf(before: WorkedCase, change: CaseChange, by: ActedBy, at: Date): AuditEntry {
  const action =
    change.state === 'resolved' ? 'case.resolved' : change.state === 'open' ? 'case.reopened' : 'case.assigned';
  const seen = ({ state, cause, assigneeId }: WorkedCase | CaseChange) => ({ state, cause, assignee: assigneeId });
  const after = seen({ ...before, ...change });
  return {
    ...{ orgId: before.orgId, at, ...by, action },
    ...(before.documentId !== null && { documentId: before.documentId }),
    detail: { case: before.id, before: seen(before), after },
  };
}

/** Writes down what a person has to say about a case. @throws CodedError `http.not-found` */
export async function noteCase(context: Context, caseId: string, note: string, by: ActedBy): Promise<void> {
  const at = context.now();
  await context.db.scoped('*', async (tx) => {
    const found = await lockCase(tx, caseId);
    if (!found) throw new CodedError('http.not-found', { detail: 'No case has this id.' });
    await insertNote(tx, { id: context.newId(), caseId, at, author: by.actor, note: withoutDeceit(note) });
    await audit(tx, [
      {
        ...{ orgId: found.orgId, at, ...by, action: 'case.noted', detail: { case: caseId, note } },
        ...(found.documentId !== null && { documentId: found.documentId }),
      },
    ]);
  });
}

export interface ManyCases extends CaseUpdate {
  readonly caseIds: readonly string[];
  readonly note?: string | undefined;
}

export interface CasesChanged {
  readonly done: readonly string[];
  readonly refused: readonly {
    readonly caseId: string;
    readonly title?: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

/** Changes cases one after the other, each by itself: one that cannot be changed holds up none, and nothing is noted about it. */
export async function updateCases(context: Context, many: ManyCases, by: ActedBy): Promise<CasesChanged> {
  const { caseIds, note, ...update } = many;
  const titles = await caseTitles(context.db.system, caseIds);
  const done: string[] = [];
  const refused: CasesChanged['refused'][number][] = [];
  for (const caseId of caseIds)
    try {
      await updateCase(context, caseId, update, by);
      if (note !== undefined) await noteCase(context, caseId, note, by);
      done.push(caseId);
    } catch (error) {
      // A fault of the request as a whole is told as one.
      if (!(error instanceof CodedError) || error.code === 'http.request-invalid') throw error;
      const title = titles.get(caseId);
      refused.push({
        caseId,
        ...(title !== undefined && { title }),
        code: error.code,
        reason: error.more.detail ?? error.message,
      });
    }
  return { done, refused };
}
