import { Button, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { GoLivePreview, GoLiveRequest } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { tellDone } from '../../ui/undo.tsx';
import { ConfirmEndpoints, type EndpointValues, unsaid } from './confirm-endpoints.tsx';
import classes from './go-live.module.css';
import { useGoLiveChanges, type Wish } from './go-live-query.ts';

interface AskFormProps {
  readonly partnerId: string;
  readonly preview: GoLivePreview;
  /** To be asked for again. */
  readonly request?: GoLiveRequest | undefined;
  readonly approvalsNeeded: number;
  /** There is an old way that the rest of a canary can be left to. */
  readonly mayCanary: boolean;
}

/** Asks for the go-live; the button works when every check is met. */
export function AskForm({ partnerId, preview, request, approvalsNeeded, mayCanary }: AskFormProps) {
  const changes = useGoLiveChanges(partnerId);
  const [when, setWhen] = useState<'now' | 'date'>('now');
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState<number | string>('');
  const [values, setValues] = useState<EndpointValues>({});
  const ask = useMutation({
    mutationFn: (wish: Wish) => (request ? changes.askAgain(request.id, wish) : changes.ask([...preview.covers], wish)),
    onSuccess: () => tellDone('The go-live is asked for'),
  });
  const open = preview.checks.filter(({ isMet, id }) => !isMet && !id.startsWith('endpoint.promoted/'));
  const missing = unsaid(preview.confirm, values);
  const isReady = open.length === 0 && (when === 'now' || date !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({
      bundle: preview.bundle,
      ...(when === 'date' && { goLiveAt: new Date(date).toISOString() }),
      ...(note.trim() !== '' && { note: note.trim() }),
      ...(mayCanary && typeof percent === 'number' && percent < 100 && { canary: { percent } }),
      ...(Object.keys(values).length > 0 && { endpoints: values }),
    });
  };
  if (open.length > 0)
    return (
      <p className={classes.waits}>
        {open.length === 1 ? 'One check is open' : `${open.length} checks are open`}. The button to ask for the go-live
        stands here when all are met.
      </p>
    );
  return (
    <Form className={classes.form} onSubmit={submit} noValidate>
      <ProblemList error={ask.error} />
      <ConfirmEndpoints confirm={preview.confirm} values={values} onChange={setValues} />
      <div className={classes.choice}>
        <SegmentedControl
          size="xs"
          value={when}
          aria-label="When"
          onChange={(value) => setWhen(value === 'date' ? 'date' : 'now')}
          data={[
            { value: 'now', label: 'As soon as it is approved' },
            { value: 'date', label: 'On a date' },
          ]}
        />
        {when === 'date' && (
          <TextInput
            type="datetime-local"
            aria-label="Date and time, in your zone"
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        )}
      </div>
      {mayCanary && (
        <NumberInput
          label="Share that goes live first"
          description="In hundredths, by business key; the rest stays in the parallel run. Empty: all of it."
          min={1}
          max={99}
          value={percent}
          onChange={setPercent}
        />
      )}
      <Textarea
        label="Note for the approvers"
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={ask.isPending} disabled={!isReady || missing.length > 0}>
          {request ? 'Ask again' : 'Ask for the go-live'}
        </Button>
        <span className={classes.faint}>
          {approvalsNeeded === 1 ? 'One person' : `${approvalsNeeded} people`} of the integration team who did not write
          it approve it.
        </span>
      </div>
    </Form>
  );
}
