import type { Assertion } from '../mapping/plan.ts';
import type { SegmentNode, SetDefinition } from '../x12/set-definition.ts';
import { UNPLACED } from '../x12/tree.ts';
import type { Placement, TapePlace } from '../x12/views.ts';
import { nodesOf } from './rule-nodes.ts';
import { type Suspicion, suspicionOf } from './suspicion.ts';

/** Tells on the tape which rules a set may break; a rule that it does not name is kept for certain. */
export interface Screen {
  suspects(place: TapePlace, placement: Placement): readonly Assertion[];
}

interface Watched {
  readonly nth: number;
  readonly suspicion: Suspicion;
}

const none: readonly Assertion[] = [];

/** Makes the screen of rules for one set definition. */
export function screenFor(rules: readonly Assertion[], definition: SetDefinition): Screen {
  const watched: Watched[][] = definition.nodes.map(() => []);
  const always: boolean[] = rules.map((rule, nth) => !watch(rule, nth, definition.nodes, watched));
  const isWatching = watched.some((list) => list.length > 0);
  const needsTree = always.some(Boolean);
  return {
    suspects({ source, first, last }, { placed, from }) {
      const suspected = isWatching || needsTree ? [...always] : always;
      let some = needsTree;
      if (isWatching) {
        for (let index = first + 1; index <= last; index += 1) {
          const at = placed[from + index - first]!;
          // A segment out of order may break any rule of its loop.
          if (at < UNPLACED) return rules;
          if (at < 0) continue;
          const list = watched[at]!;
          for (let each = 0; each < list.length; each += 1) {
            const { nth, suspicion } = list[each]!;
            if (!suspected[nth] && suspicion(source, index)) {
              suspected[nth] = true;
              some = true;
            }
          }
        }
      }
      return some ? rules.filter((_, nth) => suspected[nth]) : none;
    },
  };
}

/** Puts a rule on watch at the segments it speaks of; false where only the loops can tell. */
function watch(rule: Assertion, nth: number, nodes: readonly SegmentNode[], watched: Watched[][]): boolean {
  if (rule.each === undefined) return false;
  const targets = nodesOf(rule.each, nodes);
  if (targets === undefined) return false;
  const made = targets.map((node) => ({ node, suspicion: suspicionOf(rule, node) }));
  if (made.some(({ suspicion }) => suspicion === undefined)) return false;
  for (const { node, suspicion } of made) watched[node.index]!.push({ nth, suspicion: suspicion! });
  return true;
}
