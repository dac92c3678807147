import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment, OdooConnection } from '../../lib/contract.ts';
import { useConnections } from './odoo-query.ts';

/** From a partner to its rules in Odoo; nothing where no Odoo is connected. */
export function OdooRulesLink({
  partnerId,
  environment,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
}) {
  const all = useConnections(environment).data?.connections ?? [];
  const worksWith = ({ partners }: OdooConnection) =>
    partners.some(({ id, elsewhere }) => id === partnerId && !elsewhere);
  const connection = all.find(worksWith) ?? all[0];
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
