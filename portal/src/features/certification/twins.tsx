import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Panel } from '../../ui/panel.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './certification.module.css';
import { useCertification, useCertificationChanges } from './certification-query.ts';
import type { Side } from './words.ts';

const offers = [
  { set: '204', partner: 'Tender me a load', team: 'Tender a load' },
  { set: '940', partner: 'Send me an order', team: 'Send an order' },
  { set: '943', partner: 'Send me an expected receipt', team: 'Send an expected receipt' },
] as const;

/** Has the twin send something over the partner's own channel of the sandbox; each begins a test, in which the answer is looked at. */
export function Twins({
  partnerId,
  side,
  partner,
}: {
  readonly partnerId: string;
  readonly side: Side;
  readonly partner: string | undefined;
}) {
  const { data } = useCertification(partnerId);
  const { start } = useCertificationChanges(partnerId);
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: start,
    onSuccess: ({ scenario, id }) =>
      void navigate({
        to: '/certification/$scenarioId',
        params: { scenarioId: scenario },
        search: { run: id, ...(partner !== undefined && { partner }) } as never,
      }),
    onError: tellProblem,
  });
  if (data === undefined) return null;
  const possible = offers.flatMap((offer) => {
    const document = data.documents.find(({ set, direction }) => set === offer.set && direction === 'out');
    const scenario = data.scenarios.find(
      ({ tier, documents }) => tier === 'must' && document !== undefined && documents.includes(document.key),
    );
    return scenario === undefined ? [] : [{ ...offer, scenario }];
  });
  return (
    <Panel
      title={side === 'partner' ? 'Have something sent to you' : 'Send something'}
      note="over the channel of the sandbox"
    >
      <div className={classes.twins}>
        {possible.length === 0 && (
          <p className={classes.faint}>
            Nothing that can be sent is agreed on in the sandbox: a 204, 940 or 943.{' '}
            <Link to="/certification">See the tests</Link>
          </p>
        )}
        {possible.map(({ set, scenario, ...words }) => (
          <div key={set}>
            <Button
              variant="default"
              leftSection={<IconSend size={15} aria-hidden="true" />}
              loading={begin.isPending && begin.variables === scenario.id}
              disabled={begin.isPending}
              onClick={() => begin.mutate(scenario.id)}
            >
              {words[side]}
            </Button>
            <span>
              {set}, as in the test “{scenario.title}”
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
