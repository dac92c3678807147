import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';
import classes from './tools.module.css';

/** The queues as BullMQ's board shows them. */
export function QueuesPage() {
  const session = useSession();
  return (
    <Page title="Queues" layout="fill">
      {/* Whoever may try again what failed also sees the queues. */}
      {may(session, 'retryFailures') ? (
        <iframe className={classes.frame} src="/queues?framed" title="Queues" />
      ) : (
        <Nothing
          icon={<IconLock size={20} stroke={1.7} />}
          title="The queues are the integration team's"
          action={
            <Button variant="default" renderRoot={(props) => <Link to="/messages" {...props} />}>
              Go to the messages
            </Button>
          }
        >
          What became of your documents stands in the messages.
        </Nothing>
      )}
    </Page>
  );
}

/** The API, operation by operation. */
export function ReferencePage() {
  return (
    <Page title="API docs" layout="fill">
      <iframe className={classes.frame} src="/docs" title="API reference" />
    </Page>
  );
}
