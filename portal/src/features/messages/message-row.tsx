import { Link } from '@tanstack/react-router';
import type { MessageSummary } from '../../lib/contract.ts';
import { cx } from '../../lib/cx.ts';
import { OutcomeTag } from '../../ui/outcome.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DirectionMark, FindingCounts, SetCode } from '../../ui/small.tsx';
import classes from './message-list.module.css';

interface MessageRowProps {
  readonly message: MessageSummary;
  readonly withPartner: boolean;
  readonly shining: boolean;
}

/** One document: what it is, whose, and what became of it. The whole row is the link. */
export function MessageRow({ message, withPartner, shining }: MessageRowProps) {
  const [first, second, ...others] = message.subjects;
  const name = first ?? message.fileName ?? 'Unreadable document';
  return (
    <tr className={classes.row} data-shining={shining || undefined} data-outcome={message.outcome}>
      <td className={cx(classes.cell, classes.sets)}>
        <span className={classes.setList}>
          <DirectionMark direction={message.direction} />
          {message.sets.length === 0 && <span className={classes.noSet}>not X12</span>}
          {message.sets.slice(0, 2).map((set) => (
            <SetCode key={set.code} code={set.code} count={set.count} />
          ))}
          {message.sets.length > 2 && <span className={classes.faint}>+{message.sets.length - 2}</span>}
        </span>
      </td>
      <td className={cx(classes.cell, classes.about)}>
        <Link
          to="/messages/$documentId"
          params={{ documentId: message.id }}
          className={classes.link ?? ''}
          data-row-link
        >
          {name}
        </Link>
        {second !== undefined && <span className={classes.second}>{second}</span>}
        {others.length > 0 && <span className={classes.second}>+{others.length}</span>}
      </td>
      {withPartner && <td className={cx(classes.cell, classes.partner)}>{message.partner.name}</td>}
      <td className={cx(classes.cell, classes.outcome)}>
        <OutcomeTag
          outcome={message.outcome}
          findings={message.findings}
          look={message.outcome === 'done' || message.outcome === 'waiting' ? 'plain' : 'soft'}
        />
      </td>
      <td className={cx(classes.cell, classes.headline)} title={message.headline}>
        {message.headline}
      </td>
      <td className={cx(classes.cell, classes.findings)}>
        <FindingCounts counts={message.findings} />
      </td>
      <td className={cx(classes.cell, classes.when)}>
        <RelativeTime at={message.at} underDay />
      </td>
    </tr>
  );
}
