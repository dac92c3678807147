import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Message, Session } from '../../lib/contract.ts';
import { StepWords, toneOf } from '../../ui/outcome.tsx';
import classes from './next-step.module.css';
import type { ViewControl } from './use-view.ts';

interface NextStepProps {
  readonly message: Message;
  readonly side: Session['side'];
  readonly control: ViewControl;
  /** What the reader can do about it. */
  readonly actions: ReactNode;
}

/** First of all on a document: the reason, whose turn it is, and the way on; the same words as in the list. Nothing where the header says it all. */
export function NextStep({ message, side, control, actions }: NextStepProps) {
  const { step, partner } = message;
  if (!hasBand(message)) return null;
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
          {actions}
        </div>
      </div>
    </section>
  );
}

/** Whether the first line stands in a band of its own. */
export const hasBand = ({ step }: Message): boolean =>
  step.turn !== 'nobody' || step.state === 'refusal' || step.state === 'findings';
