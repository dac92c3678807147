import { valuesIn } from '../../canonical/json-places.ts';
import { readDocument } from '../../documents/read-document.ts';
import { type CanonicalEvent, type EventType, forPartner } from '../../events.ts';
import type { RenderedValue } from './document-writer.ts';
import type { RenderedDocument } from './render-document.ts';

/** An event as it goes into a document; a sample has no more than its data. */
export type WholeEvent = Pick<CanonicalEvent, 'data'> & Partial<CanonicalEvent>;

/** Writes an event as its partner sees it, as canonical JSON. Pure. */
export function renderWhole(event: WholeEvent, type: EventType, line: number): RenderedDocument {
  const whole = { ...forPartner(event), type };
  const bytes = new TextEncoder().encode(`${JSON.stringify(whole, null, 2)}\n`);
  const { root, findings } = readDocument(bytes, { name: 'json' });
  const values: RenderedValue[] = [];
  // Read back, so that what is told of its places is what any reader finds there.
  for (const { pointer, value, node } of valuesIn({ pointer: '', value: whole, node: root }))
    if (node && (typeof value !== 'object' || value === null) && pointer.startsWith('/data/'))
      values.push({ place: pointer, range: node.range, pointers: [pointer.slice('/data'.length)], mappingLine: line });
  return { bytes, values, findings };
}
