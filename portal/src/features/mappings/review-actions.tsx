import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingDetail } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { tellDone } from '../../ui/undo.tsx';
import type { useMappingChanges } from './mappings-query.ts';
import { isTemplate } from './words.ts';
import classes from './workbench.module.css';

interface ReviewProps {
  readonly detail: MappingDetail;
  /** The text on screen is not what the draft has. */
  readonly isDirty: boolean;
  readonly mayReview: boolean;
  readonly mayAsk: boolean;
  readonly changes: ReturnType<typeof useMappingChanges>;
}

const done = { ask: 'A review is asked for', approve: 'Approved', return: 'Returned' } as const;
type What = keyof typeof done;

/** Ask for a review, or decide: whatever is this person's to do now. */
export function ReviewActions({ detail, isDirty, mayReview, mayAsk, changes }: ReviewProps) {
  const [returning, setReturning] = useState(false);
  const [note, setNote] = useState('');
  const { hash, review } = detail.mapping;
  const act = useMutation({
    mutationFn: (what: What) => changes.review({ do: what, hash, ...(what === 'return' && { note }) }).then(() => what),
    onSuccess: (what) => {
      setReturning(false);
      setNote('');
      tellDone(done[what]);
    },
  });
  const mayDecide = mayReview && detail.noReview === undefined && review.state !== 'approved';
  const saveFirst = isDirty ? 'Save first: a review is about a version' : undefined;
  return (
    <>
      {mayAsk &&
        review.state !== 'approved' &&
        review.state !== 'asked' &&
        !(isTemplate(detail.mapping) && !isDirty) && (
          <Button
            variant="default"
            disabled={isDirty}
            title={saveFirst}
            loading={act.isPending && act.variables === 'ask'}
            onClick={() => act.mutate('ask')}
          >
            Ask for a review
          </Button>
        )}
      {mayDecide && (
        <>
          <Button variant="default" disabled={isDirty} title={saveFirst} onClick={() => setReturning(true)}>
            Return
          </Button>
          <Button
            variant="default"
            disabled={isDirty}
            title={saveFirst}
            loading={act.isPending && act.variables === 'approve'}
            onClick={() => act.mutate('approve')}
          >
            Approve
          </Button>
        </>
      )}
      {!returning && <ProblemList error={act.error} />}
      {returning && (
        <Modal opened onClose={() => setReturning(false)} title="Return the mapping">
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              act.mutate('return');
            }}
          >
            <ProblemList error={act.error} />
            <Textarea
              label="What has to change"
              data-autofocus
              required
              autosize
              minRows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button type="submit" loading={act.isPending} disabled={note.trim() === ''}>
              Return it
            </Button>
          </form>
        </Modal>
      )}
    </>
  );
}
