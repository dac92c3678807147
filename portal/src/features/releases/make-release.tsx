import { Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Releases } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Differences } from './differences.tsx';
import classes from './releases.module.css';
import { useMakeRelease } from './releases-query.ts';

interface MakeReleaseProps {
  readonly partnerId: string;
  /** `draft`, the name of a candidate, or the number of the release to go back to. */
  readonly of: string;
  /** What is on the page: what somebody changed since is not released unseen. */
  readonly releases: Releases;
  readonly onClose: () => void;
}

/** A release in the making: what changes against what production runs, and the note that says why. */
export function MakeRelease({ partnerId, of, releases, onClose }: MakeReleaseProps) {
  const [seen] = useState(releases);
  const isBack = /^\d+$/.test(of);
  const [note, setNote] = useState(isBack ? `Back to release ${of}.` : '');
  const [tried, setTried] = useState(false);
  const make = useMutation({ mutationFn: useMakeRelease(partnerId, seen), onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (note.trim() !== '') make.mutate({ of, note: note.trim() });
  };
  const what = isBack ? `what release ${of} has` : of === 'draft' ? 'the draft' : `the candidate ${of}`;
  return (
    <Modal opened onClose={onClose} title={isBack ? `Restore release ${of}` : `Release ${what}`} size="xl">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={make.error} />
        <p>
          Production runs {what} from then on, within seconds. Documents under way finish with what they began with.
          {isBack && ' It becomes a new release; the draft stays as it is.'}
        </p>
        <Textarea
          label="Note"
          description="What changes, and why: the releases and the audit trail show it."
          data-autofocus
          maxLength={500}
          autosize
          minRows={2}
          value={note}
          error={tried && note.trim() === '' && 'Say what changes, and why'}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <section className={classes.changes} aria-label="What changes">
          <h3>What changes in production</h3>
          <Differences partnerId={partnerId} to={of} />
        </section>
        <FormButtons label={isBack ? 'Restore it' : 'Release'} busy={make.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
