import { Button, Checkbox, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Environment, MessageSummary, Session } from '../../lib/contract.ts';
import { dayHeading, useNow } from '../../lib/time.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Failed } from '../../ui/states.tsx';
import type { MessageFilters } from './filters.ts';
import { useLiveMessages } from './live.ts';
import classes from './message-list.module.css';
import { MessageRow, nameOf } from './message-row.tsx';
import { messagesQuery } from './messages-query.ts';

const columns = [
  { column: 'state', name: 'State' },
  { column: 'what', name: 'Document, why, and what is next' },
  { column: 'when', name: 'When' },
] as const;

interface MessageListProps {
  readonly filters: MessageFilters;
  readonly environment: Environment;
  readonly side: Session['side'];
  /** Rows are selected to do something about them. */
  readonly selectable: boolean;
  /** What can be done about one row. */
  readonly actions: (item: WorkItem) => ReactNode;
  /** The same for the selected ones; nothing where there are none. */
  readonly selection: (items: readonly WorkItem[], clear: () => void) => ReactNode;
  readonly empty: ReactNode;
}

const none: ReadonlySet<string> = new Set();
const noWork = { canRetry: false, isSetAside: false, cases: [] };

const itemOf = (row: MessageSummary): WorkItem => ({ documentId: row.id, name: nameOf(row), work: row.work ?? noWork });

function byDay(rows: readonly MessageSummary[], nowMs: number): { heading: string; rows: MessageSummary[] }[] {
  const groups: { heading: string; rows: MessageSummary[] }[] = [];
  for (const row of rows) {
    const heading = dayHeading(row.at, nowMs);
    const last = groups.at(-1);
    if (last?.heading === heading) last.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

/** All documents that the filters let through, newest first, alive. */
export function MessageList({ filters, environment, side, selectable, actions, selection, empty }: MessageListProps) {
  const query = useInfiniteQuery(messagesQuery(filters, environment));
  const shining = useLiveMessages(filters, environment);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none);
  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const clear = () => setChosen(none);
  const table = useRowKeys<HTMLTableElement>({ onToggle: selectable ? toggle : undefined, onClear: clear });
  const now = useNow();
  if (query.isPending) return <LoadingRows />;
  if (query.isError && query.data === undefined)
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((page) => page.messages) ?? [];
  if (rows.length === 0) return empty;
  return (
    <div className={classes.frame}>
      <table ref={table} className={classes.table}>
        <caption className="visually-hidden">Messages, newest first</caption>
        <thead>
          <tr>
            {selectable && (
              <th scope="col" className={classes.head} data-column="select">
                <Checkbox
                  size="xs"
                  aria-label="Select all rows"
                  checked={chosen.size > 0 && rows.every(({ id }) => chosen.has(id))}
                  indeterminate={chosen.size > 0 && !rows.every(({ id }) => chosen.has(id))}
                  onChange={(event) =>
                    setChosen(event.currentTarget.checked ? new Set(rows.map(({ id }) => id)) : none)
                  }
                />
              </th>
            )}
            {columns.map(({ column, name }) => (
              <th key={column} scope="col" className={classes.head} data-column={column}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {byDay(rows, now).map(({ heading, rows: dayRows }) => (
          <tbody key={heading}>
            <tr className={classes.day}>
              <th className={classes.dayName} colSpan={columns.length + (selectable ? 1 : 0)} scope="rowgroup">
                {heading}
              </th>
            </tr>
            {dayRows.map((row) => (
              <MessageRow
                key={row.id}
                message={row}
                selected={selectable ? chosen.has(row.id) : undefined}
                onToggle={toggle}
                actions={actions}
                side={side}
                shining={shining.has(row.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
      <More query={query} shown={rows.length} />
      {selection(rows.filter(({ id }) => chosen.has(id)).map(itemOf), clear)}
    </div>
  );
}

interface MoreProps {
  readonly query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  readonly shown: number;
}

/** Loads the next page when the end comes into view; the button is for those who do not scroll. */
function More({ query, shown }: MoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const inView = entry?.isIntersecting === true;
  useEffect(() => {
    if (inView && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [inView, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (isFetchNextPageError) return <Failed error={query.error} onRetry={() => void fetchNextPage()} />;
  return (
    <div ref={ref} className={classes.more}>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </Button>
      ) : (
        <span>{shown === 1 ? 'One document' : `All ${shown} documents`}</span>
      )}
    </div>
  );
}

function LoadingRows() {
  return (
    <div className={classes.skeletons} role="status" aria-label="Loading the messages">
      {Array.from({ length: 14 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={row} className={classes.skeleton}>
          <Skeleton width={62} height={11} />
          <Skeleton width={`${18 + ((row * 7) % 9)}%`} height={11} />
          <Skeleton width="11%" height={11} />
          <Skeleton width={`${16 + ((row * 5) % 12)}%`} height={11} />
        </div>
      ))}
    </div>
  );
}
