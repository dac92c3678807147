import type { SignedAgreement } from '../../lib/contract.ts';
import classes from './agreement.module.css';

type Differences = SignedAgreement['versions'][number]['differences'];

/** What two texts say differently: before and after, each marked by a word too. */
export function DifferenceList({ differences }: { readonly differences: Differences }) {
  if (differences.length === 0) return <p className={classes.note}>Nothing that is agreed differs.</p>;
  return (
    <ul className={classes.differences}>
      {differences.map(({ where, before, after }) => (
        <li key={where}>
          <b>{where}</b>
          {before !== undefined && (
            <del>
              <span className="visually-hidden">before: </span>
              {before}
            </del>
          )}
          {after !== undefined && (
            <ins>
              <span className="visually-hidden">now: </span>
              {after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
