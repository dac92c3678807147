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
  const touched = new Map<number, readonly Range[]>();
  if (lit.length === 0) return touched;
  for (const { index, start, end } of segments) {
    const ranges = lit.filter((range) => overlaps(range, [start, end]));
    if (ranges.length > 0) touched.set(index, ranges);
  }
  return touched;
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
