import { Button } from '@mantine/core';
import classes from './cross-references.module.css';

interface PagesProps {
  readonly offset: number;
  readonly size: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}

/** Which of many are on screen, and the way to the others; nothing where all are. */
export function Pages({ offset, size, total, onMove }: PagesProps) {
  if (total <= size && offset === 0) return null;
  const last = Math.min(offset + size, total);
  return (
    <nav className={classes.pages} aria-label="Pages">
      <Button variant="default" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - size))}>
        Earlier
      </Button>
      <span className={classes.faint} aria-live="polite">
        {Math.min(offset + 1, last).toLocaleString('en')} to {last.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
      <Button variant="default" disabled={last >= total} onClick={() => onMove(offset + size)}>
        Next
      </Button>
    </nav>
  );
}
