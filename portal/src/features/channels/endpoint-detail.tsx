import type { ReactNode } from 'react';
import type { Endpoint } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import classes from './channels.module.css';
import { ConnectionTestPanel } from './connection-test.tsx';
import { EndpointActions, TestResult, useTest } from './endpoint-actions.tsx';
import { AgreedSets } from './endpoint-card.tsx';
import { EndpointFacts } from './endpoint-facts.tsx';
import { EndpointSettings } from './endpoint-settings.tsx';
import { ExchangeLog } from './exchange-log.tsx';
import { LastExchange } from './last-exchange.tsx';
import type { Reader } from './standing.ts';
import { StateLine, StateTag } from './state-line.tsx';
import { ToldPanel } from './told-panel.tsx';

/** One endpoint: how it stands and what can be done, what the partner's system must be told, what went over it. */
export function EndpointDetail({
  endpoint,
  partnerId,
  reader,
  ids,
  events,
}: {
  readonly endpoint: Endpoint;
  readonly partnerId: string;
  readonly reader: Reader;
  /** Both sides' ids in envelopes. */
  readonly ids: ReactNode;
  /** Of an endpoint that carries events: its deliveries, and what they are signed with. */
  readonly events?: { readonly main: ReactNode; readonly side: ReactNode } | undefined;
}) {
  const test = useTest(partnerId, endpoint);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.cardWords}>
          <div className={classes.cardHead}>
            <ChannelIcon channel={endpoint.channel} size={20} />
            <h1>{endpoint.name}</h1>
            <span className={classes.faint}>{endpoint.title}</span>
            <StateTag endpoint={endpoint} reader={reader} />
          </div>
          <StateLine endpoint={endpoint} reader={reader} />
          <div className={classes.cardFacts}>
            <AgreedSets endpoint={endpoint} side={reader.side} />
            <LastExchange endpoint={endpoint} />
          </div>
        </div>
        <EndpointActions endpoint={endpoint} partnerId={partnerId} reader={reader} test={test} isWhole />
        <TestResult endpoint={endpoint} test={test} />
      </header>
      <div className={classes.columns}>
        <div className={classes.column}>
          <ToldPanel endpoint={endpoint} reader={reader} />
          {endpoint.environment === 'sandbox' && endpoint.channel !== 'folder' && (
            <ConnectionTestPanel partnerId={partnerId} endpoint={endpoint} reader={reader} />
          )}
          {events?.main}
          <ExchangeLog partnerId={partnerId} endpoint={endpoint} />
        </div>
        <div className={classes.column}>
          {events?.side}
          {endpoint.carries === 'documents' && (
            <Panel title="Ids in envelopes" note={endpoint.environment}>
              {ids}
            </Panel>
          )}
          <EndpointFacts endpoint={endpoint} />
          <EndpointSettings endpoint={endpoint} />
        </div>
      </div>
    </div>
  );
}
