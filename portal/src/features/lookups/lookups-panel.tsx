import { Button } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { LookupDialog } from './lookup-dialog.tsx';
import classes from './lookups.module.css';
import { useLookups } from './lookups-query.ts';
import { NameForm } from './name-form.tsx';

interface LookupsPanelProps {
  readonly partnerId: string;
  readonly mayChange: boolean;
}

function countOf({ entries, beneath }: { readonly entries: number; readonly beneath: number }): string {
  const own = entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`;
  return beneath === 0 ? own : `${own}, ${beneath} in the draft’s files below them`;
}

/** What the partner's own keys mean to us, as its mappings look them up. */
export function LookupsPanel({ partnerId, mayChange }: LookupsPanelProps) {
  const { data, isPending, error, refetch } = useLookups(partnerId);
  const [open, setOpen] = useState<string>();
  const [naming, setNaming] = useState(false);
  const add = mayChange && (
    <Button variant="default" onClick={() => setNaming(true)}>
      Add
    </Button>
  );
  return (
    <Panel title="Look-ups" note="what its keys mean to us" action={add}>
      {isPending && <Loading lines={2} label="Loading the look-ups" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.lookups.length === 0 && (
        <p className={classes.empty}>
          None. A mapping asks one with <code>lookup: ship-to</code>. Entries hold at once, for documents translated
          from then on.
        </p>
      )}
      <ul className={classes.names}>
        {data?.lookups.map(({ name, entries, beneath, usedBy }) => (
          <li key={name} data-missing={(entries + beneath === 0 && usedBy.length > 0) || undefined}>
            <span className={classes.grow}>
              <b className="mono">{name}</b>
              <span className={classes.faint}>
                {countOf({ entries, beneath })}
                {usedBy.length > 0 ? `; asked by ${usedBy.join(', ')}` : '; no mapping asks it'}
              </span>
            </span>
            <Button variant="default" aria-label={`Open ${name}`} onClick={() => setOpen(name)}>
              Open
            </Button>
          </li>
        ))}
      </ul>
      {naming && (
        <NameForm
          onClose={() => setNaming(false)}
          onName={(name) => {
            setNaming(false);
            setOpen(name);
          }}
        />
      )}
      {open !== undefined && (
        <LookupDialog partnerId={partnerId} name={open} mayChange={mayChange} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}
