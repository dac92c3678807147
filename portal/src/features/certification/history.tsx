import { Link } from '@tanstack/react-router';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './certification.module.css';
import { useRuns } from './certification-query.ts';
import { runStates } from './words.ts';

/** The runs of a scenario; the older ones stay as they were. */
export function History({
  partnerId,
  scenario,
  shown,
}: {
  readonly partnerId: string;
  readonly scenario: string;
  readonly shown: string | undefined;
}) {
  const { data } = useRuns(partnerId, scenario);
  if (data === undefined || data.runs.length === 0) return null;
  return (
    <Panel title="Runs" note={data.next === undefined ? `${data.runs.length}` : `the last ${data.runs.length}`}>
      <ul className={classes.history} aria-label="Runs">
        {data.runs.map(({ id, state, startedAt, number, passed, frames }) => (
          <li key={id} data-on={id === shown || undefined}>
            <Link
              to="/certification/$scenarioId"
              params={{ scenarioId: scenario }}
              search={((before: object) => ({ ...before, run: id })) as never}
              {...(id === shown && { 'aria-current': 'true' as const })}
            >
              <Tag tone={runStates[state].tone} look="plain">
                {runStates[state].word}
              </Tag>{' '}
              <span className="mono">{number}</span>
            </Link>
            <span>
              {passed}/{frames}
            </span>
            <RelativeTime at={startedAt} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
