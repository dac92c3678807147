import { Skeleton } from '@mantine/core';
import { Loading } from '../../ui/states.tsx';
import classes from './message.module.css';

/** The outline of a document's screen while it is fetched. */
export function MessageSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label="Loading the document">
      <Skeleton width={320} height={20} />
      <Skeleton width={480} height={12} mt={12} />
      <div className={classes.rungs}>
        {['transport', 'mdn', 'ta1', 'ack', 'answer', 'odoo'].map((rung) => (
          <div key={rung}>
            <Skeleton circle height={20} />
            <Skeleton width="60%" height={11} mt={9} />
          </div>
        ))}
      </div>
      <Loading lines={9} />
    </div>
  );
}
