import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronRight, IconDownload } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Ladder } from '../../features/message/ladder.tsx';
import { MessageHeader } from '../../features/message/message-header.tsx';
import { useMessage } from '../../features/message/message-query.ts';
import { MessageTabs } from '../../features/message/message-tabs.tsx';
import { titleOf } from '../../features/message/naming.ts';
import { NextStep } from '../../features/message/next-step.tsx';
import { ResendButton } from '../../features/message/resend-button.tsx';
import { useView } from '../../features/message/use-view.ts';
import { lastFilters } from '../../features/messages/last-filters.ts';
import { useSession } from '../../features/session/session.ts';
import { WorkActions } from '../../features/work/work-actions.tsx';
import type { Environment } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import classes from './message.module.css';
import { MessageSkeleton } from './message-skeleton.tsx';

/** A link into the other environment brings the whole frame with it. */
function useOwnEnvironment(own: Environment | undefined): void {
  const shown = useEnvironment();
  const navigate = useNavigate({ from: '/messages/$documentId' });
  useEffect(() => {
    if (own === undefined || own === shown) return;
    void navigate({ search: (search) => ({ ...search, env: own }), replace: true });
  }, [own, shown, navigate]);
}

/** One document and everything that became of it. */
export function MessagePage() {
  const { documentId } = useParams({ from: '/shell/messages/$documentId' });
  const session = useSession();
  const { side } = session;
  const navigate = useNavigate();
  const { data: message, isPending, error, refetch } = useMessage(documentId);
  const control = useView();
  useOwnEnvironment(message?.environment);
  useHotkeys([['u', () => void navigate({ to: '/messages', search: lastFilters() })]]);
  const title = message === undefined ? 'Message' : titleOf(message);
  return (
    <Page
      title={title}
      layout="fill"
      heading={
        <nav aria-label="Trail" className={classes.trail}>
          <Link to="/messages" search={lastFilters()}>
            Messages
          </Link>
          <IconChevronRight size={14} aria-hidden="true" />
          <span>{title}</span>
        </nav>
      }
      actions={
        message !== undefined && (
          <>
            <ResendButton message={message} session={session} />
            <Button
              component="a"
              variant="default"
              href={`/v1/messages/${message.id}/raw`}
              download={message.fileName ?? `${message.id}.x12`}
              leftSection={<IconDownload size={15} stroke={1.8} />}
            >
              Download
            </Button>
          </>
        )
      }
    >
      {message !== undefined && (
        <>
          <MessageHeader message={message} withPartnerLink={side === 'team'} />
          <NextStep
            message={message}
            side={side}
            control={control}
            actions={
              message.work !== undefined && (
                <WorkActions
                  session={session}
                  items={[{ documentId: message.id, name: title, work: message.work }]}
                  look="buttons"
                />
              )
            }
          />
          <Ladder message={message} />
          <MessageTabs key={message.id} message={message} side={side} mayRetry={may(session, 'retryDelivery')} />
        </>
      )}
      {isPending && <MessageSkeleton />}
      {message === undefined && !isPending && (
        <Failed
          error={error}
          onRetry={() => void refetch()}
          way={
            <Button variant="default" renderRoot={(props) => <Link to="/messages" search={lastFilters()} {...props} />}>
              Back to the messages
            </Button>
          }
        />
      )}
    </Page>
  );
}
