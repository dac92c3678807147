import type { Endpoint } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './channels.module.css';

/** What went over it last. Documents that go by the API itself stand in the messages only. */
export function LastExchange({ endpoint: { lastExchange, addresses } }: { readonly endpoint: Endpoint }) {
  if (lastExchange === undefined)
    return addresses.length > 0 ? null : <span className={classes.faint}>nothing has gone over it yet</span>;
  return (
    <span className={classes.last} data-state={lastExchange.state}>
      last: {lastExchange.summary}, <RelativeTime at={lastExchange.at} />
    </span>
  );
}
