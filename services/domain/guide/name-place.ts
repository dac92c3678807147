import type { Finding, FindingTrigger } from '../finding.ts';
import type { Placement } from '../x12/read/views.ts';

/** A place of a rule's finding with what the standard calls it: the loop, its number, and the data element. */
export function namePlace<P extends Pick<Finding, 'position' | 'element'> | FindingTrigger>(
  place: P,
  { definition, placed, from }: Placement,
): P & Pick<Finding, 'loop' | 'loopNumber' | 'reference'> {
  const { position, element } = place;
  const at = position === undefined ? undefined : placed[from + position - 1];
  const node = at === undefined ? undefined : definition.nodes[at];
  if (node === undefined) return place;
  const { loop, segment } = node;
  const reference = element === undefined ? undefined : segment.elements?.[element - 1]?.element.reference;
  return {
    ...place,
    ...(loop.parent !== undefined && { loop: loop.id }),
    ...(loop.parent !== undefined && loop.number !== undefined && { loopNumber: loop.number }),
    ...(reference !== undefined && { reference }),
  };
}
