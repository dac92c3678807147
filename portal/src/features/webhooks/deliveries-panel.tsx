import { Button, SegmentedControl } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WebhookDelivery } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { Replay, ReplayProgress } from './replay.tsx';
import classes from './webhooks.module.css';
import { type DeliveryState, useDeliveries, useWebhookChanges, type WebhookAt } from './webhooks-query.ts';

const states: Readonly<Record<DeliveryState, { readonly tone: 'green' | 'accent' | 'red'; readonly word: string }>> = {
  delivered: { tone: 'green', word: 'Taken' },
  waiting: { tone: 'accent', word: 'Waits' },
  dead: { tone: 'red', word: 'Given up' },
};

const choices: { value: 'all' | DeliveryState; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Taken' },
  { value: 'dead', label: 'Given up' },
];

function When({ delivery }: { readonly delivery: WebhookDelivery }) {
  const { finishedAt, dueAt } = delivery;
  if (finishedAt !== undefined) return <RelativeTime at={finishedAt} />;
  if (dueAt === undefined) return null;
  return (
    <>
      next try <RelativeTime at={dueAt} />
    </>
  );
}

function Delivery({
  delivery,
  at,
  mayReplay,
}: {
  readonly delivery: WebhookDelivery;
  readonly at: WebhookAt;
  readonly mayReplay: boolean;
}) {
  const { type, subject, state, attempts, reason } = delivery;
  const changes = useWebhookChanges(at);
  const resend = useMutation({ mutationFn: () => changes.resend(delivery), onError: tellProblem });
  const { tone, word } = states[state];
  return (
    <li>
      <div className={classes.words}>
        <span className={classes.type}>{type}</span> <span className={classes.faint}>{subject}</span>
        {reason !== undefined && state !== 'delivered' && <p className={classes.faint}>{reason}</p>}
      </div>
      <span className={classes.state}>
        <Tag tone={tone} look="plain">
          {word}
        </Tag>
        {attempts > 1 && <span className={classes.faint}>{attempts} tries</span>}
      </span>
      <span className={classes.when}>
        <When delivery={delivery} />
      </span>
      {mayReplay && (
        <Button
          variant="default"
          size="compact-xs"
          loading={resend.isPending}
          aria-label={`Resend ${type} ${subject}`}
          onClick={() => resend.mutate()}
        >
          Resend
        </Button>
      )}
    </li>
  );
}

const empty: Readonly<Record<'all' | DeliveryState, string>> = {
  all: 'Events of this partner stand here from the moment on in which they happen. Send a test event to see one arrive.',
  waiting: 'Nothing waits: each event was taken, or given up.',
  delivered: 'No event was taken yet.',
  dead: 'No event was given up. One that is not taken within a day, or is refused, stands here and can be posted once more.',
};

/** Every event on its way to a webhook: taken, waiting, given up; each can be posted once more, and so can many. */
export function DeliveriesPanel({ at, mayReplay }: { readonly at: WebhookAt; readonly mayReplay: boolean }) {
  const [shown, setShown] = useState<'all' | DeliveryState>('all');
  const [replayId, setReplayId] = useState<string>();
  const query = useDeliveries(at, shown === 'all' ? undefined : shown);
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Panel title="Events" action={mayReplay && <Replay at={at} onBegun={setReplayId} />}>
      {replayId !== undefined && <ReplayProgress at={at} replayId={replayId} />}
      <div className={classes.filter}>
        <SegmentedControl
          aria-label="Which events"
          data={choices}
          value={shown}
          onChange={(next) => setShown(next as typeof shown)}
        />
      </div>
      {query.isPending && <Loading lines={5} label="Loading the events" />}
      {!query.isPending && query.data === undefined && (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && deliveries.length === 0 && (
        <Nothing icon={<IconWebhook size={20} stroke={1.6} />} title="No such event">
          {empty[shown]}
        </Nothing>
      )}
      <ul className={classes.deliveries} aria-label="Events">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} at={at} mayReplay={mayReplay} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className={classes.more}>
          <span>The newest {deliveries.length} are shown; there are older ones.</span>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show older
          </Button>
        </p>
      )}
    </Panel>
  );
}
