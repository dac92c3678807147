import type { FindingCounts, Outcome } from '../lib/contract.ts';
import { Tag, type Tone } from './tag.tsx';

export const outcomes: Readonly<
  Record<Outcome, { readonly label: string; readonly tone: Tone; readonly hint: string }>
> = {
  attention: { label: 'Needs attention', tone: 'amber', hint: 'Needs review by a person' },
  processing: { label: 'Processing', tone: 'accent', hint: 'On its way' },
  waiting: { label: 'Waiting', tone: 'slate', hint: 'Ready for the partner: not picked up or not yet acknowledged' },
  done: { label: 'Done', tone: 'green', hint: 'Everything that had to happen has happened' },
  kept: { label: 'Kept', tone: 'slate', hint: 'Read and acknowledged; nothing else is done with it so far' },
  rejected: { label: 'Rejected', tone: 'red', hint: 'Refused, and the partner was told' },
};

const takenAsItIs = {
  label: 'With findings',
  tone: 'amber',
  hint: 'Everything that had to happen has happened, but what the document says is against the standard, the guide or a rule of the trade',
} as const;

interface OutcomeTagProps {
  readonly outcome: Outcome;
  /** Green is only what is good: a document with faults is not simply done. */
  readonly findings?: FindingCounts | undefined;
  readonly look?: 'soft' | 'plain';
}

/** What became of a document, in a word. */
export function OutcomeTag({ outcome, findings, look }: OutcomeTagProps) {
  const faulty = findings !== undefined && findings.standard + findings.guide + findings.business > 0;
  const { label, tone, hint } = outcome === 'done' && faulty ? takenAsItIs : outcomes[outcome];
  return (
    <Tag tone={tone} look={look ?? 'soft'} busy={outcome === 'processing'} title={hint}>
      {label}
    </Tag>
  );
}
