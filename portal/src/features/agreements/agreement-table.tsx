import type { ReactNode } from 'react';
import type { Agreement, Environment } from '../../lib/contract.ts';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './agreements.module.css';
import { acknowledgedBy, minutesWords } from './words.ts';

interface AgreementTableProps {
  readonly partnerId: string;
  readonly agreements: readonly Agreement[];
  /** Where guide and sample are taken from; without it there are none to take. */
  readonly environment: Environment | undefined;
  /** What the directions are called: `in` and `out`. */
  readonly ways: Readonly<Record<Agreement['direction'], string>>;
  /** The team sees which file maps a document. */
  readonly withMapping?: boolean;
  readonly menu?: (agreement: Agreement) => ReactNode;
}

/** Which documents go which way, in which version, how they are acknowledged, and what to take along to build them. */
export function AgreementTable(props: AgreementTableProps) {
  const { partnerId, agreements, environment, ways, withMapping = false, menu } = props;
  const paper = (one: Agreement, what: 'guide' | 'sample') =>
    `/v1/partners/${partnerId}/agreements/${one.direction}/${one.set}/${what}?environment=${environment}`;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Direction</th>
          <th scope="col">Version</th>
          <th scope="col">Channel</th>
          <th scope="col">Acknowledged by</th>
          {withMapping && <th scope="col">Mapping</th>}
          {environment !== undefined && <th scope="col">To take along</th>}
          {menu !== undefined && (
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {agreements.map((one) => (
          <tr key={`${one.direction} ${one.set}`}>
            <th scope="row">
              <SetCode code={one.set} /> <span>{one.name === one.set ? '' : one.name}</span>
            </th>
            <td>
              <span className={classes.direction}>
                <DirectionMark direction={one.direction} />
                {ways[one.direction]}
              </span>
            </td>
            <td className="mono">{one.version === '' ? one.format.toUpperCase() : one.version}</td>
            <td>
              {one.endpoint}
              {!one.isSetUp && <span className={classes.faint}> to be set up</span>}
            </td>
            <td>
              {acknowledgedBy(one)}
              {one.direction === 'out' && (
                <span className={classes.faint}> within {minutesWords(one.sla.acknowledgedWithinMinutes)}</span>
              )}
            </td>
            {withMapping && <td className="mono">{one.mapping}</td>}
            {environment !== undefined && (
              <td>
                <span className={classes.papers}>
                  {one.format === 'x12' && (
                    <a href={paper(one, 'guide')} download aria-label={`Guide of the ${one.set}`}>
                      Guide
                    </a>
                  )}
                  {one.hasSample && (
                    <a href={paper(one, 'sample')} download aria-label={`Sample of the ${one.set}`}>
                      Sample
                    </a>
                  )}
                </span>
              </td>
            )}
            {menu !== undefined && <td className={classes.menu}>{menu(one)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
