import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Environment } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useOverview } from './overview-query.ts';

/** What concerns the hub or a partner as a whole and waits for a person; nothing while all is well. */
export function Warnings({ environment }: { readonly environment: Environment }) {
  const warnings = useOverview(environment).data?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <Stack gap="xs" role="region" aria-label="Warnings">
      {warnings.map(({ code, title, detail, since }) => (
        <Alert key={`${code} ${since}`} color="yellow" icon={<IconAlertTriangle />} title={title}>
          {detail} <RelativeTime at={since} />
        </Alert>
      ))}
    </Stack>
  );
}
