import { type Source, shortText } from './tape.ts';

/** The short text of an element of a segment of the tape, '' where it is not there. */
export function elementText(source: Source, index: number, element: number): string {
  const { bytes, marks, starts } = source.tape;
  const at = starts[index]!;
  if (element > starts[index + 1]! - at - 2) return '';
  const start = marks[at + element]! + 1;
  const end = marks[at + element + 1]!;
  if (end - start === 1 && !source.wrapped) return String.fromCharCode(bytes[start]!);
  return start === end ? '' : shortText(source, start, end);
}
