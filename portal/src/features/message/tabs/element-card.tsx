import { ActionIcon, Button } from '@mantine/core';
import { IconRoute, IconX } from '@tabler/icons-react';
import type { AnnotatedSegment, Message } from '../../../lib/contract.ts';
import { placeName } from '../document/place-name.ts';
import { useEventsReadFrom } from '../event-query.ts';
import { overlaps, type Range, threadOf } from '../selection.ts';
import type { ViewControl } from '../use-view.ts';
import classes from './document-tab.module.css';

interface ElementCardProps {
  readonly message: Message;
  readonly segments: readonly AnnotatedSegment[];
  readonly range: Range;
  readonly control: ViewControl;
}

/** What the selected element is, and which fields were created from it. */
export function ElementCard({ message, segments, range, control }: ElementCardProps) {
  const { events, isPending } = useEventsReadFrom(message, range);
  const fields = events.flatMap((event) => {
    const ordinal = message.events.findIndex(({ id }) => id === event.id) + 1;
    return threadOf(event, { kind: 'bytes', range }).links.map(({ pointer }) => ({ pointer, event: String(ordinal) }));
  });
  const segment = segments.find((each) => overlaps(range, [each.start, each.end + 1]));
  // An empty element has no byte that anything could overlap.
  const element =
    segment?.elements.find(({ start, end }) => start === range[0] && end === range[1]) ??
    segment?.elements.find((each) => overlaps(range, [each.start, each.end]));
  if (segment === undefined) return null;
  return (
    <section className={classes.card} aria-label="Selected element">
      <h2>
        {element?.name ?? segment.name ?? segment.id}
        <ActionIcon size={22} aria-label="Let go of the element" onClick={() => control.select(undefined)}>
          <IconX size={14} />
        </ActionIcon>
      </h2>
      <dl className={classes.facts}>
        <div>
          <dt>Place</dt>
          <dd className="mono">{placeName(segment, element)}</dd>
        </div>
        {element !== undefined && (
          <div>
            <dt>Value</dt>
            <dd className="mono">{element.value.trim() === '' ? 'empty' : element.value}</dd>
          </div>
        )}
        {element?.meaning !== undefined && (
          <div>
            <dt>Means</dt>
            <dd>{element.meaning}</dd>
          </div>
        )}
        {segment.loop !== undefined && (
          <div>
            <dt>Loop</dt>
            <dd className="mono">{segment.loop}</dd>
          </div>
        )}
        <div>
          <dt>Bytes</dt>
          <dd className="mono">
            {range[0]}–{range[1]}
          </dd>
        </div>
        <div>
          <dt>Made into</dt>
          <dd>
            {fields.length === 0
              ? isPending
                ? 'looking …'
                : 'no field'
              : fields.map(({ pointer, event }) => <code key={event + pointer}>{pointer}</code>)}
          </dd>
        </div>
      </dl>
      {fields[0] !== undefined && (
        <Button
          fullWidth
          variant="default"
          leftSection={<IconRoute size={15} stroke={1.8} />}
          onClick={() => control.select({ kind: 'bytes', range }, { tab: 'trace', event: fields[0]?.event ?? '1' })}
        >
          Follow it to Odoo
        </Button>
      )}
    </section>
  );
}
