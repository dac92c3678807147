import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRoute } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import classes from '../../features/certification/certification.module.css';
import {
  isNewHere,
  useCertification,
  useCertificationChanges,
  useRun,
  useRuns,
} from '../../features/certification/certification-query.ts';
import { History } from '../../features/certification/history.tsx';
import { RunView } from '../../features/certification/run-view.tsx';
import { StateMark } from '../../features/certification/state-mark.tsx';
import { documentWords, leftOf } from '../../features/certification/words.ts';
import { useSession } from '../../features/session/session.ts';
import type { Certification } from '../../lib/contract.ts';
import { may } from '../../lib/roles.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What is left after this one, of the document that is gone through or of all. */
function nextOf(data: Certification, document: string | undefined) {
  const chosen = data.documents.filter(({ key }) => document === undefined || key === document);
  return leftOf(data, chosen).idle[0];
}

/** One test: what it is about, its newest run as a conversation, and the runs before. */
export function ScenarioPage() {
  const of = useOfPartner();
  const { partnerId, reader } = of;
  const { scenarioId } = useParams({ from: '/shell/certification/$scenarioId' });
  const search = useSearch({ from: '/shell/certification/$scenarioId' });
  const navigate = useNavigate();
  const mayWork = may(useSession(), 'startScenarioRun');
  const { data, isPending, error, refetch } = useCertification(partnerId);
  const { data: runs } = useRuns(partnerId, scenarioId);
  const changes = useCertificationChanges(partnerId);
  const runId = search.run ?? runs?.runs[0]?.id;
  const { data: run, error: runError, refetch: again } = useRun(partnerId, runId);
  const scenario = data?.scenarios.find(({ id }) => id === scenarioId);
  const start = useMutation({
    mutationFn: changes.start,
    onSuccess: ({ scenario: started }) =>
      void navigate({
        to: '/certification/$scenarioId',
        params: { scenarioId: started },
        search: ((before: object) => ({ ...before, run: undefined })) as never,
      }),
    onError: tellProblem,
  });
  const next = data && nextOf(data, search.document);
  // Whoever goes through all tests is led on by the one that has just been passed on screen.
  const state = run?.scenario === scenarioId ? run.state : undefined;
  const cells = (data?.documents ?? []).flatMap((one) =>
    one.scenarios.filter(({ id }) => id === scenarioId).map((cell) => ({ document: one, cell })),
  );
  useWalk(
    { isOn: search.walk === true && mayWork, runId: run?.id, state, nextId: next?.id, isStarting: start.isPending },
    (id) => start.mutate(id),
  );
  return (
    <PartnerFrame of={of} title={scenario?.title ?? 'Test'} under={{ to: '/certification', label: 'Certification' }}>
      {isPending && <Loading lines={10} label="Loading the test" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && scenario === undefined && (
        <Nothing
          icon={<IconRoute size={20} stroke={1.7} />}
          title="There is no such test"
          action={<Button renderRoot={(props) => <Link to="/certification" {...props} />}>All tests</Button>}
        >
          It belongs to no document that is agreed on in the sandbox.
        </Nothing>
      )}
      {scenario !== undefined && (
        <div className={classes.page}>
          <div className={classes.column}>
            {run !== undefined && (
              <RunView
                {...{ partnerId, run, side: reader.side, other: reader.other, mayWork, next }}
                onStart={(id) => start.mutate(id)}
                isStarting={start.isPending}
              />
            )}
            {run === undefined && runId !== undefined && runError === null && (
              <Loading lines={8} label="Loading the run" />
            )}
            {run === undefined && runError !== null && <Failed error={runError} onRetry={() => void again()} />}
            {runs !== undefined && runId === undefined && (
              <Nothing
                icon={<IconPlayerPlay size={20} stroke={1.7} />}
                title="Not run yet"
                {...(mayWork && {
                  action: (
                    <Button loading={start.isPending} onClick={() => start.mutate(scenarioId)}>
                      Start the test
                    </Button>
                  ),
                })}
              >
                {scenario.about}
              </Nothing>
            )}
          </div>
          <div className={classes.column}>
            <Panel title="About the test" note={scenario.pack}>
              <div className={classes.about}>
                <p>{scenario.about}</p>
                <p>
                  {scenario.runs > 1
                    ? `It is passed after ${scenario.runs} clean runs in succession.`
                    : 'It is passed by one clean run.'}
                </p>
              </div>
              <ul className={classes.history} aria-label="What it certifies">
                {cells.map(({ document, cell }) => (
                  <li key={document.key} title={cell.why}>
                    <span>{documentWords(document, reader.side)}</span>
                    <StateMark state={cell.state} />
                    {cell.why !== undefined && <span>{cell.why}</span>}
                  </li>
                ))}
              </ul>
            </Panel>
            <History partnerId={partnerId} scenario={scenarioId} shown={runId} />
          </div>
        </div>
      )}
    </PartnerFrame>
  );
}

const pauseMs = 2_500;
/** Whatever keeps a test from starting may pass; what does not is told, and left to the person. */
const mostTries = 5;

interface Walk {
  readonly isOn: boolean;
  readonly runId: string | undefined;
  readonly state: string | undefined;
  readonly nextId: string | undefined;
  readonly isStarting: boolean;
}

/** Goes on by itself after a run that was open on screen, or was started here, has been passed; one that was over before leads nowhere. */
function useWalk({ isOn, runId, state, nextId, isStarting }: Walk, start: (scenario: string) => void): void {
  const onward = useEffectEvent(start);
  const seenOpen = useRef<string>(undefined);
  const tries = useRef({ after: '', count: 0 });
  useEffect(() => {
    if (state === 'open' || (runId !== undefined && isNewHere(runId))) seenOpen.current = runId;
    if (!isOn || state !== 'passed' || runId === undefined || seenOpen.current !== runId) return;
    if (nextId === undefined || isStarting) return;
    if (tries.current.after !== runId) tries.current = { after: runId, count: 0 };
    if (tries.current.count >= mostTries) return;
    const timer = setTimeout(() => {
      tries.current.count += 1;
      onward(nextId);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [isOn, runId, state, nextId, isStarting]);
}
