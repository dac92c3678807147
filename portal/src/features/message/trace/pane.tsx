import type { ReactNode } from 'react';
import classes from './trace.module.css';

interface PaneProps {
  readonly side: 'document' | 'event' | 'odoo';
  readonly title: string;
  readonly note?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One of the three sides of the trace; it scrolls by itself. */
export function Pane({ side, title, note, action, children }: PaneProps) {
  return (
    <section className={classes.pane} data-pane={side} aria-label={title}>
      <header className={classes.paneHead}>
        <h2>{title}</h2>
        {note !== undefined && <span className="mono">{note}</span>}
        {action}
      </header>
      <div className={classes.paneBody} data-pane-scroll>
        {children}
      </div>
    </section>
  );
}
