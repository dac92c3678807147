import type { Delivery } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import classes from './delivery-state.module.css';

const states: Readonly<Record<Delivery['state'], { readonly label: string; readonly tone: Tone }>> = {
  pending: { label: 'Pending', tone: 'accent' },
  'in-flight': { label: 'In flight', tone: 'accent' },
  applied: { label: 'Applied', tone: 'green' },
  'already-applied': { label: 'Already applied', tone: 'green' },
  superseded: { label: 'Superseded', tone: 'slate' },
  withheld: { label: 'Parallel run', tone: 'slate' },
  refused: { label: 'Refused', tone: 'red' },
  held: { label: 'Held', tone: 'amber' },
  failed: { label: 'Failed', tone: 'red' },
};

/** Where a delivery stands, since when, after how many attempts. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery }) {
  const { label, tone } = states[delivery.state];
  const open = delivery.state === 'pending' || delivery.state === 'in-flight';
  const at = delivery.finishedAt ?? delivery.dueAt;
  return (
    <span className={classes.state}>
      <Tag tone={tone} busy={open}>
        {label}
      </Tag>
      <span className={classes.note}>
        {delivery.destination === 'odoo' ? 'Odoo' : 'Partner'}
        {at !== undefined && (
          <>
            {' · '}
            <RelativeTime at={at} />
          </>
        )}
        {delivery.attempts > 1 && ` · attempt ${delivery.attempts}`}
      </span>
    </span>
  );
}
