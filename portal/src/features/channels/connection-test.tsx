import { Button, Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus, IconCircleX, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ConnectionStage, ConnectionTest, Endpoint } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useConnectionTests, useEndpointChanges } from './channels-query.ts';
import classes from './connection-test.module.css';
import type { Reader } from './standing.ts';

type Step = ConnectionTest['steps'][number];

const stages: Readonly<Record<ConnectionStage, { title: string; about: string; run: string }>> = {
  loopback: {
    title: 'On this hub alone',
    about: 'The hub plays both sides with these settings and with keys made for it. Nothing is stored or sent.',
    run: 'Run it here',
  },
  host: {
    title: 'With the partner\u2019s machine',
    about: 'The same with the real machine: what must work, and what must be refused.',
    run: 'Run it with the real machine',
  },
};

/** What partners run in the sandbox before a document goes: what works, and what is refused. */
export function ConnectionTestPanel({
  partnerId,
  endpoint,
  reader,
}: {
  readonly partnerId: string;
  readonly endpoint: Endpoint;
  readonly reader: Reader;
}) {
  const { data, isPending, error, refetch } = useConnectionTests(partnerId, endpoint.id);
  const isRunning = data?.tests.some(({ state }) => state === 'running') ?? false;
  return (
    <Panel title="Connection test" note="what works, and what is refused">
      {isPending && <Loading lines={4} label="Loading the connection tests" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.obstacle !== undefined && <p className={classes.obstacle}>{data.obstacle}</p>}
      {data?.stages.map((stage) => (
        <Stage
          key={stage}
          stage={stage}
          test={data.tests.find((one) => one.stage === stage)}
          {...{ partnerId, endpoint, isRunning }}
          mayRun={reader.mayWork}
          isOwn={reader.side === 'partner'}
        />
      ))}
    </Panel>
  );
}

interface StageProps {
  readonly stage: ConnectionStage;
  /** The newest one. */
  readonly test: ConnectionTest | undefined;
  readonly partnerId: string;
  readonly endpoint: Endpoint;
  readonly isRunning: boolean;
  readonly mayRun: boolean;
  readonly isOwn: boolean;
}

function Stage({ stage, test, partnerId, endpoint, isRunning, mayRun, isOwn }: StageProps) {
  const { startConnectionTest } = useEndpointChanges(partnerId);
  const start = useMutation({ mutationFn: () => startConnectionTest(endpoint, stage) });
  const { about, run } = stages[stage];
  const title = stage === 'host' && isOwn ? 'With your own machine' : stages[stage].title;
  return (
    <section className={classes.stage} aria-label={title}>
      <div className={classes.head}>
        <div>
          <h3>{title}</h3>
          <p>{about}</p>
        </div>
        {mayRun && (
          <Button
            variant={test === undefined && stage === 'loopback' ? 'filled' : 'default'}
            loading={start.isPending}
            disabled={isRunning}
            onClick={() => start.mutate()}
          >
            {test === undefined ? run : 'Run it again'}
          </Button>
        )}
      </div>
      <ProblemList error={start.error} />
      {test !== undefined && <Transcript test={test} label={title} />}
    </section>
  );
}

const verdicts: Readonly<Record<ConnectionTest['state'], string>> = {
  running: 'It is running',
  works: 'All of it ended as it should',
  fails: 'Something did not end as it should',
  'broken-off': 'It broke off; run it again',
};

function Transcript({ test, label }: { readonly test: ConnectionTest; readonly label: string }) {
  const { state, steps, awaits, startedAt, startedBy } = test;
  return (
    <div className={classes.transcript} data-state={state} role="log" aria-live="polite" aria-label={label}>
      <p className={classes.verdict}>
        {state === 'running' ? <Loader size={14} /> : <Mark state={state === 'works' ? 'good' : 'bad'} />}
        <b>{verdicts[state]}</b>
        <span className={classes.faint}>
          {startedBy}, <RelativeTime at={startedAt} />
        </span>
      </p>
      <ol>
        {steps.map((step) => (
          <StepLine key={step.title} step={step} />
        ))}
        {awaits !== undefined && (
          <li data-state="awaited">
            <Loader size={14} />
            <span>
              <b>Your turn</b>
              {awaits}
            </span>
          </li>
        )}
      </ol>
    </div>
  );
}

function StepLine({ step: { title, wants, state, says, remedy } }: { readonly step: Step }) {
  return (
    <li data-state={state}>
      <Mark state={state} isRefusal={wants === 'refused'} />
      <span>
        <b>{title}</b>
        {wants === 'refused' && <span className={classes.wants}>must be refused</span>}
        <span className={classes.says}>{says}</span>
        {remedy !== undefined && <span className={classes.remedy}>{remedy}</span>}
      </span>
    </li>
  );
}

function Mark({ state, isRefusal = false }: { readonly state: Step['state']; readonly isRefusal?: boolean }) {
  const Icon = {
    good: isRefusal ? IconShieldCheck : IconCircleCheck,
    bad: IconCircleX,
    'left-out': IconCircleMinus,
  }[state];
  const words = { good: isRefusal ? 'Refused, as it should be' : 'Works', bad: 'Wrong', 'left-out': 'Left out' }[state];
  return <Icon size={16} stroke={1.8} data-mark={state} role="img" aria-label={words} />;
}
