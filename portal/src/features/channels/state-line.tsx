import type { Endpoint } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './channels.module.css';
import { type Reader, standingOf, turnWords } from './standing.ts';

interface StateProps {
  readonly endpoint: Endpoint;
  readonly reader: Reader;
}

/** How it stands, in a word. */
export function StateTag({ endpoint, reader }: StateProps) {
  const { tone, word } = standingOf(endpoint, reader);
  return <Tag tone={tone}>{word}</Tag>;
}

/** How it stands, in a sentence: why, since when, whose turn it is and what that one does. */
export function StateLine({ endpoint, reader }: StateProps) {
  const standing = standingOf(endpoint, reader);
  const { state, since, retryAt } = endpoint;
  const turn = turnWords(standing, reader);
  return (
    <p className={classes.sentence}>
      {standing.reason}{' '}
      {state !== 'ready' && since !== undefined && (
        <>
          Since <RelativeTime at={since} />
          {retryAt !== undefined && (
            <>
              ; it is tried again by itself <RelativeTime at={retryAt} />
            </>
          )}
          .{' '}
        </>
      )}
      {turn !== undefined && <b>{turn}: </b>}
      {standing.next}
    </p>
  );
}
