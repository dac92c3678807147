import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EventView, Message, WholeEvent } from '../../../lib/contract.ts';
import { revealIn } from '../../../ui/reveal.ts';
import { Failed, Loading } from '../../../ui/states.tsx';
import { useAnnotated } from '../annotated-query.ts';
import { DocumentView } from '../document/document-view.tsx';
import { useShownEvent, useWholeEvent } from '../event-query.ts';
import { isTouched, type Range, type Selection, selectionOf, type Thread, threadOf, writesOf } from '../selection.ts';
import type { ViewControl } from '../use-view.ts';
import { Chain } from './chain.tsx';
import { EventPicker } from './event-picker.tsx';
import { FieldTree } from './field-tree.tsx';
import { Pane } from './pane.tsx';
import { Ribbons } from './ribbons.tsx';
import classes from './trace.module.css';
import { WriteList } from './write-list.tsx';

interface TraceProps {
  readonly message: Message;
  readonly control: ViewControl;
}

const noRanges: readonly Range[] = [];
const noKeys: ReadonlySet<string> = new Set();
type Side = 'document' | 'event' | 'odoo';
const sides: readonly Side[] = ['document', 'event', 'odoo'];
const sideOf = { bytes: 'document', field: 'event', write: 'odoo' } as const satisfies Record<Selection['kind'], Side>;

/** Brings what is lit into sight in every pane but the one where the person pointed at it. */
function useReveal(
  stage: React.RefObject<HTMLElement | null>,
  thread: Thread | undefined,
  ready: boolean,
): (side: Side) => void {
  const pointedIn = useRef<Side>(undefined);
  useEffect(() => {
    if (thread === undefined || !ready) return;
    for (const side of sides.filter((each) => each !== pointedIn.current)) {
      const pane = stage.current?.querySelector<HTMLElement>(`[data-pane="${side}"] [data-pane-scroll]`);
      const lit = pane?.querySelector('[data-lit]');
      if (pane && lit) revealIn(pane, lit);
    }
    pointedIn.current = undefined;
  }, [stage, thread, ready]);
  return (side) => {
    pointedIn.current = side;
  };
}

function useThread(event: WholeEvent | undefined, control: ViewControl): Thread | undefined {
  const { field, bytes, write } = control.view;
  return useMemo(() => {
    const selection = selectionOf({ ...(field && { field }), ...(bytes && { bytes }), ...(write && { write }) });
    const isThere = event !== undefined && event.provenanceCut !== true;
    return isThere && selection !== undefined ? threadOf(event, selection) : undefined;
  }, [event, field, bytes, write]);
}

/** Pointers under which Odoo received something. */
function writtenFields(event: EventView | undefined): ReadonlySet<string> {
  if (event === undefined) return noKeys;
  return new Set(writesOf(event).flatMap(({ write }) => write.pointer ?? []));
}

function PendingEvent({ query }: { readonly query: { isError: boolean; error: unknown; refetch: () => unknown } }) {
  return query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Loading lines={9} />;
}

/** What a document is shown by: X12 by its segments, anything else by its values. */
const unitOf = ({ interchanges }: Message) => (interchanges.length > 0 ? 'segments' : 'values');

/** Document, canonical event and Odoo writes side by side: select a value in one and see it in all three. */
export function Trace({ message, control }: TraceProps) {
  const stage = useRef<HTMLDivElement>(null);
  const shown = useShownEvent(message, control.view);
  const isSelected = selectionOf(control.view) !== undefined;
  const [lacks, setLacks] = useState<string>();
  const whole = useWholeEvent(message, shown, isSelected || (lacks !== undefined && lacks === shown?.id));
  const event = whole.data;
  const thread = useThread(event, control);
  const nearest = thread?.ranges.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY) ?? 0;
  // The first place is brought into sight; a whole list of lines would load the whole document.
  const { query, segments, first } = useAnnotated(message, Number.isFinite(nearest) ? nearest + 1 : undefined);
  const loadedTo = segments.at(-1)?.end ?? 0;
  const ready = segments.length > 0 && (nearest < loadedTo || !query.hasNextPage);
  const pointed = useReveal(stage, thread, ready);
  const written = useMemo(() => writtenFields(event), [event]);
  const ordinal = shown === undefined ? 0 : message.events.indexOf(shown) + 1;

  const choose = (selection: Selection) => {
    pointed(sideOf[selection.kind]);
    // An element that this event does not know may have made a field of another one.
    const stays =
      selection.kind !== 'bytes' || event === undefined || event.provenanceCut || isTouched(event, selection);
    control.select(selection, { event: stays && ordinal > 0 ? String(ordinal) : undefined });
  };
  const clear = () => control.select(undefined);
  useHotkeys([['Escape', clear, { preventDefault: false }]]);

  return (
    <div className={classes.trace}>
      <Chain thread={thread} isPending={event?.provenanceCut === true && isSelected} onClear={clear} />
      <div ref={stage} className={classes.stage}>
        <Pane
          side="document"
          title="Document"
          note={first === undefined ? undefined : `${first.total} ${unitOf(message)}`}
        >
          {query.isPending && <Loading lines={9} />}
          {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          <DocumentView
            segments={segments}
            lit={thread?.ranges ?? noRanges}
            onSelect={(range) => choose({ kind: 'bytes', range })}
            withNotes="brief"
            more={
              query.hasNextPage
                ? {
                    total: first?.total ?? 0,
                    loading: query.isFetchingNextPage,
                    load: () => void query.fetchNextPage(),
                  }
                : undefined
            }
          />
        </Pane>
        <Pane
          side="event"
          title="Canonical event"
          note={shown?.type}
          action={<EventPicker message={message} ordinal={ordinal} onPick={control.showEvent} />}
        >
          {shown === undefined && (
            <p className={classes.none}>No event was made of this document. Its findings say why.</p>
          )}
          {shown !== undefined && event === undefined && <PendingEvent query={whole} />}
          {event !== undefined && (
            <FieldTree
              key={event.id}
              event={event}
              lit={thread?.pointers ?? noKeys}
              written={written}
              onSelect={(pointer) => choose({ kind: 'field', pointer })}
              onLack={() => setLacks(event.id)}
            />
          )}
        </Pane>
        <Pane
          side="odoo"
          title="Odoo"
          note={written.size > 0 ? `${written.size} ${written.size === 1 ? 'field' : 'fields'} traced` : undefined}
        >
          {(shown === undefined || shown.deliveries.length === 0) && (
            <p className={classes.none}>Nothing goes to Odoo for this.</p>
          )}
          {shown !== undefined && shown.deliveries.length > 0 && event === undefined && <Loading lines={6} />}
          {event !== undefined && event.deliveries.length > 0 && (
            <WriteList
              documentId={message.id}
              deliveries={event.deliveries}
              lit={thread?.writes ?? noKeys}
              onSelect={(key) => choose({ kind: 'write', key })}
            />
          )}
        </Pane>
        <Ribbons stage={stage} thread={thread} />
      </div>
    </div>
  );
}
