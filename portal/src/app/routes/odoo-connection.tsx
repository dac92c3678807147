import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ConnectionDetail } from '../../features/odoo/connection-detail.tsx';
import { useConnection } from '../../features/odoo/odoo-query.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './message.module.css';

/** One connection to Odoo: state and settings. */
export function OdooConnectionPage() {
  const { connectionId } = useParams({ from: '/shell/odoo/$connectionId' });
  const { carrier, partner } = useSearch({ from: '/shell/odoo/$connectionId' });
  const session = useSession();
  const { data, isPending, error, refetch } = useConnection(connectionId);
  const name = data?.name ?? 'Connection';
  return (
    <Page
      title={name}
      heading={
        <nav aria-label="Trail" className={classes.trail}>
          <Link to="/odoo">Odoo</Link>
          <IconChevronRight size={14} aria-hidden="true" />
          <span>{name}</span>
        </nav>
      }
    >
      {isPending && <Loading lines={10} label="Loading the connection" />}
      {!isPending && data === undefined && (
        <Failed
          error={error}
          onRetry={() => void refetch()}
          way={
            <Button variant="default" renderRoot={(props) => <Link to="/odoo" {...props} />}>
              Back to Odoo
            </Button>
          }
        />
      )}
      {data !== undefined && (
        <ConnectionDetail
          key={`${carrier} ${partner}`}
          connection={data}
          carrier={carrier === undefined ? undefined : Number(carrier)}
          partner={partner}
          mayReplace={may(session, 'replaceOdooKey')}
          mayAsk={may(session, 'askForReconciliation')}
        />
      )}
    </Page>
  );
}
