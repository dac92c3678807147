import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { KeyValues } from '../../ui/exchanges/key-values.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './webhooks.module.css';
import { useWebhookChanges, type WebhookAt } from './webhooks-query.ts';

/** Posts a made-up event of any type, shown before, and tells what was answered. */
export function TestEvent({ at }: { readonly at: WebhookAt }) {
  const { data } = api.useQuery('get', '/v1/event-types', {}, { staleTime: Number.POSITIVE_INFINITY });
  const changes = useWebhookChanges(at);
  const [chosen, setChosen] = useState<string>();
  const types = data?.types ?? [];
  const type = types.find((one) => one.type === chosen) ?? types[0];
  const send = useMutation({ mutationFn: changes.sendTest });
  if (type === undefined) return null;
  return (
    <Panel title="Test event" note="made up; it counts for nothing">
      <div className={classes.test}>
        <NativeSelect
          label="Type of event"
          description={type.title}
          inputWrapperOrder={['label', 'input', 'description']}
          data={types.map((one) => one.type)}
          value={type.type}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            send.reset();
          }}
        />
        <LongText label="What is posted" text={JSON.stringify(type.sample, null, 2)} />
        <div>
          <Button variant="default" loading={send.isPending} onClick={() => send.mutate(type.type)}>
            Send it
          </Button>
        </div>
        <ProblemList error={send.error} />
        {send.data !== undefined && (
          <div className={classes.answer} role="status" aria-label="What was answered">
            <Tag tone={send.data.works ? 'green' : 'red'}>{send.data.works ? 'It was taken' : 'It was not taken'}</Tag>
            <p>{send.data.says}</p>
            <KeyValues of={send.data.detail} />
            {send.data.body !== undefined && <LongText label="The answer" text={send.data.body} />}
          </div>
        )}
      </div>
    </Panel>
  );
}
