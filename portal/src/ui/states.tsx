import { Button, CopyButton, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { isTransient, toProblem } from '../lib/problem.ts';
import classes from './states.module.css';

interface NothingProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** An empty view: what would stand here, and the next step. */
export function Nothing({ icon, title, children, action }: NothingProps) {
  return (
    <div className={classes.state}>
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{children}</p>
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </div>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Where to go instead; shown first when trying again cannot help. */
  readonly way?: ReactNode;
}

/** How long a view that failed for a passing reason waits before it tries again by itself. */
const againMs = 5_000;

/** A failed view: the problem's own words, the request id to quote, and another try where that may help; what passes by itself is tried by itself. */
export function Failed({ error, onRetry, way }: FailedProps) {
  const problem = toProblem(error);
  const hopeless = problem.status === 404 || problem.status === 403;
  const passing = onRetry !== undefined && isTransient(error);
  const retry = useEffectEvent(() => onRetry?.());
  useEffect(() => {
    if (!passing) return;
    const timer = setInterval(() => retry(), againMs);
    return () => clearInterval(timer);
  }, [passing]);
  return (
    <div className={classes.state} role="alert">
      <div className={classes.icon} data-tone="red" aria-hidden="true">
        <IconAlertTriangle size={20} stroke={1.7} />
      </div>
      <h2 className={classes.title}>{problem.title}</h2>
      <p className={classes.text}>
        {problem.detail}
        {passing && ' This page tries again by itself every few seconds.'}
      </p>
      <div className={classes.actions}>
        {hopeless && way}
        {onRetry !== undefined && !(hopeless && way !== undefined) && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
      {problem.requestId !== undefined && <RequestId id={problem.requestId} />}
    </div>
  );
}

/** The request id with a way to copy it: what support asks for first. */
export function RequestId({ id }: { readonly id: string }) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <button type="button" className={classes.request} onClick={copy} aria-label="Copy the request id">
          Request <span className="mono">{id}</span>
          {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
        </button>
      )}
    </CopyButton>
  );
}

const widths = ['92%', '78%', '86%', '64%', '81%', '70%'];

/** Grey lines where data is about to stand. */
export function Loading({ lines = 6, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className={classes.loading} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={line} height={12} width={widths[line % widths.length]} />
      ))}
    </div>
  );
}
