import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ApiKey } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './keys.module.css';
import type { KeyChanges } from './keys-query.ts';

/** Asks before a key opens nothing any more. */
export function ConfirmRevoke({
  apiKey,
  changes,
  onClose,
}: {
  readonly apiKey: ApiKey;
  readonly changes: KeyChanges;
  readonly onClose: () => void;
}) {
  const revoke = useMutation({ mutationFn: changes.revoke, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Revoke ${apiKey.name}?`} centered>
      <div className={classes.form}>
        <ProblemList error={revoke.error} />
        <p>
          Whatever calls with <span className={classes.code}>{apiKey.prefix}…</span> is refused from now on
          {apiKey.lastUsedAt === undefined ? '; it was never used' : ''}. This cannot be undone: create another key
          instead.
        </p>
        {apiKey.lastUsedAt !== undefined && (
          <p>
            It was last used <RelativeTime at={apiKey.lastUsedAt} />.
          </p>
        )}
        <div className={classes.buttons}>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(apiKey)}>
            Revoke
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
        </div>
      </div>
    </Modal>
  );
}
