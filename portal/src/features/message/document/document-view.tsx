import { Button } from '@mantine/core';
import { type MouseEvent, useMemo, useRef } from 'react';
import type { AnnotatedSegment } from '../../../lib/contract.ts';
import { useGridKeys } from '../../../ui/grid-keys.ts';
import { overlaps, type Range } from '../selection.ts';
import classes from './document-view.module.css';
import { ElementTip } from './element-tip.tsx';
import { SegmentRow } from './segment-row.tsx';

const longDocument = 600;

interface DocumentViewProps {
  readonly segments: readonly AnnotatedSegment[];
  readonly lit: readonly Range[];
  readonly onSelect: (range: Range) => void;
  readonly withNames?: boolean;
  readonly withNotes?: 'full' | 'brief';
  readonly more?: { readonly total: number; readonly loading: boolean; readonly load: () => void } | undefined;
}

function litBySegment(
  segments: readonly AnnotatedSegment[],
  lit: readonly Range[],
): ReadonlyMap<number, readonly Range[]> {
  const touched = new Map<number, Range[]>();
  for (const range of lit) {
    for (let at = firstAfter(segments, range[0]); at < segments.length; at += 1) {
      const segment = segments[at];
      if (segment === undefined || !overlaps(range, [segment.start, segment.end])) break;
      const known = touched.get(segment.index);
      if (known === undefined) touched.set(segment.index, [range]);
      else known.push(range);
    }
  }
  return touched;
}

/** The first segment that ends after a byte; they stand in their order. */
function firstAfter(segments: readonly AnnotatedSegment[], byte: number): number {
  let [from, to] = [0, segments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segments[middle]?.end ?? 0) > byte) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The document as people read it: a segment a line, indented by loop, every element with its name and something to point at. */
export function DocumentView({
  segments,
  lit,
  onSelect,
  withNames = false,
  withNotes = 'full',
  more,
}: DocumentViewProps) {
  const list = useRef<HTMLOListElement>(null);
  const keys = useGridKeys(list, segments);
  const touched = useMemo(() => litBySegment(segments, lit), [segments, lit]);
  const choose = (event: MouseEvent<HTMLElement>) => {
    const range = (event.target as HTMLElement).closest<HTMLElement>('[data-range]')?.dataset.range;
    const [start, end] = range?.split('-').map(Number) ?? [];
    if (start !== undefined && end !== undefined) onSelect([start, end]);
  };
  return (
    <div className={classes.view}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click is a button's inside, which Enter and Space press as well */}
      <ol ref={list} className={classes.list} aria-label="Segments" onClick={choose} {...keys}>
        {segments.map((segment) => (
          <SegmentRow
            key={segment.index}
            segment={segment}
            lit={touched.get(segment.index)}
            long={segments.length > longDocument}
            withNames={withNames}
            withNotes={withNotes}
          />
        ))}
      </ol>
      <ElementTip root={list} segments={segments} />
      {more !== undefined && (
        <div className={classes.more}>
          <span>
            {segments.length} of {more.total} segments
          </span>
          <Button variant="default" loading={more.loading} onClick={more.load}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
