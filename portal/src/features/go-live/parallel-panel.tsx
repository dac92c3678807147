import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GoLiveDocument, ParallelRun } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ConfirmEndpoints, type EndpointValues, unsaid } from './confirm-endpoints.tsx';
import classes from './go-live.module.css';
import { useGoLiveChanges, useParallelRun, usePreview } from './go-live-query.ts';

interface ParallelPanelProps {
  readonly partnerId: string;
  readonly document: GoLiveDocument;
  readonly mayStart: boolean;
  readonly isTeam: boolean;
}

/** The parallel run of a document: how far it is, what matches and what does not. */
export function ParallelPanel({ partnerId, document, mayStart, isTeam }: ParallelPanelProps) {
  const run = document.parallelRun;
  const { data, isPending, error, refetch } = useParallelRun(partnerId, document.document, run !== undefined);
  if (document.production && !run) return null;
  return (
    <Panel title="Parallel run" note={run && `since ${new Date(run.since).toLocaleDateString()}`}>
      {run === undefined ? (
        <div className={classes.inner}>
          <p>
            Production traffic is taken and worked on beside the old way. Nothing is written to the company’s system and
            nothing is sent; what would be written is compared with what the old way brought.
          </p>
          {mayStart ? (
            <Start partnerId={partnerId} document={document.document} />
          ) : (
            <p className={classes.faint}>The integration team starts it.</p>
          )}
        </div>
      ) : isPending ? (
        <Loading lines={3} label="Loading the parallel run" />
      ) : data === undefined ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Found run={data} isTeam={isTeam} />
      )}
    </Panel>
  );
}

function Start({ partnerId, document }: { readonly partnerId: string; readonly document: string }) {
  const { startParallel } = useGoLiveChanges(partnerId);
  const { data: preview } = usePreview(partnerId, document, true);
  const [values, setValues] = useState<EndpointValues>({});
  const [days, setDays] = useState<number | string>(5);
  const [count, setCount] = useState<number | string>(20);
  const [acknowledges, setAcknowledges] = useState(false);
  const start = useMutation({
    mutationFn: () =>
      startParallel(document, { days: Number(days), documents: Number(count), acknowledges, endpoints: values }),
  });
  return (
    <div className={classes.form}>
      <ProblemList error={start.error} />
      {preview && <ConfirmEndpoints confirm={preview.confirm} values={values} onChange={setValues} />}
      <div className={classes.choice}>
        <NumberInput label="Days at least" min={0} max={90} value={days} onChange={setDays} />
        <NumberInput label="Documents at least" min={0} max={10_000} value={count} onChange={setCount} />
      </div>
      <Checkbox
        size="xs"
        label="The hub acknowledges already (else the old way does)"
        checked={acknowledges}
        onChange={(event) => setAcknowledges(event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button
          loading={start.isPending}
          disabled={preview === undefined || unsaid(preview.confirm, values).length > 0}
          onClick={() => start.mutate()}
        >
          Start the parallel run
        </Button>
      </div>
    </div>
  );
}

function Found({ run, isTeam }: { readonly run: ParallelRun; readonly isTeam: boolean }) {
  const compared = run.matches + run.mismatches;
  const rate = compared === 0 ? undefined : (100 * run.mismatches) / compared;
  return (
    <div className={classes.inner}>
      <div className={classes.figures}>
        <Figure value={run.matches} label="the same" />
        <Figure value={run.mismatches} label="different" tone={run.mismatches > 0 ? 'red' : undefined} />
        <Figure value={run.waiting} label="still compared" />
        <Figure value={run.none} label="nothing to compare" />
        <Figure
          value={rate === undefined ? '–' : `${rate.toFixed(1)} %`}
          label={
            rate === undefined
              ? 'no rate yet'
              : `differ, of ${compared} compared; ${run.policy.mismatchPercent} % are agreed`
          }
        />
      </div>
      <p className={classes.says}>
        {run.progress}.{' '}
        {run.policy.acknowledges ? 'The hub acknowledges.' : 'The old way acknowledges; the hub is silent.'}
      </p>
      {run.comparisons.length > 0 && (
        <ul className={classes.differs} aria-label="What differs">
          {run.comparisons.map((one) => (
            <li key={one.subject + one.at}>
              <div className={classes.rowHead}>
                {one.documentId === undefined ? (
                  <b>{one.subject}</b>
                ) : (
                  <Link to="/messages/$documentId" params={{ documentId: one.documentId }} className={classes.link}>
                    {one.subject}
                  </Link>
                )}
                <Tag tone={one.verdict === 'mismatch' ? 'red' : 'slate'} look="plain">
                  {one.verdict === 'mismatch' ? 'different' : 'still compared'}
                </Tag>
                <span className={classes.faint}>
                  <RelativeTime at={one.at} />
                </span>
              </div>
              <p className={classes.says}>{one.says}</p>
              {isTeam && one.withheld && (
                <details className={classes.calls}>
                  <summary>What would have been written</summary>
                  {one.withheld.map((call) => (
                    <code key={call}>{call}</code>
                  ))}
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Figure({
  value,
  label,
  tone,
}: {
  readonly value: number | string;
  readonly label: string;
  readonly tone?: 'red' | undefined;
}) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <b>{value}</b>
      <span>{label}</span>
    </div>
  );
}
