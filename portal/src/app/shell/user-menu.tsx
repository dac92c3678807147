import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKeyboard, IconLogout, IconSelector, IconUserCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../../features/session/session.ts';
import type { Session } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { rolesText } from '../../lib/roles.ts';
import { openShortcuts } from './shortcuts.tsx';
import classes from './user-menu.module.css';

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Auto' },
] as const;

function initials(name: string): string {
  const words = name.split(/\s+/);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

/** Signs out and shows the sign-in. */
export function useLeave(): () => void {
  const signOut = useSignOut();
  const navigate = useNavigate();
  return () =>
    signOut.mutate(undefined, {
      onSuccess: () => void navigate({ to: '/sign-in' }),
      onError: (error) => {
        const { title, detail } = toProblem(error);
        notifications.show({ color: 'red', title, message: detail });
      },
    });
}

/** Who is signed in, how it should look, and the way out. */
export function UserMenu({ session }: { readonly session: Session }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useLeave();
  return (
    <Menu position="top-start" width={230} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.user}>
          <VisuallyHidden>{`Account of ${session.user.name} ${session.organization.name}`}</VisuallyHidden>
          <span className={classes.face} aria-hidden="true">
            {initials(session.user.name)}
          </span>
          <span className={classes.words} aria-hidden="true">
            <span className={classes.name}>{session.user.name}</span>{' '}
            <span className={classes.place}>{session.organization.name}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden="true" className={classes.selector} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <b>{session.user.email}</b>
          <span>
            {session.side === 'team' ? 'Integration team' : 'Partner'} · {rolesText(session.user.roles)}
          </span>
        </div>
        <Menu.Divider />
        <div className={classes.scheme}>
          <SegmentedControl
            fullWidth
            aria-label="Colour scheme"
            data={[...schemes]}
            value={colorScheme}
            onChange={setColorScheme}
          />
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={15} stroke={1.7} />}
          renderRoot={(props) => <Link to="/account" {...props} />}
        >
          My account
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} stroke={1.7} />} onClick={openShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.7} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
