import { RelativeTime } from '../../ui/relative-time.tsx';
import type { KeyRow } from './key-rows.tsx';
import classes from './keys.module.css';

/** Everything that proves who is who: how old, until when, when it was used last, and what can be done. */
export function KeysTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyRow[] }) {
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
