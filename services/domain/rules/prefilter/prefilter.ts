import type { Assertion } from '../mapping/language/plan.ts';
import { UNPLACED } from '../x12/check/tree.ts';
import type { Placement, TapePlace } from '../x12/read/views.ts';
import type { SegmentNode, SetDefinition } from '../x12/standard/set-definition.ts';
import { nodesOf } from './rule-nodes.ts';
import { type SetDoubt, setDoubtOf, type Tally } from './set-doubt.ts';
import { type Suspicion, suspicionOf } from './suspicion.ts';

/** Tells on the tape which rules a set may break; a rule that it does not name is kept for certain. */
export interface Screen {
  suspects(place: TapePlace, placement: Placement, receivedDay: number | undefined): readonly Assertion[];
}

interface Watched {
  readonly nth: number;
  readonly suspicion: Suspicion;
}

/** What happens at the segments of a node. */
interface Watch {
  readonly rules: Watched[];
  readonly tallies: Tally[];
}

const none: readonly Assertion[] = [];

/** Makes the screen of rules for one set definition. One walk over the segments serves all rules; nothing is made on the way. */
export function screenFor(rules: readonly Assertion[], { nodes }: SetDefinition): Screen {
  const watches: Watch[] = nodes.map(() => ({ rules: [], tallies: [] }));
  const always = new Uint8Array(rules.length);
  const doubts: { readonly nth: number; readonly doubt: SetDoubt }[] = [];
  const shared = {};
  for (const [nth, rule] of rules.entries()) {
    const doubt = rule.each === undefined ? setDoubtOf(rule, nodes, shared) : undefined;
    if (doubt !== undefined) doubts.push({ nth, doubt });
    else if (!watchEach(rule, nth, nodes, watches)) always[nth] = 1;
  }
  const tallies = doubts.flatMap(({ doubt }) => doubt.tallies);
  for (const tally of tallies) for (const node of tally.nodes) watches[node.index]!.tallies.push(tally);
  const isWatching = watches.map(({ rules: watched, tallies: counted }) => watched.length + counted.length > 0);
  const suspected = new Uint8Array(rules.length);
  return {
    suspects({ source, first, last }, { placed, from }, receivedDay) {
      suspected.set(always);
      for (const tally of tallies) tally.begin();
      for (let index = first + 1; index <= last; index += 1) {
        const at = placed[from + index - first]!;
        // A segment out of order may break any rule of its loop.
        if (at < UNPLACED) return rules;
        if (at < 0 || !isWatching[at]) continue;
        const { rules: watched, tallies: counted } = watches[at]!;
        for (let each = 0; each < watched.length; each += 1) {
          const { nth, suspicion } = watched[each]!;
          if (suspected[nth] === 0 && suspicion(source, index, receivedDay)) suspected[nth] = 1;
        }
        for (let each = 0; each < counted.length; each += 1) counted[each]!.see(source, index);
      }
      for (const { nth, doubt } of doubts) if (doubt.mayBeBroken()) suspected[nth] = 1;
      return suspected.includes(1) ? rules.filter((_, nth) => suspected[nth] === 1) : none;
    },
  };
}

/** Puts a rule on watch at the segments it speaks of; false where only the loops can tell. */
function watchEach(rule: Assertion, nth: number, nodes: readonly SegmentNode[], watches: readonly Watch[]): boolean {
  const targets = rule.each && nodesOf(rule.each, nodes);
  if (targets === undefined) return false;
  const made = targets.map((node) => ({ node, suspicion: suspicionOf(rule, node) }));
  if (made.some(({ suspicion }) => suspicion === undefined)) return false;
  for (const { node, suspicion } of made) watches[node.index]!.rules.push({ nth, suspicion: suspicion! });
  return true;
}
