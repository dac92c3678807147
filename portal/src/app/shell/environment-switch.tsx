import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconFlask2, IconSelector, IconTruckLoading } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Environment } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import classes from './environment-switch.module.css';

export const environmentWords = {
  production: { label: 'Production', hint: 'Real traffic', icon: IconTruckLoading },
  sandbox: { label: 'Sandbox', hint: 'To try things; nothing real', icon: IconFlask2 },
} as const satisfies Record<Environment, unknown>;

/** Goes to the other environment, back to the list when a single document or endpoint is open: ids are never shared. */
export function useSwitchEnvironment(): (environment: Environment) => void {
  const navigate = useNavigate();
  const { documentId, endpointId } = useParams({ strict: false });
  return (env) => {
    if (documentId !== undefined) void navigate({ to: '/messages', search: { env } });
    else if (endpointId !== undefined) void navigate({ to: '/channels', search: { env } });
    else void navigate({ to: '.', search: (search) => ({ ...search, env }) });
  };
}

/** Names the environment that everything on screen belongs to, and switches it. */
export function EnvironmentSwitch({ environments }: { readonly environments: readonly Environment[] }) {
  const current = useEnvironment();
  const switchTo = useSwitchEnvironment();
  const { label, hint, icon: Mark } = environmentWords[current];
  return (
    <Menu position="bottom-start" width={206} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.switch}
          data-environment={current}
          aria-label={`Environment: ${label} ${hint}`}
        >
          <span className={classes.icon}>
            <Mark size={16} stroke={1.8} aria-hidden="true" />
          </span>
          <span className={classes.words}>
            <span className={classes.label}>{label}</span> <span className={classes.hint}>{hint}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden="true" className={classes.selector} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Show</Menu.Label>
        {environments.map((environment) => {
          const words = environmentWords[environment];
          return (
            <Menu.Item
              key={environment}
              leftSection={<words.icon size={15} stroke={1.7} />}
              rightSection={environment === current ? <IconCheck size={15} /> : null}
              onClick={() => switchTo(environment)}
            >
              {words.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
