import { Link } from '@tanstack/react-router';
import type { MessageSummary } from '../../lib/contract.ts';
import { StateTag, StepWords } from '../../ui/outcome.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import classes from './message-lines.module.css';

/** A few documents, a line or two each: enough to know where to go. */
export function MessageLines({
  messages,
  withOutcome,
}: {
  readonly messages: readonly MessageSummary[];
  readonly withOutcome: boolean;
}) {
  return (
    <ul className={classes.lines}>
      {messages.map((message) => (
        <li key={message.id}>
          <Link to="/messages/$documentId" params={{ documentId: message.id }} className={classes.line ?? ''}>
            <DirectionMark direction={message.direction} />
            <span className={classes.set}>
              {message.sets[0] === undefined ? (
                '–'
              ) : (
                <SetCode code={message.sets[0].code} count={message.sets[0].count} />
              )}
            </span>
            <span className={classes.about}>
              <b>{message.subjects[0] ?? message.fileName ?? 'Unreadable document'}</b>
              <span>{message.partner.name}</span>
            </span>
            <span className={classes.headline}>
              <StepWords step={message.step} partner={message.partner.name} side="team" />
            </span>
            {withOutcome && (
              <span className={classes.outcome}>
                <StateTag step={message.step} look="plain" />
              </span>
            )}
            <RelativeTime at={message.at} className={classes.when} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
