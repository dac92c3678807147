import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Journey, Requirement } from '../../lib/contract.ts';
import { absoluteTime, shortDate } from '../../lib/time.ts';
import { whose } from '../../lib/whose.ts';
import { Panel } from '../../ui/panel.tsx';
import { stageWords } from '../../ui/stage-words.ts';
import classes from './journey.module.css';
import { RequirementLink } from './requirement-link.tsx';
import { ageWords, stageMeans } from './words.ts';

interface JourneyLineProps {
  readonly journey: Journey;
  readonly side: 'team' | 'partner';
  readonly other: string;
  /** What the team may do beside a requirement. */
  readonly beside?: ((requirement: Requirement) => ReactNode) | undefined;
}

const states = {
  done: 'done',
  partly: 'done for a part',
  current: 'here now',
  ahead: 'to come',
} as const;

/** The way to production: each stage with its state, its evidence, its date and what is open there. */
export function JourneyLine({ journey, side, other, beside }: JourneyLineProps) {
  const { currentlyDue, eventuallyDue } = journey.requirements;
  const all = [...journey.met, ...currentlyDue, ...eventuallyDue];
  return (
    <Panel title="The way to production" note={<ForecastWords journey={journey} />}>
      <ol className={classes.line}>
        {journey.stages.map(({ stage, state, enteredAt, leftAt, days }) => {
          const asked = all.filter((one) => one.stage === stage);
          const at = state === 'done' ? (leftAt ?? metAt(asked)) : enteredAt;
          return (
            <li key={stage} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
              <span className={classes.mark} aria-hidden="true">
                {state === 'done' && <IconCheck size={13} stroke={2.4} />}
              </span>
              <div className={classes.stage}>
                <h3>
                  {stageWords(stage)} <span className={classes.state}>{states[state]}</span>
                </h3>
                <p className={classes.means}>{stageMeans(stage, side)}</p>
                <AskedList {...{ journey, side, other, beside }} asked={asked} isAhead={state === 'ahead'} />
              </div>
              <div className={classes.when}>
                {at !== undefined && (
                  <time dateTime={at} title={absoluteTime(at)}>
                    {state === 'current' ? `since ${shortDate(at)}` : shortDate(at)}
                  </time>
                )}
                <Days days={days} side={side} other={other} />
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** As many stand there at once; partners with many documents have many of a kind. */
const shown = 3;

/** What is asked for at a stage: what is open first, the rest behind a word. */
function AskedList({
  journey,
  side,
  other,
  beside,
  asked,
  isAhead,
}: JourneyLineProps & { readonly asked: readonly Requirement[]; readonly isAhead: boolean }) {
  const { currentlyDue, errors } = journey.requirements;
  const isMet = ({ satisfiedBy, waiver }: Requirement) => satisfiedBy !== undefined || waiver !== undefined;
  const sorted = [...asked.filter((one) => !isMet(one)), ...asked.filter(isMet)];
  const row = (one: Requirement) => (
    <Asked
      key={one.id}
      requirement={one}
      isDue={currentlyDue.includes(one)}
      error={errors.find(({ requirement }) => requirement === one.id)}
      side={side}
      other={other}
      partnerId={side === 'team' ? journey.partner.id : undefined}
      beside={beside}
    />
  );
  if (sorted.length === 0) return null;
  // What comes later is a number until somebody asks.
  const first = isAhead ? [] : sorted.slice(0, sorted.length <= shown + 1 ? shown + 1 : shown);
  const rest = sorted.slice(first.length);
  return (
    <>
      {first.length > 0 && <ul className={classes.asked}>{first.map(row)}</ul>}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>
            {isAhead ? countWords(rest, side, other) : `${rest.length} more${rest.every(isMet) ? ', all met' : ''}`}
          </summary>
          <ul className={classes.asked}>{rest.map(row)}</ul>
        </details>
      )}
    </>
  );
}

/** `to do: 10 by you, 1 by Northgate`. */
function countWords(asked: readonly Requirement[], side: 'team' | 'partner', other: string): string {
  const open = asked.filter(({ satisfiedBy, waiver }) => satisfiedBy === undefined && waiver === undefined);
  const mine = open.filter(({ turn }) => turn === side).length;
  const parts = [mine > 0 ? `${mine} by you` : '', open.length > mine ? `${open.length - mine} by ${other}` : ''];
  return open.length === 0 ? 'all met already' : `to do: ${parts.filter(Boolean).join(', ')}`;
}

/** When the last of what was asked for was met. */
const metAt = (asked: readonly Requirement[]): string | undefined =>
  asked
    .map(({ satisfiedBy }) => satisfiedBy?.at)
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);

function ForecastWords({ journey: { forecast, stage } }: { readonly journey: Journey }) {
  if (forecast.state === 'live') return stage === 'retired' ? null : 'in production';
  if (forecast.state === 'not-enough-data' || forecast.at === undefined)
    return <span title={forecast.reason}>go-live: not enough data for a forecast</span>;
  const pace = (forecast.daysPerStage ?? 0) * 86_400_000;
  return (
    <span title={`${ageWords(pace)} a stage in ${forecast.stagesPassed} stages, ${forecast.stagesLeft} to go`}>
      live about {shortDate(forecast.at)} at this pace ({ageWords(pace)} a stage)
    </span>
  );
}

function Days({
  days,
  side,
  other,
}: {
  readonly days: Journey['stages'][number]['days'];
  readonly side: 'team' | 'partner';
  readonly other: string;
}) {
  const [own, theirs] = side === 'team' ? [days.team, days.partner] : [days.partner, days.team];
  // Hours are no days: what took less than one tells nobody anything.
  const parts = [
    own >= 1 ? `${ageWords(own * 86_400_000)} yours` : undefined,
    theirs >= 1 ? `${ageWords(theirs * 86_400_000)} ${whose(other)}` : undefined,
  ].filter((one) => one !== undefined);
  return parts.length === 0 ? null : <span>{parts.join(', ')}</span>;
}

interface AskedProps {
  readonly requirement: Requirement;
  readonly isDue: boolean;
  readonly error: Journey['requirements']['errors'][number] | undefined;
  readonly side: 'team' | 'partner';
  readonly other: string;
  readonly partnerId: string | undefined;
  readonly beside: ((requirement: Requirement) => ReactNode) | undefined;
}

function Asked({ requirement, isDue, error, side, other, partnerId, beside }: AskedProps) {
  const { title, reason, turn, satisfiedBy, waiver, action, document } = requirement;
  const isMine = turn === side;
  if (satisfiedBy !== undefined)
    return (
      <li data-met>
        <span>
          {document !== undefined && <b>{document.set}</b>} {satisfiedBy.what}
        </span>
      </li>
    );
  if (waiver !== undefined)
    return (
      <li data-waived>
        <span>
          <b>{title}</b> Waived by {waiver.by} until {shortDate(waiver.until)}: {waiver.why}
        </span>
        {beside?.(requirement)}
      </li>
    );
  return (
    <li data-open data-wrong={error !== undefined || undefined}>
      <span>
        <b>{title}</b> {error?.reason ?? reason} {error?.remedy}
        <span className={classes.by}>{isMine ? 'you' : other}</span>
      </span>
      {isDue && isMine && <RequirementLink action={action} partnerId={partnerId} look="default" size="xs" />}
      {beside?.(requirement)}
    </li>
  );
}
