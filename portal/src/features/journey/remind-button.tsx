import { Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { Journey, Turn } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { absoluteTime, useNow } from '../../lib/time.ts';
import classes from './journey.module.css';
import { useRemind } from './journey-query.ts';

interface RemindButtonProps {
  readonly journey: Journey;
  /** Who is reminded. */
  readonly side: Turn;
  /** What the other side is called. */
  readonly other: string;
}

/** Reminds the other side by mail; once a day. */
export function RemindButton({ journey, side, other }: RemindButtonProps) {
  const now = useNow();
  const remind = useRemind(journey.partner.id);
  const last = journey.reminders[side];
  const waits = last !== undefined && Date.parse(last.againAt) > now;
  return (
    <div className={classes.remind}>
      <Button
        variant="default"
        leftSection={<IconBellRinging size={15} stroke={1.8} />}
        loading={remind.isPending}
        disabled={waits}
        onClick={() => remind.mutate()}
      >
        Remind {other}
      </Button>
      {last !== undefined && (
        <span role="status" title={absoluteTime(last.at)}>
          {waits ? 'Reminded by mail today; again tomorrow' : 'Reminded before'}
        </span>
      )}
      {remind.isError && (
        <span role="alert" data-tone="red">
          {toProblem(remind.error).detail}
        </span>
      )}
    </div>
  );
}
