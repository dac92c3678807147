import { Button, Modal, Select, Textarea } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { GoLiveDossier, GoLiveQueue, ReturnCode } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellDone } from '../../ui/undo.tsx';
import { Changes, Checks } from './checks.tsx';
import classes from './go-live.module.css';
import { useDecisions, useDossier, useQueue } from './go-live-query.ts';
import { dateWords, keyWords, requestWords } from './words.ts';

interface Shown {
  readonly mayDecide: boolean;
  /** What a mapping of the draft would make of the last documents of a partner. */
  readonly whatIf: (path: { readonly partnerId: string; readonly mapping: string }) => ReactNode;
}

/** Can I approve this safely: the queue at the left, all that matters of one request at the right. */
export function ApprovalsView({
  chosen,
  ...shown
}: Shown & {
  readonly chosen: string | undefined;
}) {
  const { data, isPending, error, refetch } = useQueue();
  const go = useNavigate();
  const requests = data?.requests ?? [];
  const found = requests.findIndex(({ id }) => id === chosen);
  // From a request that waits no longer, j leads to the first that does.
  const at = chosen === undefined ? 0 : found;
  const current = chosen ?? requests[0]?.id;
  const step = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]')) return;
    const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    const next = requests[at + by];
    if (by !== 0 && next) void go({ to: '/approvals', search: { request: next.id }, replace: true });
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => step(event);
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
  if (isPending) return <Loading lines={6} label="Loading the requests" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (current === undefined)
    return (
      <Nothing icon={<IconChecks size={20} stroke={1.7} />} title="No request waits">
        Partners and the team ask for a go-live on the page Go-live of a partner; it stands here then, the longest
        waiting first.
      </Nothing>
    );
  return (
    <div className={classes.page}>
      <Panel
        title="Queue"
        note={requests.length === 0 ? 'nothing waits' : `${counted(requests.length)} · j and k move`}
      >
        {chosen !== undefined && requests.every(({ id }) => id !== chosen) && (
          <p className={classes.over}>The request shown here waits no longer.</p>
        )}
        <ul className={classes.list} aria-label="Requests">
          {requests.map((one) => {
            const { tone, label } = requestWords(one);
            return (
              <li key={one.id}>
                <Link
                  to="/approvals"
                  search={{ request: one.id }}
                  className={classes.item ?? ''}
                  aria-current={one.id === current ? 'true' : undefined}
                  activeProps={{}}
                >
                  <b>{one.partner.name}</b>
                  <span className={classes.faint}>
                    {one.documents.map((key) => keyWords(key, true)).join('; ')} · <RelativeTime at={one.queuedAt} />
                  </span>
                  <Tag tone={tone} look="plain">
                    {label} · {one.approvals.length}/{one.approvalsNeeded}
                  </Tag>
                </Link>
              </li>
            );
          })}
        </ul>
      </Panel>
      <Request key={current} id={current} queue={data} {...shown} />
    </div>
  );
}

const counted = (requests: number) => (requests === 1 ? '1 request waits' : `${requests} requests wait`);

function Request({
  id,
  queue,
  ...shown
}: Shown & {
  readonly id: string;
  readonly queue: GoLiveQueue;
}) {
  const { data, isPending, error, refetch } = useDossier(id);
  if (isPending) return <Loading lines={8} label="Loading the request" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return <Dossier of={data} queue={queue} {...shown} />;
}

function Dossier({
  of,
  queue,
  mayDecide,
  whatIf,
}: Shown & {
  readonly of: GoLiveDossier;
  readonly queue: GoLiveQueue;
}) {
  const { request, checks, differences, changedSince, authors, decisions, fromRelease } = of;
  const { tone, label, says } = requestWords(request);
  const met = checks.filter(({ isMet }) => isMet).length;
  return (
    <div className={classes.document}>
      <Panel
        title={`${request.partner.name}: ${request.documents.map((key) => keyWords(key, true)).join('; ')}`}
        note={`request ${request.number}`}
        action={
          <Link
            to="/go-live"
            search={{
              partner: request.partner.id,
              ...(request.documents[0] !== undefined && { document: request.documents[0] }),
            }}
            className={classes.link}
          >
            Open its go-live
          </Link>
        }
      >
        <div className={classes.inner}>
          <div className={classes.rowHead}>
            <Tag tone={tone}>{label}</Tag>
            <span className={classes.faint}>
              asked by {request.askedBy} <RelativeTime at={request.askedAt} />
              {request.goLiveAt === undefined
                ? ', for as soon as it is approved'
                : `, for ${dateWords(request.goLiveAt)}`}
              {request.canary !== undefined && `, at first for ${request.canary}`}
            </span>
          </div>
          {request.state !== 'asked' && <p>{says}</p>}
          {request.note !== '' && <p>“{request.note}”</p>}
          <p className={classes.faint}>
            {request.approvals.length === 0
              ? `0 of ${request.approvalsNeeded} approvals.`
              : `Approved by ${request.approvals.map(({ by }) => by).join(', ')}; ${request.approvalsNeeded} are needed.`}{' '}
            Changes written, or checks waived, by {authors.join(', ') || 'nobody'}.
          </p>
          {changedSince.length > 0 && (
            <div className={classes.banner} data-tone="red" role="alert">
              <div className={classes.words}>
                <b>It was changed after it was asked for, and cannot be approved</b>
                {changedSince.map((one) => (
                  <p key={one}>{one}</p>
                ))}
              </div>
            </div>
          )}
        </div>
        {mayDecide && <Decide of={of} queue={queue} />}
      </Panel>
      <Panel title="Checks" note={`${met} of ${checks.length} met now`}>
        <Checks checks={checks} partnerId={request.partner.id} />
      </Panel>
      <Panel
        title="What changes in production"
        note={fromRelease === 0 ? 'production ran nothing' : `against release ${fromRelease}`}
        action={
          <Link to="/partners/$partnerId" params={{ partnerId: request.partner.id }} className={classes.link}>
            Files, line by line
          </Link>
        }
      >
        <div className={classes.inner}>
          <Changes differences={differences} />
          <p className={classes.faint}>
            Approved by its hash: <span className="mono">{request.bundle.slice(0, 16)}…</span>
          </p>
        </div>
      </Panel>
      <WhatIf of={of} whatIf={whatIf} />
      <Panel title="What was decided">
        <ul className={classes.history}>
          {decisions.map((one) => (
            <li key={one.at + one.kind + one.by}>
              <b>{kinds[one.kind]}</b>
              <span>
                by {one.by}, <RelativeTime at={one.at} />
              </span>
              {one.says !== undefined && <p className={classes.says}>{one.says}</p>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const mappingCheck = 'document.mapping/';

/** What the mappings of the request would make of the last documents. It speaks of the draft, which is what was asked for unless it was changed since. */
function WhatIf({ of: { request, checks }, whatIf }: { readonly of: GoLiveDossier } & Pick<Shown, 'whatIf'>) {
  const partner = request.partner.id;
  const reviewed = checks.flatMap(({ id, link = '' }) => {
    const mapping = decodeURIComponent(link.split('/').at(-1) ?? '');
    return id.startsWith(mappingCheck) && mapping !== '' ? [{ key: id.slice(mappingCheck.length), mapping }] : [];
  });
  if (reviewed.length === 0) return null;
  return (
    <Panel title="What the mappings would do" note="on the last documents">
      {reviewed.map(({ key, mapping }) => (
        <section key={key} aria-label={mapping} className={classes.mapping}>
          <p>
            <b>{keyWords(key, true)}</b>{' '}
            <Link to="/mappings/$mapping" params={{ mapping }} search={{ partner }} className={classes.link}>
              {mapping}
            </Link>
          </p>
          {whatIf({ partnerId: partner, mapping })}
        </section>
      ))}
    </Panel>
  );
}

const kinds = {
  asked: 'Asked for',
  approved: 'Approved',
  returned: 'Returned',
  voided: 'Void',
  cancelled: 'Cancelled',
  live: 'Live',
} as const;

function Decide({ of, queue }: { readonly of: GoLiveDossier; readonly queue: GoLiveQueue }) {
  const { request, checks, changedSince, mayNotApprove } = of;
  const { approve } = useDecisions(request.id);
  const [isOpen, setOpen] = useState(false);
  const run = useMutation({ mutationFn: () => approve(request.bundle), onSuccess: () => tellDone('Approved') });
  const open = checks.filter(({ isMet }) => !isMet).length;
  const why =
    mayNotApprove ??
    (changedSince.length > 0
      ? 'It was changed since.'
      : open > 0
        ? `${open} ${open === 1 ? 'check is' : 'checks are'} not met any more.`
        : undefined);
  const mayReturn = request.state === 'asked' || request.state === 'scheduled' || request.state === 'approved';
  if (request.state === 'live' || request.state === 'cancelled') return null;
  return (
    <div className={classes.decide}>
      <Button onClick={() => run.mutate()} loading={run.isPending} disabled={why !== undefined}>
        Approve
      </Button>
      {mayReturn && (
        <Button variant="default" onClick={() => setOpen(true)}>
          Return with a code
        </Button>
      )}
      <span className={classes.faint}>
        {why ??
          (request.approvals.length + 1 >= request.approvalsNeeded
            ? 'With your approval it goes live.'
            : 'One more approval is needed after yours.')}
      </span>
      <ProblemList error={run.error} />
      {isOpen && <Return id={request.id} codes={queue.returnCodes} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Return({
  id,
  codes,
  onClose,
}: {
  readonly id: string;
  readonly codes: GoLiveQueue['returnCodes'];
  readonly onClose: () => void;
}) {
  const { giveBack } = useDecisions(id);
  const [code, setCode] = useState<ReturnCode | null>(null);
  const [note, setNote] = useState('');
  const run = useMutation({ mutationFn: (of: ReturnCode) => giveBack(of, note.trim()), onSuccess: onClose });
  const chosen = codes.find((one) => one.code === code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code) run.mutate(code);
  };
  return (
    <Modal opened onClose={onClose} title="Return the request" size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={run.error} />
        <Select
          label="Code"
          data-autofocus
          data={codes.map((one) => ({ value: one.code, label: `${one.code}  ${one.cause}` }))}
          value={code}
          onChange={(value) => setCode(value as ReturnCode | null)}
          searchable
        />
        {chosen && <p className={classes.says}>The partner is told: {chosen.remedy}</p>}
        <Textarea
          label="Note"
          description="Where exactly, and what it should be."
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormButtons label="Return it" busy={run.isPending} disabled={code === null} onClose={onClose} />
      </Form>
    </Modal>
  );
}
