import { Button, Menu, Modal, Progress, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './webhooks.module.css';
import { useReplay, useWebhookChanges, type WebhookAt } from './webhooks-query.ts';

interface ReplayProps {
  readonly at: WebhookAt;
  readonly onBegun: (replayId: string) => void;
}

/** `2026-11-23T09:00` as the field for date and time has it, in the reader's zone. */
const localTime = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const dayMs = 86_400_000;

function Since({ at, onBegun, onClose }: ReplayProps & { readonly onClose: () => void }) {
  const changes = useWebhookChanges(at);
  const [from, setFrom] = useState(() => localTime(new Date(Date.now() - dayMs)));
  const [to, setTo] = useState('');
  const isWrong = Number.isNaN(Date.parse(from)) || (to !== '' && !(Date.parse(to) > Date.parse(from)));
  const begin = useMutation({
    mutationFn: () =>
      changes.replay({
        from: new Date(from).toISOString(),
        ...(to !== '' && { to: new Date(to).toISOString() }),
      }),
    onSuccess: ({ id }) => {
      onBegun(id);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) begin.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Post events once more">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={begin.error} names={{ from: 'From', to: 'To' }} />
        <p className={classes.faint}>
          All that was received in this time, also what came before the webhook was there or while it was paused; 10,000
          at most. Events keep their ids, so that a system that keeps them works nothing off twice.
        </p>
        <TextInput
          type="datetime-local"
          label="From"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label="To"
          description="Until now unless a time is given."
          value={to}
          error={isWrong && to !== '' && 'It must be later than the beginning'}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <FormButtons label="Post them" busy={begin.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** Posts many events once more: what was given up, or all of a time. */
export function Replay({ at, onBegun }: ReplayProps) {
  const changes = useWebhookChanges(at);
  const [isAsking, setAsking] = useState(false);
  const dead = useMutation({
    mutationFn: () => changes.replay({ dead: true }),
    onSuccess: ({ id }) => onBegun(id),
    onError: tellProblem,
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />} loading={dead.isPending}>
            Post once more
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => dead.mutate()}>All that was given up</Menu.Item>
          <Menu.Item onClick={() => setAsking(true)}>All since a time …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking && <Since at={at} onBegun={onBegun} onClose={() => setAsking(false)} />}
    </>
  );
}

/** How far a replay is, and what came of it. */
export function ReplayProgress({ at, replayId }: { readonly at: WebhookAt; readonly replayId: string }) {
  const { data } = useReplay(at, replayId);
  if (data === undefined) return null;
  const { total, done, good, open, failed, finishedAt } = data;
  const isThrough = finishedAt !== undefined && open === 0;
  const words =
    total === 0
      ? 'There was nothing to post once more.'
      : `${done} of ${total} posted once more: ${good} taken, ${open} under way, ${failed} not taken.`;
  return (
    <div className={classes.progress} role="status">
      {!isThrough && (
        <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label="Posted once more" size="sm" />
      )}
      <p>{words}</p>
    </div>
  );
}
