import { Tabs } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Message, Session } from '../../lib/contract.ts';
import { countFindings, heaviest, totalsOf } from './findings.ts';
import classes from './message-tabs.module.css';
import { AuditTab } from './tabs/audit-tab.tsx';
import { DocumentTab } from './tabs/document-tab.tsx';
import { EventsTab } from './tabs/events-tab.tsx';
import { OdooTab } from './tabs/odoo-tab.tsx';
import { RawTab } from './tabs/raw-tab.tsx';
import { TransportTab } from './tabs/transport-tab.tsx';
import { Trace } from './trace/trace.tsx';
import { useView, type ViewControl } from './use-view.ts';
import { type TabKey, tabs } from './view.ts';

interface MessageTabsProps {
  readonly message: Message;
  readonly side: Session['side'];
  readonly mayRetry: boolean;
}

const names: Readonly<Record<TabKey, string>> = {
  trace: 'Trace',
  document: 'Document',
  raw: 'Raw',
  events: 'Events',
  odoo: 'Odoo',
  transport: 'Transport',
  audit: 'Audit',
};

/** What is done in the company's own system is the team's to see. */
const teamOnly: ReadonlySet<TabKey> = new Set(['trace', 'odoo']);
const tabsOf = (side: Session['side']): readonly TabKey[] =>
  side === 'team' ? tabs : tabs.filter((tab) => !teamOnly.has(tab));

/** The trace is worth the first look when there is something to trace; else the document with its findings is. */
function startTab(message: Message, side: Session['side']): TabKey {
  return side === 'team' && message.events.length > 0 && message.outcome !== 'rejected' ? 'trace' : 'document';
}

/** How much there is behind each tab; with `+` where only the first of it came with the message. */
function counts(message: Message): Partial<Record<TabKey, string>> {
  const writes = message.events.reduce(
    (sum, event) => sum + event.deliveries.reduce((all, delivery) => all + delivery.writeCount, 0),
    0,
  );
  const all: Partial<Record<TabKey, number>> = {
    document: countFindings(totalsOf(message)),
    events: message.eventCount,
    odoo: writes,
    audit: message.auditCount,
  };
  const isCut = message.eventCount > message.events.length;
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, count]) => count > 0)
      .map(([tab, count]) => [tab, `${count}${tab === 'odoo' && isCut ? '+' : ''}`]),
  );
}

function panel(tab: TabKey, { message, mayRetry }: MessageTabsProps, control: ViewControl): ReactNode {
  switch (tab) {
    case 'trace':
      return <Trace message={message} control={control} />;
    case 'document':
      return <DocumentTab message={message} control={control} />;
    case 'raw':
      return <RawTab message={message} />;
    case 'events':
      return <EventsTab message={message} control={control} />;
    case 'odoo':
      return <OdooTab message={message} control={control} mayRetry={mayRetry} />;
    case 'transport':
      return <TransportTab message={message} />;
    case 'audit':
      return <AuditTab message={message} />;
  }
}

/** Everything there is to see of a document, one thing at a time; the tab stands in the address. */
export function MessageTabs(props: MessageTabsProps) {
  const control = useView();
  const { message, side } = props;
  const shown = tabsOf(side);
  const wanted = control.view.tab;
  const current = wanted !== undefined && shown.includes(wanted) ? wanted : startTab(message, side);
  const numbers = counts(message);
  useHotkeys(shown.map((tab, index) => [String(index + 1), () => control.openTab(tab)]));
  return (
    <Tabs
      value={current}
      onChange={(tab) => control.openTab(tab as TabKey)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, tab: classes.tab, panel: classes.panel }}
    >
      <Tabs.List aria-label="Views of the document">
        {shown.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {names[tab]}
            {numbers[tab] !== undefined && (
              <span className={classes.count} data-tone={tab === 'document' ? heaviest(message) : undefined}>
                {numbers[tab]}
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          {panel(tab, props, control)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
