import type { Outcome, Session, Step } from '../lib/contract.ts';
import { whose } from '../lib/whose.ts';
import classes from './outcome.module.css';
import { Tag, type Tone } from './tag.tsx';

interface Look {
  readonly label: string;
  readonly tone: Tone;
  readonly hint: string;
}

/** What the list can be narrowed to. */
export const outcomes: Readonly<Record<Outcome, Look>> = {
  attention: { label: 'Needs attention', tone: 'amber', hint: 'Needs review by a person' },
  processing: { label: 'Processing', tone: 'accent', hint: 'On its way' },
  waiting: { label: 'Waiting', tone: 'slate', hint: 'Ready for the partner: not picked up or not yet acknowledged' },
  done: { label: 'Done', tone: 'green', hint: 'Everything that had to happen has happened' },
  kept: { label: 'Kept', tone: 'slate', hint: 'Read and acknowledged; nothing else is done with it so far' },
  rejected: { label: 'Rejected', tone: 'red', hint: 'Refused, and the partner was told' },
};

/** Green is only what is good. */
const states: Readonly<Record<Step['state'], Look>> = {
  ...outcomes,
  findings: {
    label: 'With findings',
    tone: 'amber',
    hint: 'Everything that had to happen has happened, but what the document says is against the standard, the guide or a rule of the trade',
  },
  refusal: { label: 'Refusal', tone: 'red', hint: 'An acknowledgement that does not accept what it answers' },
};

/** How a document stands, in a word. */
export function StateTag({ step, look = 'soft' }: { readonly step: Step; readonly look?: 'soft' | 'plain' }) {
  const { label, tone, hint } = states[step.state];
  return (
    <Tag tone={tone} look={look} busy={step.state === 'processing'} title={hint}>
      {label}
    </Tag>
  );
}

/** The colour of a state. */
export const toneOf = ({ state }: Step): Tone => states[state].tone;

interface StepWordsProps {
  readonly step: Step;
  readonly partner: string;
  readonly side: Session['side'];
}

/** `Your turn`, or whose; empty where nobody has to do anything. */
function turnWords({ step, partner, side }: StepWordsProps): string {
  if (step.turn === 'nobody') return '';
  if (step.turn === 'yours') return 'Your turn';
  return side === 'partner' ? 'Their turn' : `${whose(partner)} turn`;
}

/** The first line about a document in words: why it stands so, whose turn it is, and what that one does. */
export function StepWords(props: StepWordsProps) {
  const { reason, next } = props.step;
  const turn = turnWords(props);
  const sentence = /[.!?]$/.test(reason) || next === undefined ? reason : `${reason}.`;
  return (
    <>
      <span className={classes.reason}>{sentence}</span>
      {turn !== '' && <b className={classes.turn}> {turn}:</b>}
      {next !== undefined && <span className={classes.next}> {next}</span>}
    </>
  );
}
