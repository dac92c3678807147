/** What an acknowledgement says of what it answers. */
export type Verdict = 'accepted' | 'accepted-with-errors' | 'partially-accepted' | 'rejected';

/** By the code of AK901, AK501 or TA104: what it says, and in words. */
const byCode = {
  A: { verdict: 'accepted', words: 'Accepted' },
  E: { verdict: 'accepted-with-errors', words: 'Accepted with errors noted' },
  P: { verdict: 'partially-accepted', words: 'Accepted in part' },
  R: { verdict: 'rejected', words: 'Rejected' },
} as const satisfies Record<string, { verdict: Verdict; words: string }>;

export type VerdictCode = keyof typeof byCode;

/** `Accepted with errors noted` for E. */
export const verdictWords = (code: VerdictCode): string => byCode[code].words;

const isCode = (text: string | undefined): text is VerdictCode => text !== undefined && Object.hasOwn(byCode, text);

/** A rung of an acknowledgement, as it is stored. */
export interface AcknowledgementRung {
  readonly rung: string;
  readonly state: string;
  readonly detail: string | null;
}

/**
 * The verdict behind a rung; undefined where the rung is none of an acknowledgement or nothing is said yet. Its detail is the verdict itself (theirs), its words
 * (ours) or the code of a TA1 with its note; a rung with another detail says no more than whether it failed.
 */
export function verdictOf({ rung, state, detail }: AcknowledgementRung): Verdict | undefined {
  const isSaid = (rung === 'functional-ack' || rung === 'ta1') && (state === 'done' || state === 'failed');
  if (!isSaid) return undefined;
  const code = detail?.split(' ')[0];
  if (rung === 'ta1' && isCode(code)) return byCode[code].verdict;
  const received = Object.values(byCode).find(({ verdict, words }) => verdict === detail || words === detail);
  return received?.verdict ?? (state === 'failed' ? 'rejected' : 'accepted');
}
