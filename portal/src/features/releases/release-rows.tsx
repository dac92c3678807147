import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Release, Releases } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './releases.module.css';
import type { CandidateChanges } from './releases-query.ts';

function Action({
  label,
  name,
  onClick,
}: {
  readonly label: string;
  readonly name: string;
  readonly onClick: () => void;
}) {
  return (
    <Button variant="subtle" size="compact-xs" aria-label={name} onClick={onClick}>
      {label}
    </Button>
  );
}

function Row({
  title,
  tags,
  actions,
  children,
}: {
  readonly title: string;
  readonly tags: ReactNode;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <div className={classes.head}>
        <b>{title}</b>
        {tags}
        <span className={classes.actions}>{actions}</span>
      </div>
      {children}
    </li>
  );
}

const inSandbox = (
  <Tag tone="accent" look="plain">
    in the sandbox
  </Tag>
);

interface MayAndChanges {
  readonly mayChange: boolean;
  readonly changes: CandidateChanges;
}

function When({ at, by }: { readonly at: string; readonly by: string }) {
  return (
    <p className={classes.faint}>
      <RelativeTime at={at} /> by {by}
    </p>
  );
}

/** The draft: what is being worked on, and what the sandbox runs unless it runs a candidate. */
export function DraftRow({
  draft,
  isInSandbox,
  mayChange,
  changes,
  onName,
}: MayAndChanges & {
  readonly draft: NonNullable<Releases['draft']>;
  readonly isInSandbox: boolean;
  readonly onName: () => void;
}) {
  const run = useMutation({ mutationFn: changes.runInSandbox, onError: tellProblem });
  return (
    <Row
      title="Draft"
      tags={isInSandbox && inSandbox}
      actions={
        mayChange && (
          <>
            {!isInSandbox && (
              <Action
                label="Use in the sandbox"
                name="Use the draft in the sandbox"
                onClick={() => run.mutate('draft')}
              />
            )}
            <Action label="Make a candidate" name="Make a candidate of the draft" onClick={onName} />
          </>
        )
      }
    >
      <When at={draft.at} by={draft.by} />
    </Row>
  );
}

/** A candidate: the draft as it was when it got its name. */
export function CandidateRow({
  candidate,
  isInSandbox,
  isDraft,
  isReleased,
  mayChange,
  changes,
  onCompare,
  onRelease,
}: MayAndChanges & {
  readonly candidate: Releases['candidates'][number];
  readonly isInSandbox: boolean;
  readonly isDraft: boolean;
  readonly isReleased: boolean;
  readonly onCompare: () => void;
  readonly onRelease: (() => void) | undefined;
}) {
  const { name, at, by } = candidate;
  const run = useMutation({ mutationFn: changes.runInSandbox, onError: tellProblem });
  const remove = useMutation({ mutationFn: changes.remove, onError: tellProblem });
  return (
    <Row
      title={`Candidate ${name}`}
      tags={isInSandbox && inSandbox}
      actions={
        <>
          {mayChange && !isInSandbox && (
            <>
              <Action label="Use in the sandbox" name={`Use ${name} in the sandbox`} onClick={() => run.mutate(name)} />
              <Action label="Remove" name={`Remove the candidate ${name}`} onClick={() => remove.mutate(candidate)} />
            </>
          )}
          <Action label="Compare" name={`Compare the candidate ${name} with production`} onClick={onCompare} />
          {onRelease !== undefined && (
            <Action label="Release" name={`Release the candidate ${name}`} onClick={onRelease} />
          )}
        </>
      }
    >
      {(isDraft || isReleased) && (
        <p className={classes.note}>
          {isReleased ? 'The newest release has the same content.' : 'The draft has the same content.'}
        </p>
      )}
      <When at={at} by={by} />
    </Row>
  );
}

/** A release: what production runs or ran. */
export function ReleaseRow({
  release,
  former,
  onCompare,
  onRestore,
}: {
  readonly release: Release;
  readonly former: Release | undefined;
  readonly onCompare: () => void;
  readonly onRestore: (() => void) | undefined;
}) {
  const { number, note, at, by } = release;
  return (
    <Row
      title={`Release ${number}`}
      tags={
        release.inUse && (
          <Tag tone="green" look="plain">
            in production
          </Tag>
        )
      }
      actions={
        <>
          {former !== undefined && (
            <Action
              label="Compare"
              name={`Compare release ${number} with release ${former.number}`}
              onClick={onCompare}
            />
          )}
          {onRestore !== undefined && <Action label="Restore" name={`Restore release ${number}`} onClick={onRestore} />}
        </>
      }
    >
      <p className={classes.note}>{note}</p>
      <When at={at} by={by} />
    </Row>
  );
}
