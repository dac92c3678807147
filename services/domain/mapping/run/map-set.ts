import type { TransactionSet } from '../../x12/model.ts';
import type { InboundMapping } from '../language/plan.ts';
import { collectorFor, emitAll, type SetResult } from './emit.ts';
import { budgetFor, type MappingContext } from './run.ts';
import { startSetRun, wholeSet } from './set-run.ts';

/**
 * Makes canonical events of one checked transaction set. An event that lacks a required field is not made, and a finding of level business says why.
 * Whether a rejected set should be mapped at all is the caller's decision. Pure; cost is bounded by mapping size x segments.
 */
export function mapSet(set: TransactionSet, mapping: InboundMapping, context: MappingContext = {}): SetResult {
  const found = collectorFor(context);
  const budget = (segments: number) => budgetFor(mapping, segments, set.range[1] - set.range[0]);
  const run = startSetRun(set, budget, context, found);
  if (run) return emitAll(run, found, mapping, wholeSet);
  const explanation = `There is no definition of set ${set.code}, so its segments could not be placed and nothing was read.`;
  return { events: [], findings: [{ code: 'mapping.no-definition', level: 'note', explanation }] };
}
