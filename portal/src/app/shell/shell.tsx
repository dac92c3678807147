import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { useLivePartners } from '../../lib/live-partners.ts';
import { useStream } from '../../lib/stream.ts';
import { Logo } from '../../ui/logo.tsx';
import { LiveState } from './live-state.tsx';
import { Palette } from './palette.tsx';
import { SessionEnded } from './session-ended.tsx';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { SideBar } from './side-bar.tsx';

/** The frame around every screen: who you are, where you may go, which environment you look at. */
export function Shell() {
  useStream();
  useLivePartners();
  const session = useSession();
  const environment = useEnvironment();
  const [menuOpen, menu] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes because the path changed
  useEffect(() => menu.close(), [path]);
  return (
    <div className={classes.shell} data-environment={environment}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      {environment === 'sandbox' && <div className={classes.stripes} aria-hidden="true" />}
      <aside className={classes.side} aria-label="Places and account">
        <SideBar session={session} />
      </aside>
      <header className={classes.top}>
        <ActionIcon aria-label="Open the menu" onClick={menu.open}>
          <IconMenu2 size={18} stroke={1.7} />
        </ActionIcon>
        <Logo />
        {environment === 'sandbox' && <span className={classes.sandbox}>Sandbox</span>}
        <LiveState />
      </header>
      <Drawer
        opened={menuOpen}
        onClose={menu.close}
        size={264}
        withCloseButton={false}
        padding={0}
        title="Menu"
        classNames={{ header: classes.drawerHead, body: classes.drawer }}
      >
        <SideBar session={session} />
      </Drawer>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Palette session={session} />
      <Shortcuts side={session.side} />
      <SessionEnded />
    </div>
  );
}
