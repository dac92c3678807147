import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment } from '../../lib/contract.ts';
import { useConnections } from './odoo-query.ts';

/** From a partner to its rules in Odoo; nothing where no Odoo is connected. */
export function OdooRulesLink({
  partnerId,
  environment,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
}) {
  const [connection] = useConnections(environment).data?.connections ?? [];
  if (connection === undefined) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPlugConnected size={15} stroke={1.8} />}
      renderRoot={(props) => (
        <Link
          to="/odoo/$connectionId"
          params={{ connectionId: connection.id }}
          search={{ partner: partnerId }}
          {...props}
        />
      )}
    >
      Rules in Odoo
    </Button>
  );
}
