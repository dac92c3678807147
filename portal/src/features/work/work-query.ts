import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../lib/api.ts';
import type { CaseCause } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { tellDone } from '../../ui/undo.tsx';

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

interface Done {
  readonly good: number;
  readonly problems: readonly unknown[];
}

/** One after the other: each is a change of its own, and one that fails holds up none. */
async function each<T>(all: readonly T[], act: (one: T) => Promise<{ error?: unknown }>): Promise<Done> {
  const problems: unknown[] = [];
  for (const one of all) {
    try {
      const { error } = await act(one);
      if (error !== undefined) problems.push(error);
    } catch (error) {
      problems.push(error);
    }
  }
  return { good: all.length - problems.length, problems };
}

function tellProblems({ problems }: Done, of: number): void {
  const [first] = problems;
  if (first === undefined) return;
  const { title, detail } = toProblem(first);
  const many = of > 1 ? `${problems.length} of ${of}: ` : '';
  notifications.show({ color: 'red', title, message: `${many}${detail}` });
}

const casesOf = (items: readonly WorkItem[]): readonly string[] => [
  ...new Set(items.flatMap(({ work }) => work.cases.map(({ id }) => id))),
];
const many = (count: number, one: string, several: string): string => (count === 1 ? one : `${count} ${several}`);

/** What a person does about what waits, one thing or many. Resolving and assigning can be undone. */
export function useWork() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } finally {
      setBusy(false);
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    }
  };
  const patch = (
    caseId: string,
    body: { state?: 'open' | 'resolved'; cause?: CaseCause; assigneeId?: string | null },
  ) => client.PATCH('/v1/cases/{caseId}', { params: { path: { caseId } }, body });
  const addNote = (caseId: string, note: string) =>
    client.POST('/v1/cases/{caseId}/notes', { params: { path: { caseId } }, body: { note } });
  return {
    busy,
    retry: (items: readonly WorkItem[]) =>
      run(async () => {
        const ids = items.flatMap(({ documentId, work }) => (work.canRetry && documentId ? [documentId] : []));
        const done = await each(ids, (documentId) =>
          client.POST('/v1/messages/{documentId}/retry', { params: { path: { documentId } } }),
        );
        if (done.good > 0)
          notifications.show({
            title: done.good === 1 ? 'Trying again' : `Trying ${done.good} again`,
            message: 'Each delivery keeps its key, so nothing is applied twice.',
          });
        tellProblems(done, ids.length);
      }),
    resolve: (items: readonly WorkItem[], cause: CaseCause, note: string) =>
      run(async () => {
        const ids = casesOf(items);
        if (note !== '') tellProblems(await each(ids, (id) => addNote(id, note)), ids.length);
        const resolved: string[] = [];
        const done = await each(ids, async (id) => {
          const answer = await patch(id, { state: 'resolved', cause });
          if (answer.error === undefined) resolved.push(id);
          return answer;
        });
        const undo = () => run(async () => tellProblems(await each(resolved, (id) => patch(id, { state: 'open' })), 1));
        if (done.good > 0) tellDone(many(done.good, 'The case is resolved', 'cases are resolved'), undo);
        tellProblems(done, ids.length);
      }),
    assign: (items: readonly WorkItem[], person: Person | null) =>
      run(async () => {
        const before = new Map(
          items.flatMap(({ work }) => work.cases.map(({ id, assignee }) => [id, assignee?.id ?? null] as const)),
        );
        const ids = [...before.keys()];
        const done = await each(ids, (id) => patch(id, { assigneeId: person?.id ?? null }));
        const undo = () =>
          run(async () => tellProblems(await each(ids, (id) => patch(id, { assigneeId: before.get(id) ?? null })), 1));
        const what = many(done.good, 'The case', 'cases');
        if (done.good > 0) tellDone(person === null ? `${what}: given back` : `${what}: given to ${person.name}`, undo);
        tellProblems(done, ids.length);
      }),
    note: (caseId: string, note: string) =>
      run(async () => tellProblems(await each([caseId], (id) => addNote(id, note)), 1)),
  };
}

export type WorkVerbs = ReturnType<typeof useWork>;
