import { Link } from '@tanstack/react-router';
import type { MessageSummary, Session } from '../../lib/contract.ts';
import { StateTag, StepWords } from '../../ui/outcome.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DirectionMark, FindingCounts, SetCode } from '../../ui/small.tsx';
import classes from './message-list.module.css';

interface MessageRowProps {
  readonly message: MessageSummary;
  readonly side: Session['side'];
  readonly shining: boolean;
}

const mostSets = 3;

/** What the document is: direction, sets, further numbers, whose. */
function Facts({ message, side }: Pick<MessageRowProps, 'message' | 'side'>) {
  const { direction, sets, subjects, partner, findings, fileName } = message;
  const [, second, ...others] = subjects;
  return (
    <div className={classes.facts}>
      <DirectionMark direction={direction} />
      {sets.length === 0 && <span>not X12</span>}
      {sets.slice(0, mostSets).map((set) => (
        <SetCode key={set.code} code={set.code} count={set.count} />
      ))}
      {sets.length > mostSets && <span>+{sets.length - mostSets}</span>}
      {side === 'team' && <span className={classes.partner}>{partner.name}</span>}
      {second !== undefined && (
        <span>
          {second}
          {others.length > 0 && ` +${others.length}`}
        </span>
      )}
      {fileName !== undefined && subjects.length > 0 && <span className={classes.file}>{fileName}</span>}
      <span className={classes.findings}>
        <FindingCounts counts={findings} />
      </span>
    </div>
  );
}

/** One document. First how it stands, why, whose turn it is and what that one does; then what it is. The whole row is the link. */
export function MessageRow({ message, side, shining }: MessageRowProps) {
  const { id, step, subjects, fileName, partner } = message;
  return (
    <tr className={classes.row} data-shining={shining || undefined} data-state={step.state} data-turn={step.turn}>
      <td className={classes.state}>
        <StateTag step={step} look={step.turn === 'yours' || step.state === 'rejected' ? 'soft' : 'plain'} />
      </td>
      <td className={classes.what}>
        <div className={classes.first}>
          <Link to="/messages/$documentId" params={{ documentId: id }} className={classes.link ?? ''} data-row-link>
            {subjects[0] ?? fileName ?? 'Unreadable document'}
          </Link>
          <span className={classes.words}>
            <StepWords step={step} partner={partner.name} side={side} />
          </span>
        </div>
        <Facts message={message} side={side} />
      </td>
      <td className={classes.when}>
        <RelativeTime at={message.at} underDay />
      </td>
    </tr>
  );
}
