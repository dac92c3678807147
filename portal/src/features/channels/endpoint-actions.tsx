import { Button, Modal } from '@mantine/core';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Endpoint, EndpointTest } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TestReport } from '../../ui/test-report.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './channels.module.css';
import { useEndpointChanges } from './channels-query.ts';
import { isUnused, maySetUp, type Reader } from './standing.ts';

interface ActionsProps {
  readonly endpoint: Endpoint;
  readonly partnerId: string;
  readonly reader: Reader;
}

const label = (verb: string, { name }: Endpoint) => `${verb} ${name}`;

function Toggle({ endpoint, partnerId }: ActionsProps) {
  const changes = useEndpointChanges(partnerId);
  const isPaused = endpoint.state === 'paused';
  const verb = isPaused ? 'Resume' : 'Pause';
  const toggle = useMutation({
    mutationFn: () => (isPaused ? changes.resume(endpoint) : changes.pause(endpoint)),
    onError: tellProblem,
  });
  return (
    <Button
      variant={isPaused ? 'filled' : 'default'}
      loading={toggle.isPending}
      aria-label={label(verb, endpoint)}
      onClick={() => toggle.mutate()}
    >
      {verb}
    </Button>
  );
}

function Remove({ endpoint, partnerId }: ActionsProps) {
  const changes = useEndpointChanges(partnerId);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => changes.remove(endpoint),
    onSuccess: () => void navigate({ to: '/channels' }),
  });
  return (
    <>
      <Button variant="subtle" color="red" aria-label={label('Remove', endpoint)} onClick={() => setAsking(true)}>
        Remove
      </Button>
      {isAsking && (
        <Modal opened onClose={() => setAsking(false)} title={`Remove ${endpoint.name}?`}>
          <div className={classes.form}>
            <ProblemList error={remove.error} />
            <p>
              Its settings and secrets are gone, and nothing is exchanged there any more. What went over it stays in the
              messages. This cannot be undone: pause it instead if it may be needed again.
            </p>
            <div className={classes.buttons}>
              <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                Remove it
              </Button>
              <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
                Keep it
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}

/** Of an endpoint of the sandbox, where the agreement is tried out: production follows with a release. */
function ExchangeAll({ endpoint, partnerId }: ActionsProps) {
  const changes = useEndpointChanges(partnerId);
  const exchange = useMutation({ mutationFn: () => changes.exchangeAll(endpoint), onError: tellProblem });
  return (
    <Button loading={exchange.isPending} onClick={() => exchange.mutate()}>
      Exchange all documents here
    </Button>
  );
}

type Test = UseMutationResult<EndpointTest, unknown, void>;

/** Tries an endpoint; the report stays until the next try. */
export function useTest(partnerId: string, endpoint: Endpoint): Test {
  const changes = useEndpointChanges(partnerId);
  return useMutation({ mutationFn: () => changes.test(endpoint) });
}

export function TestButton({ endpoint, test }: { readonly endpoint: Endpoint; readonly test: Test }) {
  return (
    <Button
      variant="default"
      loading={test.isPending}
      aria-label={label('Test', endpoint)}
      onClick={() => test.mutate()}
    >
      Test
    </Button>
  );
}

export function TestResult({ endpoint, test }: { readonly endpoint: Endpoint; readonly test: Test }) {
  return (
    <>
      {test.data !== undefined && <TestReport name={endpoint.name} report={test.data} />}
      <ProblemList error={test.error} />
    </>
  );
}

/** What the reader may do with an endpoint; what one may not do is not there. */
export function EndpointActions(props: ActionsProps & { readonly test: Test; readonly isWhole?: boolean }) {
  const { endpoint, reader, test, isWhole = false } = props;
  if (!reader.mayWork) return null;
  const isOwn = maySetUp(reader, endpoint);
  // To a mailbox of the API partners come by themselves: there is nothing to try and nothing to hold back.
  const isMailbox = endpoint.addresses.length > 0;
  return (
    <div className={classes.buttons}>
      {isUnused(endpoint) && endpoint.environment === 'sandbox' && endpoint.state === 'ready' && (
        <ExchangeAll {...props} />
      )}
      {!isMailbox && <TestButton endpoint={endpoint} test={test} />}
      {!isMailbox && isOwn && <Toggle {...props} />}
      {isOwn && (
        <Button
          variant="default"
          aria-label={label('Change', endpoint)}
          renderRoot={(of) => <Link to="/channels/$endpointId/settings" params={{ endpointId: endpoint.id }} {...of} />}
        >
          Change
        </Button>
      )}
      {isOwn && isWhole && <Remove {...props} />}
    </div>
  );
}
