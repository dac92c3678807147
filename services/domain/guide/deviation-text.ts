import type { Deviation } from './guide.ts';

/** What a deviation allows, as a sentence: `LX/W12-05 may be XX, which the standard's list lacks.` */
export function allowedText({ place, allows }: Pick<Deviation, 'place' | 'allows'>): string {
  switch (allows.kind) {
    case 'codes':
      return `${place} may be ${[...allows.codes].join(', ')}, which the standard does not list.`;
    case 'length':
      return `${place} may have ${allows.min === allows.max ? allows.min : `${allows.min} to ${allows.max}`} ${allows.numeric ? 'digits' : 'characters'}, other than in the standard.`;
    case 'left-out':
      return `${place} may be left out, which the standard demands.`;
    case 'stands-in':
      return `${place} may stand in ${allows.loop.parent === undefined ? 'the set itself' : `the ${allows.loop.id} loop`}, where the standard does not have it.`;
    case 'max':
      return `${place} may be there more often than in the standard.`;
  }
}
