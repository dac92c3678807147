import { IconCircleCheck, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment, Outcome } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { MessageLines } from './message-lines.tsx';
import classes from './overview.module.css';
import { useNewest } from './overview-query.ts';

interface NewestPanelProps {
  readonly title: string;
  readonly environment: Environment;
  readonly outcome?: Outcome;
  readonly empty: React.ReactNode;
}

function NewestPanel({ title, environment, outcome, empty }: NewestPanelProps) {
  const { data, isPending, error, refetch } = useNewest(environment, outcome);
  return (
    <Panel
      title={title}
      action={
        <Link to="/messages" search={outcome === undefined ? {} : { outcome }} className={classes.all ?? ''}>
          Show all
        </Link>
      }
    >
      {isPending && <Loading lines={4} />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.messages.length === 0 && empty}
      {data !== undefined && <MessageLines messages={data.messages} withOutcome={outcome === undefined} />}
    </Panel>
  );
}

/** What needs review, newest first. */
export function Attention({ environment }: { readonly environment: Environment }) {
  return (
    <NewestPanel
      title="Needs attention"
      environment={environment}
      outcome="attention"
      empty={
        <Nothing icon={<IconCircleCheck size={20} stroke={1.7} />} title="Nothing waits for you">
          Refused deliveries, missing acknowledgements and held documents appear here.
        </Nothing>
      }
    />
  );
}

/** What passed through last. */
export function Latest({ environment }: { readonly environment: Environment }) {
  return (
    <NewestPanel
      title="Latest traffic"
      environment={environment}
      empty={
        <Nothing icon={<IconInbox size={20} stroke={1.7} />} title="No traffic yet">
          The first document appears here the moment it arrives.
        </Nothing>
      }
    />
  );
}
