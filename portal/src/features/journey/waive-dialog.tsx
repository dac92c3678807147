import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, must } from '../../lib/api.ts';
import type { Requirement } from '../../lib/contract.ts';
import { useJourneyChanged } from '../../lib/journey-changed.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './journey.module.css';

interface WaiveProps {
  readonly partnerId: string;
  readonly requirement: Requirement;
}

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** The team lets a requirement be, until a day and for a reason, or ends that. */
export function Waive({ partnerId, requirement }: WaiveProps) {
  const [isOpen, setOpen] = useState(false);
  const isWaived = requirement.waiver !== undefined;
  return (
    <>
      <Button size="xs" variant="subtle" color="gray" flex="none" onClick={() => setOpen(true)}>
        {isWaived ? 'End the waiver' : 'Waive'}
      </Button>
      {isOpen && <WaiveDialog {...{ partnerId, requirement }} onClose={() => setOpen(false)} />}
    </>
  );
}

function WaiveDialog({ partnerId, requirement, onClose }: WaiveProps & { readonly onClose: () => void }) {
  const ends = requirement.waiver !== undefined;
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState(inDays(30));
  const changed = useJourneyChanged();
  const waive = useMutation({
    mutationFn: () => {
      const end = ends ? new Date(0) : new Date(`${until}T23:59:59`);
      const body = { requirement: requirement.id, why: why.trim(), until: end.toISOString() };
      return must(client.POST('/v1/partners/{partnerId}/waivers', { params: { path: { partnerId } }, body }));
    },
    onSuccess: onClose,
    onSettled: changed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim() !== '' && until !== '') waive.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={ends ? `End the waiver: ${requirement.title}` : `Waive: ${requirement.title}`}
    >
      <Form className={classes.dialog} onSubmit={submit}>
        <p>
          {ends
            ? 'It is asked for again from now on.'
            : 'It is not asked for until that day. Your name and the reason stand beside it, and both sides read them.'}
        </p>
        <ProblemList error={waive.error} names={{ why: 'Why', until: 'Until' }} />
        <Textarea
          label="Why"
          autosize
          minRows={2}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {!ends && (
          <TextInput
            label="Until"
            type="date"
            min={inDays(1)}
            max={inDays(365)}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <FormButtons
          label={ends ? 'End the waiver' : 'Waive'}
          busy={waive.isPending}
          disabled={why.trim() === ''}
          onClose={onClose}
        />
      </Form>
    </Modal>
  );
}
