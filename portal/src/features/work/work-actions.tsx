import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCircleCheck, IconDots, IconNote, IconRefresh, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import type { Session } from '../../lib/contract.ts';
import { may } from '../../lib/roles.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { NoteDialog } from './note-dialog.tsx';
import { NotesDialog } from './notes-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { useWork, type WorkVerbs } from './work-query.ts';

interface WorkActionsProps {
  readonly session: Session;
  readonly items: readonly WorkItem[];
  /** `buttons` where there is room; `menu` in a row. */
  readonly look: 'buttons' | 'menu';
  readonly onDone?: () => void;
}

const icon = { size: 15, stroke: 1.8 };
const withCount = (label: string, count: number, all: number): string => (all > 1 ? `${label} (${count})` : label);

/** Whom cases can be given to: oneself first, then the colleagues who can sign in. */
function People({
  session,
  items,
  verbs,
}: {
  readonly session: Session;
  readonly items: readonly WorkItem[];
  readonly verbs: WorkVerbs;
}) {
  const { user, organization } = session;
  const { data } = api.useQuery('get', '/v1/organizations/{organizationId}/users', {
    params: { path: { organizationId: organization.id } },
  });
  const others = (data?.users ?? []).filter(({ id, state }) => id !== user.id && state !== 'disabled');
  const isGiven = items.some(({ work }) => work.cases.some(({ assignee }) => assignee !== undefined));
  return (
    <>
      <Menu.Label>Give it to</Menu.Label>
      <Menu.Item onClick={() => void verbs.assign(items, user)}>Me</Menu.Item>
      {others.map((person) => (
        <Menu.Item key={person.id} onClick={() => void verbs.assign(items, person)}>
          {person.name}
        </Menu.Item>
      ))}
      {isGiven && <Menu.Item onClick={() => void verbs.assign(items, null)}>Nobody</Menu.Item>}
    </>
  );
}

/** What can be done about documents and cases that wait: try again, resolve with a cause, give to somebody, note. Nothing where the person may do none of it. */
export function WorkActions({ session, items, look, onDone }: WorkActionsProps) {
  const verbs = useWork();
  const [dialog, setDialog] = useState<'resolve' | 'notes'>();
  const retriable = may(session, 'retryDocument') ? items.filter(({ work }) => work.canRetry) : [];
  const withCases = may(session, 'updateCase') ? items.filter(({ work }) => work.cases.length > 0) : [];
  if (retriable.length === 0 && withCases.length === 0) return null;
  const retry = () => void verbs.retry(retriable).then(onDone);
  const again = retriable.every(({ work }) => work.isSetAside) ? 'Translate again' : 'Try again';
  const [first] = withCases;
  const noted = items.length === 1 ? first?.work.cases[0]?.id : undefined;
  const all = [...new Set(withCases.flatMap(({ work }) => work.cases.map(({ id }) => id)))];
  const close = () => {
    setDialog(undefined);
    onDone?.();
  };
  const dialogs = (
    <>
      {dialog === 'resolve' && <ResolveDialog items={withCases} verbs={verbs} onClose={close} />}
      {dialog === 'notes' && noted !== undefined && <NotesDialog caseId={noted} verbs={verbs} onClose={close} />}
      {dialog === 'notes' && noted === undefined && <NoteDialog caseIds={all} verbs={verbs} onClose={close} />}
    </>
  );
  if (look === 'menu')
    return (
      <>
        <Menu position="bottom-end" width={210} withinPortal>
          <Menu.Target>
            <ActionIcon size={26} loading={verbs.busy} aria-label={`Actions for ${items[0]?.name ?? 'this'}`}>
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {retriable.length > 0 && (
              <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={retry}>
                {again}
              </Menu.Item>
            )}
            {withCases.length > 0 && (
              <>
                <Menu.Item leftSection={<IconCircleCheck {...icon} />} onClick={() => setDialog('resolve')}>
                  Resolve…
                </Menu.Item>
                <Menu.Item leftSection={<IconNote {...icon} />} onClick={() => setDialog('notes')}>
                  Notes…
                </Menu.Item>
                <Menu.Divider />
                <People session={session} items={withCases} verbs={verbs} />
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {dialogs}
      </>
    );
  const assignee = first?.work.cases[0]?.assignee;
  return (
    <>
      {retriable.length > 0 && (
        <Button leftSection={<IconRefresh {...icon} />} loading={verbs.busy} onClick={retry}>
          {withCount(again, retriable.length, items.length)}
        </Button>
      )}
      {withCases.length > 0 && (
        <>
          <Button variant="default" leftSection={<IconCircleCheck {...icon} />} onClick={() => setDialog('resolve')}>
            {withCount('Resolve…', withCases.length, items.length)}
          </Button>
          <Menu position="bottom-start" width={210} withinPortal>
            <Menu.Target>
              <Button variant="default" leftSection={<IconUserPlus {...icon} />}>
                {items.length === 1 && assignee !== undefined ? assignee.name : 'Assign'}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <People session={session} items={withCases} verbs={verbs} />
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {all.length > 0 && (
        <Button variant="default" leftSection={<IconNote {...icon} />} onClick={() => setDialog('notes')}>
          {noted === undefined ? 'Note…' : 'Notes'}
        </Button>
      )}
      {dialogs}
    </>
  );
}
