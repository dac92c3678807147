import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../lib/api.ts';
import type { Delivery, Message, Session } from '../../lib/contract.ts';
import { StepWords, toneOf } from '../../ui/outcome.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './next-step.module.css';
import { isQuarantined, TranslateAgain } from './translate-again.tsx';
import type { ViewControl } from './use-view.ts';

const stuckStates: readonly Delivery['state'][] = ['refused', 'held', 'failed'];

/** Deliveries to Odoo that wait for a person. */
export function stuckDeliveries(message: Message): readonly Delivery[] {
  return message.events.flatMap(({ deliveries }) => deliveries.filter(({ state }) => stuckStates.includes(state)));
}

/** Tries every stuck delivery of the document again. */
function RetryAll({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      for (const { id } of deliveries) {
        const { error } = await client.POST('/v1/deliveries/{deliveryId}/retry', {
          params: { path: { deliveryId: id } },
        });
        if (error !== undefined) throw error;
      }
      notifications.show({
        title: 'Trying again',
        message: 'Each delivery keeps its key, so nothing is applied twice.',
      });
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['get', '/v1/messages/{documentId}'] });
    }
  };
  return (
    <Button leftSection={<IconRefresh size={15} stroke={1.8} />} loading={busy} onClick={() => void start()}>
      {deliveries.length === 1 ? 'Try again' : `Try all ${deliveries.length} again`}
    </Button>
  );
}

interface NextStepProps {
  readonly message: Message;
  readonly side: Session['side'];
  readonly mayRetry: boolean;
  readonly control: ViewControl;
}

/** First of all on a document: the reason, whose turn it is, and the way on; the same words as in the list. Nothing where the header says it all. */
export function NextStep({ message, side, mayRetry, control }: NextStepProps) {
  const { step, partner } = message;
  if (!hasBand(message)) return null;
  const stuck = stuckDeliveries(message);
  const { finding } = step;
  const show = () => {
    if (finding !== undefined)
      control.select({ kind: 'bytes', range: [finding.start, finding.end] }, { tab: 'document' });
  };
  return (
    <section className={classes.band} aria-label="Next step">
      <div className={classes.step} data-tone={toneOf(step)}>
        <p className={classes.words}>
          <StepWords step={step} partner={partner.name} side={side} />
        </p>
        <div className={classes.actions}>
          {finding !== undefined && (
            <Button variant="default" onClick={show}>
              Show the finding
            </Button>
          )}
          {mayRetry && isQuarantined(message) && <TranslateAgain documentId={message.id} />}
          {mayRetry && stuck.length > 0 && <RetryAll deliveries={stuck} />}
        </div>
      </div>
    </section>
  );
}

/** Whether the first line stands in a band of its own. */
export const hasBand = ({ step }: Message): boolean =>
  step.turn !== 'nobody' || step.state === 'refusal' || step.state === 'findings';
