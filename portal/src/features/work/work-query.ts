import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, must } from '../../lib/api.ts';
import type { CaseCause } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { tellProblem } from '../../ui/undo.tsx';
import { type Refused, tellResult } from './tell-result.tsx';

export interface Person {
  readonly id: string;
  readonly name: string;
}

const stale: readonly (readonly string[])[] = [
  ['messages'],
  ['get', '/v1/messages'],
  ['get', '/v1/messages/{documentId}'],
  ['get', '/v1/cases'],
  ['get', '/v1/cases/{caseId}'],
  ['get', '/v1/failures'],
  ['get', '/v1/overview'],
];
/** As many as one request takes. */
const atOnce = 200;
const cases = ['case', 'cases'] as const;

interface CaseUpdate {
  readonly state?: 'open' | 'resolved';
  readonly cause?: CaseCause;
  readonly assigneeId?: string | null;
  readonly note?: string;
}
interface Changed {
  readonly done: readonly string[];
  readonly refused: readonly Refused[];
}

/** Changes cases, as many in a request as it takes. What went wrong with a request went wrong with all of it. */
async function updateCases(ids: readonly string[], update: CaseUpdate): Promise<Changed> {
  const done: string[] = [];
  const refused: Refused[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const caseIds = ids.slice(from, from + atOnce);
    try {
      const answer = await must(client.PATCH('/v1/cases', { body: { caseIds, ...update } }));
      done.push(...answer.done);
      refused.push(...answer.refused.map(({ title, reason }) => ({ name: title ?? 'A case', reason })));
    } catch (error) {
      refused.push(...caseIds.map(() => ({ name: 'A case', reason: toProblem(error).detail })));
    }
  }
  return { done, refused };
}

/** Tries documents again one after the other: each is a change of its own, and one that fails holds up none. */
async function retryEach(items: readonly WorkItem[]): Promise<Changed> {
  const names = new Map(items.flatMap(({ documentId, name }) => (documentId ? [[documentId, name] as const] : [])));
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const [documentId, name] of names)
    try {
      const { error } = await client.POST('/v1/messages/{documentId}/retry', { params: { path: { documentId } } });
      if (error !== undefined) throw error;
      done.push(documentId);
    } catch (error) {
      refused.push({ name, reason: toProblem(error).detail });
    }
  return { done, refused };
}

const casesOf = (items: readonly WorkItem[]): readonly string[] => [
  ...new Set(items.flatMap(({ work }) => work.cases.map(({ id }) => id))),
];

/** Gives cases back to whom each of them was given before. */
async function assignAgain(ids: readonly string[], before: ReadonlyMap<string, string | null>): Promise<void> {
  for (const [assigneeId, group] of Map.groupBy(ids, (id) => before.get(id) ?? null))
    await updateCases(group, { assigneeId });
}

/** What a person does about what waits, one thing or many. Each says what was done and what was not; resolving and assigning can be undone. */
export function useWork() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    }
  };
  return {
    busy,
    retry: (items: readonly WorkItem[]) =>
      run(async () => {
        const { done, refused } = await retryEach(items.filter(({ work }) => work.canRetry));
        tellResult({ verb: 'tried again', good: done.length, refused, noun: ['document', 'documents'] });
      }),
    resolve: (items: readonly WorkItem[], cause: CaseCause, note: string) =>
      run(async () => {
        const update = { state: 'resolved', cause, ...(note !== '' && { note }) } as const;
        const { done, refused } = await updateCases(casesOf(items), update);
        const undo = () => run(async () => void (await updateCases(done, { state: 'open' })));
        tellResult({ verb: 'resolved', good: done.length, refused, noun: cases, undo });
      }),
    assign: (items: readonly WorkItem[], person: Person | null) =>
      run(async () => {
        const before = new Map(
          items.flatMap(({ work }) => work.cases.map(({ id, assignee }) => [id, assignee?.id ?? null] as const)),
        );
        const { done, refused } = await updateCases([...before.keys()], { assigneeId: person?.id ?? null });
        const undo = () => run(() => assignAgain(done, before));
        const verb = person === null ? 'given back' : `given to ${person.name}`;
        tellResult({ verb, good: done.length, refused, noun: cases, undo });
      }),
    note: (ids: readonly string[], note: string) =>
      run(async () => {
        const { done, refused } = await updateCases(ids, { note });
        if (ids.length > 1 || refused.length > 0)
          tellResult({ verb: 'noted', good: done.length, refused, noun: cases });
      }),
  };
}

export type WorkVerbs = ReturnType<typeof useWork>;
