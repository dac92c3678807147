import { Kbd, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBook2,
  IconBuildingWarehouse,
  IconHome,
  IconInbox,
  IconLayoutDashboard,
  IconPlugConnected,
  IconSearch,
  IconStack2,
  IconUserCog,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../lib/contract.ts';
import { Logo } from '../../ui/logo.tsx';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { LiveState } from './live-state.tsx';
import { modKey } from './mod-key.ts';
import { palette } from './palette-store.ts';
import classes from './side-bar.module.css';
import { UserMenu } from './user-menu.tsx';

type Icon = typeof IconInbox;
const teamItems = [
  { to: '/', label: 'Overview', icon: IconLayoutDashboard },
  { to: '/messages', label: 'Messages', icon: IconInbox },
  { to: '/cases', label: 'Cases', icon: IconAlertTriangle },
  { to: '/partners', label: 'Partners', icon: IconUsersGroup },
  { to: '/odoo', label: 'Odoo', icon: IconPlugConnected },
  { to: '/people', label: 'People and keys', icon: IconUserCog },
] as const;
const partnerItems = [
  { to: '/', label: 'Home', icon: IconHome },
  { to: '/messages', label: 'Messages', icon: IconInbox },
  { to: '/organisation', label: 'My organisation', icon: IconBuildingWarehouse },
  { to: '/people', label: 'People and keys', icon: IconUserCog },
] as const;

function PlaceLink({ to, label, icon: Mark }: { readonly to: string; readonly label: string; readonly icon: Icon }) {
  return (
    <Link to={to} className={classes.item ?? ''} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Mark size={16} stroke={1.7} aria-hidden="true" />
      {label}
    </Link>
  );
}

/** Where a person may go, which differs between the integration team and a partner. */
export function SideBar({ session }: { readonly session: Session }) {
  const team = session.side === 'team';
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
        {(team ? teamItems : partnerItems).map(({ to, label, icon }) => (
          <PlaceLink key={to} to={to} label={label} icon={icon} />
        ))}
      </nav>
      <nav aria-label="Tools" className={classes.nav}>
        {team && <PlaceLink to="/tools/queues" label="Queues" icon={IconStack2} />}
        <PlaceLink to="/tools/docs" label="API docs" icon={IconBook2} />
      </nav>
      <UserMenu session={session} />
    </div>
  );
}
