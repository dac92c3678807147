import { Button } from '@mantine/core';
import { IconDownload, IconScale } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OdooConnection, OdooDifference, Reconciliation } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellDone, tellProblem } from '../../ui/undo.tsx';
import classes from './odoo.module.css';
import { useAcceptance, useDifferences, useReconcile, useReconciliations } from './reconciliation-query.ts';

const isOpen = ({ state }: Reconciliation) => state === 'asked' || state === 'running';

/** Rounded down: 100 % is said of nothing that differs. */
const percent = (share: number) => `${Math.floor(share * 10_000) / 100} %`;

function Verdict({ of }: { readonly of: Reconciliation }) {
  if (isOpen(of))
    return (
      <Tag tone="slate" busy>
        Under way
      </Tag>
    );
  if (of.state === 'failed') return <Tag tone="red">Failed</Tag>;
  if (of.differ > 0) return <Tag tone="amber">{of.differ === 1 ? 'One difference' : `${of.differ} differences`}</Tag>;
  if (of.notApplied > 0) return <Tag tone="amber">{of.notApplied} not applied</Tag>;
  return of.compared === 0 ? <Tag tone="slate">Nothing new</Tag> : <Tag tone="green">All agree</Tag>;
}

function What({ of }: { readonly of: Reconciliation }) {
  if (isOpen(of)) return <>Odoo is being read.</>;
  if (of.state === 'failed') return <>{of.reason}</>;
  const accepted = of.accepted === 0 ? '' : ` ${of.accepted} more ${of.accepted === 1 ? 'is' : 'are'} accepted.`;
  if (of.compared === 0) return <>Nothing was written to Odoo since the one before, and nothing differs.{accepted}</>;
  const onwards = of.movedOn === 0 ? '' : `, ${of.movedOn} went on from there in Odoo`;
  return (
    <>
      {of.compared} compared, {of.agree} agree{onwards}
      {of.differ > 0 &&
        `, ${of.differ} ${of.differ === 1 ? 'differs' : 'differ'}: ${percent(of.accuracy)} in agreement`}
      .{accepted}
    </>
  );
}

/** What the hub has and Odoo has not, and how far the stock of each warehouse agrees. */
function Besides({ of }: { readonly of: Reconciliation }) {
  if (of.notApplied === 0 && of.stock.length === 0) return null;
  return (
    <ul className={`${classes.block} ${classes.besides}`} aria-label="Stock and what was not applied">
      {of.notApplied > 0 && (
        <li>
          {of.notApplied} {of.notApplied === 1 ? 'event was' : 'events were'} not applied and{' '}
          {of.notApplied === 1 ? 'waits' : 'wait'} for somebody: <Link to="/cases">the cases</Link>
        </li>
      )}
      {of.stock.map((one) => (
        <li key={`${one.partner.id} ${one.warehouse} ${one.snapshot}`}>
          Stock of {one.warehouse}: {percent(one.compared === 0 ? 1 : one.agree / one.compared)} agrees, {one.agree} of{' '}
          {one.compared} numbers of {one.partner.name}’s{' '}
          {one.documentId === undefined ? (
            one.snapshot
          ) : (
            <Link to="/messages/$documentId" params={{ documentId: one.documentId }}>
              {one.snapshot}
            </Link>
          )}
          , taken <RelativeTime at={one.asOf} />
        </li>
      ))}
    </ul>
  );
}

function DifferenceRow({
  of,
  accept,
}: {
  readonly of: OdooDifference;
  /** Absent for who may not. */
  readonly accept?: ((isAccepted: boolean) => Promise<void>) | undefined;
}) {
  const set = useMutation({
    mutationFn: (isAccepted: boolean) => accept?.(isAccepted) ?? Promise.resolve(),
    onError: tellProblem,
    onSuccess: (_, isAccepted) => {
      if (isAccepted) tellDone(`Accepted: ${of.recordName ?? of.model}`, () => accept!(false));
    },
  });
  return (
    <li className={classes.block}>
      <p className={of.accepted ? classes.faint : undefined}>{of.sentence}</p>
      {of.accepted ? (
        <p className={classes.hint}>
          Accepted by {of.accepted.by} <RelativeTime at={of.accepted.at} />
          {of.accepted.note !== undefined && `: ${of.accepted.note}`}{' '}
          {accept && (
            <Button variant="subtle" size="compact-xs" loading={set.isPending} onClick={() => set.mutate(false)}>
              Take back
            </Button>
          )}
        </p>
      ) : (
        <p className={classes.hint}>
          {of.fix}{' '}
          {of.documentId !== undefined && (
            <Link to="/messages/$documentId" params={{ documentId: of.documentId }} search={{ tab: 'odoo' }}>
              The message of {of.partner.name}
            </Link>
          )}{' '}
          {accept && (
            <Button
              variant="default"
              size="compact-xs"
              loading={set.isPending}
              aria-label={`Accept: ${of.sentence}`}
              onClick={() => set.mutate(true)}
            >
              Accept
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

function Differences({
  connectionId,
  of,
  mayAccept,
}: {
  readonly connectionId: string;
  readonly of: Reconciliation;
  readonly mayAccept: boolean;
}) {
  const accept = useAcceptance(connectionId, of.id);
  const { rows, isPending, more, isLoadingMore } = useDifferences(connectionId, of.id);
  if (isPending) return null;
  return (
    <>
      <ul aria-label="Differences">
        {rows.map((one) => (
          <DifferenceRow
            key={one.id}
            of={one}
            accept={mayAccept ? (isAccepted) => accept(one.id, isAccepted) : undefined}
          />
        ))}
      </ul>
      {more && (
        <p className={classes.block}>
          <Button variant="default" loading={isLoadingMore} onClick={more}>
            Show more
          </Button>
        </p>
      )}
    </>
  );
}

/** Whether Odoo holds what the hub wrote there: the last look, what differed, and a button for another. */
export function ReconciliationPanel({
  connection,
  mayAsk,
}: {
  readonly connection: OdooConnection;
  readonly mayAsk: boolean;
}) {
  const { data } = useReconciliations(connection.id);
  const reconcile = useReconcile(connection.id);
  const ask = useMutation({ mutationFn: reconcile, onError: tellProblem });
  const [chosen, setChosen] = useState<string>();
  const all = data?.reconciliations ?? [];
  const shown =
    all.find(({ id }) => id === chosen) ??
    all.find((one) => !isOpen(one) && (one.compared > 0 || one.stock.length > 0)) ??
    all[0];
  const running = all.some(isOpen);
  return (
    <Panel
      title="Do Odoo and the documents agree?"
      note="Read again every night at 02:00 UTC"
      action={
        mayAsk && (
          <span className={classes.buttons}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconScale size={14} stroke={1.8} />}
              loading={ask.isPending || running}
              onClick={() => ask.mutate('new')}
            >
              Compare what is new
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={ask.isPending || running}
              onClick={() => ask.mutate('everything')}
            >
              Compare everything
            </Button>
          </span>
        )
      }
    >
      {data !== undefined && all.length === 0 && (
        <p className={classes.block}>
          Not compared yet. Comparing reads in Odoo what was written and done there, and changes nothing.
        </p>
      )}
      {shown && (
        <>
          <div className={classes.block}>
            <p className={classes.cardHead}>
              <Verdict of={shown} />
              <span>
                <RelativeTime at={shown.finishedAt ?? shown.askedAt} />
              </span>
              {shown.state === 'done' && (
                <a
                  className={classes.report}
                  href={`/v1/odoo/${connection.id}/reconciliations/${shown.id}/report`}
                  download
                >
                  <IconDownload size={14} stroke={1.8} aria-hidden="true" /> Signed report
                </a>
              )}
            </p>
            <p>
              <What of={shown} />
            </p>
          </div>
          {shown.state === 'done' && <Besides of={shown} />}
          {shown.differ + shown.accepted > 0 && (
            <Differences connectionId={connection.id} of={shown} mayAccept={mayAsk} />
          )}
        </>
      )}
      {all.length > 1 && (
        <details className={classes.block}>
          <summary>Earlier ones</summary>
          <ul>
            {all.map((one) => (
              <li key={one.id} className={classes.past}>
                <button
                  type="button"
                  className={classes.pastWhen}
                  aria-current={one.id === shown?.id}
                  onClick={() => setChosen(one.id)}
                >
                  <RelativeTime at={one.finishedAt ?? one.askedAt} />
                </button>
                <Verdict of={one} />
                <span className={classes.faint}>{one.askedBy ?? 'every night'}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
