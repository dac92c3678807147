import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { GoLiveCheck, GoLiveDifference } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './go-live.module.css';
import { partNames } from './words.ts';

/** The checks of a go-live with their evidence: the same for who asks and for who approves. Open ones first. */
export function Checks({
  checks,
  partnerId,
}: {
  readonly checks: readonly GoLiveCheck[];
  readonly partnerId?: string;
}) {
  const sorted = checks.toSorted((a, b) => Number(a.isMet) - Number(b.isMet));
  return (
    <ul className={classes.checks} aria-label="Checks">
      {sorted.map(({ id, title, isMet, says, at, link, label }) => (
        <li key={id} data-met={isMet}>
          <span className={classes.mark}>
            {isMet ? (
              <IconCircleCheck size={18} stroke={1.7} aria-label="met" />
            ) : (
              <IconCircleDashed size={18} stroke={1.7} aria-label="open" />
            )}
          </span>
          <div className={classes.words}>
            <b>{title}</b>
            <p className={classes.says}>
              {says}
              {at !== undefined && (
                <>
                  {' '}
                  <RelativeTime at={at} />
                </>
              )}
            </p>
          </div>
          {!isMet && link !== undefined && link !== '/go-live' && (
            <Link to={link} search={partnerId === undefined ? {} : { partner: partnerId }} className={classes.link}>
              {label ?? 'Open it'}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What changes in production, part by part. */
export function Changes({ differences }: { readonly differences: readonly GoLiveDifference[] }) {
  if (differences.length === 0)
    return <p className={classes.says}>Production runs the same already; only how it is treated changes.</p>;
  return (
    <dl className={classes.changes}>
      {differences.map(({ part, says }) => (
        <div key={part}>
          <dt>{partNames[part]}</dt>
          <dd>
            {says.slice(0, mostLines).map((one) => (
              <p key={one}>{one}</p>
            ))}
            {says.length > mostLines && <p className={classes.faint}>and {says.length - mostLines} more</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const mostLines = 8;
