import type { AckCodes, Finding } from '../finding.ts';
import type { Assertion } from '../mapping/language/plan.ts';

/**
 * The codes of a 999 for a broken rule of a guide.
 * @source X12 005010 999, elements 620 and 621: I6 and I9 of a segment, I6, I9, I12 and I13 of an element
 */
export function ruleCodes({ element }: Finding, { that }: Assertion): AckCodes {
  const negated = that.kind === 'not';
  const inner = negated ? that.of : that;
  if (inner.kind === 'exists') return { ik304: negated ? 'I9' : 'I6' };
  if (element === undefined) return { ik304: 'I6' };
  if (inner.kind === 'present') return { ik304: '8', ik403: negated ? 'I13' : 'I9' };
  return { ik304: '8', ik403: inner.kind === 'in' ? 'I6' : 'I12' };
}
