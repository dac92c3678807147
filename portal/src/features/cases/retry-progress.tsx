import { Progress } from '@mantine/core';
import classes from './cases.module.css';
import { useProgress } from './cases-query.ts';

const count = new Intl.NumberFormat('en-US');

/** How far a retry of many is, and what came of it. */
export function RetryProgress({ retryId }: { readonly retryId: string }) {
  const { data } = useProgress(retryId);
  if (data === undefined) return null;
  const { total, done, good, open, failed, finishedAt } = data;
  const settled = finishedAt !== undefined && open === 0;
  const parts = [
    ...(done < total ? [`${count.format(total - done)} still to be handed over`] : []),
    ...(open > 0 ? [`${count.format(open)} under way`] : []),
    ...(good > 0 ? [`${count.format(good)} came right`] : []),
    ...(failed > 0 ? [`${count.format(failed)} failed once more`] : []),
  ];
  return (
    <div className={classes.progress} role="status">
      <p>
        {total === 0
          ? 'Nothing is left that failed of this.'
          : `${settled ? 'Tried' : 'Trying'} ${count.format(total)} again: ${parts.join(', ')}.`}
      </p>
      {total > 0 && (
        <Progress.Root size="sm" aria-hidden="true">
          <Progress.Section value={(good / total) * 100} color="var(--green-dot)" />
          <Progress.Section value={(failed / total) * 100} color="var(--red-dot)" />
          <Progress.Section value={(open / total) * 100} color="var(--slate-dot)" striped animated />
        </Progress.Root>
      )}
    </div>
  );
}
