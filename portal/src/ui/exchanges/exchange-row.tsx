import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Exchange } from '../../lib/contract.ts';
import { LongText } from '../long-text.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { Copyable, DirectionMark } from '../small.tsx';
import { Tag } from '../tag.tsx';
import classes from './exchanges.module.css';
import { KeyValues } from './key-values.tsx';

const states = {
  done: { tone: 'green', word: 'Done' },
  waits: { tone: 'accent', word: 'Receipt expected' },
  refused: { tone: 'red', word: 'Refused' },
  failed: { tone: 'amber', word: 'Did not get there' },
} as const;

/** `in` of a receipt: it came to the hub. */
const kinds = {
  message: { in: 'Message, came in', out: 'Message, went out' },
  receipt: { in: 'Receipt, came in', out: 'Receipt, went out' },
  session: { in: 'Session of the partner', out: 'Session of the hub' },
  event: { in: 'Event, came in', out: 'Event, went out' },
} as const;

export function ExchangeState({ state }: Pick<Exchange, 'state'>) {
  const { tone, word } = states[state];
  return (
    <Tag tone={tone} look="plain">
      {word}
    </Tag>
  );
}

interface ExchangeRowProps {
  readonly exchange: Exchange;
  /** The document that is on screen already. */
  readonly documentId?: string | undefined;
  /** It is open from the beginning. */
  readonly isOpen?: boolean;
  /** What the reader can do about it. */
  readonly action?: ReactNode;
}

/** One entry of a log: what went which way, what became of it; opened, everything that the transport has said. */
export function ExchangeRow({ exchange, documentId, isOpen: opened = false, action }: ExchangeRowProps) {
  const [isOpen, setOpen] = useState(opened);
  const id = useId();
  const { kind, direction, state, summary, at } = exchange;
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.open}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          data-row-link
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={14} aria-hidden="true" className={classes.chevron} />
          <DirectionMark direction={direction} words={kinds[kind][direction]} />
          <span className={classes.summary}>{summary}</span>
          <ExchangeState state={state} />
          <RelativeTime at={at} className={classes.at} />
        </UnstyledButton>
        {action}
      </div>
      {isOpen && (
        <div id={id} className={classes.detail}>
          <Detail exchange={exchange} documentId={documentId} />
        </div>
      )}
    </li>
  );
}

function Detail({ exchange, documentId }: Pick<ExchangeRowProps, 'exchange' | 'documentId'>) {
  const { kind, direction, transportId, detail, body, documentIds } = exchange;
  const others = documentIds.filter((one) => one !== documentId);
  return (
    <>
      <p className={classes.kind}>
        {kinds[kind][direction]}
        {transportId !== undefined && (
          <>
            {' '}
            under <Copyable value={transportId} label="the id of the transport" />
          </>
        )}
        {others.map((one, nth) => (
          <Link key={one} to="/messages/$documentId" params={{ documentId: one }}>
            {others.length === 1 ? 'Open the document' : `Document ${nth + 1}`}
          </Link>
        ))}
      </p>
      <KeyValues of={detail} />
      {body !== undefined && body !== '' && (
        <LongText label={kind === 'receipt' ? 'The receipt' : 'The answer'} text={body} />
      )}
    </>
  );
}
