import type { Assertion } from '../../mapping/language/plan.ts';
import { UNPLACED } from '../../x12/check/tree.ts';
import type { Placement, TapePlace } from '../../x12/read/views.ts';
import type { SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import { nodesOf } from '../rule-nodes.ts';
import { type SegmentPrefilter, segmentPrefilterOf } from './segment-prefilter.ts';
import { type Counter, type SetPrefilter, setPrefilterOf } from './set-prefilter.ts';

/** Tells on the tape which rules a set may break; a rule that it does not name is kept for certain. */
export interface Prefilter {
  suspects(place: TapePlace, placement: Placement, receivedDay: number | undefined): readonly Assertion[];
}

interface Watched {
  readonly nth: number;
  readonly segmentPrefilter: SegmentPrefilter;
}

/** What happens at the segments of a node. */
interface Watch {
  readonly rules: Watched[];
  readonly counters: Counter[];
}

const none: readonly Assertion[] = [];

/** Makes the prefilter of rules for one set definition. One walk over the segments serves all rules; nothing is made on the way. */
export function prefilterFor(rules: readonly Assertion[], { nodes }: SetDefinition): Prefilter {
  const watches: Watch[] = nodes.map(() => ({ rules: [], counters: [] }));
  const always = new Uint8Array(rules.length);
  const setPrefilters: { readonly nth: number; readonly doubt: SetPrefilter }[] = [];
  const shared = {};
  for (const [nth, rule] of rules.entries()) {
    const doubt = rule.each === undefined ? setPrefilterOf(rule, nodes, shared) : undefined;
    if (doubt !== undefined) setPrefilters.push({ nth, doubt });
    else if (!watchEach(rule, nth, nodes, watches)) always[nth] = 1;
  }
  const counters = setPrefilters.flatMap(({ doubt }) => doubt.counters);
  for (const counter of counters) for (const node of counter.nodes) watches[node.index]!.counters.push(counter);
  const isWatching = watches.map(({ rules: watched, counters: counted }) => watched.length + counted.length > 0);
  const suspected = new Uint8Array(rules.length);
  return {
    suspects({ source, first, last }, { placed, from }, receivedDay) {
      suspected.set(always);
      for (const counter of counters) counter.begin();
      for (let index = first + 1; index <= last; index += 1) {
        const at = placed[from + index - first]!;
        // A segment out of order may break any rule of its loop.
        if (at < UNPLACED) return rules;
        if (at < 0 || !isWatching[at]) continue;
        const { rules: watched, counters: counted } = watches[at]!;
        for (let each = 0; each < watched.length; each += 1) {
          const { nth, segmentPrefilter } = watched[each]!;
          if (suspected[nth] === 0 && segmentPrefilter(source, index, receivedDay)) suspected[nth] = 1;
        }
        for (let each = 0; each < counted.length; each += 1) counted[each]!.see(source, index);
      }
      for (const { nth, doubt } of setPrefilters) if (doubt.mayBeBroken()) suspected[nth] = 1;
      return suspected.includes(1) ? rules.filter((_, nth) => suspected[nth] === 1) : none;
    },
  };
}

/** Puts a rule on watch at the segments it speaks of; false where only the loops can tell. */
function watchEach(rule: Assertion, nth: number, nodes: readonly SegmentNode[], watches: readonly Watch[]): boolean {
  const targets = rule.each && nodesOf(rule.each, nodes);
  if (targets === undefined) return false;
  const made = targets.map((node) => ({ node, segmentPrefilter: segmentPrefilterOf(rule, node) }));
  if (made.some(({ segmentPrefilter }) => segmentPrefilter === undefined)) return false;
  for (const { node, segmentPrefilter } of made)
    watches[node.index]!.rules.push({ nth, segmentPrefilter: segmentPrefilter! });
  return true;
}
