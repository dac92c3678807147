import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Difference } from './history-panel.tsx';
import type { MappingKey } from './mappings-query.ts';
import type { useDraftText } from './use-draft-text.ts';
import classes from './workbench.module.css';

type Draft = ReturnType<typeof useDraftText>;

/** What has to be decided before one goes on: a text of before, another one's version, a refusal. */
export function Notices({
  draft,
  path,
  error,
}: {
  readonly draft: Draft;
  readonly path: MappingKey;
  readonly error: unknown;
}) {
  const [isComparing, setComparing] = useState(false);
  const { conflict, copy, base } = draft;
  return (
    <>
      {copy && (
        <div className={classes.notice} role="status">
          <p>
            You changed this mapping <RelativeTime at={copy.at} /> and did not save
            {copy.from !== base.hash && '; somebody saved another version since'}.
          </p>
          <Button variant="default" onClick={draft.takeCopy}>
            Go on with it
          </Button>
          <Button variant="default" onClick={draft.dropCopy}>
            Drop it
          </Button>
        </div>
      )}
      {draft.elsewhere && (
        <div className={classes.notice} role="alert">
          <p>
            You typed something else in this mapping on another device, <RelativeTime at={draft.elsewhere.keptAt} />.
          </p>
          <Button variant="default" onClick={draft.takeElsewhere}>
            Take that
          </Button>
          <Button variant="default" onClick={draft.keepHere}>
            Keep what is here
          </Button>
        </div>
      )}
      {conflict && (
        <div className={classes.notice} data-tone="red" role="alert">
          <p>{conflict.words}</p>
          <Button variant="default" onClick={() => setComparing(true)}>
            What they changed
          </Button>
          <Button variant="default" onClick={() => void draft.goOnFrom(conflict, true)}>
            Keep mine, on top of theirs
          </Button>
          <Button variant="default" onClick={() => void draft.goOnFrom(conflict, false)}>
            Take theirs
          </Button>
        </div>
      )}
      {error ? (
        <div className={classes.notice} data-tone="red">
          <ProblemList error={error} />
        </div>
      ) : null}
      {isComparing && conflict && (
        <Difference
          {...{ path, from: base.hash, to: conflict.theirs.mapping.hash }}
          title="What they changed"
          onClose={() => setComparing(false)}
          onTake={undefined}
        />
      )}
    </>
  );
}
