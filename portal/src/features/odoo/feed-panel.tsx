import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OdooConnection } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { FormErrors } from './form-errors.tsx';
import classes from './odoo.module.css';
import { type OdooChanges, useChoices } from './odoo-query.ts';
import { OperationTypes } from './operation-types.tsx';
import { SendFrom } from './send-from.tsx';

const words = { now: 'what changes from then on', all: 'everything that is ready' } as const;

function FeedForm({ connection, changes, onDone }: PanelProps & { readonly onDone: () => void }) {
  const { data } = useChoices(connection.id);
  const { feed } = connection;
  const [from, setFrom] = useState('');
  const [types, setTypes] = useState<readonly number[]>(feed.operationTypeIds);
  const save = useMutation({ mutationFn: changes.setFeed, onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ from, operationTypeIds: [...types] });
  };
  return (
    <Form className={`${classes.block} ${classes.form}`} onSubmit={submit}>
      <SendFrom value={from} onChange={setFrom} />
      <fieldset className={classes.field}>
        <legend>Of these operation types</legend>
        <OperationTypes types={data?.operationTypes} chosen={types} onChange={setTypes} />
      </fieldset>
      <FormErrors error={save.error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending} disabled={from === '' || types.length === 0}>
          {feed.begun ? 'Begin anew' : 'Begin'}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

interface PanelProps {
  readonly connection: OdooConnection;
  readonly changes: OdooChanges;
}

/** From when on released transfers go to partners; asked, never assumed. */
export function FeedPanel({ connection, changes }: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  const stop = useMutation({ mutationFn: changes.setFeed });
  const { begun, from, at, operationTypeIds } = connection.feed;
  if (isOpen)
    return (
      <Panel title="Feed">
        <FeedForm connection={connection} changes={changes} onDone={() => setOpen(false)} />
      </Panel>
    );
  return (
    <Panel title="Feed">
      <div className={`${classes.block} ${classes.form}`}>
        {begun ? (
          <p>
            Sends {words[from as keyof typeof words] ?? (from ? `what changed since ${from}` : words.all)}
            {at !== undefined && (
              <>
                , chosen <RelativeTime at={at} />
              </>
            )}
            , of {operationTypeIds.length} operation {operationTypeIds.length === 1 ? 'type' : 'types'}.
          </p>
        ) : (
          <p>Not begun: no released transfer goes to a partner. Say from when on.</p>
        )}
        <div className={classes.buttons}>
          <Button variant={begun ? 'default' : 'filled'} onClick={() => setOpen(true)}>
            {begun ? 'Change' : 'Begin the feed'}
          </Button>
          {begun && (
            <Button
              variant="subtle"
              color="gray"
              loading={stop.isPending}
              onClick={() => stop.mutate({ from: from ?? 'all', operationTypeIds: [] })}
            >
              Stop
            </Button>
          )}
        </div>
        <FormErrors error={stop.error} />
      </div>
    </Panel>
  );
}
