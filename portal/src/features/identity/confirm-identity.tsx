import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { As2Identity } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './identity.module.css';
import type { IdentityChanges } from './identity-query.ts';

interface ConfirmProps {
  readonly identity: As2Identity;
  readonly changes: IdentityChanges;
  readonly onClose: () => void;
}

function Confirm({
  title,
  label,
  run,
  children,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly run: () => Promise<void>;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const doing = useMutation({ mutationFn: run, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title}>
      <div className={classes.form}>
        <ProblemList error={doing.error} />
        <p>{children}</p>
        <div className={classes.buttons}>
          <Button color="red" loading={doing.isPending} onClick={() => doing.mutate()}>
            {label}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            Leave it
          </Button>
        </div>
      </div>
    </Modal>
  );
}

export function ConfirmSwitch({ identity, changes, onClose }: ConfirmProps) {
  return (
    <Confirm
      title={`Sign with ${identity.name} from now on?`}
      label="Switch to it"
      run={() => changes.switchTo(identity)}
      onClose={onClose}
    >
      Partners who have not put the new certificate in yet refuse what we send. Rehearse it with each of them first.
      What they encrypt for the present one is still opened until that is retired.
    </Confirm>
  );
}

export function ConfirmRetire({ identity, changes, onClose }: ConfirmProps) {
  return (
    <Confirm
      title={`Retire ${identity.name}?`}
      label="Retire it"
      run={() => changes.retire(identity)}
      onClose={onClose}
    >
      What partners still encrypt for it cannot be opened any more, and is refused. This cannot be undone.
    </Confirm>
  );
}
