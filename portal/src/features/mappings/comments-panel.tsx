import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import type { useMappingChanges } from './mappings-query.ts';
import classes from './workbench.module.css';

type Comment = MappingDetail['comments'][number];

interface CommentsProps {
  readonly comments: readonly Comment[];
  readonly hash: string;
  /** Line of the cursor. */
  readonly line: number;
  /** The text differs from the version that the comments are about. */
  readonly isDirty: boolean;
  readonly mayComment: boolean;
  readonly changes: ReturnType<typeof useMappingChanges>;
  readonly onGo: (line: number) => void;
}

/** What people say of lines: open ones first, each with its answers. */
export function CommentsPanel({ comments, hash, line, isDirty, mayComment, changes, onGo }: CommentsProps) {
  const threads = comments
    .filter(({ answers }) => answers === undefined)
    .toSorted(
      (a, b) => Number(a.resolved !== undefined) - Number(b.resolved !== undefined) || (a.line ?? 0) - (b.line ?? 0),
    );
  const settle = useMutation({
    mutationFn: ({ id, resolved }: { readonly id: string; readonly resolved: boolean }) => changes.settle(id, resolved),
    onError: tellProblem,
  });
  return (
    <ul className={classes.rows} aria-label="Comments">
      {mayComment && (
        <li>
          <Say
            label={`Comment on line ${line}`}
            isBlocked={isDirty ? 'Save first: a comment is about a version.' : undefined}
            onSay={(text) => changes.comment({ hash, line, text })}
          />
        </li>
      )}
      {threads.length === 0 && <li className={classes.quiet}>Nobody has said anything yet.</li>}
      {threads.map((one) => (
        <li key={one.id}>
          <div className={classes.item}>
            <div className={classes.words}>
              <b>{one.by}</b> <RelativeTime at={one.at} className={classes.faint} />{' '}
              {one.line === undefined ? (
                <span className={classes.faint}>
                  of a line that is no more: <span className="mono">{one.said.trim()}</span>
                </span>
              ) : (
                <Button variant="subtle" size="compact-xs" onClick={() => onGo(one.line!)}>
                  line {one.line}
                </Button>
              )}
              {one.resolved && (
                <Tag tone="slate" look="plain">
                  settled by {one.resolved.by}
                </Tag>
              )}
              <div>{one.text}</div>
            </div>
            {mayComment && (
              <Button
                variant="default"
                loading={settle.isPending && settle.variables.id === one.id}
                onClick={() => settle.mutate({ id: one.id, resolved: one.resolved === undefined })}
              >
                {one.resolved ? 'Open again' : 'Settle'}
              </Button>
            )}
          </div>
          {comments
            .filter(({ answers }) => answers === one.id)
            .map((answer) => (
              <div key={answer.id} className={`${classes.item} ${classes.answer}`}>
                <div className={classes.words}>
                  <b>{answer.by}</b> <RelativeTime at={answer.at} className={classes.faint} />
                  <div>{answer.text}</div>
                </div>
              </div>
            ))}
          {mayComment && !one.resolved && one.line !== undefined && (
            <div className={classes.answer}>
              <Say
                label={`Answer ${one.by}`}
                isBlocked={isDirty ? 'Save first: an answer is about a version.' : undefined}
                onSay={(text) => changes.comment({ hash, line: one.line!, text, answers: one.id })}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Say({
  label,
  isBlocked,
  onSay,
}: {
  readonly label: string;
  readonly isBlocked: string | undefined;
  readonly onSay: (text: string) => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const say = useMutation({ mutationFn: onSay, onSuccess: () => setText('') });
  return (
    <form
      className={classes.item}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') say.mutate(text.trim());
      }}
    >
      <Textarea
        aria-label={label}
        placeholder={label}
        className={classes.words ?? ''}
        autosize
        minRows={1}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={say.isPending}
        disabled={text.trim() === '' || isBlocked !== undefined}
        title={isBlocked}
      >
        Say it
      </Button>
      <ProblemList error={say.error} />
    </form>
  );
}
