import type { Origin, Provenance } from '../../events.ts';
import { elementPlace } from '../../language/path.ts';
import type { WrittenSegment } from '../../x12/write/write.ts';
import type { RenderedOrigin } from './render-event.ts';

/**
 * Where the fields of an event came to stand in the document that was written of it: the mirror of what reading a document gives.
 * @param origins of the rendered segments, as `renderEvent` gives them.
 * @param written the set as written: ST, the rendered segments in the same order, SE.
 */
export function renderedProvenance(origins: readonly RenderedOrigin[], written: readonly WrittenSegment[]): Provenance {
  const found = new Map<string, Origin>();
  for (const [nth, origin] of origins.entries()) {
    const segment = written[nth + 1];
    for (const [index, { pointers, mappingLine }] of origin.elements.entries()) {
      const range = segment?.elements[index];
      if (!segment || !range) continue;
      for (const pointer of pointers) {
        const before = found.get(pointer);
        const place = elementPlace(segment.id, index + 1);
        found.set(
          pointer,
          before
            ? { ...before, ranges: [...before.ranges, range] }
            : { ranges: [range], place, position: nth + 2, mappingLine },
        );
      }
    }
  }
  return Object.fromEntries(found);
}
