import { Button } from '@mantine/core';
import { IconDownload, IconPlayerPlay, IconPlayerStop, IconPlayerTrackNext, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Certification, CertifiedDocument, RunDetail } from '../../lib/contract.ts';
import { minuteTime } from '../../lib/time.ts';
import { tellDone, tellProblem } from '../../ui/undo.tsx';
import classes from './certification.module.css';
import { useCertificationChanges } from './certification-query.ts';
import { documentWords, type Left, leftOf, type Side, tests, turnWords } from './words.ts';

interface SummaryProps {
  readonly partnerId: string;
  readonly certification: Certification;
  readonly documents: readonly CertifiedDocument[];
  readonly only: CertifiedDocument | undefined;
  readonly side: Side;
  readonly other: string;
  readonly partner: string | undefined;
  readonly mayWork: boolean;
  /** Production runs all of them as they are agreed: nobody asks for these tests. */
  readonly isLive: boolean;
  readonly runs: readonly Pick<RunDetail, 'awaited'>[];
}

/** Which tests are left, whose turn it is, and the one next step. */
export function Summary(props: SummaryProps) {
  const { certification, documents, only, side, other, mayWork, isLive, runs } = props;
  const left = leftOf(certification, documents);
  const [next] = left.idle;
  const waiting = runs.flatMap(({ awaited }) => (awaited?.from === 'partner' ? [awaited] : []));
  // Where every test that is left is under way, and nothing is awaited from the partner, the hub goes on by itself.
  const isTheirs = left.idle.length > 0 || waiting.length > 0;
  const turn = turnWords({ from: isTheirs ? 'partner' : 'hub' }, side, other);
  const [soonest] = waiting.flatMap(({ until }) => until ?? []).sort();
  const what = only === undefined ? 'all documents' : documentWords(only, side);
  const total = left.needed.length + left.passed;
  return (
    <section
      className={classes.summary}
      aria-label="What is left"
      data-tone={left.needed.length === 0 ? 'green' : isLive ? undefined : 'amber'}
    >
      <div>
        <p className={classes.whose}>{left.needed.length > 0 && !isLive ? turn : 'Nobody has to act'}</p>
        <h2>
          {left.needed.length === 0
            ? total === 0
              ? `No tests are needed for ${what}`
              : `All ${tests(total)} that ${what} need are passed`
            : isLive
              ? `Production runs ${what}; ${tests(total)} can be run at any time`
              : `${tests(left.needed.length)} left of ${total}, for ${what}`}
        </h2>
        <p>
          {left.failed.length > 0 && `${left.failed.length} failed the last time. `}
          {left.reopened.length > 0 &&
            `${left.reopened.length} passed before, and what they depend on has changed since. `}
          {certification.open > 0 && `${certification.open} under way`}
          {waiting.length > 0 && `, ${waiting.length} of them waiting for ${side === 'partner' ? 'you' : other}`}
          {soonest !== undefined && `, the first until ${minuteTime(soonest)}`}
          {certification.open > 0 && '. '}
          {next !== undefined && `Next: ${next.title}.`}
        </p>
        {mayWork && left.idle.length > 1 && (
          <p>
            One after the other leads you from test to test. All at once is for a system that answers by itself: each
            test has a number of its own, by which its documents are told apart.
          </p>
        )}
        <progress max={Math.max(total, 1)} value={left.passed} aria-label={`${left.passed} of ${total} passed`} />
      </div>
      <div className={classes.actions}>
        {mayWork && <Starts {...props} left={left} />}
        {only !== undefined && only.state === 'certified' && (
          <Button
            component="a"
            variant="default"
            href={`/v1/partners/${props.partnerId}/certification/evidence?document=${encodeURIComponent(only.key)}`}
            download
            leftSection={<IconDownload size={15} aria-hidden="true" />}
          >
            Download the evidence
          </Button>
        )}
      </div>
    </section>
  );
}

const runsWords = (count: number): string => `${count} ${count === 1 ? 'run' : 'runs'}`;

/** The ways to go on: with what changed, with the next test, or with all that are left. */
function Starts({ partnerId, certification, only, partner, left }: SummaryProps & { readonly left: Left }) {
  const changes = useCertificationChanges(partnerId);
  const navigate = useNavigate();
  const [next] = left.idle;
  const underWay = left.needed.find((one) => !left.idle.includes(one));
  const search = { ...(partner !== undefined && { partner }), ...(only !== undefined && { document: only.key }) };
  const start = useMutation({
    mutationFn: (scenario: string) => changes.start(scenario),
    onSuccess: (run) =>
      void navigate({
        to: '/certification/$scenarioId',
        params: { scenarioId: run.scenario },
        search: { ...search, walk: true } as never,
      }),
    onError: tellProblem,
  });
  const all = useMutation({
    mutationFn: () => changes.startNeeded(only?.key),
    onSuccess: ({ runs }) =>
      runs.length === 0
        ? tellDone('All that is left is under way')
        : tellDone(`${runsWords(runs.length)} started, side by side`, () =>
            Promise.allSettled(runs.map(({ id }) => changes.cancel(id))),
          ),
    onError: tellProblem,
  });
  const stop = useMutation({
    mutationFn: changes.cancelAll,
    onSuccess: (count) => tellDone(`${runsWords(count)} cancelled; they count neither for nor against a test`),
    onError: tellProblem,
  });
  const again = useMutation({
    mutationFn: () => changes.recertify(only?.key),
    onSuccess: ({ runs }) => tellDone(runs.length === 0 ? 'Nothing is reopened' : `${tests(runs.length)} started`),
    onError: tellProblem,
  });
  return (
    <>
      {left.reopened.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden="true" />}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          Recertify what changed
        </Button>
      )}
      {next !== undefined && (
        <Button
          leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
          loading={start.isPending}
          onClick={() => start.mutate(next.id)}
        >
          {left.idle.length === 1 ? 'Start the test' : 'Start, one after the other'}
        </Button>
      )}
      {left.idle.length > 1 && (
        <Button
          variant="default"
          leftSection={<IconPlayerTrackNext size={15} aria-hidden="true" />}
          loading={all.isPending}
          onClick={() => all.mutate()}
        >
          Run all {left.idle.length} at once
        </Button>
      )}
      {next === undefined && underWay !== undefined && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/certification/$scenarioId"
              params={{ scenarioId: underWay.id }}
              search={search as never}
              {...props}
            />
          )}
        >
          See what is awaited
        </Button>
      )}
      {certification.open > 1 && (
        <Button
          variant="subtle"
          leftSection={<IconPlayerStop size={15} aria-hidden="true" />}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          Cancel the {certification.open} under way
        </Button>
      )}
    </>
  );
}
