import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment, Failure } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './cases.module.css';
import { useBulkRetry, useFailures } from './cases-query.ts';
import { RetryProgress } from './retry-progress.tsx';

const number = new Intl.NumberFormat('en-US');

function FailureRow({
  failure,
  mayRetry,
  onRetry,
}: {
  readonly failure: Failure;
  readonly mayRetry: boolean;
  readonly onRetry: () => void;
}) {
  const { count, code, reason, remedy, partners, firstAt, lastAt, documentId } = failure;
  return (
    <li>
      <span className={classes.count}>{number.format(count)}</span>
      <div className={classes.words}>
        <b>{reason === '' ? code : reason}</b>
        {remedy !== undefined && <p>{remedy}</p>}
        <div className={classes.facts}>
          <a href={`/docs/errors#${code}`} target="_blank" rel="noreferrer">
            {code}
          </a>
          <span>{partners.join(', ')}</span>
          {lastAt !== undefined && (
            <span>
              {count > 1 && firstAt !== undefined && (
                <>
                  first <RelativeTime at={firstAt} />, last{' '}
                </>
              )}
              <RelativeTime at={lastAt} />
            </span>
          )}
          {documentId !== undefined && (
            <Link to="/messages/$documentId" params={{ documentId }} search={{ tab: 'odoo' }}>
              {count > 1 ? 'the newest document' : 'the document'}
            </Link>
          )}
        </div>
      </div>
      {mayRetry && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} stroke={1.8} />}
          aria-label={`${count === 1 ? 'Try again' : `Try all ${number.format(count)} again`}: ${code}`}
          onClick={onRetry}
        >
          {count === 1 ? 'Try again' : `Try all ${number.format(count)} again`}
        </Button>
      )}
    </li>
  );
}

/** Deliveries that came to nothing, by what they failed of; each cause can be tried again as a whole. */
export function FailuresPanel({
  environment,
  mayRetry,
}: {
  readonly environment: Environment;
  readonly mayRetry: boolean;
}) {
  const { data, isPending, error, refetch } = useFailures(environment);
  const retry = useBulkRetry(environment);
  const failures = data?.failures ?? [];
  const total = failures.reduce((sum, { count }) => sum + count, 0);
  const shown = [...new Set([...retry.begun, ...(data?.running ?? []).map(({ id }) => id)])];
  if (data !== undefined && failures.length === 0 && shown.length === 0) return null;
  return (
    <Panel
      title="Failed deliveries"
      note="the same error is one line; mend the cause, then try them all again. Nothing is applied twice"
      action={
        mayRetry &&
        failures.length > 1 && (
          <Button variant="default" loading={retry.isPending} onClick={() => retry.start()}>
            Try all {number.format(total)} again
          </Button>
        )
      }
    >
      {isPending && <Loading lines={3} label="Loading what failed" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {shown.map((id) => (
        <RetryProgress key={id} retryId={id} />
      ))}
      <ul className={classes.rows} aria-label="Failed deliveries by cause">
        {failures.map((failure) => (
          <FailureRow
            key={failure.cause}
            failure={failure}
            mayRetry={mayRetry}
            onRetry={() => retry.start(failure.cause)}
          />
        ))}
      </ul>
    </Panel>
  );
}
