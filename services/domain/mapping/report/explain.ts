import type { MappedEvent, Origin } from '../../events.ts';
import { elementPlace } from '../../language/path.ts';
import type { WrittenSegment } from '../../x12/write/write.ts';
import type { RenderedValue } from '../render/document-writer.ts';
import type { RenderedSegment, Rendering } from '../render/render-event.ts';

/** How one value came about: a field of an event, or an element of a rendered set. */
export interface Explanation {
  /** JSON pointer into the event's data, or the place of an element, such as `W05-02`. */
  readonly target: string;
  readonly value: unknown;
  /** Places it came from: `W06-02`, or JSON pointers. Empty for a constant. */
  readonly from: readonly string[];
  /** Position of the segment in its set, ST = 1: of the one read, or of the one written. */
  readonly position?: number;
  /** Byte ranges, `end` exclusive: of what was read, or of what was written. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** What stood there, as many as there are ranges. */
  readonly stood: readonly string[];
  readonly mappingLine: number;
  /** That line of the mapping, without blanks around it. */
  readonly mappingText: string;
}

/** Explains each field of an event: its value, the place and bytes that it came from, and the line of the mapping. */
export function explainEvent(
  { data, provenance }: Pick<MappedEvent, 'data' | 'provenance'>,
  mappingLines: readonly string[],
  bytesAt: (range: readonly [number, number]) => string,
): Explanation[] {
  return Object.entries(provenance).map(([pointer, { place, position, ranges, mappingLine }]: [string, Origin]) => ({
    target: pointer,
    value: valueAt(data, pointer),
    from: place === undefined ? [] : [place],
    ...(position !== undefined && { position }),
    ranges,
    stood: ranges.map(bytesAt),
    ...lineOf(mappingLines, mappingLine),
  }));
}

/** Explains each element of a rendered set: its text, the fields of the event that it came from, and the line of the mapping. */
export function explainRendering(
  { segments, provenance }: Pick<Rendering, 'segments' | 'provenance'>,
  mappingLines: readonly string[],
  written: readonly WrittenSegment[],
): Explanation[] {
  return segments.flatMap((segment: RenderedSegment, nth) =>
    segment.elements.flatMap((text, index): Explanation[] => {
      const origin = provenance[nth]?.elements[index];
      if (text === '' || origin === undefined) return [];
      const range = written[nth + 1]?.elements[index];
      return [
        {
          target: elementPlace(segment.id, index + 1),
          value: text,
          from: origin.pointers,
          position: nth + 2,
          ranges: range ? [range] : [],
          stood: [],
          ...lineOf(mappingLines, origin.mappingLine),
        },
      ];
    }),
  );
}

/** Explains each value of a JSON or CSV document that was written. */
export function explainDocument(
  values: readonly RenderedValue[],
  bytes: Uint8Array,
  mappingLines: readonly string[],
): Explanation[] {
  const decoder = new TextDecoder();
  return values.map(({ place, range, pointers, mappingLine }) => ({
    target: place,
    value: decoder.decode(bytes.subarray(...range)),
    from: pointers,
    ranges: [range],
    stood: [],
    ...lineOf(mappingLines, mappingLine),
  }));
}

function lineOf(lines: readonly string[], mappingLine = 0) {
  return { mappingLine, mappingText: (lines[mappingLine - 1] ?? '').trim() };
}

/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value: unknown = data;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
