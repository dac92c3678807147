import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconFileText,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { RunDetail } from '../../lib/contract.ts';
import { minuteTime } from '../../lib/time.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Copyable, SetCode } from '../../ui/small.tsx';
import classes from './frame.module.css';
import { FrameForm } from './frame-form.tsx';
import type { Side } from './words.ts';

export type Frame = RunDetail['conversation'][number];
type Check = Frame['checks'][number];

const ways = { x12: 'by X12', document: 'as a document', events: 'by REST', form: 'by the form', channel: '' } as const;
const words = {
  later: 'Later',
  awaited: 'Awaited',
  passed: 'Passed',
  failed: 'Failed',
  'left-out': 'Left out',
} as const;
const marks = { waiting: IconCircleDashed, good: IconCircleCheck, bad: IconCircleX, 'not-checked': IconAlertTriangle };
const said = { waiting: 'Expected', good: 'Right', bad: 'Wrong', 'not-checked': 'Not checked' } as const;

function CheckLine({ check, documentId }: { readonly check: Check; readonly documentId: string | undefined }) {
  const { says, state, expected, got, reason, place, segment, range } = check;
  const Mark = marks[state];
  return (
    <li className={classes.check} data-state={state}>
      <Mark size={15} stroke={1.8} aria-hidden="true" />
      <div>
        <p>
          <span className="visually-hidden">{said[state]}: </span>
          {says}
          {place !== undefined && <code className="mono"> {place}</code>}
        </p>
        {(state === 'bad' || state === 'waiting') && (expected !== undefined || got !== undefined) && (
          <dl className={classes.facts}>
            {expected !== undefined && (
              <div>
                <dt>Expected</dt>
                <dd className="mono">{expected}</dd>
              </div>
            )}
            {got !== undefined && (
              <div>
                <dt>Got</dt>
                <dd className="mono">{got === '' ? 'nothing' : got}</dd>
              </div>
            )}
          </dl>
        )}
        {reason !== undefined && <p className={classes.reason}>{reason}</p>}
        {segment !== undefined && state === 'bad' && (
          <p className={classes.segment}>
            <code className="mono">{segment}</code>
            {documentId !== undefined && range !== undefined && (
              <Link
                to="/messages/$documentId"
                params={{ documentId }}
                search={{ env: 'sandbox', tab: 'document', bytes: `${range[0]}-${range[1]}` } as never}
              >
                See it in its place
              </Link>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

interface FrameViewProps {
  readonly partnerId: string;
  readonly run: RunDetail;
  readonly frame: Frame;
  readonly side: Side;
  readonly other: string;
  readonly mayWork: boolean;
}

function Head({ frame, mine, other }: { readonly frame: Frame; readonly mine: boolean; readonly other: string }) {
  const { state, title, set, finishedAt, way } = frame;
  return (
    <header className={classes.head}>
      <span className={classes.who}>{mine ? 'You' : other}</span>
      {set !== undefined && <SetCode code={set} />}
      <h3>{title}</h3>
      <span className={classes.state} data-state={state}>
        {state === 'awaited' && !mine ? 'Under way' : words[state]}
        {way !== undefined && ways[way] !== '' && `, ${ways[way]}`}
      </span>
      {finishedAt !== undefined && <RelativeTime at={finishedAt} className={classes.at} />}
    </header>
  );
}

/** One turn of the conversation: who does what, what was expected, what came, and what is to be done now. */
export function FrameView({ partnerId, run, frame, side, other, mayWork }: FrameViewProps) {
  const mine = (frame.by === 'partner') === (side === 'partner');
  const { state, documentId, acknowledgementId, documentName, dueAt, reason, given, checks, form, says } = frame;
  const awaitsPartner = state === 'awaited' && frame.by === 'partner';
  return (
    <li className={classes.frame} data-by={mine ? 'us' : 'them'} data-state={state} id={`frame-${frame.id}`}>
      <Head frame={frame} mine={mine} other={other} />
      <p className={classes.says}>{says}</p>
      {awaitsPartner && (
        <p className={classes.waiting} role="status">
          <IconClock size={15} aria-hidden="true" />
          <span>
            Waiting for {side === 'partner' ? 'your' : `${other}'s`} {frame.set ?? 'turn'}
            {dueAt !== undefined && (
              <>
                {' '}
                until <time dateTime={dueAt}>{minuteTime(dueAt)}</time>, <RelativeTime at={dueAt} />
              </>
            )}
          </span>
        </p>
      )}
      {given.length > 0 && state !== 'passed' && (
        <dl className={classes.given} aria-label="Data to use">
          {given.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Copyable value={value} label={label} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {reason !== undefined && (
        <p className={classes.why} role="alert">
          <b>Why it failed:</b> {reason}
        </p>
      )}
      {checks.length > 0 && (
        <ul className={classes.checks} aria-label={`Checks of ${frame.title}`}>
          {checks.map((check, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the checks of a frame never move
            <CheckLine key={nth} check={check} documentId={documentId} />
          ))}
        </ul>
      )}
      {(documentId !== undefined || acknowledgementId !== undefined) && (
        <p className={classes.links}>
          {documentId !== undefined && (
            <Link to="/messages/$documentId" params={{ documentId }} search={{ env: 'sandbox' } as never}>
              <IconFileText size={14} aria-hidden="true" /> {documentName ?? 'The document'}
            </Link>
          )}
          {acknowledgementId !== undefined && (
            <Link
              to="/messages/$documentId"
              params={{ documentId: acknowledgementId }}
              search={{ env: 'sandbox' } as never}
            >
              The acknowledgement
            </Link>
          )}
        </p>
      )}
      {form !== undefined && mayWork && (
        <FrameForm key={`${run.id}/${frame.id}`} partnerId={partnerId} runId={run.id} frame={frame.id} form={form} />
      )}
    </li>
  );
}
