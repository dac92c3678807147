import type { AnnotatedElement, AnnotatedSegment } from '../../../lib/contract.ts';

/** Whether a line of the document is a segment of X12; else it is a value, whose id is its place. */
export const isSegment = ({ id }: Pick<AnnotatedSegment, 'id'>): boolean => /^[A-Z][A-Z0-9]{1,2}$/.test(id);

/** `W12-03`, or the place of a value such as `lines[2]/sku`. */
export const placeName = (
  segment: Pick<AnnotatedSegment, 'id'>,
  element?: Pick<AnnotatedElement, 'position'>,
): string =>
  element === undefined || !isSegment(segment)
    ? segment.id
    : `${segment.id}-${String(element.position).padStart(2, '0')}`;
