import type { Finding } from '../../finding.ts';
import type { TransactionSet } from '../../x12/model.ts';
import type { Assertion } from '../language/plan.ts';
import { checkAssertion } from './evaluate-condition.ts';
import type { Run } from './run.ts';
import { startSetRun, wholeSet } from './set-run.ts';
import { triggerOf } from './trigger.ts';

/** Steps per rule and segment: a rule looks at each segment a few times. */
const stepsPerSegment = 64;
const stepsAtLeast = 10_000;

/**
 * Runs assertions over the loops of a checked set. Each finding has a place: that of the value, else that of the loop that was looked at.
 * Cost is bounded by rules x segments.
 */
export function checkAssertions(
  set: TransactionSet,
  assertions: readonly Assertion[],
): readonly { readonly finding: Finding; readonly rule: Assertion }[] {
  const budget = (segments: number) => ({
    left: stepsAtLeast + stepsPerSegment * assertions.length * segments,
    text: set.range[1] - set.range[0],
  });
  const run = startSetRun(set, budget, {});
  if (!run) return [];
  const { findings } = run;
  return assertions.flatMap((rule) => {
    findings.length = 0;
    const scopes = rule.each ? run.source.scopes(rule.each, wholeSet) : [wholeSet];
    for (const scope of scopes) {
      const before = findings.length;
      checkAssertion(run, rule, scope);
      const because = findings.length > before ? situation(run, rule, scope) : undefined;
      for (let nth = before; nth < findings.length; nth += 1)
        findings[nth] = { ...headOf(set, scope), ...findings[nth]!, ...because };
      if (findings.length >= mostOfOneRule) break;
    }
    return findings.slice(0, mostOfOneRule).map((finding) => ({ finding, rule }));
  });
}

/** What made a rule of a guide apply: a 999 tells it. */
function situation<S>(run: Run<S>, { code, when }: Assertion, scope: S): Pick<Finding, 'trigger'> | undefined {
  const trigger = when && code.startsWith('guide.') ? triggerOf(run, when, scope) : undefined;
  return trigger && { trigger };
}

/** What one rule says about a set more often than this says the same again. */
const mostOfOneRule = 10;

function headOf(set: TransactionSet, scope: number): Partial<Finding> {
  const head = set.segments[scope];
  if (!head) return {};
  const [offset, end] = head.range;
  return { segment: head.id, position: head.position, offset, end };
}
