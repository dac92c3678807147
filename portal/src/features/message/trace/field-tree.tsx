import { type MouseEvent, useMemo, useRef } from 'react';
import type { EventView, Origin } from '../../../lib/contract.ts';
import { depthStyle } from '../../../ui/depth.ts';
import { useGridKeys } from '../../../ui/grid-keys.ts';
import { type FieldRow, fieldRows, fieldWords, valueWords } from '../field-rows.ts';
import classes from './field-tree.module.css';

interface FieldTreeProps {
  readonly event: EventView;
  readonly lit: ReadonlySet<string>;
  /** Fields that Odoo received, marked as such. */
  readonly written: ReadonlySet<string>;
  readonly onSelect: (pointer: string) => void;
}

function OriginMark({ origin }: { readonly origin: Origin | undefined }) {
  if (origin === undefined) return null;
  if (origin.ranges.length === 0) return <span className={classes.constant}>mapping</span>;
  return <span className={classes.origin}>{origin.place}</span>;
}

function originWords(origin: Origin | undefined): string {
  if (origin === undefined) return '';
  return origin.ranges.length === 0
    ? `, set by mapping line ${origin.mappingLine}`
    : `, from ${origin.place ?? 'the document'}`;
}

function Field({
  row,
  origin,
  lit,
  written,
}: {
  readonly row: FieldRow;
  readonly origin: Origin | undefined;
  readonly lit: boolean;
  readonly written: boolean;
}) {
  const leaf = row.kind === 'leaf';
  return (
    <li data-row className={classes.item} style={depthStyle(row.depth)}>
      <button
        type="button"
        tabIndex={-1}
        data-cell
        data-pointer={row.pointer}
        data-lit={lit || undefined}
        aria-pressed={lit}
        aria-label={`${fieldWords(row.label)}${leaf ? `: ${valueWords(row.value)}` : ''}${originWords(origin)}`}
        className={classes.field}
        data-kind={row.kind}
      >
        <span className={classes.label}>{row.kind === 'entry' ? `#${row.label}` : fieldWords(row.label)}</span>
        {leaf && <span className={classes.value}>{valueWords(row.value)}</span>}
        {row.kind === 'list' && <span className={classes.size}>{row.size}</span>}
        <span className={classes.side}>
          {written && <span className={classes.written} title="Written to Odoo" />}
          <OriginMark origin={origin} />
        </span>
      </button>
    </li>
  );
}

/** An event's data as a tree to point at, each field with the place that it was read from. */
export function FieldTree({ event, lit, written, onSelect }: FieldTreeProps) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => fieldRows(event.data, event.provenance), [event]);
  const keys = useGridKeys(list, rows);
  const choose = (click: MouseEvent<HTMLElement>) => {
    const pointer = (click.target as HTMLElement).closest<HTMLElement>('[data-pointer]')?.dataset.pointer;
    if (pointer !== undefined) onSelect(pointer);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is a button's inside, which Enter and Space press as well
    <ul ref={list} className={classes.tree} aria-label="Fields" onClick={choose} {...keys}>
      {rows.map((row) => (
        <Field
          key={row.pointer}
          row={row}
          origin={event.provenance[row.pointer]}
          lit={lit.has(row.pointer)}
          written={written.has(row.pointer)}
        />
      ))}
    </ul>
  );
}
