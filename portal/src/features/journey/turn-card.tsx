import type { Journey, Requirement } from '../../lib/contract.ts';
import { absoluteTime, shortDate, useNow } from '../../lib/time.ts';
import { whose } from '../../lib/whose.ts';
import classes from './journey.module.css';
import { RemindButton } from './remind-button.tsx';
import { RequirementLink } from './requirement-link.tsx';
import { ageWords, minuteWords } from './words.ts';

interface TurnCardProps {
  readonly journey: Journey;
  readonly reader: {
    readonly side: 'team' | 'partner';
    /** What the other side is called. */
    readonly other: string;
    readonly mayRemind: boolean;
    readonly mayWork: boolean;
  };
}

/** Whose turn it is, why, and what comes next: the one thing to do, or who does it and since when. */
export function TurnCard({ journey, reader }: TurnCardProps) {
  const { currentlyDue, errors } = journey.requirements;
  const mine = currentlyDue.filter(({ turn }) => turn === reader.side);
  const [next] = mine;
  const [theirs] = currentlyDue;
  if (next === undefined && theirs === undefined) return null;
  const isMine = next !== undefined;
  const what = (next ?? theirs)!;
  const error = errors.find(({ requirement }) => requirement === what.id);
  return (
    <section className={classes.turn} data-mine={isMine || undefined} aria-label="Whose turn it is">
      <div className={classes.what}>
        <span className={classes.whose}>
          {isMine ? 'Your turn' : `${whose(reader.other)} turn`} <Since what={what} />
        </span>
        <h2>{what.title}</h2>
        <p>
          {error?.reason ?? what.reason} {error?.remedy}
        </p>
        <Facts journey={journey} what={what} isMine={isMine} side={reader.side} />
      </div>
      <div className={classes.ways}>
        {isMine && (
          <RequirementLink action={what.action} partnerId={reader.side === 'team' ? journey.partner.id : undefined} />
        )}
        {!isMine && reader.mayRemind && <RemindButton journey={journey} side={what.turn} other={reader.other} />}
      </div>
      {mine.length > 1 && (
        <ul className={classes.more} aria-label="Yours as well">
          {mine.slice(1, 5).map((one) => (
            <li key={one.id}>
              <span>
                <b>{one.title}</b> {one.reason}
              </span>
              <RequirementLink
                action={one.action}
                partnerId={reader.side === 'team' ? journey.partner.id : undefined}
                look="default"
                size="xs"
              />
            </li>
          ))}
          {mine.length > 5 && <li>and {mine.length - 5} more; they stand at their stage below.</li>}
        </ul>
      )}
    </section>
  );
}

function Since({ what }: { readonly what: Requirement }) {
  const now = useNow();
  return (
    <time dateTime={what.since} title={absoluteTime(what.since)}>
      for {ageWords(now - Date.parse(what.since))}
    </time>
  );
}

function Facts({
  journey,
  what,
  isMine,
  side,
}: {
  readonly journey: Journey;
  readonly what: Requirement;
  readonly isMine: boolean;
  readonly side: 'team' | 'partner';
}) {
  const now = useNow();
  const usual = isMine ? undefined : journey.usual[side === 'team' ? 'partner' : 'team'];
  const facts = [
    isMine ? minuteWords(what.minutes) : undefined,
    Date.parse(what.dueAt) <= now ? `was due ${shortDate(what.dueAt)}` : `due by ${shortDate(what.dueAt)}`,
    usual === undefined ? undefined : `they usually take ${ageWords(usual * 86_400_000)}`,
  ].filter((one) => one !== undefined);
  return <p className={classes.facts}>{facts.join(' · ')}</p>;
}
