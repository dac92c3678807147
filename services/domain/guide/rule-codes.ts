import type { AckCodes, Finding } from '../finding.ts';
import type { Assertion } from '../mapping/language/plan.ts';

/** The codes of a 999 for something, and the nearest ones that a 997 has. */
interface RuleCodes {
  readonly own: AckCodes;
  readonly nearest: AckCodes;
}

/**
 * The codes for a broken rule of a guide.
 * @source X12 005010 999, elements 620 and 621: I6 and I9 of a segment, I6, I9, I12 and I13 of an element
 */
export function ruleCodes({ element }: Finding, { that }: Assertion): RuleCodes {
  const negated = that.kind === 'not';
  const inner = negated ? that.of : that;
  if (inner.kind === 'exists') return ofSegment(negated ? 'I9' : 'I6', negated ? '2' : '3');
  if (element === undefined) return ofSegment('I6', '8');
  if (inner.kind === 'present') return ofElement(negated ? 'I13' : 'I9', negated ? '10' : '1');
  return ofElement(inner.kind === 'in' ? 'I6' : 'I12', '7');
}

const ofSegment = (ik304: string, ak304: string): RuleCodes => ({ own: { ik304 }, nearest: { ak304 } });

const ofElement = (ik403: string, ak403: string): RuleCodes => ({
  own: { ik304: '8', ik403 },
  nearest: { ak304: '8', ak403 },
});
