import { Button } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isNarrowed, type MessageFilters } from '../../features/messages/filters.ts';
import { rememberFilters } from '../../features/messages/last-filters.ts';
import { MessageList } from '../../features/messages/message-list.tsx';
import { type FilterChange, Toolbar } from '../../features/messages/toolbar.tsx';
import { useSession } from '../../features/session/session.ts';
import { SelectionBar } from '../../features/work/selection-bar.tsx';
import { WorkActions } from '../../features/work/work-actions.tsx';
import { useEnvironment } from '../../lib/environment.ts';
import { usePartnerless } from '../../lib/partnerless.ts';
import { may } from '../../lib/roles.ts';
import { NoPartner } from '../../ui/no-partner.tsx';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';

/** Everything that passed through, searched and filtered. */
export function MessagesPage() {
  const { env: _env, ...filters }: MessageFilters & { env?: string } = useSearch({ from: '/shell/messages' });
  const environment = useEnvironment();
  const session = useSession();
  const { side } = session;
  const { none, mayAdd } = usePartnerless(session);
  const selectable = may(session, 'updateCase') || may(session, 'retryDocument');
  const navigate = useNavigate({ from: '/messages' });
  useEffect(() => rememberFilters(filters));
  const change = (next: FilterChange, how?: { readonly replace: boolean }) =>
    void navigate({ search: (search) => ({ ...search, ...next }) as MessageFilters, replace: how?.replace ?? false });
  const clear = () => void navigate({ search: {} });
  const empty = none ? (
    <NoPartner mayAdd={mayAdd} />
  ) : isNarrowed(filters) ? (
    <Nothing
      icon={<IconFilterOff size={20} stroke={1.7} />}
      title="No document fits these filters"
      action={
        <Button variant="default" onClick={clear}>
          Remove all filters
        </Button>
      }
    >
      Take one away, or look in the other environment. The search finds what these begin with: purchase and sales
      orders, shipments, bills of lading, PROs, SSCCs, tracking, invoice and control numbers, file names and document
      ids{side === 'team' && '; and partners by name'}. Dashes, slashes and leading zeros do not matter.
    </Nothing>
  ) : (
    <Nothing
      icon={<IconInbox size={20} stroke={1.7} />}
      title="No documents yet"
      action={
        <Button variant="default" component="a" href="/docs" target="_blank">
          How to send the first one
        </Button>
      }
    >
      {environment === 'sandbox'
        ? 'Send a test document to POST /v1/inbox with a sandbox API key. It appears here the moment it arrives.'
        : 'Documents appear here the moment they arrive at POST /v1/inbox or leave for a partner.'}
    </Nothing>
  );
  return (
    <Page title="Messages">
      <Toolbar filters={filters} onChange={change} withPartners={side === 'team'} />
      <MessageList
        filters={filters}
        environment={environment}
        side={side}
        selectable={selectable}
        actions={(item) => <WorkActions session={session} items={[item]} look="menu" />}
        selection={(items, onClear) => <SelectionBar session={session} items={items} onClear={onClear} />}
        empty={empty}
      />
    </Page>
  );
}
