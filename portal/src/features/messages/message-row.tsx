import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MessageSummary, Session } from '../../lib/contract.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { StateTag, StepWords } from '../../ui/outcome.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DirectionMark, FindingCounts, SetCode } from '../../ui/small.tsx';
import classes from './message-list.module.css';

interface MessageRowProps {
  readonly message: MessageSummary;
  /** undefined where rows cannot be selected. */
  readonly selected: boolean | undefined;
  readonly onToggle: (id: string) => void;
  readonly side: Session['side'];
  /** What can be done about a document that waits. */
  readonly actions: (item: WorkItem) => ReactNode;
  readonly shining: boolean;
}

const mostSets = 3;

/** What the document is: direction, sets, further numbers, whose. */
function Facts({ message, side }: Pick<MessageRowProps, 'message' | 'side'>) {
  const { direction, sets, subjects, partner, findings, fileName, work } = message;
  const assignee = work?.cases[0]?.assignee;
  const [, second, ...others] = subjects;
  return (
    <div className={classes.facts}>
      <DirectionMark direction={direction} />
      {sets.length === 0 && <span>nothing read</span>}
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
      {assignee !== undefined && <span className={classes.assignee}>{assignee.name} has it</span>}
    </div>
  );
}

/** What people call a document in a list. */
export const nameOf = ({ subjects, fileName, controlNumber }: MessageSummary): string =>
  subjects[0] ?? fileName ?? (controlNumber === undefined ? 'Unreadable document' : `Interchange ${controlNumber}`);

/** One document. First how it stands, why, whose turn it is and what that one does; then what it is. The whole row is the link. */
export function MessageRow({ message, side, selected, onToggle, actions, shining }: MessageRowProps) {
  const { id, step, partner, work } = message;
  const name = nameOf(message);
  return (
    <tr
      className={classes.row}
      data-shining={shining || undefined}
      data-selected={selected || undefined}
      data-state={step.state}
      data-turn={step.turn}
    >
      {selected !== undefined && (
        <td className={classes.select}>
          <Checkbox size="xs" aria-label={`Select ${name}`} checked={selected} onChange={() => onToggle(id)} />
        </td>
      )}
      <td className={classes.state}>
        <StateTag step={step} look={step.turn === 'yours' || step.state === 'rejected' ? 'soft' : 'plain'} />
      </td>
      <td className={classes.what}>
        <div className={classes.first}>
          <Link
            to="/messages/$documentId"
            params={{ documentId: id }}
            className={classes.link ?? ''}
            data-row-link
            data-row-id={id}
          >
            {name}
          </Link>
          <span className={classes.words}>
            <StepWords step={step} partner={partner.name} side={side} />
          </span>
        </div>
        <Facts message={message} side={side} />
      </td>
      <td className={classes.when}>
        <RelativeTime at={message.at} underDay />
        {work !== undefined && <span className={classes.actions}>{actions({ documentId: id, name, work })}</span>}
      </td>
    </tr>
  );
}
