import type { FindingCollector } from '../../finding-list.ts';
import type { TransactionSet } from '../../x12/model.ts';
import { isPlaced } from '../../x12/read/views.ts';
import type { InboundMapping } from '../language/plan.ts';
import { collectorFor, emitAll, type SetResult } from './emit.ts';
import { nothingFound } from './nothing-found.ts';
import { budgetFor, type MappingContext } from './run.ts';
import { type SetRun, startSetRun, wholeSet } from './set-run.ts';
import { unreadValues } from './unread-values.ts';

/**
 * Makes canonical events of one checked transaction set. An event that lacks a required field is not made, and a finding of level business says why; so does one
 * where none of the loops is there that the mapping repeats for.
 * Whether a rejected set should be mapped at all is the caller's decision. Pure; cost is bounded by mapping size x segments.
 */
export function mapSet(set: TransactionSet, mapping: InboundMapping, context: MappingContext = {}): SetResult {
  const found = collectorFor(context);
  const budget = (segments: number) => budgetFor(mapping, segments, set.range[1] - set.range[0]);
  const run = startSetRun(set, budget, context, found);
  if (run) {
    const made = emitAll(run, found, mapping, wholeSet);
    const isBarren = made.findings.some(({ code }) => code === 'mapping.nothing-made') && !hasLoops(run, mapping);
    if (isBarren) return { events: [], findings: [nothingFound(mapping)], lost: 1 };
    return withUnread(set, run, made, found, mapping);
  }
  const explanation = `There is no definition of set ${set.code}, so its segments could not be placed and nothing was read.`;
  return { events: [], findings: [{ code: 'mapping.no-definition', level: 'note', explanation }] };
}

/** Whether one of the loops is there that the mapping makes events of, whatever a `when` or a filter made of it; a whole set is there. */
const hasLoops = ({ source }: SetRun, { emissions }: InboundMapping): boolean =>
  emissions.some(({ each }) => {
    if (!each) return true;
    const steps = each.steps.map((step) => ({ ...step, filters: [] }));
    return source.scopes({ ...each, steps }, wholeSet).length > 0;
  });

/** Where no event was made the findings say why, and all values are left. */
function withUnread(
  set: TransactionSet,
  { values }: SetRun,
  made: SetResult,
  found: FindingCollector,
  mapping: InboundMapping,
): SetResult {
  if (made.events.length === 0 || !isPlaced(set) || set.placement === undefined) return made;
  const unread = unreadValues(set, set.placement, values.marks, mapping, found);
  if (unread.length === 0) return made;
  for (const finding of unread) found.add(finding);
  return { events: made.events, findings: found.findings };
}
