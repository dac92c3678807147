import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';

/** No screen has this address. */
export function NotFoundPage() {
  return (
    <Page title="No such page">
      <Nothing
        icon={<IconMapOff size={20} stroke={1.7} />}
        title="No screen has this address"
        action={
          <Button variant="default" component={Link} to="/messages">
            Go to the messages
          </Button>
        }
      >
        The link may be cut off or from an older version. Search for the document by its number instead.
      </Nothing>
    </Page>
  );
}
