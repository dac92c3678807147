import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { compareMapping, type MappingKey } from './mappings-query.ts';
import { reviewWord } from './words.ts';
import classes from './workbench.module.css';

type Version = MappingDetail['history'][number];

/** Every version that there was: who wrote it, which releases have it, what a review said. None of them ever changes. */
export function HistoryPanel({
  path,
  history,
  onTake,
}: {
  readonly path: MappingKey;
  readonly history: readonly Version[];
  /** Puts the text of a version into the editor; absent for whoever only looks. */
  readonly onTake: ((text: string) => void) | undefined;
}) {
  const [looking, setLooking] = useState<Version>();
  const draft = history.find(({ isDraft }) => isDraft);
  return (
    <>
      <ul className={classes.rows} aria-label="Versions">
        {history.map((one) => (
          <li key={one.hash} className={classes.item}>
            <div className={classes.words}>
              <b className="mono">{one.hash.slice(0, 8)}</b> by {one.by}{' '}
              <RelativeTime at={one.at} className={classes.faint} />
              {one.isDraft && (
                <Tag tone="accent" look="plain">
                  the draft
                </Tag>
              )}
              {one.releases.length > 0 && (
                <span className={classes.faint}>
                  {' '}
                  in {one.releases.length === 1 ? 'release' : 'releases'} {one.releases.slice(0, 5).join(', ')}
                  {one.releases.length > 5 && ` and ${one.releases.length - 5} more`}
                </span>
              )}
              {one.review && (
                <div>
                  <Tag tone={reviewWord[one.review.state].tone} look="plain">
                    {reviewWord[one.review.state].word}
                  </Tag>{' '}
                  <span className={classes.faint}>
                    by {one.review.decidedBy ?? one.review.askedBy}
                    {one.review.note !== undefined && `: ${one.review.note}`}
                  </span>
                </div>
              )}
            </div>
            {!one.isDraft && (
              <Button
                variant="default"
                aria-label={`Compare ${one.hash.slice(0, 8)} with the draft`}
                onClick={() => setLooking(one)}
              >
                Compare with the draft
              </Button>
            )}
          </li>
        ))}
      </ul>
      {looking && draft && (
        <Difference
          path={path}
          from={looking.hash}
          to={draft.hash}
          title={`From ${looking.hash.slice(0, 8)} to the draft`}
          onClose={() => setLooking(undefined)}
          onTake={onTake}
        />
      )}
    </>
  );
}

/** Two versions line by line; the first can be taken back into the editor. */
export function Difference({
  path,
  from,
  to,
  title,
  onClose,
  onTake,
}: {
  readonly path: MappingKey;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onTake: ((text: string) => void) | undefined;
}) {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['mapping-difference', path, from, to],
    queryFn: () => compareMapping(path, { from, to }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <div className={classes.form}>
        {isPending && <Loading lines={6} label="Comparing" />}
        {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
        {data && <Lines lines={data.lines} />}
        {data && onTake && (
          <Button
            variant="default"
            onClick={() => {
              onTake(data.text);
              onClose();
            }}
          >
            Put the older text into the editor
          </Button>
        )}
      </div>
    </Modal>
  );
}

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <p>Both have the same text.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard
    <pre className={classes.diff} tabIndex={0}>
      {lines.map((line, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
        <span key={nth} data-mark={line[0]}>
          {line}
        </span>
      ))}
    </pre>
  );
}
