import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDatabaseOff, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../../lib/api.ts';
import type { Delivery, EventView, Message } from '../../../lib/contract.ts';
import { toProblem } from '../../../lib/problem.ts';
import { Failed, Loading, Nothing } from '../../../ui/states.tsx';
import { DeliveryState } from '../delivery-state.tsx';
import { useWholeEvent } from '../event-query.ts';
import type { KeyedWrite } from '../selection.ts';
import { Change } from '../trace/write-list.tsx';
import type { ViewControl } from '../use-view.ts';
import { writesByRecord } from '../writes.ts';
import classes from './odoo-tab.module.css';

interface OdooTabProps {
  readonly message: Message;
  readonly control: ViewControl;
  readonly mayRetry: boolean;
}

const stuck: readonly Delivery['state'][] = ['refused', 'held', 'failed'];

function Retry({ delivery }: { readonly delivery: Delivery }) {
  const retry = api.useMutation('post', '/v1/deliveries/{deliveryId}/retry', {
    onSuccess: () =>
      notifications.show({
        title: 'Trying again',
        message: 'The delivery keeps its key, so nothing is applied twice.',
      }),
    onError: (error) => {
      const { title, detail } = toProblem(error);
      notifications.show({ color: 'red', title, message: detail });
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={15} stroke={1.8} />}
      loading={retry.isPending}
      onClick={() => retry.mutate({ params: { path: { deliveryId: delivery.id } } })}
    >
      Try again
    </Button>
  );
}

function Write({ keyed, onFollow }: { readonly keyed: KeyedWrite; readonly onFollow: (() => void) | undefined }) {
  const { write } = keyed;
  return (
    <tr>
      <th scope="row" className="mono">
        {write.field}
      </th>
      <td>
        <Change write={write} />
      </td>
      <td className={classes.method}>
        <span className="mono">{write.method}</span>
      </td>
      <td className={classes.origin}>
        {onFollow !== undefined && (
          <button type="button" onClick={onFollow} aria-label={`${write.pointer}: follow ${write.field} to its origin`}>
            {write.pointer}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Deliveries further down are fetched when they come into sight. */
const fetchedAtOnce = 2;
const mostWrites = 300;
const nothing = { id: '', writes: [] };

const first = (delivery: Delivery | undefined, most: number): Pick<Delivery, 'id' | 'writes'> =>
  delivery === undefined || delivery.writes.length <= most
    ? (delivery ?? nothing)
    : { id: delivery.id, writes: delivery.writes.slice(0, most) };

function DeliveryCard({
  event,
  delivery,
  ordinal,
  props,
}: {
  readonly event: EventView;
  readonly delivery: Delivery;
  readonly ordinal: number;
  readonly props: OdooTabProps;
}) {
  const { message, control, mayRetry } = props;
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const wasSeen = useRef(ordinal <= fetchedAtOnce);
  wasSeen.current ||= entry?.isIntersecting === true;
  const { data, isError, error, refetch } = useWholeEvent(
    message,
    wasSeen.current && delivery.writeCount > 0 ? event : undefined,
    false,
  );
  const whole = data?.deliveries.find(({ id }) => id === delivery.id);
  const [most, setMost] = useState(mostWrites);
  return (
    <article ref={ref} className={classes.delivery} aria-label={`Delivery of ${event.subject}`}>
      <header className={classes.head}>
        <h2>{event.subject}</h2>
        <DeliveryState delivery={delivery} />
        {mayRetry && stuck.includes(delivery.state) && <Retry delivery={delivery} />}
      </header>
      {delivery.reason !== undefined && (
        <p className={classes.reason} data-state={delivery.state}>
          {delivery.reason} {delivery.reasonCode !== undefined && <code>{delivery.reasonCode}</code>}
        </p>
      )}
      {delivery.documentId !== undefined && (
        <p className={classes.note}>
          Became{' '}
          <Link to="/messages/$documentId" params={{ documentId: delivery.documentId }}>
            a document for the partner
          </Link>
          .
        </p>
      )}
      {whole === undefined && isError && <Failed error={error} onRetry={() => void refetch()} />}
      {whole === undefined && !isError && delivery.writeCount > 0 && <Loading lines={4} />}
      {writesByRecord(first(whole, most)).map((record) => (
        <table key={`${record.model}.${record.recordId}`} className={classes.writes}>
          <caption>
            <b>{record.name}</b> <span className="mono">{`${record.model} ${record.recordId}`}</span>
          </caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Change</th>
              <th scope="col">Method</th>
              <th scope="col">Made of</th>
            </tr>
          </thead>
          <tbody>
            {record.writes.map((keyed) => (
              <Write
                key={keyed.key}
                keyed={keyed}
                onFollow={
                  keyed.write.pointer === undefined
                    ? undefined
                    : () => control.select({ kind: 'write', key: keyed.key }, { tab: 'trace', event: String(ordinal) })
                }
              />
            ))}
          </tbody>
        </table>
      ))}
      {whole !== undefined && whole.writes.length > most && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          onClick={() => setMost((before) => before + mostWrites)}
        >
          Show more of {whole.writes.length.toLocaleString('en-US')} writes
        </Button>
      )}
      {delivery.writeCount === 0 && delivery.destination === 'odoo' && (
        <p className={classes.note}>Nothing was written.</p>
      )}
    </article>
  );
}

/** What Odoo received: every record and field, before and after, and what to do where it got stuck. */
export function OdooTab(props: OdooTabProps) {
  const { message } = props;
  const rows = message.events.flatMap((event, index) =>
    event.deliveries.map((delivery) => ({ event, delivery, ordinal: index + 1 })),
  );
  if (rows.length === 0) {
    return (
      <Nothing icon={<IconDatabaseOff size={20} stroke={1.7} />} title="Nothing goes to Odoo for this document">
        Only events are delivered. Acknowledgements and refused documents make none.
      </Nothing>
    );
  }
  return (
    <div className={classes.tab}>
      {rows.map(({ event, delivery, ordinal }) => (
        <DeliveryCard key={delivery.id} event={event} delivery={delivery} ordinal={ordinal} props={props} />
      ))}
    </div>
  );
}
