import { Tooltip } from '@mantine/core';
import { useStreamState } from '../../lib/stream.ts';
import classes from './live-state.module.css';

const words = {
  live: { label: 'Live', hint: 'Changes appear by themselves' },
  connecting: { label: 'Connecting', hint: 'Opening the line for live changes' },
  lost: {
    label: 'Reconnecting',
    hint: 'The line is down. What you see may be old; it is renewed as soon as the hub answers.',
  },
} as const;

/** Whether what is on screen follows the hub. */
export function LiveState() {
  const state = useStreamState();
  const { label, hint } = words[state];
  return (
    <Tooltip label={hint} multiline>
      <span className={classes.live} data-state={state} role="status">
        <span className={classes.dot} aria-hidden="true" />
        {label}
      </span>
    </Tooltip>
  );
}
