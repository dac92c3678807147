import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconFileArrowRight, IconMinus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Message, Rung, Sending } from '../../lib/contract.ts';
import { absoluteTime, clockTime, duration, relativeTime, useNow } from '../../lib/time.ts';
import classes from './ladder.module.css';

const rungs: Readonly<Record<Rung['rung'], { readonly name: string; readonly hint: string }>> = {
  transport: { name: 'Transport', hint: 'The bytes changed hands' },
  mdn: { name: 'MDN', hint: 'The receipt of an AS2 message: it arrived, and could be opened' },
  ta1: { name: 'TA1', hint: 'Acknowledgement of the interchange' },
  'functional-ack': {
    name: '997/999',
    hint: 'Functional acknowledgement: is the syntax right, for a 999 also by the guide',
  },
  'business-answer': { name: 'Business answer', hint: 'The document that answers this one, such as a 990 to a 204' },
  odoo: { name: 'Odoo', hint: 'The effect in Odoo is committed' },
};

const states: Readonly<Record<Rung['state'], { readonly word: string; readonly icon: typeof IconCheck }>> = {
  done: { word: 'Done', icon: IconCheck },
  pending: { word: 'Pending', icon: IconClock },
  failed: { word: 'Failed', icon: IconX },
  late: { word: 'Late', icon: IconAlertTriangle },
  'not-expected': { word: 'Not expected', icon: IconMinus },
};

/** What an acknowledgement says is what is seen: one that says no was sent all right, and is nothing good. */
const seenAs: Readonly<Record<NonNullable<Rung['verdict']>, Rung['state']>> = {
  accepted: 'done',
  'accepted-with-errors': 'late',
  'partially-accepted': 'late',
  rejected: 'failed',
};

const verdictWords: Readonly<Record<NonNullable<Rung['verdict']>, string>> = {
  accepted: 'Accepted',
  'accepted-with-errors': 'Accepted with errors',
  'partially-accepted': 'Accepted in part',
  rejected: 'Rejected',
};

/** The code and note of a TA1 are what its partner looks up. */
const verdictText = (verdict: NonNullable<Rung['verdict']>, { rung, detail }: Rung): string =>
  rung === 'ta1' && detail !== undefined ? `${verdictWords[verdict]} (${detail})` : verdictWords[verdict];

const lookOf = ({ verdict, state }: Rung): Rung['state'] => (verdict === undefined ? state : seenAs[verdict]);

/** When it happened (measured from the document's own time where that is near), or when it is due. */
function RungTime({ rung, startedAt }: { readonly rung: Rung; readonly startedAt: string }) {
  const now = useNow();
  if (rung.at !== undefined) {
    const tookMs = Date.parse(rung.at) - Date.parse(startedAt);
    const near = tookMs > 0 && tookMs < 3_600_000;
    return (
      <Tooltip label={absoluteTime(rung.at)}>
        <time dateTime={rung.at}>{near ? `+${duration(tookMs)}` : clockTime(rung.at)}</time>
      </Tooltip>
    );
  }
  if (rung.dueAt === undefined) return null;
  const overdue = Date.parse(rung.dueAt) < now;
  return (
    <Tooltip label={absoluteTime(rung.dueAt)}>
      <time dateTime={rung.dueAt}>
        {overdue ? 'was due ' : 'due '}
        {relativeTime(rung.dueAt, now)}
      </time>
    </Tooltip>
  );
}

const wordOf = ({ verdict, state }: Rung): string =>
  verdict === undefined || verdict === 'accepted' ? states[state].word : verdictWords[verdict];

/** The steps that are expected of a sending, with the proof of each. */
function Rungs({
  ladder,
  startedAt,
  ownId,
}: {
  readonly ladder: Message['ladder'];
  readonly startedAt: string;
  readonly ownId: string;
}) {
  return (
    <ol>
      {ladder
        .filter(({ state }) => state !== 'not-expected')
        .map((rung) => {
          const { name, hint } = rungs[rung.rung];
          const look = lookOf(rung);
          const { icon: Mark } = states[look];
          const word = wordOf(rung);
          return (
            <li key={rung.rung} data-state={look} aria-label={`${name}: ${word.toLowerCase()}`}>
              <span className={classes.node} aria-hidden="true">
                <Mark size={12} stroke={2.6} />
              </span>
              <div className={classes.words}>
                <span className={classes.head}>
                  <Tooltip label={hint}>
                    <b>{name}</b>
                  </Tooltip>
                  <RungTime rung={rung} startedAt={startedAt} />
                </span>
                <span className={classes.detail} title={rung.detail}>
                  {rung.verdict === undefined ? (rung.detail ?? word) : verdictText(rung.verdict, rung)}
                </span>
                {rung.documentId !== undefined && rung.documentId !== ownId && (
                  <Link
                    to="/messages/$documentId"
                    params={{ documentId: rung.documentId }}
                    className={classes.proof ?? ''}
                    aria-label={`Open document of the rung ${name}`}
                  >
                    <IconFileArrowRight size={13} stroke={1.8} aria-hidden="true" /> Open document
                  </Link>
                )}
              </div>
            </li>
          );
        })}
    </ol>
  );
}

/** `Sending 2, by Maya, to van`. */
const sendingText = ({ sending, by, endpoint }: Sending): string =>
  `Sending ${sending}, by ${by === 'hub' ? 'the hub' : by}${endpoint === undefined ? '' : `, to ${endpoint}`}`;

/** The acknowledgement ladder of a document, and those of its sendings before, folded. */
export function Ladder({ message }: { readonly message: Message }) {
  const { sendings = [] } = message;
  const [last] = sendings.slice(-1);
  return (
    <section className={classes.ladder} aria-label="Acknowledgement ladder">
      {last !== undefined && (
        <p className={classes.sending}>
          {sendingText(last)} · <time dateTime={last.at}>{absoluteTime(last.at)}</time>
        </p>
      )}
      <Rungs ladder={message.ladder} startedAt={last?.at ?? message.at} ownId={message.id} />
      {sendings.map(
        (one) =>
          one.ladder !== undefined && (
            <details key={one.sending} className={classes.before}>
              <summary>
                {sendingText(one)} · <time dateTime={one.at}>{absoluteTime(one.at)}</time>
              </summary>
              <Rungs ladder={one.ladder} startedAt={one.at} ownId={message.id} />
            </details>
          ),
      )}
    </section>
  );
}
