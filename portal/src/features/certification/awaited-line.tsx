import { minuteTime } from '../../lib/time.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './certification.module.css';
import { type Awaited, type Side, turnWords } from './words.ts';

interface AwaitedLineProps {
  readonly awaited: Awaited | undefined;
  readonly side: Side;
  readonly other: string;
}

/** What a run waits for, from whom and until when. */
export function AwaitedLine({ awaited, side, other }: AwaitedLineProps) {
  if (awaited === undefined) return <p className={classes.awaited}>It is about to go on.</p>;
  const { from, says, until } = awaited;
  return (
    <p className={classes.awaited}>
      <b className={from === 'partner' && side === 'partner' ? classes.mine : undefined}>
        {turnWords(awaited, side, other)}:
      </b>{' '}
      {says}
      {until !== undefined && (
        <span className={classes.until}>
          {' '}
          Until <time dateTime={until}>{minuteTime(until)}</time>, <RelativeTime at={until} />.
        </span>
      )}
    </p>
  );
}
