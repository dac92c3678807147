import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { GoLive } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './go-live.module.css';
import { useGoLiveChanges } from './go-live-query.ts';
import { WithReason } from './with-reason.tsx';

/** That production is held, why, and until what. */
export function HoldBanner({
  of,
  mayResume,
  isTeam,
}: {
  readonly of: GoLive;
  readonly mayResume: boolean;
  readonly isTeam: boolean;
}) {
  const { resume } = useGoLiveChanges(of.partner.id);
  const run = useMutation({ mutationFn: resume, onError: tellProblem });
  const { hold } = of;
  if (!hold) return null;
  const whose = isTeam ? 'What it sends' : 'What you send';
  return (
    <section className={classes.banner} data-tone="amber" aria-label="Production is held">
      <div className={classes.words}>
        <b>{hold.kind === 'suspended' ? 'Production is suspended' : 'This partner has left'}</b>
        <p>
          {hold.reason} Since <RelativeTime at={hold.since} />, by {hold.by}.{' '}
          {hold.kind === 'suspended' &&
            `${whose} is stored and acknowledged as agreed, and not acted on; it goes on by itself when production is resumed.`}
        </p>
      </div>
      {mayResume && hold.kind === 'suspended' && (
        <Button size="xs" loading={run.isPending} onClick={() => run.mutate()}>
          Resume production
        </Button>
      )}
    </section>
  );
}

/** Holding a partner's production, and ending the work with it. */
export function HoldActions({
  of,
  maySuspend,
  mayEnd,
}: {
  readonly of: GoLive;
  readonly maySuspend: boolean;
  readonly mayEnd: boolean;
}) {
  const { suspend, offBoard } = useGoLiveChanges(of.partner.id);
  const [open, setOpen] = useState<'suspend' | 'off-board'>();
  const close = () => setOpen(undefined);
  if (of.hold?.kind === 'off-boarded') return null;
  return (
    <>
      {maySuspend && !of.hold && (
        <Button variant="default" size="xs" onClick={() => setOpen('suspend')}>
          Suspend production
        </Button>
      )}
      {mayEnd && (
        <Button variant="default" color="red" size="xs" onClick={() => setOpen('off-board')}>
          Off-board
        </Button>
      )}
      {open === 'suspend' && (
        <WithReason
          title={`Suspend ${of.partner.name}`}
          label="Suspend production"
          ask="Why? The partner reads it."
          onClose={close}
          work={suspend}
        >
          <p>
            What it sends is stored and acknowledged as agreed, and not applied. What is for it waits. Both go on when
            you resume.
          </p>
        </WithReason>
      )}
      {open === 'off-board' && (
        <WithReason
          title={`Off-board ${of.partner.name}`}
          label="Off-board"
          ask="Why? The partner reads it."
          name={of.partner.name}
          onClose={close}
          work={(reason, name) => offBoard(name, reason)}
        >
          <p>
            API keys are revoked, channels stopped and their secrets removed, and nobody of the partner can sign in.
            Documents and the audit trail stay. This is not taken back.
          </p>
        </WithReason>
      )}
    </>
  );
}
