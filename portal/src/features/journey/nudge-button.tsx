import { Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { Journey, Turn } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { absoluteTime, useNow } from '../../lib/time.ts';
import classes from './journey.module.css';
import { useNudge } from './journey-query.ts';

interface NudgeButtonProps {
  readonly journey: Journey;
  /** Who is reminded. */
  readonly side: Turn;
  /** What the other side is called. */
  readonly other: string;
}

/** Reminds the other side by mail; once a day. */
export function NudgeButton({ journey, side, other }: NudgeButtonProps) {
  const now = useNow();
  const nudge = useNudge(journey.partner.id);
  const last = journey.nudges[side];
  const waits = last !== undefined && Date.parse(last.againAt) > now;
  return (
    <div className={classes.nudge}>
      <Button
        variant="default"
        leftSection={<IconBellRinging size={15} stroke={1.8} />}
        loading={nudge.isPending}
        disabled={waits}
        onClick={() => nudge.mutate()}
      >
        Remind {other}
      </Button>
      {last !== undefined && (
        <span role="status" title={absoluteTime(last.at)}>
          {waits ? 'Reminded by mail today; again tomorrow' : 'Reminded before'}
        </span>
      )}
      {nudge.isError && (
        <span role="alert" data-tone="red">
          {toProblem(nudge.error).detail}
        </span>
      )}
    </div>
  );
}
