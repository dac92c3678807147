import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../lib/api.ts';
import type { Delivery, Message, Session } from '../../lib/contract.ts';
import { tellProblem } from '../../ui/undo.tsx';
import { findingsOf, heaviestFirst } from './findings.ts';
import classes from './next-step.module.css';
import { isQuarantined, TranslateAgain } from './translate-again.tsx';
import type { ViewControl } from './use-view.ts';

const stuckStates: readonly Delivery['state'][] = ['refused', 'held', 'failed'];

interface Step {
  readonly tone: 'amber' | 'red' | 'accent' | 'slate';
  /** `Your turn`, or whose. */
  readonly turn: string;
  readonly reason: string;
  readonly next: string;
}

/** Deliveries to Odoo that wait for a person. */
export function stuckDeliveries(message: Message): readonly Delivery[] {
  return message.events.flatMap(({ deliveries }) => deliveries.filter(({ state }) => stuckStates.includes(state)));
}

/** Whether an acknowledgement of ours is written. */
const isAcknowledged = ({ ladder }: Message): boolean =>
  ladder.some(({ rung, state }) => (rung === 'functional-ack' || rung === 'ta1') && state === 'done');

/** What keeps the document from being done, whose turn it is, and what that one does; undefined where nobody has to do anything. */
export function stepOf(message: Message, side: Session['side']): Step | undefined {
  const { outcome, partner, direction } = message;
  const team = side === 'team';
  const ours = team ? 'Your turn' : 'Their turn';
  const theirs = team ? `${partner.name}'s turn` : 'Your turn';
  const worst = heaviestFirst(findingsOf(message))[0];
  const weighty = worst !== undefined && worst.level !== 'note' ? worst : undefined;
  const reason = message.headline ?? '';
  if (outcome === 'rejected')
    return {
      ...{ tone: 'red', turn: theirs, reason: weighty?.explanation ?? reason },
      next: team
        ? `${isAcknowledged(message) ? 'Our acknowledgement told them' : 'We sent no acknowledgement: tell them'}. They correct the document and send it again with a new control number.`
        : 'Correct the document and send it again with a new control number.',
    };
  if (outcome === 'attention') {
    const [stuck] = stuckDeliveries(message);
    return {
      ...{ tone: 'amber', turn: ours, reason: stuck?.reason ?? weighty?.explanation ?? reason },
      next: stuck === undefined ? 'Look at the case.' : 'Mend the cause, then try again: nothing is applied twice.',
    };
  }
  if (outcome === 'waiting' && direction === 'out')
    return {
      ...{ tone: 'slate', turn: theirs, reason },
      next: team ? 'They collect it and acknowledge it.' : 'Collect it and acknowledge it with a 997 or 999.',
    };
  if (outcome === 'done' && weighty !== undefined)
    return {
      ...{ tone: 'amber', turn: 'Taken, with findings', reason: weighty.explanation },
      next: 'It was taken as it stands. Check what it says, and have the sender mend it at the source.',
    };
  return undefined;
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

/** First of all on a document: the reason, whose turn it is, and the way on. */
export function NextStep({ message, side, mayRetry, control }: NextStepProps) {
  const step = stepOf(message, side);
  if (step === undefined) return null;
  const stuck = stuckDeliveries(message);
  const first = heaviestFirst(findingsOf(message)).find(
    ({ level, offset }) => level !== 'note' && offset !== undefined,
  );
  const show = () => {
    const { offset = 0, end = offset } = first ?? {};
    control.select({ kind: 'bytes', range: [offset, end] }, { tab: 'document' });
  };
  return (
    <section className={classes.band} aria-label="Next step">
      <div className={classes.step} data-tone={step.tone}>
        <p className={classes.words}>
          <b className={classes.turn}>{step.turn}</b> <span className={classes.reason}>{step.reason}</span>{' '}
          <span className={classes.next}>{step.next}</span>
        </p>
        <div className={classes.actions}>
          {first !== undefined && (
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
