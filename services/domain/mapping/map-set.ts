import type { TransactionSet } from '../x12/model.ts';
import { emitAll, type SetResult, startRun } from './emit.ts';
import type { InboundMapping } from './plan.ts';
import { budgetFor, type MappingContext } from './run.ts';
import { type X12Scope, x12Source } from './source-x12.ts';

export type { SetResult } from './emit.ts';

/**
 * Makes canonical events of one checked transaction set (`set.tree` must be there). An event that lacks a required
 * field is not made, and a finding of level business says why. Whether a rejected set should be mapped at all is the
 * caller's decision. Pure; cost is bounded by mapping size x segments.
 */
export function mapSet(set: TransactionSet, mapping: InboundMapping, context: MappingContext = {}): SetResult {
  const { tree } = set;
  if (!tree) {
    const explanation = `There is no definition of set ${set.code}, so its segments could not be placed and nothing was read.`;
    return { events: [], findings: [{ code: 'mapping.no-definition', level: 'note', explanation }] };
  }
  const budget = budgetFor(mapping, set.segments.length);
  const root: X12Scope = { loop: tree, index: 1 };
  return emitAll(startRun(x12Source(budget), budget, context), mapping, root);
}
