import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import type { Agreement, Endpoint, Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import { useEndpoints } from './channels-query.ts';
import classes from './matrix.module.css';
import type { Reader } from './standing.ts';

const ways = {
  partner: { in: 'from you', out: 'to you' },
  team: { in: 'from the partner', out: 'to the partner' },
} as const;

/** Which of them documents name, in the order in which they do. */
const columnsOf = (agreements: readonly Agreement[]) => [...new Set(agreements.map(({ endpoint }) => endpoint))];

/** Which document goes which way at which endpoint, as the environment runs it. */
export function ChannelMatrix({
  partnerId,
  environment,
  reader,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly reader: Reader;
}) {
  const { data } = api.useQuery('get', '/v1/partners/{partnerId}/agreements', {
    params: { path: { partnerId }, query: { of: environment } },
  });
  const { data: known } = useEndpoints(partnerId, environment);
  if (data === undefined || data.agreements.length === 0) return null;
  const columns = columnsOf(data.agreements);
  const endpointOf = (name: string) => known?.endpoints.find((one) => one.name === name);
  return (
    <Panel title="Documents and their ways" note="acknowledgements go the way that the document came">
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">Document</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  <EndpointName name={name} endpoint={endpointOf(name)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.agreements.map((one) => (
              <tr key={`${one.direction} ${one.set}`}>
                <th scope="row">
                  <SetCode code={one.set} /> <span>{one.name === one.set ? '' : one.name}</span>
                </th>
                {columns.map((name) => (
                  <td key={name} data-empty={one.endpoint !== name || undefined}>
                    {one.endpoint === name && (
                      <span className={classes.way}>
                        <DirectionMark direction={one.direction} words="" />
                        {ways[reader.side][one.direction]}
                        <span className={classes.at}>at {name}</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reader.side === 'partner' && (
        <p className={classes.note}>
          Which endpoint a document takes is a part of the <Link to="/agreement">agreement</Link>.
        </p>
      )}
      {reader.side === 'team' && (
        <p className={classes.note}>
          As {environment} runs it. Which endpoint a document takes is changed in the draft:{' '}
          <Link to="/partners/$partnerId" params={{ partnerId }}>
            Agreements
          </Link>
          .
        </p>
      )}
    </Panel>
  );
}

/** An agreement may name an endpoint that does not exist (any more). */
function EndpointName({ name, endpoint }: { readonly name: string; readonly endpoint: Endpoint | undefined }) {
  if (endpoint === undefined) return <span className={classes.missing}>{name}: does not exist</span>;
  return (
    <Link to="/channels/$endpointId" params={{ endpointId: endpoint.id }}>
      {name}
    </Link>
  );
}
