import { Button } from '@mantine/core';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OdooConnection } from '../../lib/contract.ts';
import { isParked, StateSentence, StateTag } from '../../ui/connection-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import detail from '../partners/partner-detail.module.css';
import { CarriersPanel } from './carriers-panel.tsx';
import { FeedPanel } from './feed-panel.tsx';
import classes from './odoo.module.css';
import { useOdooChanges } from './odoo-query.ts';
import { PartnersPanel } from './partners-panel.tsx';
import { ReconciliationPanel } from './reconciliation-panel.tsx';
import { ReplaceKey } from './replace-key.tsx';
import { ResponsiblePanel } from './responsible-panel.tsx';

function Remedy({ connection }: { readonly connection: OdooConnection }) {
  if (connection.state === 'refused')
    return (
      <p className={classes.remedy}>
        Check address, database name and key. Keys of ordinary users end after 90 days in Odoo 18 and 19. A new one is
        given above, or by{' '}
        <code>
          npx crossdock odoo connect --url {connection.url} --database {connection.database} --login {connection.login}
        </code>
      </p>
    );
  return <p>Look whether Odoo runs and can be reached from the hub.</p>;
}

/** One Odoo: how it stands, what it lacks, what goes out of it, and what each partner may do there. */
export function ConnectionDetail({
  connection,
  carrier,
  partner,
  mayReplace,
  mayAsk,
}: {
  readonly connection: OdooConnection;
  /** Delivery method whose form is open. */
  readonly carrier: number | undefined;
  /** Partner whose rules are open. */
  readonly partner: string | undefined;
  /** May give it another key. */
  readonly mayReplace: boolean;
  /** May have it compared with what the hub wrote. */
  readonly mayAsk: boolean;
}) {
  const changes = useOdooChanges(connection);
  const check = useMutation({ mutationFn: changes.check, onError: tellProblem });
  const [isReplacing, setReplacing] = useState(false);
  const parked = isParked(connection.state);
  return (
    <div className={detail.detail}>
      <header className={detail.header}>
        <h1>{connection.name}</h1>
        <StateTag state={connection.state} />
        {connection.kind === 'twin' && <Tag tone="violet">Twin, not a real Odoo</Tag>}
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} stroke={1.8} />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          Check now
        </Button>
        {connection.kind === 'odoo' && mayReplace && (
          <Button variant="default" leftSection={<IconKey size={15} stroke={1.8} />} onClick={() => setReplacing(true)}>
            Replace the key
          </Button>
        )}
        {isReplacing && <ReplaceKey connection={connection} changes={changes} onClose={() => setReplacing(false)} />}
        <ul className={detail.facts}>
          <li>Odoo {connection.version}</li>
          <li>database {connection.database}</li>
          <li>user {connection.login}</li>
        </ul>
      </header>
      <div
        className={classes.banner}
        role="status"
        data-tone={parked ? (connection.state === 'refused' ? 'red' : 'amber') : undefined}
      >
        <p>
          <StateSentence connection={connection} />
        </p>
        {parked && <Remedy connection={connection} />}
      </div>
      <div className={detail.columns}>
        <div className={detail.column}>
          <PartnersPanel connection={connection} changes={changes} open={partner} />
          <CarriersPanel connection={connection} changes={changes} open={carrier} />
          <ReconciliationPanel connection={connection} mayAsk={mayAsk} />
        </div>
        <div className={detail.column}>
          <FeedPanel connection={connection} changes={changes} />
          <ResponsiblePanel connection={connection} changes={changes} />
          <Panel title="What it lacks">
            {connection.lacks.length === 0 ? (
              <p className={detail.empty}>
                {connection.state === 'ready' ? 'Nothing that the hub would miss.' : 'Known after the first check.'}
              </p>
            ) : (
              <ul>
                {connection.lacks.map((lack) => (
                  <li key={lack} className={classes.block}>
                    {lack}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      </div>
    </div>
  );
}
