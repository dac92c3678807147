import { api } from '../../lib/api.ts';
import type { Outcome } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { outcomes } from '../../ui/outcome.tsx';
import classes from './outcome-tabs.module.css';

const keys = Object.keys(outcomes) as Outcome[];

interface OutcomeTabsProps {
  readonly value: Outcome | undefined;
  readonly onChange: (outcome: Outcome | undefined) => void;
}

/** The quick cuts through the list, with the number that wait for a person. */
export function OutcomeTabs({ value, onChange }: OutcomeTabsProps) {
  const environment = useEnvironment();
  const { data } = api.useQuery('get', '/v1/overview', { params: { query: { environment } } });
  const waiting = data?.attention ?? 0;
  return (
    <fieldset className={classes.tabs}>
      <legend className="visually-hidden">Outcome</legend>
      <button type="button" aria-pressed={value === undefined} onClick={() => onChange(undefined)}>
        All
      </button>
      {keys.map((outcome) => (
        <button key={outcome} type="button" aria-pressed={value === outcome} onClick={() => onChange(outcome)}>
          {outcomes[outcome].label}
          {outcome === 'attention' && waiting > 0 && <span className={classes.count}>{waiting}</span>}
        </button>
      ))}
    </fieldset>
  );
}
