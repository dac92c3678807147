import { Link } from '@tanstack/react-router';
import type { Endpoint } from '../../lib/contract.ts';
import { SetCode } from '../../ui/small.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import classes from './channels.module.css';
import { EndpointActions, TestResult, useTest } from './endpoint-actions.tsx';
import { LastExchange } from './last-exchange.tsx';
import type { Reader } from './standing.ts';
import { StateLine, StateTag } from './state-line.tsx';

const ways = {
  partner: { in: 'from you', out: 'to you' },
  team: { in: 'from the partner', out: 'to the partner' },
} as const;

/** Which documents are agreed to go this way. */
export function AgreedSets({
  endpoint: { sets },
  side,
}: {
  readonly endpoint: Endpoint;
  readonly side: Reader['side'];
}) {
  return (['in', 'out'] as const).map(
    (direction) =>
      sets[direction].length > 0 && (
        <span key={direction} className={classes.sets}>
          {ways[side][direction]}
          {sets[direction].map((code) => (
            <SetCode key={code} code={code} />
          ))}
        </span>
      ),
  );
}

/** One endpoint in the list: how it stands, what went last, and what can be done about it. */
export function EndpointCard({
  endpoint,
  partnerId,
  reader,
}: {
  readonly endpoint: Endpoint;
  readonly partnerId: string;
  readonly reader: Reader;
}) {
  const test = useTest(partnerId, endpoint);
  const { id, name, title, channel } = endpoint;
  return (
    <li className={classes.card}>
      <div className={classes.cardWords}>
        <div className={classes.cardHead}>
          <ChannelIcon channel={channel} />
          <Link to="/channels/$endpointId" params={{ endpointId: id }} data-row-link className={classes.name ?? ''}>
            {name}
          </Link>
          {title.toLowerCase() !== name.toLowerCase() && <span className={classes.faint}>{title}</span>}
          <StateTag endpoint={endpoint} reader={reader} />
        </div>
        <StateLine endpoint={endpoint} reader={reader} />
        <div className={classes.cardFacts}>
          <AgreedSets endpoint={endpoint} side={reader.side} />
          <LastExchange endpoint={endpoint} />
        </div>
      </div>
      <EndpointActions endpoint={endpoint} partnerId={partnerId} reader={reader} test={test} />
      <TestResult endpoint={endpoint} test={test} />
    </li>
  );
}
