import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RunDetail } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Copyable } from '../../ui/small.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './certification.module.css';
import { useCertificationChanges } from './certification-query.ts';
import frames from './frame.module.css';
import { FrameView } from './frame.tsx';
import { runStates, type Scenario, type Side, turnWords } from './words.ts';

interface RunViewProps {
  readonly partnerId: string;
  readonly run: RunDetail;
  readonly side: Side;
  readonly other: string;
  readonly mayWork: boolean;
  /** What to go on with once it is passed. */
  readonly next: Scenario | undefined;
  readonly onStart: (scenario: string) => void;
  readonly isStarting: boolean;
}

function sentenceOf({ state, reason, awaited, frames, passed }: RunDetail, side: Side, other: string): string {
  if (state === 'passed') return `All ${frames} steps are as they should be.`;
  if (state !== 'open') return reason ?? `${passed} of ${frames} steps are done.`;
  if (awaited === undefined) return 'It is about to go on.';
  return `${turnWords(awaited, side, other)}: ${awaited.says}`;
}

/** A run as a conversation between two parties. */
export function RunView({ partnerId, run, side, other, mayWork, next, onStart, isStarting }: RunViewProps) {
  const changes = useCertificationChanges(partnerId);
  const cancel = useMutation({ mutationFn: () => changes.cancel(run.id), onError: tellProblem });
  const { word, tone } = runStates[run.state];
  const isOpen = run.state === 'open';
  return (
    <>
      <section className={classes.summary} data-tone={tone} aria-label="How it stands" aria-live="polite">
        <div>
          <p className={classes.whose}>
            <Tag tone={tone} busy={isOpen}>
              {word}
            </Tag>{' '}
            {run.passed} of {run.frames} steps
          </p>
          <h2>{sentenceOf(run, side, other)}</h2>
          <p>
            Number <Copyable value={run.number} label="the number of the run" /> · started{' '}
            <RelativeTime at={run.startedAt} /> by {run.startedBy}
          </p>
        </div>
        {mayWork && (
          <div className={classes.actions}>
            {isOpen && (
              <Button
                variant="default"
                leftSection={<IconPlayerStop size={15} aria-hidden="true" />}
                loading={cancel.isPending}
                onClick={() => cancel.mutate()}
              >
                Cancel
              </Button>
            )}
            {!isOpen && (
              <Button
                variant={run.state === 'passed' ? 'default' : 'filled'}
                leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
                loading={isStarting}
                onClick={() => onStart(run.scenario)}
              >
                Run again
              </Button>
            )}
            {run.state === 'passed' && next !== undefined && (
              <Button loading={isStarting} onClick={() => onStart(next.id)}>
                {next.id === run.scenario ? 'Once more, to be sure' : `Next: ${next.title}`}
              </Button>
            )}
          </div>
        )}
      </section>
      <ol className={frames.conversation} aria-label="Conversation">
        {run.conversation.map((frame) => (
          <FrameView key={frame.id} {...{ partnerId, run, frame, side, other, mayWork }} />
        ))}
      </ol>
      {run.strays.length > 0 && (
        <Panel title="Came under this number, and answered nothing">
          <ul className={classes.history}>
            {run.strays.map(({ documentId, at, says }) => (
              <li key={`${documentId} ${says}`}>
                <Link to="/messages/$documentId" params={{ documentId }} search={{ env: 'sandbox' } as never}>
                  {says}
                </Link>
                <RelativeTime at={at} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
