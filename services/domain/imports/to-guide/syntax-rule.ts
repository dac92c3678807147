import { elementPlace } from '../../language/path.ts';
import type { SegmentDefinition } from '../../x12/standard/segment-definition.ts';
import type { DraftRule } from './guide-draft.ts';

/** A syntax rule such as `P0304`, which the standard does not have, as a rule of a guide. Undefined where the segment has not all its elements. */
export function ruleOf(text: string, path: string, { id, elements = [] }: SegmentDefinition): DraftRule | undefined {
  const kind = text[0];
  const positions = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  if (positions.length < 2 || positions.some((position) => position < 1 || position > elements.length))
    return undefined;
  const places = positions.map((position) => elementPlace(id, position, undefined));
  const [first, ...rest] = places;
  const code = `guide.${id.toLowerCase()}-${text.toLowerCase()}`;
  const said = { each: path, code };
  const listed = (glue: string, of: readonly string[] = places) => of.join(glue);
  switch (kind) {
    case 'P':
      return {
        ...said,
        when: { any: places },
        that: { all: places },
        explain: `All of ${listed(', ')} are filled, or none.`,
      };
    case 'R':
      return { ...said, that: { any: places }, explain: `At least one of ${listed(', ')} is filled.` };
    case 'E':
      return { ...said, that: { any: exclusive(places) }, explain: `At most one of ${listed(', ')} is filled.` };
    case 'C':
      return { ...said, when: first, that: { all: rest }, explain: `With ${first} go ${listed(' and ', rest)}.` };
    case 'L':
      return { ...said, when: first, that: { any: rest }, explain: `With ${first} goes one of ${listed(', ', rest)}.` };
    default:
      return undefined;
  }
}

/** For each element: all others are empty. */
const exclusive = (places: readonly string[]) =>
  places.map((kept) => ({ all: places.filter((place) => place !== kept).map((place) => ({ absent: place })) }));
