import type { OdooConnection } from '../lib/contract.ts';
import { RelativeTime } from './relative-time.tsx';
import { Tag, type Tone } from './tag.tsx';

type State = OdooConnection['state'];
const states: Readonly<Record<State, { readonly word: string; readonly tone: Tone }>> = {
  untried: { word: 'Not tried yet', tone: 'slate' },
  ready: { word: 'Ready', tone: 'green' },
  unreachable: { word: 'Parked: no answer', tone: 'amber' },
  refused: { word: 'Parked: refused', tone: 'red' },
};

export const isParked = (state: State): boolean => state === 'refused' || state === 'unreachable';

/** How a connection stands, in a word. */
export function StateTag({ state }: { readonly state: State }) {
  return <Tag tone={states[state].tone}>{states[state].word}</Tag>;
}

const deliveries = (count: number) => `${count} ${count === 1 ? 'delivery' : 'deliveries'}`;
const wait = (count: number) => `${deliveries(count)} ${count === 1 ? 'waits' : 'wait'}`;

/** What waits while a connection is parked, and that nothing need be done about it. */
export function waitingWords(waiting: number): string {
  if (waiting === 0) return 'Nothing waits for it so far.';
  return `${wait(waiting)} and ${waiting === 1 ? 'goes on by itself' : 'go on by themselves'}.`;
}

/** How it stands, in a sentence: since when, what waits, what to do. */
export function StateSentence({ connection }: { readonly connection: OdooConnection }) {
  const { state, since, waiting, lastContactAt, reason } = connection;
  if (state === 'untried') return <>Nobody has spoken with this Odoo yet. Check it now.</>;
  if (state === 'ready')
    return (
      <>
        {lastContactAt === undefined ? (
          'It answers.'
        ) : (
          <>
            Last answer <RelativeTime at={lastContactAt} />.
          </>
        )}{' '}
        {waiting === 0 ? 'Nothing waits.' : `${deliveries(waiting)} under way.`}
      </>
    );
  return (
    <>
      {state === 'refused' ? 'Odoo does not let the hub in' : 'Odoo does not answer'}, since <RelativeTime at={since} />
      {reason === undefined ? '. ' : <>: “{reason}” </>}
      {waitingWords(waiting)}
    </>
  );
}
