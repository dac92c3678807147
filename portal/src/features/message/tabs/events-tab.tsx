import { Button } from '@mantine/core';
import { useClipboard, useIntersection } from '@mantine/hooks';
import { IconBolt, IconCheck, IconCopy } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { EventView, Message } from '../../../lib/contract.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../../ui/states.tsx';
import { useWholeEvent } from '../event-query.ts';
import { writesOf } from '../selection.ts';
import { FieldTree } from '../trace/field-tree.tsx';
import type { ViewControl } from '../use-view.ts';
import classes from './events-tab.module.css';

const none: ReadonlySet<string> = new Set();

/** Events further down are fetched when they come into sight. */
const fetchedAtOnce = 2;
/** A card as long as its event is on the way. */
const cardPx = 240;

/** The text is made when it is wanted: of a large event it is megabytes. */
function CopyJson({ data }: { readonly data: object }) {
  const { copied, copy } = useClipboard({ timeout: 1_500 });
  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.8} />}
      onClick={() => copy(JSON.stringify(data, null, 2))}
    >
      {copied ? 'Copied' : 'Copy JSON'}
    </Button>
  );
}

function EventCard({
  message,
  event,
  ordinal,
  control,
}: {
  readonly message: Message;
  readonly event: EventView;
  readonly ordinal: number;
  readonly control: ViewControl;
}) {
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const wasSeen = useRef(ordinal <= fetchedAtOnce);
  wasSeen.current ||= entry?.isIntersecting === true;
  const [lacks, setLacks] = useState(false);
  const { data: whole, isError, error, refetch } = useWholeEvent(message, wasSeen.current ? event : undefined, lacks);
  const written = useMemo(
    () => (whole === undefined ? none : new Set(writesOf(whole).flatMap(({ write }) => write.pointer ?? []))),
    [whole],
  );
  return (
    <article ref={ref} className={classes.event} aria-label={`Event ${event.type} ${event.subject}`}>
      <header className={classes.head}>
        <div>
          <h2>{event.subject}</h2>
          <p>
            <span className="mono">{event.type}</span> · happened <RelativeTime at={event.time} /> ·{' '}
            {event.deliveries.length === 0 ? (
              'kept in the hub'
            ) : (
              <>
                lane <span className="mono">{event.lane}</span>
              </>
            )}
          </p>
        </div>
        {whole !== undefined && <CopyJson data={whole.data} />}
      </header>
      {whole === undefined && isError && <Failed error={error} onRetry={() => void refetch()} />}
      {whole === undefined && !isError && <Loading lines={4} />}
      {whole !== undefined && (
        <div className={classes.fields} data-pane-scroll>
          <FieldTree
            event={whole}
            lit={none}
            written={written}
            onSelect={(pointer) => control.select({ kind: 'field', pointer }, { tab: 'trace', event: String(ordinal) })}
            onLack={() => setLacks(true)}
          />
        </div>
      )}
    </article>
  );
}

/** The canonical events that were made of the document, field by field; a field leads to its trace. */
export function EventsTab({ message, control }: { readonly message: Message; readonly control: ViewControl }) {
  const list = useRef<HTMLUListElement>(null);
  if (message.events.length === 0) {
    return (
      <Nothing icon={<IconBolt size={20} stroke={1.7} />} title="No event was made of this document">
        {message.outcome === 'processing'
          ? 'It is being translated. The event appears here in a moment.'
          : 'Acknowledgements and refused documents make none. The findings under Document say why a set was refused.'}
      </Nothing>
    );
  }
  const total = message.eventCount ?? message.events.length;
  return (
    <div className={classes.tab} data-pane-scroll>
      <LongList
        list={list}
        label="Events"
        count={message.events.length}
        rowPx={cardPx}
        drawnWhole={fetchedAtOnce}
        reveal={undefined}
        render={(index) => {
          const event = message.events[index];
          return (
            event && (
              <div className={classes.place}>
                <EventCard key={event.id} message={message} event={event} ordinal={index + 1} control={control} />
              </div>
            )
          );
        }}
      />
      {total > message.events.length && (
        <p className={classes.more}>
          The first {message.events.length} of {total} events. The API gives them all.
        </p>
      )}
    </div>
  );
}
