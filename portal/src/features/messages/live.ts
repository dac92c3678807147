import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Environment, MessageSummary } from '../../lib/contract.ts';
import { useChanges } from '../../lib/stream.ts';
import type { MessageFilters } from './filters.ts';
import { toQuery } from './filters.ts';
import { mergeNewest } from './merge.ts';
import { fetchNewest, fetchPage, messagesQuery } from './messages-query.ts';

/** Changes come in bursts (a document moves several times a second); they are fetched together. */
const gatherMs = 250;
const shineMs = 2_000;
/** Beyond this many changed rows off the first page the whole list is fetched anew. */
const singleRowsMax = 10;

/** Keeps the list on screen true while documents move. Answers the ids that just changed, for a moment, to be shown as such. */
export function useLiveMessages(filters: MessageFilters, environment: Environment): ReadonlySet<string> {
  const queries = useQueryClient();
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shining, setShining] = useState<ReadonlySet<string>>(new Set());
  const key = messagesQuery(filters, environment).queryKey;

  const renew = async (): Promise<void> => {
    timer.current = undefined;
    const ids = [...changed.current];
    changed.current.clear();
    const shown = queries.getQueryData(key);
    if (shown === undefined) return;
    try {
      const newest = await fetchNewest(filters, environment);
      const onFirst = new Set(newest.messages.map((row) => row.id));
      const onScreen = new Set(shown.pages.flatMap((page) => page.messages.map((row) => row.id)));
      const older = ids.filter((id) => onScreen.has(id) && !onFirst.has(id));
      if (older.length > singleRowsMax) return void queries.invalidateQueries({ queryKey: key });
      const rows = await Promise.all(older.map(async (id) => [id, await fetchRow(id, filters, environment)] as const));
      const merged = mergeNewest(queries.getQueryData(key) ?? shown, newest, new Map(rows));
      queries.setQueryData(key, merged ?? { pages: [newest], pageParams: [undefined] });
      setShining(new Set(ids));
    } catch {
      // The list stays as it was; the next change or the reconnect renews it.
    }
  };

  useChanges(
    (documentId) => {
      changed.current.add(documentId);
      timer.current ??= setTimeout(() => void renew(), gatherMs);
    },
    () => void queries.invalidateQueries({ queryKey: ['messages'] }),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (shining.size === 0) return;
    const off = setTimeout(() => setShining(new Set()), shineMs);
    return () => clearTimeout(off);
  }, [shining]);
  return shining;
}

async function fetchRow(
  id: string,
  filters: MessageFilters,
  environment: Environment,
): Promise<MessageSummary | undefined> {
  const page = await fetchPage({ ...toQuery(filters, environment, Date.now()), q: id, limit: 1 });
  return page.messages.find((row) => row.id === id);
}
