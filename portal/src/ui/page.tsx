import { type ReactNode, useEffect } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Shown instead of the title's words, such as a trail; the title then only names the window. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `fill` gives the content the height that is left; it scrolls by itself. */
  readonly layout?: 'flow' | 'fill';
}

/** A screen: a bar with its name and actions, and the content below. */
export function Page({ title, heading, lead, actions, children, layout = 'flow' }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Crossdock`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        {heading ?? <h1 className={classes.title}>{title}</h1>}
        {lead !== undefined && <span className={classes.lead}>{lead}</span>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={cx(classes.body, layout === 'fill' && classes.fill)} data-scroll-root>
        {children}
      </div>
    </div>
  );
}
