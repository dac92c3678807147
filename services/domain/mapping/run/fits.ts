import type { ReadDocument } from '../../documents/read-document.ts';
import type { InboundMapping } from '../language/plan.ts';
import { startRun } from './emit.ts';
import { holds } from './evaluate-condition.ts';
import { evaluateText } from './evaluate-leaf.ts';
import { budgetFor } from './run.ts';
import { type TreeScope, treeSource } from './source-tree.ts';

/**
 * Whether a document that was read is one that the mapping is for: its `recognise` holds; without one, the first record is there that an event of the mapping
 * is made of, and what the event is about. Pure, and as cheap as reading one event of it.
 */
export function fits({ root, nodes }: ReadDocument, size: number, mapping: InboundMapping): boolean {
  if (!root) return false;
  const budget = budgetFor(mapping, nodes, size);
  const run = startRun(treeSource(root, budget), budget, {});
  const whole: TreeScope = { nodes: [root], index: 1 };
  if (mapping.recognise) return holds(run, mapping.recognise, whole);
  return mapping.emissions.some(({ each, subject }) => {
    const [first] = each ? run.source.scopes(each, whole) : [whole];
    return first !== undefined && evaluateText(run, subject, first) !== undefined;
  });
}
