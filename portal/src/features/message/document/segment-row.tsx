import { memo } from 'react';
import { visibleBlanks } from '../../../lib/blanks.ts';
import type { AnnotatedElement, AnnotatedSegment, Finding } from '../../../lib/contract.ts';
import { cx } from '../../../lib/cx.ts';
import { depthStyle } from '../../../ui/depth.ts';
import { heaviestFirst } from '../findings.ts';
import { overlaps, type Range } from '../selection.ts';
import { FindingNote } from './finding-note.tsx';
import { placeName } from './place-name.ts';
import classes from './segment-row.module.css';

interface SegmentRowProps {
  readonly segment: AnnotatedSegment;
  /** The lit ranges that touch this segment; undefined for none, so that untouched rows need not be drawn again. */
  readonly lit: readonly Range[] | undefined;
  readonly long: boolean;
  readonly withNames: boolean;
  readonly withNotes: 'full' | 'brief';
}

function spoken(segment: AnnotatedSegment, element: AnnotatedElement): string {
  const name = element.name === undefined ? '' : ` ${element.name}`;
  const meaning = element.meaning === undefined ? '' : `, ${element.meaning}`;
  return `${placeName(segment, element)}${name}: ${element.value.trim() === '' ? 'empty' : element.value.trim()}${meaning}`;
}

/** The text of an element with the lit parts of it marked; a range may cover only a component or a few characters. */
function Marked({ element, lit }: { readonly element: AnnotatedElement; readonly lit: readonly Range[] }) {
  const parts: { text: string; marked: boolean; at: number }[] = [];
  let at = element.start;
  for (const [from, to] of [...lit].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at);
    const end = Math.min(to, element.end);
    if (end <= start) continue;
    if (start > at)
      parts.push({ text: element.value.slice(at - element.start, start - element.start), marked: false, at });
    parts.push({ text: element.value.slice(start - element.start, end - element.start), marked: true, at: start });
    at = end;
  }
  if (at < element.end) parts.push({ text: element.value.slice(at - element.start), marked: false, at });
  return parts.map(({ text, marked, at: key }) =>
    marked ? <mark key={key}>{visibleBlanks(text)}</mark> : <span key={key}>{text}</span>,
  );
}

function isFaulty(element: AnnotatedElement, findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level !== 'note' && finding.element === element.position);
}

function ElementCell({
  segment,
  element,
  lit,
}: {
  readonly segment: AnnotatedSegment;
  readonly element: AnnotatedElement;
  readonly lit: readonly Range[];
}) {
  const range = [element.start, element.end] as const;
  const touched = lit.filter((each) => overlaps(each, range));
  const faulty = isFaulty(element, segment.findings);
  const empty = element.value === '';
  if (empty && !faulty) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-cell
      data-segment={segment.index}
      data-element={element.position}
      data-range={`${element.start}-${element.end}`}
      data-lit={touched.length > 0 || undefined}
      aria-pressed={touched.length > 0}
      className={cx(classes.element, faulty && classes.faulty, empty && classes.empty)}
      aria-label={spoken(segment, element)}
    >
      {touched.length > 0 ? (
        <Marked element={element} lit={touched} />
      ) : faulty ? (
        visibleBlanks(element.value)
      ) : (
        element.value
      )}
    </button>
  );
}

/** One segment with its place, its indentation by loop, its elements as things to point at, and its findings below. */
export const SegmentRow = memo(function SegmentRow({ segment, lit, long, withNames, withNotes }: SegmentRowProps) {
  const separator = segment.raw.charAt(segment.id.length);
  return (
    <li
      className={classes.item}
      data-long={long || undefined}
      data-envelope={segment.position === undefined || undefined}
    >
      <div
        className={classes.row}
        data-row
        data-lit-row={lit !== undefined || undefined}
        data-segment-row={segment.index}
      >
        <span className={classes.position} aria-hidden="true">
          {segment.position}
        </span>
        <div className={classes.code} style={depthStyle(segment.depth)}>
          <span className={classes.id} data-segment={segment.index}>
            {segment.id}
          </span>
          {segment.elements.map((element) => (
            <span key={element.position} className={classes.part}>
              <span className={classes.separator} aria-hidden="true">
                {separator}
              </span>
              <ElementCell segment={segment} element={element} lit={lit ?? []} />
            </span>
          ))}
        </div>
        {withNames && <span className={classes.name}>{segment.name}</span>}
      </div>
      {heaviestFirst(segment.findings).map((finding) => (
        <FindingNote
          key={`${finding.code}${finding.element ?? ''}${finding.explanation}`}
          finding={finding}
          look={withNotes}
          depth={segment.depth ?? 0}
        />
      ))}
    </li>
  );
});
