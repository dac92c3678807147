import { Button } from '@mantine/core';
import type { Session } from '../../lib/contract.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import classes from './work.module.css';
import { WorkActions } from './work-actions.tsx';

interface SelectionBarProps {
  readonly session: Session;
  readonly items: readonly WorkItem[];
  readonly onClear: () => void;
}

/** What can be done about the rows that are selected. */
export function SelectionBar({ session, items, onClear }: SelectionBarProps) {
  if (items.length === 0) return null;
  const waits = items.some(({ work }) => work.canRetry || work.cases.length > 0);
  return (
    <section className={classes.bar} aria-label="Selected rows">
      <span className={classes.chosen} role="status">
        {items.length} selected
      </span>
      {!waits && <span className={classes.faint}>Nothing of it waits for you</span>}
      <WorkActions session={session} items={items} look="buttons" />
      <Button variant="subtle" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
