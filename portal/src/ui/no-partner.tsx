import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Nothing } from './states.tsx';

/** Leads to the form that adds a partner. */
export function AddPartnerButton() {
  return (
    <Button
      flex="none"
      leftSection={<IconPlus size={14} />}
      renderRoot={(props) => <Link to="/partners/new" {...props} />}
    >
      Add partner
    </Button>
  );
}

/** A hub without partners: the one next step. */
export function NoPartner({ mayAdd }: { readonly mayAdd: boolean }) {
  return (
    <Nothing
      icon={<IconUsersGroup size={20} stroke={1.7} />}
      title="No partner yet"
      action={mayAdd && <AddPartnerButton />}
    >
      {mayAdd ? (
        <>
          Create one from a template, or import a folder where the hub runs:{' '}
          <code>crossdock partner import FOLDER --create</code>
        </>
      ) : (
        'An admin or integrator of the team adds the first one.'
      )}
    </Nothing>
  );
}
