import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Endpoint } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './webhooks.module.css';
import { useWebhookChanges, type WebhookAt } from './webhooks-query.ts';

/** The secrets that sign, and their rotation: make a further one, let the other side take it up, retire the former ones. */
export function SecretsPanel({ at, endpoint }: { readonly at: WebhookAt; readonly endpoint: Endpoint }) {
  const changes = useWebhookChanges(at);
  const [isAsking, setAsking] = useState(false);
  const add = useMutation({ mutationFn: changes.addSecret, onError: tellProblem });
  const retire = useMutation({ mutationFn: changes.retireSecrets, onSuccess: () => setAsking(false) });
  const since = Object.values(endpoint.secretsSince).toSorted().at(-1);
  return (
    <Panel title="Signing secrets">
      <div className={classes.test}>
        <p>
          {since !== undefined && (
            <>
              Last changed <RelativeTime at={since} />.{' '}
            </>
          )}
          To change over: make a further one, give it to the system that receives, then retire the former ones. Until
          then all of them sign.
        </p>
        <div className={classes.buttons}>
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
            Make a further one
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            Retire the former ones
          </Button>
        </div>
      </div>
      {add.data !== undefined && (
        <SecretOnce title="A further signing secret" secret={add.data.secret} label="secret" onClose={add.reset}>
          <p>
            It is shown only now. The system that receives checks signatures with it as well as with the former one.
          </p>
        </SecretOnce>
      )}
      {isAsking && (
        <Modal opened onClose={() => setAsking(false)} title="Retire the former secrets?">
          <div className={classes.form}>
            <ProblemList error={retire.error} />
            <p>
              Only the newest one signs from now on. A system that does not know it refuses every event. This cannot be
              undone.
            </p>
            <div className={classes.buttons}>
              <Button color="red" loading={retire.isPending} onClick={() => retire.mutate()}>
                Retire them
              </Button>
              <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
                Keep them
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </Panel>
  );
}
