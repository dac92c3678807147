import { Button } from '@mantine/core';
import { useState } from 'react';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { KeyRow } from './key-rows.tsx';
import classes from './keys.module.css';

/** Of more rows so many stand there until somebody wants all of them: what comes below is not to be looked for. */
const shownAtFirst = 20;
const worthFolding = 25;

/** Everything that proves who is who: how old, until when, when it was used last, and what can be done. */
export function KeysTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyRow[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || rows.length <= worthFolding ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <Table label={label} rows={shown} />
      {shown.length < rows.length && (
        <p className={classes.more}>
          <span>
            {shown.length} of {rows.length} are shown.
          </span>
          <Button variant="default" onClick={() => setWhole(true)}>
            Show all
          </Button>
        </p>
      )}
    </>
  );
}

function Table({ label, rows }: { readonly label: string; readonly rows: readonly KeyRow[] }) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">For</th>
          <th scope="col">Since</th>
          <th scope="col">Ends</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, what, of, since, ends, used, action, isOff }) => (
          <tr key={id} data-off={isOff || undefined}>
            <th scope="row">{what}</th>
            <td data-label="For">{of}</td>
            <td data-label="Since">{since === undefined ? '–' : <RelativeTime at={since} />}</td>
            <td data-label="Ends">{ends ?? '–'}</td>
            <td data-label="Last used">{used ?? '–'}</td>
            <td className={classes.action}>{action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
