import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useMatches } from '@tanstack/react-router';
import type { Session } from '../../lib/contract.ts';
import { cx } from '../../lib/cx.ts';
import { Logo } from '../../ui/logo.tsx';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { LiveState } from './live-state.tsx';
import { modKey } from './mod-key.ts';
import { type ListedPage, useListedPages } from './page-info.ts';
import { palette } from './palette-store.ts';
import classes from './side-bar.module.css';
import { UserMenu } from './user-menu.tsx';

function PlaceLink({
  page: { path, label, icon: Mark },
  isAround,
}: {
  readonly page: ListedPage;
  /** What is on screen is found under it. */
  readonly isAround: boolean;
}) {
  return (
    <Link
      to={path}
      className={cx(classes.item, isAround && classes.around)}
      activeOptions={{ exact: path === '/', includeSearch: false }}
    >
      <Mark size={16} stroke={1.7} aria-hidden="true" />
      {label}
    </Link>
  );
}

/** Where a person may go, which differs between the integration team and a partner. */
export function SideBar({ session }: { readonly session: Session }) {
  const listed = useListedPages(session);
  const around = useMatches({ select: (matches) => matches.at(-1)?.staticData.page?.within?.[session.side] });
  const linksIn = (place: ListedPage['in']) =>
    listed
      .filter((page) => page.in === place)
      .map((page) => <PlaceLink key={page.path} page={page} isAround={page.path === around} />);
  return (
    <div className={classes.bar}>
      <div className={classes.head}>
        <Logo />
        <LiveState />
      </div>
      <EnvironmentSwitch environments={session.environments} />
      <UnstyledButton className={classes.search} onClick={() => palette.open()}>
        <IconSearch size={15} stroke={1.8} aria-hidden="true" />
        Search or jump to
        <Kbd>{modKey} K</Kbd>
      </UnstyledButton>
      <nav aria-label="Main" className={classes.nav}>
        {linksIn('main')}
      </nav>
      <nav aria-label="Tools" className={classes.nav}>
        {linksIn('tools')}
      </nav>
      <UserMenu session={session} />
    </div>
  );
}
