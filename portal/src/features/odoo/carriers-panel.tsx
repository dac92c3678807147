import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OdooConnection } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import detail from '../partners/partner-detail.module.css';
import classes from './odoo.module.css';
import { type OdooChanges, useChoices } from './odoo-query.ts';

interface Carrier {
  readonly id: number;
  readonly name: string;
  readonly scac?: string;
  readonly missing: boolean;
}

/** Odoo's delivery methods and what is known of them here; those that transfers wait for come first. */
function carriersOf({ carriers, missing }: OdooConnection, inOdoo: readonly { id: number; name: string }[]): Carrier[] {
  const waited = missing.filter(({ kind }) => kind === 'carrier-code');
  const all = new Map<number, Carrier>();
  for (const { id, name } of [...waited, ...carriers, ...inOdoo]) {
    const scac = carriers.find((one) => one.id === id)?.scac;
    all.set(id, { id, name, missing: waited.some((one) => one.id === id), ...(scac !== undefined && { scac }) });
  }
  return [...all.values()].sort((a, b) => Number(b.missing) - Number(a.missing) || a.name.localeCompare(b.name));
}

function CodeForm({
  carrier,
  changes,
  onDone,
}: {
  readonly carrier: Carrier;
  readonly changes: OdooChanges;
  readonly onDone: () => void;
}) {
  const [scac, setScac] = useState(carrier.scac ?? '');
  const save = useMutation({ mutationFn: changes.setCarrier, onSuccess: onDone });
  const wrong = scac !== '' && !/^[A-Z]{2,4}$/.test(scac);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (scac !== '' && !wrong) save.mutate({ id: carrier.id, name: carrier.name, scac });
  };
  const failure = save.isError ? toProblem(save.error).detail : undefined;
  return (
    <Form className={classes.inline} onSubmit={submit}>
      <TextInput
        size="xs"
        aria-label={`Code (SCAC) of ${carrier.name}`}
        placeholder="SCAC"
        data-autofocus
        autoFocus
        maxLength={4}
        value={scac}
        onChange={(event) => setScac(event.currentTarget.value.toUpperCase())}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        error={wrong ? 'Two to four letters' : failure}
      />
      <Button type="submit" loading={save.isPending} disabled={scac === '' || wrong}>
        Save
      </Button>
      <Button variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
    </Form>
  );
}

/** Codes of carriers, which Odoo has no place for and a 204 needs. */
export function CarriersPanel({
  connection,
  changes,
  open,
}: {
  readonly connection: OdooConnection;
  readonly changes: OdooChanges;
  readonly open: number | undefined;
}) {
  const { data, error } = useChoices(connection.id);
  const [editing, setEditing] = useState(open);
  const remove = useMutation({ mutationFn: changes.removeCarrier, onError: tellProblem });
  const carriers = carriersOf(connection, data?.carriers ?? []);
  return (
    <Panel title="Carriers" note="delivery methods of Odoo and their codes (SCAC); a load tender (204) needs one">
      {carriers.length === 0 && (
        <p className={detail.empty}>
          {data === undefined && error
            ? 'Odoo could not be asked for its delivery methods.'
            : 'This Odoo has no delivery methods: nothing is tendered.'}
        </p>
      )}
      <ul className={classes.rows}>
        {carriers.map((carrier) => (
          <li key={carrier.id} data-missing={carrier.missing || undefined}>
            <span className={classes.grow}>
              <b>{carrier.name}</b>{' '}
              {carrier.missing && <span>Transfers wait for its code; they go out once it is here.</span>}
            </span>
            {editing === carrier.id ? (
              <CodeForm carrier={carrier} changes={changes} onDone={() => setEditing(undefined)} />
            ) : (
              <>
                {carrier.scac === undefined ? (
                  <span className={classes.faint}>no code</span>
                ) : (
                  <span className={classes.code}>{carrier.scac}</span>
                )}
                <Button
                  variant="default"
                  aria-label={`${carrier.scac === undefined ? 'Add' : 'Change'} the code of ${carrier.name}`}
                  onClick={() => setEditing(carrier.id)}
                >
                  {carrier.scac === undefined ? 'Add' : 'Change'}
                </Button>
                {carrier.scac !== undefined && (
                  <Button
                    variant="subtle"
                    color="gray"
                    aria-label={`Remove the code of ${carrier.name}`}
                    onClick={() => remove.mutate({ ...carrier, scac: carrier.scac ?? '' })}
                  >
                    Remove
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
