import type { SignedAgreement } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { DirectionMark } from '../../ui/small.tsx';
import classes from './agreement.module.css';

/** What is signed, document by document, in the words that the PDF has too. */
export function TermsPanel({ agreement }: { readonly agreement: SignedAgreement }) {
  const { documents, deviations, controlNumberDays, retention } = agreement;
  return (
    <Panel title="What is signed" note={`${agreement.company} and ${agreement.partner}`}>
      <details className={classes.whole}>
        <summary>All terms of {documents.length === 1 ? 'the document' : `the ${documents.length} documents`}</summary>
        <ul className={classes.terms}>
          {documents.map(({ set, direction, version, name, words }) => (
            <li key={`${direction} ${set} ${version}`}>
              <details>
                <summary>
                  <DirectionMark direction={direction} words="" />
                  <b>{name}</b>
                  <span>
                    {words
                      .filter(({ word }) => word === 'Direction' || word === 'Version' || word === 'Channel')
                      .map(({ says }) => says)
                      .join(' · ')}
                  </span>
                </summary>
                <dl>
                  {words
                    .filter(({ word }) => word !== 'Document')
                    .map(({ word, says }) => (
                      <div key={word} className={classes.term}>
                        <dt>{word}</dt>
                        <dd>{says}</dd>
                      </div>
                    ))}
                </dl>
              </details>
            </li>
          ))}
        </ul>
      </details>
      <div className={classes.block}>
        <h3>Deviations from the standard</h3>
        {deviations.length === 0 ? (
          <p className={classes.note}>None: the guides narrow the standard and allow nothing beyond it.</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Guide</th>
                <th scope="col">Place</th>
                <th scope="col">What is allowed</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {deviations.map(({ guide, place, what, reason }) => (
                <tr key={`${guide} ${place} ${what}`}>
                  <td>{guide}</td>
                  <td className="mono">{place}</td>
                  <td>{what}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <dl className={classes.all}>
        <div className={classes.term}>
          <dt>Control numbers</dt>
          <dd>An interchange control number is not used again by its sender for {controlNumberDays} days.</dd>
        </div>
        <div className={classes.term}>
          <dt>Retention</dt>
          <dd>{retention}</dd>
        </div>
      </dl>
    </Panel>
  );
}
