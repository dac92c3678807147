import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import type { Delivery, OdooWrite } from '../../../lib/contract.ts';
import { useGridKeys } from '../../../ui/grid-keys.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { DeliveryState } from '../delivery-state.tsx';
import { valueWords } from '../field-rows.ts';
import type { KeyedWrite } from '../selection.ts';
import { type RecordWrites, writesByRecord } from '../writes.ts';
import classes from './write-list.module.css';

interface WriteListProps {
  readonly documentId: string;
  readonly deliveries: readonly Delivery[];
  readonly lit: ReadonlySet<string>;
  readonly onSelect: (key: string) => void;
}

/** Nothing was there: a sign for the eye, a word for the ear. */
function Empty() {
  return (
    <>
      <span aria-hidden="true">∅</span>
      <span className="visually-hidden">empty</span>
    </>
  );
}

/** What a field held before and holds now. */
export function Change({ write }: { readonly write: OdooWrite }) {
  const after = valueWords(write.after);
  const withBefore = 'before' in write && write.before !== undefined;
  const before = valueWords(write.before);
  return (
    <span className={classes.change}>
      {withBefore && (
        <>
          <span className={classes.before}>{before === 'empty' ? <Empty /> : before}</span>
          <span aria-hidden="true" className={classes.arrow}>
            →
          </span>
          <span className="visually-hidden"> became </span>
        </>
      )}
      <span className={classes.after}>{after}</span>
    </span>
  );
}

function WriteRow({
  record,
  keyed,
  lit,
}: {
  readonly record: RecordWrites;
  readonly keyed: KeyedWrite;
  readonly lit: boolean;
}) {
  const { key, write } = keyed;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-cell
      data-write={key}
      data-lit={lit || undefined}
      data-traced={write.pointer !== undefined || undefined}
      aria-pressed={lit}
      className={classes.write}
    >
      <span className="visually-hidden">{record.model} </span>
      <span className={classes.field}>{write.field}</span> <Change write={write} />
    </button>
  );
}

/** What stands between the writes: the state of a delivery, its reason, a record's name. */
function rowsOf(documentId: string, deliveries: readonly Delivery[]): readonly Row[] {
  return deliveries.flatMap((delivery): Row[] => {
    const { id, reason, writes, destination } = delivery;
    const nothing =
      destination !== 'odoo'
        ? delivery.documentId === documentId
          ? 'The event came from Odoo and became this document.'
          : 'The event became a document for the partner.'
        : writes.length === 0
          ? 'Nothing was written.'
          : undefined;
    return [
      { key: `${id} state`, words: <DeliveryState delivery={delivery} />, look: 'state' },
      ...(reason === undefined
        ? []
        : [{ key: `${id} reason`, words: reason, look: 'reason', state: delivery.state } as const]),
      ...writesByRecord(delivery).flatMap((record): Row[] => [
        { key: `${id} ${record.model}.${record.recordId}`, words: <RecordName record={record} />, look: 'head' },
        ...record.writes.map((keyed) => ({ key: keyed.key, record, keyed })),
      ]),
      ...(nothing === undefined ? [] : [{ key: `${id} none`, words: nothing, look: 'none' } as const]),
    ];
  });
}

type Row =
  | { readonly key: string; readonly record: RecordWrites; readonly keyed: KeyedWrite }
  | {
      readonly key: string;
      readonly words: ReactNode;
      readonly look: 'state' | 'reason' | 'head' | 'none';
      readonly state?: Delivery['state'];
    };

function RecordName({ record }: { readonly record: RecordWrites }) {
  return (
    <>
      <b>{record.name}</b>
      <span className="mono">
        {record.model} {record.recordId}
      </span>
    </>
  );
}

const rowPx = 25;

/** What Odoo received, record by record, each value to point at. */
export function WriteList({ documentId, deliveries, lit, onSelect }: WriteListProps) {
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => rowsOf(documentId, deliveries), [documentId, deliveries]);
  const firstLit = useMemo(() => {
    const at = lit.size === 0 ? -1 : rows.findIndex(({ key }) => lit.has(key));
    return at === -1 ? undefined : at;
  }, [rows, lit]);
  const keys = useGridKeys(list, rows);
  const choose = (click: MouseEvent<HTMLElement>) => {
    const key = (click.target as HTMLElement).closest<HTMLElement>('[data-write]')?.dataset.write;
    if (key !== undefined) onSelect(key);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is a button's inside, which Enter and Space press as well
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for all buttons inside
    <div className={classes.list} onClick={choose} {...keys}>
      <LongList
        list={list}
        label="Writes"
        count={rows.length}
        rowPx={rowPx}
        reveal={firstLit}
        render={(index) => {
          const row = rows[index];
          if (row === undefined) return null;
          if ('keyed' in row) return <WriteRow record={row.record} keyed={row.keyed} lit={lit.has(row.key)} />;
          return (
            <div className={classes[row.look]} data-state={row.state}>
              {row.words}
            </div>
          );
        }}
      />
    </div>
  );
}
