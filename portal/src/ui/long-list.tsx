import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './long-list.module.css';

/** Rows beyond the edge that are drawn as well, so that arrow keys always find the next one. */
const overscan = 12;
const usuallyWhole = 300;

interface LongListProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly count: number;
  readonly rowPx: number;
  readonly render: (index: number) => ReactNode;
  /** The row to bring into sight when it changes and is out of it. */
  readonly reveal: number | undefined;
  readonly label: string;
  /** A list of no more rows is drawn whole: the browser's own search finds everything in it. */
  readonly drawnWhole?: number | undefined;
  readonly className?: string | undefined;
}

// Rows go by their number: another way to name them would be asked for each of a hundred thousand, at every render.
function useRows({
  list,
  count,
  rowPx,
  drawnWhole = usuallyWhole,
}: LongListProps): Virtualizer<HTMLElement, HTMLElement> {
  return useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-pane-scroll]') ?? null,
    estimateSize: () => rowPx,
    overscan: count <= drawnWhole ? count : overscan,
  });
}

/** A list of any length inside a scrolling pane (`data-pane-scroll`): of a long one only the rows in sight are drawn. */
export function LongList(props: LongListProps) {
  const { list, count, render, reveal, label, className } = props;
  const rows = useRows(props);
  const drawn = rows.getVirtualItems();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row to reveal moves the list, never a scroll
  useEffect(() => {
    if (reveal === undefined) return;
    const inSight = rows.range !== null && reveal >= rows.range.startIndex && reveal <= rows.range.endIndex;
    if (!inSight) rows.scrollToIndex(reveal, { align: 'center' });
  }, [reveal]);
  return (
    <ul ref={list} className={cx(classes.list, className)} aria-label={label} style={{ height: rows.getTotalSize() }}>
      {drawn.map(({ index, key, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          data-row
          aria-setsize={count}
          aria-posinset={index + 1}
          className={classes.row}
          style={{ transform: `translateY(${start}px)` }}
        >
          {render(index)}
        </li>
      ))}
    </ul>
  );
}
