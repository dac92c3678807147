import type { FindingTrigger } from '../../finding.ts';
import type { Condition } from '../language/plan.ts';
import { holds } from './evaluate-condition.ts';
import { evaluateText } from './evaluate-leaf.ts';
import type { Run } from './run.ts';
import type { Trace } from './source.ts';

/** The place in the document that a condition which holds speaks of: the first of several. Undefined where it speaks of none, as a negation does. */
export function triggerOf<S>(run: Run<S>, condition: Condition, scope: S): FindingTrigger | undefined {
  if (condition.kind === 'all' || condition.kind === 'any') {
    for (const part of condition.of) {
      const found = holds(run, part, scope) ? triggerOf(run, part, scope) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  return placeOf(traceOf(run, condition, scope));
}

function traceOf<S>(run: Run<S>, condition: Condition, scope: S): Trace | undefined {
  if (condition.kind === 'exists') return run.source.locate(condition.path, scope);
  const value = condition.kind === 'same' ? condition.left : 'value' in condition ? condition.value : undefined;
  if (value === undefined) return undefined;
  run.quiet += 1;
  const text = evaluateText(run, value, scope);
  run.quiet -= 1;
  return text?.traces[0];
}

function placeOf(trace: Trace | undefined): FindingTrigger | undefined {
  const segment = trace?.segment;
  if (!trace || !segment) return undefined;
  const { element, component } = trace;
  return {
    segment: segment.id,
    position: segment.position,
    ...(element !== undefined && { element }),
    ...(component !== undefined && { component }),
  };
}
