import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Endpoint, EndpointAddress, EndpointTest, Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Copyable } from '../../ui/small.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './agreements.module.css';
import { useEndpoints, useEndpointWork } from './endpoints-query.ts';

interface EndpointsPanelProps {
  readonly partnerId: string;
  readonly environment: Environment;
  /** What each address is for, in the reader's words. */
  readonly words: Readonly<Record<EndpointAddress['id'], string>>;
  /** Whether the reader may test, pause and resume. */
  readonly mayWork: boolean;
}

/** Where documents are exchanged: addresses ready to copy, how each endpoint stands, and what can be done about it. */
export function EndpointsPanel({ partnerId, environment, words, mayWork }: EndpointsPanelProps) {
  const { data, isPending, error, refetch } = useEndpoints(partnerId, environment);
  return (
    <Panel title="Endpoints" note={`in ${environment}`}>
      {isPending && <Loading lines={3} label="Loading the endpoints" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.endpoints.length === 0 && (
        <Nothing icon={<IconPlugConnected size={22} stroke={1.6} />} title="No endpoint in this environment">
          Add one on the command line: crossdock endpoint add.
        </Nothing>
      )}
      <ul className={classes.endpoints}>
        {data?.endpoints.map((endpoint) => (
          <EndpointItem key={endpoint.id} {...{ endpoint, partnerId, environment, words, mayWork }} />
        ))}
      </ul>
    </Panel>
  );
}

function EndpointItem({
  endpoint,
  partnerId,
  environment,
  words,
  mayWork,
}: EndpointsPanelProps & { readonly endpoint: Endpoint }) {
  const { addresses, settings } = endpoint;
  return (
    <li>
      <div className={classes.endpointHead}>
        <b>{endpoint.name}</b>
        {endpoint.title.toLowerCase() !== endpoint.name.toLowerCase() && (
          <span className={classes.faint}>{endpoint.title}</span>
        )}
        <State endpoint={endpoint} />
      </div>
      <Sentence endpoint={endpoint} />
      {addresses.map(({ id, method, address, command }) => (
        <div key={id} className={classes.addressBlock}>
          <span>{words[id]}</span>
          <span className={classes.address}>
            <span className={classes.method}>{method}</span>
            <Copyable value={address} label={`the address of the ${id}`} />
          </span>
          <span className={classes.faint}>
            <Copyable value={command} shown="the curl line" label={`a command for the ${id}:`} /> with a key for{' '}
            {environment}
          </span>
        </div>
      ))}
      {endpoint.outbound === 'push' && <Sets sets={endpoint.sets} />}
      {Object.entries(settings).map(([name, value]) => (
        <span key={name} className={classes.address}>
          <span className={classes.method}>{name}</span>
          <Copyable value={String(value)} label={`the ${name}`} />
        </span>
      ))}
      {mayWork && <Actions endpoint={endpoint} partnerId={partnerId} />}
    </li>
  );
}

/** Which documents are agreed to go this way. */
function Sets({ sets }: Pick<Endpoint, 'sets'>) {
  const list = [...new Set([...sets.in, ...sets.out])];
  return (
    <p className={classes.faint}>
      {list.length === 0 ? 'No agreement names it yet.' : `Agreed to go this way: ${list.join(', ')}.`}
    </p>
  );
}

const tags = {
  ready: { tone: 'green', word: 'Ready' },
  paused: { tone: 'slate', word: 'Paused' },
  failing: { tone: 'amber', word: 'Does not answer' },
} as const;

/** A mailbox is always ready, which is no news. */
function State({ endpoint }: { readonly endpoint: Endpoint }) {
  const { tone, word } = tags[endpoint.state];
  if (endpoint.outbound === 'fetch' && endpoint.state === 'ready') return null;
  return <Tag tone={tone}>{word}</Tag>;
}

const documents = (count: number) => `${count} ${count === 1 ? 'document' : 'documents'}`;

/** How it stands, in a sentence: since when, why, what waits, and that nothing is lost. */
function Sentence({ endpoint }: { readonly endpoint: Endpoint }) {
  const { state, since, reason, retryAt, waiting, outbound } = endpoint;
  const waits = `${documents(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`;
  if (state === 'ready') {
    if (outbound === 'fetch')
      return waiting === 0 ? null : <p className={classes.sentence}>{waits} to be collected.</p>;
    return (
      <p className={classes.sentence}>
        {waiting === 0 ? 'Nothing waits to be handed over.' : `${waits} to be handed over.`}
      </p>
    );
  }
  const held = waiting === 0 ? 'Nothing waits for it so far.' : `${waits} in their order; nothing is lost.`;
  if (state === 'paused')
    return (
      <p className={classes.sentence}>
        {reason ?? 'Paused'}, {since !== undefined && <RelativeTime at={since} />}. {held}
      </p>
    );
  return (
    <p className={classes.sentence}>
      {reason} It first failed {since !== undefined && <RelativeTime at={since} />}
      {retryAt !== undefined && (
        <>
          ; the next try is <RelativeTime at={retryAt} />
        </>
      )}
      . {held}
    </p>
  );
}

function Actions({ endpoint, partnerId }: { readonly endpoint: Endpoint; readonly partnerId: string }) {
  const work = useEndpointWork(partnerId);
  const test = useMutation({ mutationFn: () => work.test(endpoint) });
  const isPaused = endpoint.state === 'paused';
  const toggle = useMutation({ mutationFn: () => (isPaused ? work.resume(endpoint) : work.pause(endpoint)) });
  // Partners come to a mailbox by themselves: there is nothing to hold back.
  if (endpoint.outbound === 'fetch') return null;
  return (
    <>
      <div className={classes.endpointActions}>
        <Button
          variant="default"
          size="compact-sm"
          loading={test.isPending}
          aria-label={`Test ${endpoint.name}`}
          onClick={() => test.mutate()}
        >
          Test
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          loading={toggle.isPending}
          aria-label={`${isPaused ? 'Resume' : 'Pause'} ${endpoint.name}`}
          onClick={() => toggle.mutate()}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      </div>
      {test.data !== undefined && <Report report={test.data} />}
      <ProblemList error={test.error ?? toggle.error} />
    </>
  );
}

/** What a test has shown. */
function Report({ report: { works, says } }: { readonly report: EndpointTest }) {
  return (
    <div className={classes.report} role="status">
      <Tag tone={works ? 'green' : 'red'}>{works ? 'It works' : 'It does not work'}</Tag>
      <ul>
        {says.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
