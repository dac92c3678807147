import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { Origin, WholeEvent } from '../../../lib/contract.ts';
import { depthStyle } from '../../../ui/depth.ts';
import { useGridKeys } from '../../../ui/grid-keys.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { isFurther } from '../event-query.ts';
import { type FieldRow, FieldRows, fieldWords, valueWords } from '../field-rows.ts';
import classes from './field-tree.module.css';

interface FieldTreeProps {
  readonly event: WholeEvent;
  readonly lit: ReadonlySet<string>;
  /** Fields that Odoo received, marked as such. */
  readonly written: ReadonlySet<string>;
  readonly onSelect: (pointer: string) => void;
  /** A field is in sight whose provenance has not come yet. */
  readonly onLack: () => void;
}

/** Stands where it is not known yet where a field was read from. */
function Lack({ onLack }: { readonly onLack: () => void }) {
  useEffect(onLack, [onLack]);
  return <span className={classes.origin}>…</span>;
}

function OriginMark({ origin }: { readonly origin: Origin | undefined }) {
  if (origin === undefined) return null;
  if (origin.ranges.length === 0) return <span className={classes.constant}>mapping</span>;
  return (
    <span className={classes.origin} title={origin.place}>
      {origin.place?.split('/').slice(-2).join('/')}
    </span>
  );
}

function originWords(origin: Origin | undefined): string {
  if (origin === undefined) return '';
  return origin.ranges.length === 0
    ? `, mapping line ${origin.mappingLine}`
    : `, ${origin.place ?? 'read from the document'}`;
}

function Field({
  row,
  origin,
  lit,
  written,
  lack,
}: {
  readonly row: FieldRow;
  readonly origin: Origin | undefined;
  readonly lit: boolean;
  readonly written: boolean;
  readonly lack: (() => void) | undefined;
}) {
  const leaf = row.kind === 'leaf';
  return (
    <button
      type="button"
      tabIndex={-1}
      data-cell
      data-pointer={row.pointer}
      data-lit={lit || undefined}
      aria-pressed={lit}
      aria-label={`${fieldWords(row.label)}${leaf ? `: ${valueWords(row.value)}` : (row.size ?? '') && ` ${row.size}`}${originWords(origin)}`}
      className={classes.field}
      style={depthStyle(row.depth)}
      data-kind={row.kind}
    >
      <span className={classes.label}>{row.kind === 'entry' ? `#${row.label}` : fieldWords(row.label)}</span>{' '}
      {leaf && <span className={classes.value}>{valueWords(row.value)}</span>}{' '}
      {row.kind === 'list' && <span className={classes.size}>{row.size}</span>}{' '}
      <span className={classes.side}>
        {written && <span className={classes.written} title="Written to Odoo" />}
        {lack === undefined ? <OriginMark origin={origin} /> : <Lack onLack={lack} />}
      </span>
    </button>
  );
}

const rowPx = 25;

/** A whole list lights up with all its lines, of which the first are enough to find the first. */
const mostLookedFor = 100;

function firstOf(rows: FieldRows, lit: ReadonlySet<string>): number | undefined {
  const found = [...lit].slice(0, mostLookedFor).flatMap((pointer) => {
    const at = rows.indexOf(pointer);
    return at === -1 ? [] : [at];
  });
  return found.length === 0 ? undefined : Math.min(...found);
}

/** An event's data as a tree to point at, each field with the place that it was read from. */
export function FieldTree({ event, lit, written, onSelect, onLack }: FieldTreeProps) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => new FieldRows(event.data, event.provenance), [event]);
  const firstLit = useMemo(() => firstOf(rows, lit), [rows, lit]);
  const keys = useGridKeys(list, rows);
  const choose = (click: MouseEvent<HTMLElement>) => {
    const pointer = (click.target as HTMLElement).closest<HTMLElement>('[data-pointer]')?.dataset.pointer;
    if (pointer !== undefined) onSelect(pointer);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is a button's inside, which Enter and Space press as well
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for all buttons inside
    <div className={classes.tree} onClick={choose} {...keys}>
      <LongList
        list={list}
        label="Fields"
        count={rows.count}
        rowPx={rowPx}
        reveal={firstLit}
        render={(index) => {
          const row = rows.at(index);
          if (row === undefined) return null;
          const { pointer } = row;
          return (
            <Field
              row={row}
              origin={event.provenance[pointer]}
              lit={lit.has(pointer)}
              written={written.has(pointer)}
              lack={event.provenanceCut && row.kind === 'leaf' && isFurther(pointer) ? onLack : undefined}
            />
          );
        }}
      />
    </div>
  );
}
