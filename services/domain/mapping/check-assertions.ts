import type { Finding } from '../finding.ts';
import type { TransactionSet } from '../x12/model.ts';
import { startRun } from './emit.ts';
import { checkAssertion } from './evaluate-condition.ts';
import type { Assertion } from './plan.ts';
import { type X12Scope, x12Source } from './source-x12.ts';

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
  const { tree } = set;
  if (!tree) return [];
  const budget = { left: stepsAtLeast + stepsPerSegment * assertions.length * set.segments.length };
  const run = startRun(x12Source(budget), budget, {});
  const { findings } = run;
  const root: X12Scope = { loop: tree, index: 1 };
  return assertions.flatMap((rule) => {
    findings.length = 0;
    const scopes = rule.each ? run.source.scopes(rule.each, root) : [root];
    for (const scope of scopes) {
      const before = findings.length;
      checkAssertion(run, rule, scope);
      for (let nth = before; nth < findings.length; nth += 1) findings[nth] = { ...headOf(scope), ...findings[nth]! };
      if (findings.length >= mostOfOneRule) break;
    }
    return findings.slice(0, mostOfOneRule).map((finding) => ({ finding, rule }));
  });
}

/** What one rule says about a set more often than this says the same again. */
const mostOfOneRule = 10;

function headOf({ segment, loop }: X12Scope): Partial<Finding> {
  const head = segment ?? loop.segments[0];
  if (!head) return {};
  const [offset, end] = head.range;
  return { segment: head.id, position: head.position, offset, end };
}
