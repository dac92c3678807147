import type { Endpoint } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './channels.module.css';

/** What went over it last. */
export function LastExchange({ endpoint: { lastExchange } }: { readonly endpoint: Endpoint }) {
  if (lastExchange === undefined) return <span className={classes.faint}>nothing has gone over it yet</span>;
  return (
    <span className={classes.last} data-state={lastExchange.state}>
      last: {lastExchange.summary}, <RelativeTime at={lastExchange.at} />
    </span>
  );
}
