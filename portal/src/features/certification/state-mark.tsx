import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconProgress,
  IconRefreshAlert,
} from '@tabler/icons-react';
import classes from './certification.module.css';
import { type Cell, states } from './words.ts';

const marks = {
  open: IconCircle,
  running: IconProgress,
  failed: IconCircleXFilled,
  passed: IconCircleCheckFilled,
  reopened: IconRefreshAlert,
} as const;

/** A state as shape and word. */
export function StateMark({ state, word }: { readonly state: Cell['state']; readonly word?: string }) {
  const Mark = marks[state];
  return (
    <span className={classes.mark} data-tone={states[state].tone}>
      <Mark size={15} stroke={1.8} aria-hidden="true" />
      {word ?? states[state].word}
    </span>
  );
}
