import { Button, CopyButton } from '@mantine/core';
import { IconBolt, IconCheck, IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { EventView, Message } from '../../../lib/contract.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Nothing } from '../../../ui/states.tsx';
import { writesOf } from '../selection.ts';
import { FieldTree } from '../trace/field-tree.tsx';
import type { ViewControl } from '../use-view.ts';
import classes from './events-tab.module.css';

const none: ReadonlySet<string> = new Set();

function EventCard({
  event,
  ordinal,
  control,
}: {
  readonly event: EventView;
  readonly ordinal: number;
  readonly control: ViewControl;
}) {
  const written = useMemo(() => new Set(writesOf(event).flatMap(({ write }) => write.pointer ?? [])), [event]);
  return (
    <article className={classes.event} aria-label={`Event ${event.type} ${event.subject}`}>
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
        <CopyButton value={JSON.stringify(event.data, null, 2)} timeout={1_500}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.8} />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy JSON'}
            </Button>
          )}
        </CopyButton>
      </header>
      <FieldTree
        event={event}
        lit={none}
        written={written}
        onSelect={(pointer) => control.select({ kind: 'field', pointer }, { tab: 'trace', event: String(ordinal) })}
      />
    </article>
  );
}

/** The canonical events that were made of the document, field by field; a field leads to its trace. */
export function EventsTab({ message, control }: { readonly message: Message; readonly control: ViewControl }) {
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
    <div className={classes.tab}>
      {message.events.map((event, index) => (
        <EventCard key={event.id} event={event} ordinal={index + 1} control={control} />
      ))}
      {total > message.events.length && (
        <p className={classes.more}>
          The first {message.events.length} of {total} events. The API gives them all.
        </p>
      )}
    </div>
  );
}
