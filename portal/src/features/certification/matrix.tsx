import { Link } from '@tanstack/react-router';
import type { CertifiedDocument, RunDetail } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { SetCode } from '../../ui/small.tsx';
import { AwaitedLine } from './awaited-line.tsx';
import classes from './certification.module.css';
import { StateMark } from './state-mark.tsx';
import { type Cell, documentWords, type Scenario, type Side, states, tiers } from './words.ts';

type OpenRun = Pick<RunDetail, 'id' | 'scenario' | 'awaited'>;

interface MatrixProps {
  readonly scenarios: readonly Scenario[];
  readonly documents: readonly CertifiedDocument[];
  /** Those that are under way, newest first. */
  readonly runs: readonly OpenRun[];
  readonly side: Side;
  readonly other: string;
  readonly partner: string | undefined;
  /** The one document that is looked at. */
  readonly only: string | undefined;
}

const cellsOf = (documents: readonly CertifiedDocument[]) =>
  new Map(documents.map(({ key, scenarios }) => [key, new Map(scenarios.map((one) => [one.id, one]))]));

function cellWords({ state, cleanRuns, wants }: Cell): string {
  if (state !== 'passed' && cleanRuns > 0) return `${cleanRuns} of ${wants}`;
  return states[state].word;
}

/** Documents and the tests that certify each, by tier. A cell leads to its run. */
export function Matrix({ scenarios, documents, runs, side, other, partner, only }: MatrixProps) {
  const columns = documents.filter(({ key, state }) => state !== 'none' && (only === undefined || key === only));
  const cells = cellsOf(columns);
  const search = { ...(partner !== undefined && { partner }), ...(only !== undefined && { document: only }) };
  return tiers.map(({ tier, title, about }) => {
    const rows = scenarios.filter((one) => one.tier === tier && columns.some(({ key }) => cells.get(key)?.has(one.id)));
    if (rows.length === 0) return null;
    const used = columns.filter(({ key }) => rows.some(({ id }) => cells.get(key)?.has(id)));
    return (
      <Panel key={tier} title={title} note={`${rows.length} ${rows.length === 1 ? 'test' : 'tests'}, ${about}`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
        <section className={classes.scroll} aria-label={`Tests: ${title}`} tabIndex={0}>
          <table className={classes.matrix}>
            <thead>
              <tr>
                <th scope="col">Test</th>
                {used.map((one) => (
                  <th key={one.key} scope="col" title={one.name}>
                    {documentWords(one, side)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((scenario) => (
                <tr key={scenario.id}>
                  <th scope="row">
                    <Link to="/certification/$scenarioId" params={{ scenarioId: scenario.id }} search={search as never}>
                      {scenario.title}
                    </Link>
                    {runs
                      .filter((run) => run.scenario === scenario.id)
                      .slice(0, 1)
                      .map(({ id, awaited }) => (
                        <AwaitedLine key={id} {...{ awaited, side, other }} />
                      ))}
                  </th>
                  {used.map(({ key, ...document }) => {
                    const cell = cells.get(key)?.get(scenario.id);
                    if (cell === undefined) return <td key={key} data-empty />;
                    return (
                      <td key={key} title={cell.why}>
                        <Link
                          to="/certification/$scenarioId"
                          params={{ scenarioId: scenario.id }}
                          search={search as never}
                          className={classes.cell ?? ''}
                          aria-label={`${scenario.title}, ${documentWords(document, side)}: ${cellWords(cell)}`}
                        >
                          <span className={classes.at}>
                            <SetCode code={document.set} />
                          </span>
                          <StateMark state={cell.state} word={cellWords(cell)} />
                        </Link>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    );
  });
}
