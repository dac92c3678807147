import type { Finding } from '../../finding.ts';
import type { TransactionSet } from '../../x12/model.ts';
import type { Assertion } from '../language/plan.ts';
import { checkAssertion } from './evaluate-condition.ts';
import type { MappingContext, Run } from './run.ts';
import { startSetRun, wholeSet } from './set-run.ts';
import { triggerOf } from './trigger.ts';

/** Steps per rule and segment: a rule looks at each segment a few times. */
const stepsPerSegment = 64;
const stepsAtLeast = 10_000;

/** Gets each place where a rule is broken, one after the other: there may be as many as the set has segments. */
export type TakeBroken = (finding: Finding, rule: Assertion) => void;

/**
 * Runs assertions over the loops of a checked set. Each finding has a place: that of the value, else that of the loop that was looked at.
 * Cost is bounded by rules x segments.
 */
export function checkAssertions(
  set: TransactionSet,
  assertions: readonly Assertion[],
  take: TakeBroken,
  context: MappingContext = {},
): void {
  const budget = (segments: number) => ({
    left: stepsAtLeast + stepsPerSegment * assertions.length * segments,
    text: set.range[1] - set.range[0],
  });
  let broken: (finding: Finding) => void = () => {};
  const run = startSetRun(set, budget, context, { add: (finding) => broken(finding) });
  if (!run) return;
  for (const rule of assertions) {
    const scopes = rule.each ? run.source.scopes(rule.each, wholeSet) : [wholeSet];
    for (const scope of scopes) {
      let situation: Pick<Finding, 'trigger'> | undefined;
      broken = (finding) => {
        situation ??= situationOf(run, rule, scope);
        take({ ...headOf(set, scope), ...finding, ...situation }, rule);
      };
      checkAssertion(run, rule, scope);
    }
  }
}

/** What made a rule of a guide apply: a 999 tells it. */
function situationOf<S>(run: Run<S>, { code, when }: Assertion, scope: S): Pick<Finding, 'trigger'> {
  const trigger = when && code.startsWith('guide.') ? triggerOf(run, when, scope) : undefined;
  return trigger ? { trigger } : {};
}

function headOf(set: TransactionSet, scope: number): Partial<Finding> {
  const head = set.segments[scope];
  if (!head) return {};
  const [offset, end] = head.range;
  return { segment: head.id, position: head.position, offset, end };
}
