import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconAlertTriangle,
  IconBook2,
  IconBuildingWarehouse,
  IconHome,
  IconInbox,
  IconKeyboard,
  IconLayoutDashboard,
  IconLogout,
  IconPlugConnected,
  IconSearch,
  IconStack2,
  IconUserCircle,
  IconUserCog,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePaletteSearch } from '../../features/messages/palette-search.ts';
import type { Session } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { DirectionMark } from '../../ui/small.tsx';
import { environmentWords, useSwitchEnvironment } from './environment-switch.tsx';
import classes from './palette.module.css';
import { paletteStore } from './palette-store.ts';
import { useSchemeActions } from './scheme-actions.tsx';
import { openShortcuts } from './shortcuts.tsx';
import { useLeave } from './user-menu.tsx';

const icon = (Mark: typeof IconInbox) => <Mark size={16} stroke={1.7} />;

function useJumps(session: Session): SpotlightActionData[] {
  const navigate = useNavigate();
  const team = session.side === 'team';
  return [
    ...(team
      ? [
          {
            id: 'overview',
            label: 'Overview',
            leftSection: icon(IconLayoutDashboard),
            onClick: () => void navigate({ to: '/' }),
          },
        ]
      : [{ id: 'home', label: 'Home', leftSection: icon(IconHome), onClick: () => void navigate({ to: '/' }) }]),
    {
      id: 'messages',
      label: 'Messages',
      leftSection: icon(IconInbox),
      onClick: () => void navigate({ to: '/messages' }),
    },
    {
      id: 'attention',
      label: 'Messages that need attention',
      leftSection: icon(IconInbox),
      onClick: () => void navigate({ to: '/messages', search: { outcome: 'attention' } }),
    },
    team
      ? {
          id: 'partners',
          label: 'Partners',
          leftSection: icon(IconUsersGroup),
          onClick: () => void navigate({ to: '/partners' }),
        }
      : {
          id: 'organisation',
          label: 'My organisation',
          leftSection: icon(IconBuildingWarehouse),
          onClick: () => void navigate({ to: '/organisation' }),
        },
    ...(team
      ? [
          {
            id: 'cases',
            label: 'Cases',
            leftSection: icon(IconAlertTriangle),
            onClick: () => void navigate({ to: '/cases' }),
          },
          {
            id: 'odoo',
            label: 'Odoo',
            leftSection: icon(IconPlugConnected),
            onClick: () => void navigate({ to: '/odoo' }),
          },
          {
            id: 'queues',
            label: 'Queues',
            leftSection: icon(IconStack2),
            onClick: () => void navigate({ to: '/tools/queues' }),
          },
        ]
      : []),
    {
      id: 'people',
      label: 'People and keys',
      leftSection: icon(IconUserCog),
      onClick: () => void navigate({ to: '/people' }),
    },
    {
      id: 'account',
      label: 'My account: password and sessions',
      leftSection: icon(IconUserCircle),
      onClick: () => void navigate({ to: '/account' }),
    },
    {
      id: 'docs',
      label: 'API docs',
      leftSection: icon(IconBook2),
      onClick: () => void navigate({ to: '/tools/docs' }),
    },
  ];
}

function useCommands(session: Session): SpotlightActionData[] {
  const current = useEnvironment();
  const switchTo = useSwitchEnvironment();
  const schemes = useSchemeActions();
  const leave = useLeave();
  const others = session.environments.filter((environment) => environment !== current);
  return [
    ...others.map((environment) => ({
      id: `environment-${environment}`,
      label: `Switch to ${environmentWords[environment].label.toLowerCase()}`,
      leftSection: icon(environmentWords[environment].icon),
      onClick: () => switchTo(environment),
    })),
    ...schemes,
    { id: 'shortcuts', label: 'Keyboard shortcuts', leftSection: icon(IconKeyboard), onClick: openShortcuts },
    { id: 'sign-out', label: 'Sign out', leftSection: icon(IconLogout), onClick: leave },
  ];
}

/** Documents arrive after the words were typed and would leave nothing chosen for Enter. */
function useFirstChosen(found: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found is what moves the actions
  useEffect(() => {
    const actions = document.querySelectorAll('[data-palette] .mantine-Spotlight-action');
    for (const action of actions) action.removeAttribute('data-selected');
    actions[0]?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: actions.length === 0 ? -1 : 0, empty: false }));
  }, [found]);
}

/** Jump anywhere, run a command, or find a document, from the keyboard. */
export function Palette({ session }: { readonly session: Session }) {
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 180);
  const found = usePaletteSearch(settled);
  useFirstChosen(found);
  const jumps = useJumps(session);
  const commands = useCommands(session);
  const documents: SpotlightActionData[] = found.map((message) => ({
    id: message.id,
    label: `${message.sets.map((set) => set.code).join(' ')} ${message.subjects[0] ?? message.fileName ?? message.id}`,
    description: `${message.partner.name} · ${message.headline ?? ''}`,
    // The hub has matched it already, by numbers that may not be in the label.
    keywords: [words],
    leftSection: <DirectionMark direction={message.direction} />,
    onClick: () => void navigate({ to: '/messages/$documentId', params: { documentId: message.id } }),
  }));
  const groups: SpotlightActionGroupData[] = [
    { group: 'Documents', actions: documents },
    { group: 'Go to', actions: jumps },
    { group: 'Commands', actions: commands },
  ];
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      store={paletteStore}
      data-palette
      attributes={{ content: { 'aria-label': 'Search or jump to' } }}
      query={words}
      onQueryChange={setWords}
      shortcut={['mod + K']}
      nothingFound="Nothing has this name or number"
      highlightQuery
      scrollable
      maxHeight={420}
      radius="lg"
      yOffset="14vh"
      overlayProps={{ backgroundOpacity: 0.18, blur: 2 }}
      classNames={{
        content: classes.content ?? '',
        action: classes.action ?? '',
        actionsGroup: classes.group ?? '',
        actionDescription: classes.description ?? '',
        actionSection: classes.section ?? '',
        search: classes.search ?? '',
      }}
      searchProps={{
        leftSection: <IconSearch size={17} stroke={1.7} />,
        placeholder: 'Order, shipment, control number, or a command',
        'aria-label': 'Search or jump to',
      }}
    />
  );
}
