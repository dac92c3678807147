import type { Environment, Partner } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './agreements.module.css';

/** Which documents go which way over which channel, and what acknowledges them. */
export function Agreements({ partner, environment }: { readonly partner: Partner; readonly environment: Environment }) {
  const own = partner.agreements.filter((agreement) => agreement.environment === environment);
  return (
    <Panel title="Agreements" note="documents, direction, channel">
      {own.length === 0 ? (
        <p className={classes.empty}>Nothing is agreed on for this environment.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Direction</th>
              <th scope="col">Version</th>
              <th scope="col">Channel</th>
              <th scope="col">Acknowledged by</th>
              <th scope="col">Mapping</th>
            </tr>
          </thead>
          <tbody>
            {own.map((agreement) => (
              <tr key={`${agreement.set}${agreement.direction}${agreement.channel}`}>
                <th scope="row">
                  <SetCode code={agreement.set} /> <span>{agreement.name}</span>
                </th>
                <td>
                  <span className={classes.direction}>
                    <DirectionMark direction={agreement.direction} />
                    {agreement.direction === 'in' ? 'from the partner' : 'to the partner'}
                  </span>
                </td>
                <td className="mono">{agreement.version}</td>
                <td>{agreement.channel.toUpperCase()}</td>
                <td>{agreement.acknowledgement}</td>
                <td className="mono">{agreement.mapping}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
