import { type MouseEvent, useRef } from 'react';
import type { Delivery, OdooWrite } from '../../../lib/contract.ts';
import { useGridKeys } from '../../../ui/grid-keys.ts';
import { DeliveryState } from '../delivery-state.tsx';
import { valueWords } from '../field-rows.ts';
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
          <span className="visually-hidden">became</span>
        </>
      )}
      <span className={classes.after}>{after}</span>
    </span>
  );
}

function RecordGroup({ record, lit }: { readonly record: RecordWrites; readonly lit: ReadonlySet<string> }) {
  return (
    <section className={classes.record} aria-label={`${record.model} ${record.name}`}>
      <header className={classes.head}>
        <b>{record.name}</b>
        <span className="mono">
          {record.model} {record.recordId}
        </span>
      </header>
      <ul>
        {record.writes.map(({ key, write }) => (
          <li key={key} data-row>
            <button
              type="button"
              tabIndex={-1}
              data-cell
              data-write={key}
              data-lit={lit.has(key) || undefined}
              data-traced={write.pointer !== undefined || undefined}
              aria-pressed={lit.has(key)}
              aria-label={`${record.model} ${write.field}: ${valueWords(write.after)}`}
              className={classes.write}
            >
              <span className={classes.field}>{write.field}</span>
              <Change write={write} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What Odoo received, record by record, each value to point at. */
export function WriteList({ documentId, deliveries, lit, onSelect }: WriteListProps) {
  const list = useRef<HTMLDivElement>(null);
  const keys = useGridKeys(list, deliveries);
  const choose = (click: MouseEvent<HTMLElement>) => {
    const key = (click.target as HTMLElement).closest<HTMLElement>('[data-write]')?.dataset.write;
    if (key !== undefined) onSelect(key);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is a button's inside, which Enter and Space press as well
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for all buttons inside
    <div ref={list} className={classes.list} onClick={choose} {...keys}>
      {deliveries.map((delivery) => (
        <div key={delivery.id}>
          <div className={classes.state}>
            <DeliveryState delivery={delivery} />
          </div>
          {delivery.reason !== undefined && (
            <p className={classes.reason} data-state={delivery.state}>
              {delivery.reason}
            </p>
          )}
          {writesByRecord(delivery).map((record) => (
            <RecordGroup key={`${record.model}.${record.recordId}`} record={record} lit={lit} />
          ))}
          {delivery.writes.length === 0 && delivery.subscriber === 'odoo' && (
            <p className={classes.none}>Nothing was written.</p>
          )}
          {delivery.subscriber === 'partner' && (
            <p className={classes.none}>
              {delivery.documentId === documentId
                ? 'The event came from Odoo and became this document.'
                : 'The event became a document for the partner.'}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
