import type { ReactNode } from 'react';
import type { Agreement, Environment } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { AgreementTable } from './agreement-table.tsx';
import classes from './agreements.module.css';
import { useAgreements } from './agreements-query.ts';

interface AgreedPanelProps {
  readonly partnerId: string;
  readonly environment: Environment;
  /** What the directions are called: `in` and `out`. */
  readonly ways: Readonly<Record<Agreement['direction'], string>>;
  /** What stands below the documents, such as deviations of their guides. */
  readonly children?: ReactNode;
}

/** What a partner has agreed on, with guide and sample of each document, for the partner itself. */
export function AgreedPanel({ partnerId, environment, ways, children }: AgreedPanelProps) {
  const { data, isPending, error, refetch } = useAgreements(partnerId, environment);
  const isNothing = error !== null && [404, 409].includes(toProblem(error).status ?? 0);
  return (
    <Panel title="What is agreed" note="with what you need to build it">
      {isPending && <Loading lines={4} />}
      {isNothing && <p className={classes.empty}>Nothing is agreed for {environment} yet.</p>}
      {!isPending && data === undefined && !isNothing && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <AgreementTable partnerId={partnerId} agreements={data.agreements} environment={environment} ways={ways} />
      )}
      {children}
    </Panel>
  );
}
