import type { Endpoint } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './channels.module.css';

/** When something went over it last. */
export function LastExchange({ endpoint: { lastSuccessAt } }: { readonly endpoint: Endpoint }) {
  return (
    <span className={classes.faint}>
      {lastSuccessAt === undefined ? (
        'nothing has gone over it yet'
      ) : (
        <>
          last handed over <RelativeTime at={lastSuccessAt} />
        </>
      )}
    </span>
  );
}
