import { Button } from '@mantine/core';
import { useState } from 'react';
import type { GoLive, GoLiveDocument } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AskForm } from './ask-form.tsx';
import { Changes, Checks } from './checks.tsx';
import classes from './go-live.module.css';
import { useGoLiveChanges, usePreview } from './go-live-query.ts';
import { ParallelPanel } from './parallel-panel.tsx';
import { WithReason } from './with-reason.tsx';
import { dateWords, documentWords, isOpen, keyWords, requestOf } from './words.ts';

export interface GoLiveRights {
  readonly isTeam: boolean;
  readonly mayAsk: boolean;
  readonly mayStart: boolean;
  readonly mayRollBack: boolean;
}

/** One document on its way: state, what is missing, asking, the parallel run, and what comes after. */
export function DocumentPanel({
  of,
  document,
  rights,
}: {
  readonly of: GoLive;
  readonly document: GoLiveDocument;
  readonly rights: GoLiveRights;
}) {
  const partnerId = of.partner.id;
  const request = requestOf(of, document);
  const words = documentWords(document, request);
  const { rollBack, cancel } = useGoLiveChanges(partnerId);
  const [open, setOpen] = useState<'back' | 'cancel'>();
  const close = () => setOpen(undefined);
  const { production, hypercare } = document;
  const mayAskNow = !production || production.isChanged;
  const waits = isOpen(request) && request.state !== 'returned' && request.state !== 'void';
  return (
    <div className={classes.document}>
      <Panel
        title={document.name}
        note={keyWords(document.document, rights.isTeam)}
        action={
          <span className={classes.buttons}>
            {waits && rights.mayAsk && (
              <Button variant="default" size="xs" onClick={() => setOpen('cancel')}>
                Cancel the request
              </Button>
            )}
            {production?.mayRollBack && rights.mayRollBack && (
              <Button variant="default" color="red" size="xs" onClick={() => setOpen('back')}>
                Roll back
              </Button>
            )}
          </span>
        }
      >
        <div className={classes.inner}>
          <div className={classes.rowHead}>
            <Tag tone={words.tone}>{words.label}</Tag>
            {request && (
              <span className={classes.faint}>
                request {request.number}, asked by {request.askedBy} <RelativeTime at={request.askedAt} />
                {request.goLiveAt !== undefined && `, for ${dateWords(request.goLiveAt)}`}
              </span>
            )}
          </div>
          <p>{words.says}</p>
          {request?.returned && request.state === 'returned' && (
            <p>
              <b>What to do:</b> {request.returned.remedy}
              {request.returned.editUntil !== undefined &&
                ` Until ${dateWords(request.returned.editUntil)} it keeps its place in the queue.`}
            </p>
          )}
          {hypercare && Date.parse(hypercare.until) > Date.now() && (
            <p className={classes.faint}>
              Watched closely since <RelativeTime at={hypercare.since} />: {hypercare.progress}. Until it ends, what
              goes to the partner has half of the agreed time to be collected, acknowledged and answered. It goes back
              by itself when too much is rejected, late, unknown, doubled, or fails.
            </p>
          )}
        </div>
      </Panel>
      {document.isAgreed && !waits && mayAskNow && <Before of={of} document={document} rights={rights} />}
      <ParallelPanel
        partnerId={partnerId}
        document={document}
        mayStart={rights.mayStart && !of.hold}
        isTeam={rights.isTeam}
      />
      {open === 'back' && (
        <WithReason
          title={`Roll back ${keyWords(document.document, rights.isTeam)}`}
          label="Roll back"
          ask="Why?"
          onClose={close}
          work={(why) => rollBack(document.document, why)}
        >
          <p>
            Production goes back to what it was before this go-live: the former release, or the parallel run where
            nothing was live before. What is under way finishes; nothing is done twice when it comes again.
          </p>
        </WithReason>
      )}
      {open === 'cancel' && request && (
        <WithReason
          title={`Cancel request ${request.number}`}
          label="Cancel the request"
          ask="Why?"
          onClose={close}
          work={(why) => cancel(request.id, why)}
        >
          <p>Production stays as it is. You can ask anew at any time.</p>
        </WithReason>
      )}
    </div>
  );
}

/** What stands before the go-live: the very checks that the approver sees. */
function Before({
  of,
  document,
  rights,
}: {
  readonly of: GoLive;
  readonly document: GoLiveDocument;
  readonly rights: GoLiveRights;
}) {
  const { data, isPending, error, refetch } = usePreview(of.partner.id, document.document, true);
  const request = requestOf(of, document);
  const met = data?.checks.filter(({ isMet }) => isMet).length ?? 0;
  return (
    <Panel
      title="Before it goes live"
      note={data && `${met} of ${data.checks.length} checks are met; the approvers see the same`}
    >
      {isPending && <Loading lines={4} label="Looking at the checks" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Checks checks={data.checks} {...(rights.isTeam && { partnerId: of.partner.id })} />
          <div className={classes.inner}>
            <details className={classes.calls}>
              <summary>What changes in production</summary>
              <Changes differences={data.differences} />
            </details>
            {data.covers.length > 1 && (
              <p>
                With it goes what production runs and the draft changes:{' '}
                {data.covers
                  .filter((one) => one !== document.document)
                  .map((one) => keyWords(one, rights.isTeam))
                  .join('; ')}
                .
              </p>
            )}
            {rights.mayAsk && !of.hold ? (
              <AskForm
                key={data.bundle}
                partnerId={of.partner.id}
                preview={data}
                request={isOpen(request) ? request : undefined}
                approvalsNeeded={of.approvalsNeeded}
                mayCanary={document.parallelRun !== undefined && !document.production}
              />
            ) : (
              <p className={classes.faint}>
                {of.hold
                  ? 'Nothing goes live while production is held.'
                  : 'An admin or editor of the partner, or the team, asks for it.'}
              </p>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}
