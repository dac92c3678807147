import { Button } from '@mantine/core';
import type { MappingTrial } from '../../lib/contract.ts';
import classes from './workbench.module.css';

type Suggestion = NonNullable<MappingTrial['suggestions']>[number];

/** What could be added, each with where it comes from and what it brings. Nothing is added by itself. */
export function Suggestions({
  suggestions,
  isStale,
  mayChange,
  onAccept,
}: {
  readonly suggestions: readonly Suggestion[] | undefined;
  /** They were made for a text that is no longer there. */
  readonly isStale: boolean;
  readonly mayChange: boolean;
  readonly onAccept: (suggestion: Suggestion) => void;
}) {
  if (suggestions === undefined) return <p className={classes.quiet}>Looking for what could be added …</p>;
  if (suggestions.length === 0)
    return (
      <p className={classes.quiet}>
        Nothing to suggest: no template fills a field that this mapping does not, with a value that the sample has.
      </p>
    );
  return (
    <ul className={classes.rows} aria-label="Suggestions">
      {suggestions.map((one) => (
        <li key={`${one.event} ${one.field}`} className={classes.item}>
          <div className={classes.words}>
            <div>
              {one.because}
              {one.value !== undefined && (
                <>
                  {' '}
                  With this sample: <b className="mono">{one.value}</b>
                </>
              )}
            </div>
            <pre className={classes.insert}>{one.insert.replace(/^\n/, '').replace(/^, /, '')}</pre>
          </div>
          <Button
            variant="default"
            disabled={isStale || !mayChange}
            aria-label={`Add ${one.field}`}
            onClick={() => onAccept(one)}
          >
            Add
          </Button>
        </li>
      ))}
    </ul>
  );
}
